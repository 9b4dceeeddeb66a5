/** Sheets, closer than users see them. */
@NullMarked
package org.platscore.intake.sheet;

import org.jspecify.annotations.NullMarked;
