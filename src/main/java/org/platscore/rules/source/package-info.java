/** The rules file as text: its nodes with their marks, and what is wrong with them. Knows nothing of the language's sections. */
@NullMarked
package org.platscore.rules.source;

import org.jspecify.annotations.NullMarked;
