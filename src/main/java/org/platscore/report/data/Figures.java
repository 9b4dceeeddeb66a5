package org.platscore.report.data;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.Rounding;

/** Exact numbers as decimals for CSV, JSON and cells. */
public final class Figures {

    private Figures() {}

    /** Returns points with the declared decimals; where none are declared, an endless number to 30 digits. */
    public static BigDecimal points(Rounding rounding, BigFraction points) {
        return places(points, rounding.indicator(), rounding);
    }

    /**
     * Returns a bounded sum of bonuses or deductions as it is counted: with the declared decimals, or with those of the limit that
     * binds it where it has more.
     */
    public static BigDecimal bounded(Rounding rounding, BigFraction sum) {
        BigDecimal exact = Exact.decimal(sum);
        return exact.scale() > rounding.indicator() ? exact : points(rounding, sum);
    }

    /** Returns a total with the declared decimals; where none are declared, an endless number to 30 digits. */
    public static BigDecimal total(Rounding rounding, BigFraction total) {
        return places(total, rounding.total(), rounding);
    }

    /** Returns a number without trailing zeros, an endless one to 30 digits; null for null. */
    public static @Nullable BigDecimal plain(@Nullable BigFraction number) {
        return number == null ? null : Exact.decimal(number);
    }

    private static BigDecimal places(BigFraction number, int places, Rounding rounding) {
        return places == Rounding.NONE ? Exact.decimal(number) : Exact.decimal(number, places, rounding.mode());
    }
}
