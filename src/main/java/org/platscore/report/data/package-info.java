/** What programs read: CSV and JSON, and how figures stand in them. */
@NullMarked
package org.platscore.report.data;

import org.jspecify.annotations.NullMarked;
