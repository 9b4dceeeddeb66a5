/** The rules told back in words, for those who approve them. */
@NullMarked
package org.platscore.rules.words;

import org.jspecify.annotations.NullMarked;
