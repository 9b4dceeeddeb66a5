/** A finished run held against its manifest, its inputs, and the same run made again. */
@NullMarked
package org.platscore.analysis.verification;

import org.jspecify.annotations.NullMarked;
