/** The parts, limits and rounding of rewards, one a file. */
@NullMarked
package org.platscore.rules.reward;

import org.jspecify.annotations.NullMarked;
