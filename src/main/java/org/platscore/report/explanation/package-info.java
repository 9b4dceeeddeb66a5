/** What explain and advise say, as text and as JSON. */
@NullMarked
package org.platscore.report.explanation;

import org.jspecify.annotations.NullMarked;
