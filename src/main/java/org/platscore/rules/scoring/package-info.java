/** The scoring methods, one a file, and the benchmarks they measure against. */
@NullMarked
package org.platscore.rules.scoring;

import org.jspecify.annotations.NullMarked;
