/** The names that a rules file declares, as formulas, conditions and methods look them up. */
@NullMarked
package org.platscore.rules.names;

import org.jspecify.annotations.NullMarked;
