package org.platscore.reward;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.rules.condition.Row;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;

/**
 * A subject that takes part in the rewards: assessed, and without a veto that bars it.
 *
 * @param index of its award
 * @param id for findings
 * @param roster its roster cells
 * @param grade id of its grade; null where the rules have none
 * @param named what formulas over results may name: measures with their stand-ins, ids and {@code total}
 * @param total its total, in points; asked for only where a part needs it
 * @param places where the missing value of a measure or roster column should stand; null where no one place can be named
 */
record Claimant(
        int index,
        String id,
        Row roster,
        @Nullable String grade,
        Values named,
        Supplier<@Nullable BigFraction> total,
        Function<Ref, @Nullable Place> places) {}
