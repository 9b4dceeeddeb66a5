/** The rules file as records: what comes in, what is measured, how it is scored, graded and rewarded. */
@NullMarked
package org.platscore.rules;

import org.jspecify.annotations.NullMarked;
