/** One value per subject and measure: claimed, measured, corrected, used. Knows neither methods nor grades. */
@NullMarked
package org.platscore.measure;

import org.jspecify.annotations.NullMarked;
