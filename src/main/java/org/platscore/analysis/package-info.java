/** Looks back at a finished run: why a result is what it is, and what would change it. Knows neither Excel nor the command line. */
@NullMarked
package org.platscore.analysis;

import org.jspecify.annotations.NullMarked;
