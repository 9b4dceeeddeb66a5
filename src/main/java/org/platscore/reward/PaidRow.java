package org.platscore.reward;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what it is paid.
 *
 * @param name empty where the list has none
 * @param grade id of the grade; null where the row has none
 * @param total as the list has it; null where it has none
 */
public record PaidRow(
        String id,
        String name,
        @Nullable String grade,
        @Nullable BigFraction total,
        Award award) {}
