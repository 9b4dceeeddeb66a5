/** From measures to points, with the reason. Knows neither grades nor money. */
@NullMarked
package org.platscore.scoring;

import org.jspecify.annotations.NullMarked;
