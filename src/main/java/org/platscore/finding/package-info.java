/** What every other package speaks with: places, findings, messages in two languages, and exact numbers. */
@NullMarked
package org.platscore.finding;

import org.jspecify.annotations.NullMarked;
