package org.platscore.finding;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, as an argument of a message. Amounts of 元 from 10,000 on are told in 万元 in Chinese, where four
 * decimals hold them.
 *
 * @param unit empty for none
 */
public record Quantity(BigFraction number, String unit) {

    /** The unit of amounts. */
    public static final String YUAN = "元";

    private static final Set<String> PERCENT = Set.of("%", "％");
    private static final BigFraction WAN = BigFraction.of(10_000);
    private static final int MOST_DECIMALS = 4;

    // As Java makes them for a record, but many times faster before they have run for long.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity
                && number.equals(((Quantity) other).number)
                && unit.equals(((Quantity) other).unit);
    }

    @Override
    public int hashCode() {
        return 31 * number.hashCode() + unit.hashCode();
    }

    /** Returns an amount of 元. */
    public static Quantity yuan(BigFraction amount) {
        return new Quantity(amount, YUAN);
    }

    /** Returns a share in percent: 0.45 is 45%. */
    public static Quantity percent(BigFraction share) {
        return new Quantity(share.multiply(100), "%");
    }

    /** Returns the number and its unit as a sentence has them: {@code 150 万元}, {@code 1,763 次}, {@code 45%}. */
    public String in(Lang lang) {
        if (unit.equals(YUAN) && lang == Lang.ZH && number.abs().compareTo(WAN) >= 0) {
            BigDecimal wan = Exact.decimal(number.divide(WAN));
            if (wan.scale() <= MOST_DECIMALS) {
                return Exact.grouped(wan) + " 万元";
            }
        }
        return Exact.brief(number) + after(lang);
    }

    /** Returns the number with all its digits, and its unit. */
    public String inFull(Lang lang) {
        return Exact.grouped(Exact.decimal(number)) + after(lang);
    }

    private String after(Lang lang) {
        if (unit.isEmpty() || PERCENT.contains(unit)) {
            return unit;
        }
        return " " + (unit.equals(YUAN) && lang == Lang.EN ? "yuan" : unit);
    }
}
