/** Formulas: the grammar, the typed tree, exact evaluation, and the same tree as a sentence or a spreadsheet formula. */
@NullMarked
package org.platscore.rules.formula;

import org.jspecify.annotations.NullMarked;
