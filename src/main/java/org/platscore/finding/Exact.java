package org.platscore.finding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.core.ArithmeticUtils;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Exact numbers: what {@link BigFraction} leaves to do. */
public final class Exact {

    /** Significant digits of an endless fraction in results.json, and of an approximate function's result. */
    public static final int DIGITS = 30;

    private static final MathContext THIRTY = new MathContext(DIGITS, RoundingMode.HALF_UP);
    private static final int BRIEF_PLACES = 4;
    /** With so many digits a decimal may be the beginning of an endless fraction, whose last digits may be zeros. */
    private static final int LONG = DIGITS - 10;

    /** A quotient that follows a fraction found by chance once in ten thousand times. */
    private static final BigInteger LARGE = BigInteger.valueOf(10_000);

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** Numerators and denominators of at most so many bits, times a power of ten below or one another, fit into a {@code long}. */
    private static final int SHORT_BITS = 31;
    /** Up to this common denominator short numbers are added as whole parts of it. */
    private static final long SHORT_SUM = 1L << SHORT_BITS;

    private static final long[] TENS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private static final int SMALL_BITS = 14;
    /** Denominators that fit into so many bits, by what they are, as far as they were met. */
    private static final @Nullable BigInteger[] SMALL = new @Nullable BigInteger[1 << SMALL_BITS];

    /** To bring a fraction to lowest terms takes long, and many values of a run are equal. */
    private static final Lately<BigDecimal, BigFraction> FRACTIONS = new Lately<>(15, Exact::fraction);

    private Exact() {}

    /** Returns the number as a decimal if its decimals end, else null. A fraction's sign may stand in its denominator. */
    public static @Nullable BigDecimal ending(BigFraction number) {
        BigInteger rest = number.getDenominator().abs();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        while (rest.compareTo(BigInteger.ONE) > 0) {
            BigInteger[] divided = rest.divideAndRemainder(FIVE);
            if (divided[1].signum() != 0) {
                return null;
            }
            rest = divided[0];
            fives++;
        }
        int places = Math.max(twos, fives);
        BigInteger times = BigInteger.TWO.pow(places - twos).multiply(FIVE.pow(places - fives));
        BigInteger parts = number.getNumerator().multiply(times);
        return new BigDecimal(number.getDenominator().signum() < 0 ? parts.negate() : parts, places)
                .stripTrailingZeros();
    }

    /** Returns the fraction equal to a decimal, for equal decimals mostly the same one. */
    public static BigFraction of(BigDecimal decimal) {
        return FRACTIONS.of(decimal);
    }

    private static BigFraction fraction(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigIntegerExact())
                : slim(BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale())));
    }

    /**
     * Returns the same number, with a small denominator that all such numbers have in common, and mostly an equal number met before:
     * where many are kept, it is a small part of what they take.
     */
    public static BigFraction slim(BigFraction number) {
        BigInteger own = number.getDenominator();
        if (own.signum() < 0 || own.bitLength() > SMALL_BITS) {
            return number;
        }
        BigInteger common = SMALL[own.intValue()];
        if (common == null) {
            SMALL[own.intValue()] = own;
            common = own;
        }
        return Alike.of(common == own ? number : BigFraction.of(number.getNumerator(), common));
    }

    /**
     * Returns the number that {@link #decimal(BigFraction)} wrote as this decimal: of an endless fraction's beginning that fraction, so
     * that 2/3 of an earlier run is no more and no less than 2/3. It is found where its denominator is far smaller than those that come
     * as near by chance (continued fractions: a large quotient follows it); any other decimal stands for itself.
     */
    public static BigFraction written(BigDecimal decimal) {
        if (decimal.scale() <= 0 || decimal.precision() < LONG) {
            return of(decimal);
        }
        BigInteger above = decimal.unscaledValue().abs();
        BigInteger below = BigInteger.TEN.pow(decimal.scale());
        BigInteger[] numerators = {BigInteger.ZERO, BigInteger.ONE};
        BigInteger[] denominators = {BigInteger.ONE, BigInteger.ZERO};
        while (below.signum() != 0) {
            BigInteger[] divided = above.divideAndRemainder(below);
            if (divided[0].compareTo(LARGE) > 0 && denominators[1].signum() != 0) {
                BigFraction near = BigFraction.of(numerators[1], denominators[1]);
                BigFraction fraction = decimal.signum() < 0 ? near.negate() : near;
                if (decimal(fraction).compareTo(decimal) == 0) {
                    return slim(fraction);
                }
            }
            next(numerators, divided[0]);
            next(denominators, divided[0]);
            above = below;
            below = divided[1];
        }
        return of(decimal);
    }

    private static void next(BigInteger[] parts, BigInteger quotient) {
        BigInteger next = quotient.multiply(parts[1]).add(parts[0]);
        parts[0] = parts[1];
        parts[1] = next;
    }

    /** Returns the fraction written as a plain decimal, such as {@code "0.1"}. */
    public static BigFraction of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** Returns the number rounded to {@code places} decimals, as an exact fraction; itself if it has no more. */
    public static BigFraction round(BigFraction number, int places, RoundingMode mode) {
        int own = shortPlaces(number);
        return own >= 0 && own <= places ? number : of(decimal(number, places, mode));
    }

    /** Returns the number rounded to {@code places} decimals. Unlike {@code BigFraction.bigDecimalValue}, exact for every size. */
    public static BigDecimal decimal(BigFraction number, int places, RoundingMode mode) {
        int own = shortPlaces(number);
        if (own >= 0 && own <= places && places < TENS.length) {
            return shortDecimal(number, places);
        }
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), places, mode);
    }

    /**
     * Returns the number as a decimal without trailing zeros; an endless fraction half-up to {@value #DIGITS} significant
     * digits (as in results.json).
     */
    public static BigDecimal decimal(BigFraction number) {
        int places = shortPlaces(number);
        if (places >= 0) {
            return shortDecimal(number, places);
        }
        BigDecimal numerator = new BigDecimal(number.getNumerator());
        BigDecimal denominator = new BigDecimal(number.getDenominator());
        return tidy(
                finite(number.getDenominator())
                        ? numerator.divide(denominator)
                        : numerator.divide(denominator, THIRTY));
    }

    /** Returns {@link #decimal(BigFraction)} in plain notation. */
    public static String plain(BigFraction number) {
        return decimal(number).toPlainString();
    }

    /** Returns a decimal in plain notation without trailing zeros. */
    public static String plain(BigDecimal number) {
        return tidy(number).toPlainString();
    }

    /**
     * Returns the number for a sentence: at most four decimals, thousands separated, with {@code ≈} before it where decimals are
     * cut off.
     */
    public static String brief(BigFraction number) {
        BigDecimal exact = decimal(number);
        if (exact.scale() <= BRIEF_PLACES) {
            return grouped(exact);
        }
        BigDecimal rounded = exact.setScale(BRIEF_PLACES, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            rounded = exact.round(new MathContext(3, RoundingMode.HALF_UP));
        }
        return (rounded.compareTo(exact) == 0 ? "" : "≈") + grouped(rounded);
    }

    /** Returns a decimal without trailing zeros, its thousands separated by commas. */
    public static String grouped(BigDecimal number) {
        String plain = plain(number);
        int point = plain.indexOf('.');
        int first = plain.startsWith("-") ? 1 : 0;
        int last = (point < 0 ? plain.length() : point) - 3;
        if (last <= first) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        for (int at = last; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /**
     * Returns the sum; 0 of no numbers. Where numbers are long, halves are added up first: the long denominators of a sum of many
     * fractions then meet only at the end.
     */
    public static BigFraction sum(List<BigFraction> numbers) {
        int size = numbers.size();
        if (size < 2) {
            return size == 0 ? BigFraction.ZERO : numbers.get(0);
        }
        BigFraction sum = shortSum(numbers);
        return sum != null ? sum : sum(numbers.subList(0, size / 2)).add(sum(numbers.subList(size / 2, size)));
    }

    /** Returns the sum of short numbers whose common denominator is short, too; null of others. */
    private static @Nullable BigFraction shortSum(List<BigFraction> numbers) {
        long common = 1;
        long parts = 0;
        for (BigFraction number : numbers) {
            if (!isShort(number)) {
                return null;
            }
            long denominator = number.getDenominator().longValue();
            if (common % denominator != 0) {
                long times = denominator / ArithmeticUtils.gcd(common, denominator);
                common *= times;
                if (common > SHORT_SUM || Math.abs(parts) > Long.MAX_VALUE / 4 / times) {
                    return null;
                }
                parts *= times;
            }
            // At most 2^31 times 2^31, so that nothing is cut off before it is looked at.
            parts += number.getNumerator().longValue() * (common / denominator);
            if (Math.abs(parts) > Long.MAX_VALUE / 4) {
                return null;
            }
        }
        return BigFraction.of(parts, common);
    }

    /** Returns how two numbers compare, as {@code BigFraction.compareTo} does. */
    public static int compare(BigFraction a, BigFraction b) {
        if (!isShort(a) || !isShort(b)) {
            return a.compareTo(b);
        }
        return Long.compare(
                a.getNumerator().longValue() * b.getDenominator().longValue(),
                b.getNumerator().longValue() * a.getDenominator().longValue());
    }

    private static boolean isShort(BigFraction number) {
        BigInteger denominator = number.getDenominator();
        return denominator.bitLength() <= SHORT_BITS
                && denominator.signum() > 0
                && number.getNumerator().bitLength() <= SHORT_BITS;
    }

    /** Returns the greater of two numbers. */
    public static BigFraction max(BigFraction a, BigFraction b) {
        return compare(a, b) >= 0 ? a : b;
    }

    /** Returns the smaller of two numbers. */
    public static BigFraction min(BigFraction a, BigFraction b) {
        return compare(a, b) <= 0 ? a : b;
    }

    /** Returns {@code number} cut to between {@code low} and {@code high}. */
    public static BigFraction clamp(BigFraction number, BigFraction low, BigFraction high) {
        return max(low, min(high, number));
    }

    /** Returns the decimal without trailing zeros and without an exponent. */
    public static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns how many decimals a number has whose numerator and denominator are short, as most are; -1 where they are not, or
     * there are many decimals or no end of them.
     */
    private static int shortPlaces(BigFraction number) {
        if (!isShort(number)) {
            return -1;
        }
        long parts = number.getDenominator().longValue();
        for (int places = 0; places < TENS.length; places++) {
            if (TENS[places] % parts == 0) {
                return places;
            }
        }
        return -1;
    }

    /** Returns a short number with so many decimals; it has no more. */
    private static BigDecimal shortDecimal(BigFraction number, int places) {
        long times = TENS[places] / number.getDenominator().longValue();
        return BigDecimal.valueOf(number.getNumerator().longValue() * times, places);
    }

    private static boolean finite(BigInteger denominator) {
        BigInteger rest = denominator.abs().shiftRight(Math.max(0, denominator.getLowestSetBit()));
        BigInteger five = BigInteger.valueOf(5);
        while (!rest.equals(BigInteger.ONE)) {
            BigInteger[] split = rest.divideAndRemainder(five);
            if (split[1].signum() != 0) {
                return false;
            }
            rest = split[0];
        }
        return true;
    }
}
