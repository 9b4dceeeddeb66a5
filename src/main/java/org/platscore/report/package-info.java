/** From the result of a run to the files that people and programs read. */
@NullMarked
package org.platscore.report;

import org.jspecify.annotations.NullMarked;
