/** Conditions on a row: {@code where}, {@code reject}, {@code warn}, {@code stop}, {@code for}. */
@NullMarked
package org.platscore.rules.condition;

import org.jspecify.annotations.NullMarked;
