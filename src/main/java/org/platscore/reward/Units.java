package org.platscore.reward;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;

/** Amounts as multiples of a unit. */
final class Units {

    private Units() {}

    /**
     * An amount before rounding.
     *
     * @param limit the most it may be; null where nothing bounds it
     */
    record Amount(BigFraction exact, @Nullable BigFraction limit) {}

    /** Returns the amount rounded down to a multiple of the unit. */
    static BigFraction down(BigFraction amount, BigFraction unit) {
        return Exact.round(amount.divide(unit), 0, RoundingMode.FLOOR).multiply(unit);
    }

    /** Returns what is to be paid in all: the sum rounded half-up to the unit, never past the budget. */
    static BigFraction payable(BigFraction sum, BigFraction unit, @Nullable BigFraction budget) {
        BigFraction nearest =
                Exact.round(sum.divide(unit), 0, RoundingMode.HALF_UP).multiply(unit);
        return budget == null || nearest.compareTo(budget) <= 0 ? nearest : down(budget, unit);
    }

    /**
     * Returns the amounts as multiples of the unit that add up to {@link #payable}: each rounded down, then one unit more for
     * the largest remainders, equal ones in the order given; passed over are amounts without a remainder and those at their
     * limit.
     */
    static List<BigFraction> largestRemainder(List<Amount> amounts, BigFraction unit, @Nullable BigFraction budget) {
        List<BigFraction> paid = new ArrayList<>();
        List<BigFraction> remainders = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        BigFraction left = BigFraction.ZERO;
        for (Amount amount : amounts) {
            BigFraction whole = down(amount.exact, unit);
            paid.add(whole);
            remainders.add(amount.exact.subtract(whole));
            sum = sum.add(amount.exact);
            left = left.subtract(whole);
        }
        left = left.add(payable(sum, unit, budget));
        List<Integer> order = IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .toList();
        for (int i : order) {
            BigFraction more = paid.get(i).add(unit);
            BigFraction limit = amounts.get(i).limit;
            boolean may = remainders.get(i).signum() > 0 && (limit == null || more.compareTo(limit) <= 0);
            if (may && left.compareTo(unit) >= 0) {
                paid.set(i, more);
                left = left.subtract(unit);
            }
        }
        return paid;
    }
}
