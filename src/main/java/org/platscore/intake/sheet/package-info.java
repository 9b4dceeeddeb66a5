/** CSV files and workbooks as sheets of rows of cells, told apart by their content. Knows nothing of the rules. */
@NullMarked
package org.platscore.intake.sheet;

import org.jspecify.annotations.NullMarked;
