/** What millions of rows are counted in: bytes read eight at a time, and sets of keys that stay exact. */
@NullMarked
package org.platscore.intake.bulk;

import org.jspecify.annotations.NullMarked;
