/** Where files are put: whole or not at all, and nothing of others lost. */
@NullMarked
package org.platscore.report.output;

import org.jspecify.annotations.NullMarked;
