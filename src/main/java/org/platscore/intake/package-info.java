/** Files of the assessment folder as typed rows and form values, each with its place. Knows nothing of points or money. */
@NullMarked
package org.platscore.intake;

import org.jspecify.annotations.NullMarked;
