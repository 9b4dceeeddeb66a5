/** What a cell means: numbers, amounts, dates, choices and codes as people write them. */
@NullMarked
package org.platscore.intake.cell;

import org.jspecify.annotations.NullMarked;
