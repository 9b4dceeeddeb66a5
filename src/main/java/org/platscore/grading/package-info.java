/** From totals to order, rank and grade, with the path to it. Knows no money. */
@NullMarked
package org.platscore.grading;

import org.jspecify.annotations.NullMarked;
