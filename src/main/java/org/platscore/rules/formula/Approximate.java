package org.platscore.rules.formula;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;

/**
 * The only arithmetic that is not exact: roots, logarithms, fractional powers, geometric means and standard deviations. Each is
 * computed as a whole to more than 34 correct digits and then rounded, half-up, to 30 significant digits.
 */
public final class Approximate {

    /** More digits than this in a power's numerator or denominator, and it has no value. */
    static final int MOST_DIGITS = 10_000;

    private static final int WORKING_DIGITS = 70;
    private static final int SETTLED_DIGITS = 50;

    private Approximate() {}

    /** Returns the square root; null for a negative number. */
    public static @Nullable BigFraction sqrt(BigFraction number) {
        return number.signum() < 0 ? null : root(number);
    }

    /** Returns the natural logarithm; null unless the number is above 0. */
    public static @Nullable BigFraction ln(BigFraction number) {
        return number.signum() <= 0 ? null : settle(log(number));
    }

    /** Returns the decimal logarithm; null unless the number is above 0. */
    public static @Nullable BigFraction log10(BigFraction number) {
        return number.signum() <= 0
                ? null
                : settle(log(number).divide(log(BigFraction.of(10)), working(WORKING_DIGITS)));
    }

    /**
     * Returns a power: exact for a whole exponent, else approximate. Null where it has no value: a negative base with a
     * fractional exponent, 0 with a negative one, or a result whose numerator or denominator could have more than 10,000
     * digits. 0 to the power 0 is 1.
     */
    public static @Nullable BigFraction power(BigFraction base, BigFraction exponent) {
        if (exponent.signum() == 0 || base.compareTo(BigFraction.ONE) == 0) {
            return BigFraction.ONE;
        }
        if (base.signum() == 0) {
            return exponent.signum() < 0 ? null : BigFraction.ZERO;
        }
        if (exponent.getDenominator().abs().equals(BigInteger.ONE)) {
            return wholePower(base, exponent.getNumerator().multiply(exponent.getDenominator()));
        }
        if (base.signum() < 0) {
            return null;
        }
        BigDecimal logarithm = log(base).multiply(decimal(exponent, WORKING_DIGITS), working(WORKING_DIGITS));
        BigDecimal most = log(BigFraction.of(10)).multiply(BigDecimal.valueOf(MOST_DIGITS));
        return logarithm.abs().compareTo(most) > 0 ? null : settle(exp(logarithm));
    }

    /**
     * Returns the weighted geometric mean, {@code (Π valueᵢ ^ weightᵢ) ^ (1 / Σ weightᵢ)}; 0 where a value is 0, and exact where all
     * values are equal.
     *
     * @param values at least one, none below 0
     * @param weights as many, each above 0
     */
    public static BigFraction geometricMean(List<BigFraction> values, List<BigFraction> weights) {
        if (values.isEmpty() || values.size() != weights.size()) {
            throw new IllegalArgumentException(values.size() + " values, " + weights.size() + " weights");
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigFraction total = BigFraction.ZERO;
        Iterator<BigFraction> weight = weights.iterator();
        for (BigFraction value : values) {
            BigFraction times = weight.next();
            if (value.signum() < 0 || times.signum() <= 0) {
                throw new IllegalArgumentException("value " + value + ", weight " + times);
            }
            if (value.signum() == 0) {
                return BigFraction.ZERO;
            }
            sum = sum.add(log(value).multiply(decimal(times, WORKING_DIGITS)));
            total = total.add(times);
        }
        if (values.stream().distinct().count() == 1) {
            return values.get(0);
        }
        return settle(exp(sum.divide(decimal(total, WORKING_DIGITS), working(WORKING_DIGITS))));
    }

    /**
     * Returns the sample standard deviation, the root of {@code Σ (x − mean)² / (n − 1)}.
     *
     * @param values at least two
     */
    public static BigFraction standardDeviation(List<BigFraction> values) {
        int n = values.size();
        if (n < 2) {
            throw new IllegalArgumentException("standard deviation of " + n);
        }
        BigFraction sum = Exact.sum(values);
        BigFraction squares =
                Exact.sum(values.stream().map(value -> value.multiply(value)).toList());
        return root(squares.subtract(sum.multiply(sum).divide(n)).divide(n - 1));
    }

    /** The digits of the root are cut off, not rounded, by the integer root; so rounding them half-up once is right. */
    private static BigFraction root(BigFraction number) {
        if (number.signum() == 0) {
            return BigFraction.ZERO;
        }
        int magnitude = digits(number.getNumerator()) - digits(number.getDenominator());
        int places = Math.max(0, SETTLED_DIGITS - magnitude / 2);
        BigInteger scaled =
                number.getNumerator().multiply(BigInteger.TEN.pow(2 * places)).divide(number.getDenominator());
        return rounded(new BigDecimal(scaled.sqrt(), places));
    }

    private static @Nullable BigFraction wholePower(BigFraction base, BigInteger exponent) {
        boolean unit = base.abs().compareTo(BigFraction.ONE) == 0;
        if (unit) {
            return exponent.testBit(0) ? base : BigFraction.ONE;
        }
        int digits = Math.max(digits(base.getNumerator()), digits(base.getDenominator()));
        if (exponent.abs().multiply(BigInteger.valueOf(digits)).compareTo(BigInteger.valueOf(MOST_DIGITS)) > 0) {
            return null;
        }
        return base.pow(exponent.intValueExact());
    }

    /** Numbers close to 1 have small logarithms: their first digits stand far behind the point, so more are taken. */
    private static BigDecimal log(BigFraction number) {
        BigFraction off = number.subtract(BigFraction.ONE);
        int lost = off.signum() == 0 ? 0 : Math.max(0, digits(off.getDenominator()) - digits(off.getNumerator()));
        int digits = WORKING_DIGITS + lost;
        return BigDecimalMath.log(decimal(number, digits), working(digits));
    }

    private static BigDecimal exp(BigDecimal number) {
        return BigDecimalMath.exp(number, working(WORKING_DIGITS));
    }

    private static BigDecimal decimal(BigFraction number, int digits) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), working(digits));
    }

    /** A result that is a short decimal, such as the cube root of 8, first loses the noise of its last digits. */
    private static BigFraction settle(BigDecimal number) {
        return rounded(number.round(new MathContext(SETTLED_DIGITS, RoundingMode.HALF_UP)));
    }

    private static BigFraction rounded(BigDecimal number) {
        return Exact.of(number.round(new MathContext(Exact.DIGITS, RoundingMode.HALF_UP)));
    }

    private static MathContext working(int digits) {
        return new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    /** An upper bound of the decimal digits, at most one too many. */
    private static int digits(BigInteger number) {
        return (int) (number.bitLength() * 30103L / 100_000) + 1;
    }
}
