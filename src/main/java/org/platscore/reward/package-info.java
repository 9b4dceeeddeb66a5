/** From grades and measures to amounts, part by part. */
@NullMarked
package org.platscore.reward;

import org.jspecify.annotations.NullMarked;
