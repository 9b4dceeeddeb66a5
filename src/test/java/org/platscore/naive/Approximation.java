package org.platscore.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Roots, logarithms and powers, by textbook series with 80 digits, rounded once to 30 significant digits. Arguments must
 * be in the range of the function.
 */
final class Approximation {
    private static final MathContext WIDE = new MathContext(80, RoundingMode.HALF_EVEN);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-85);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Approximation() {}

    static Fraction squareRoot(Fraction number) {
        return rounded(number.toDecimal(WIDE).sqrt(WIDE));
    }

    static Fraction naturalLogarithm(Fraction number) {
        return rounded(ln(number.toDecimal(WIDE)));
    }

    static Fraction decimalLogarithm(Fraction number) {
        return rounded(ln(number.toDecimal(WIDE)).divide(ln(BigDecimal.TEN), WIDE));
    }

    /** A base above zero to any power. */
    static Fraction power(Fraction base, Fraction exponent) {
        return rounded(exp(ln(base.toDecimal(WIDE)).multiply(exponent.toDecimal(WIDE), WIDE)));
    }

    /** The product of bases above zero, each to its power, rounded as a whole. */
    static Fraction productOfPowers(Iterable<Fraction[]> basesAndExponents) {
        BigDecimal logarithm = BigDecimal.ZERO;
        for (Fraction[] pair : basesAndExponents) {
            logarithm = logarithm.add(ln(pair[0].toDecimal(WIDE)).multiply(pair[1].toDecimal(WIDE), WIDE), WIDE);
        }
        return rounded(exp(logarithm));
    }

    private static Fraction rounded(BigDecimal wide) {
        return Fraction.of(wide.round(new MathContext(30, RoundingMode.HALF_UP)));
    }

    /** ln x = 2 (y + y³/3 + y⁵/5 + …) with y = (x − 1) ÷ (x + 1), after square roots have brought x near 1. */
    private static BigDecimal ln(BigDecimal number) {
        BigDecimal near = number;
        BigDecimal factor = TWO;
        while (near.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
            near = near.sqrt(WIDE);
            factor = factor.multiply(TWO);
        }
        BigDecimal ratio = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), WIDE);
        BigDecimal square = ratio.multiply(ratio, WIDE);
        BigDecimal power = ratio;
        BigDecimal sum = BigDecimal.ZERO;
        for (int odd = 1; power.abs().compareTo(TINY) > 0; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), WIDE), WIDE);
            power = power.multiply(square, WIDE);
        }
        return sum.multiply(factor, WIDE);
    }

    /** e^x = 1 + x + x²/2! + …, of x halved until it is small, then squared as often. */
    private static BigDecimal exp(BigDecimal number) {
        BigDecimal small = number;
        int halvings = 0;
        while (small.abs().compareTo(new BigDecimal("0.1")) > 0) {
            small = small.divide(TWO, WIDE);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            sum = sum.add(term, WIDE);
            term = term.multiply(small, WIDE).divide(BigDecimal.valueOf(n), WIDE);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, WIDE);
        }
        return sum;
    }
}
