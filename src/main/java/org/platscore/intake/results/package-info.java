/** Files that a run of this program wrote, read back exactly: results.json, and rows of grades that are to be paid. */
@NullMarked
package org.platscore.intake.results;

import org.jspecify.annotations.NullMarked;
