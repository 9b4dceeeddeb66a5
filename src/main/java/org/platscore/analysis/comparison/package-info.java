/** Two results side by side: what changed for whom, and where each change comes from. Knows results.json, not the rules. */
@NullMarked
package org.platscore.analysis.comparison;

import org.jspecify.annotations.NullMarked;
