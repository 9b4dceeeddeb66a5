/** The synthetic sample assessment: a deterministic generator of {@code sample-data}, and its tests. */
@NullMarked
package org.platscore.sample;

import org.jspecify.annotations.NullMarked;
