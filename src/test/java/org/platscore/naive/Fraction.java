package org.platscore.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact fraction in lowest terms with a positive denominator. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    private static final Pattern WRITTEN = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)(千|万|百万|千万|亿)?元?(%)?");
    private static final Map<String, Integer> ZEROS = Map.of("千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8);

    Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(divisor);
        under = under.divide(divisor);
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Fraction of(BigDecimal decimal) {
        return decimal.scale() >= 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Reads a number as a person would write it: {@code 500万}, {@code 20%}, {@code 1,000}. */
    static Fraction read(String text) {
        Matcher written = written(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not a number: " + text);
        }
        Fraction number = of(new BigDecimal(written.group(1)));
        if (written.group(2) != null) {
            number = number.times(of(BigDecimal.ONE.scaleByPowerOfTen(ZEROS.get(written.group(2)))));
        }
        return written.group(3) == null ? number : number.by(of(100));
    }

    static boolean looksLikeOne(String text) {
        return written(text).matches();
    }

    private static Matcher written(String text) {
        return WRITTEN.matcher(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace(",", ""));
    }

    static Fraction sum(Collection<Fraction> numbers) {
        return numbers.stream().reduce(ZERO, Fraction::plus);
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** Divides; throws ArithmeticException by zero. */
    Fraction by(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    Fraction power(int exponent) {
        return exponent < 0 ? ONE.by(power(-exponent)) : new Fraction(over.pow(exponent), under.pow(exponent));
    }

    Fraction atLeast(Fraction bound) {
        return compareTo(bound) < 0 ? bound : this;
    }

    Fraction atMost(Fraction bound) {
        return compareTo(bound) > 0 ? bound : this;
    }

    Fraction between(Fraction low, Fraction high) {
        return atLeast(low).atMost(high);
    }

    boolean isWhole() {
        return under.equals(BigInteger.ONE);
    }

    int sign() {
        return over.signum();
    }

    /** The largest whole number that is not above this. */
    Fraction floor() {
        BigInteger[] parts = over.divideAndRemainder(under);
        return new Fraction(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    Fraction ceiling() {
        return negated().floor().negated();
    }

    /** Rounded to decimals after the point; below zero: to tens, hundreds. */
    Fraction rounded(int decimals, RoundingMode mode) {
        Fraction shift = of(10).power(decimals);
        Fraction shifted = times(shift);
        BigDecimal whole = new BigDecimal(shifted.over).divide(new BigDecimal(shifted.under), 0, mode);
        return of(whole).by(shift);
    }

    /** As files show it: an endless fraction rounded half up to 30 significant digits. */
    BigDecimal shown() {
        BigInteger rest = under;
        for (BigInteger factor : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(factor).signum() == 0) {
                rest = rest.divide(factor);
            }
        }
        boolean ends = rest.equals(BigInteger.ONE);
        return toDecimal(ends ? MathContext.UNLIMITED : new MathContext(30, RoundingMode.HALF_UP));
    }

    /** The decimal of this many digits that is nearest. */
    BigDecimal toDecimal(MathContext digits) {
        return new BigDecimal(over).divide(new BigDecimal(under), digits);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override
    public String toString() {
        return isWhole() ? over.toString() : over + "/" + under;
    }
}
