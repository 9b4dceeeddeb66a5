package org.platscore.rules.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;

/** The expected digits are those of published tables or of a longer computation by other means. */
class ApproximateTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "root of 2, sqrt, 2, 1.41421356237309504880168872421",
        "a square, sqrt, 144, 12",
        "a decimal square, sqrt, 0.0625, 0.25",
        "a square beyond binary fractions, sqrt, 1e60, 1e30",
        "a tiny square, sqrt, 1e-60, 1e-30",
        "a root with 31 digits is rounded half-up, sqrt, 1.000000000000000000000000000010000000000000000000000000000025, 1.00000000000000000000000000001",
        "root of 0, sqrt, 0, 0",
        "root of a negative number, sqrt, -1, ''",
        "logarithm of 2, ln, 2, 0.693147180559945309417232121458",
        "logarithm of 10, ln, 10, 2.30258509299404568401799145468",
        "logarithm of 1, ln, 1, 0",
        "logarithm next to 1, ln, 1.0000000000000000000000000000000000000001, 1e-40",
        "logarithm of a great number, ln, 1e30, 69.0775527898213705205397436405",
        "logarithm of 0, ln, 0, ''",
        "logarithm of a negative number, ln, -3, ''",
        "decimal logarithm of a thousand, log10, 1000, 3",
        "decimal logarithm of a thousandth, log10, 0.001, -3",
        "decimal logarithm of 2, log10, 2, 0.301029995663981195213738894724",
        "decimal logarithm of 0, log10, 0, ''"
    })
    void aFunctionHasThirtyDigits(String label, String function, String number, String expected) {
        BigFraction of = Exact.of(number);
        BigFraction result = function.equals("sqrt")
                ? Approximate.sqrt(of)
                : function.equals("ln") ? Approximate.ln(of) : Approximate.log10(of);
        assertThat(result).as(label).isEqualTo(expected.isEmpty() ? null : Exact.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "whole exponent, 1/3, 3, 1/27",
        "negative whole exponent, 2/3, -2, 9/4",
        "negative base, -2, 3, -8",
        "negative base with even exponent, -2, 2, 4",
        "exponent 0, 7, 0, 1",
        "0 to the 0, 0, 0, 1",
        "0 to a fraction, 0, 1/2, 0",
        "0 to a negative exponent, 0, -1, ''",
        "cube root, 8, 1/3, 2",
        "cube root of a fraction is a decimal, 1/27, 1/3, 333333333333333333333333333333/1000000000000000000000000000000",
        "root by power, 2, 1/2, 141421356237309504880168872421/100000000000000000000000000000",
        "fraction of a negative base, -8, 1/3, ''",
        "1 to a huge exponent, 1, 1000000000000000000000, 1",
        "-1 to a huge exponent, -1, 1000000000000000000001, -1",
        "too many digits, 2, 1000000000000000000000, ''",
        "too many digits below 1, 1/2, 100000, ''",
        "too many digits of a fraction, 10, 20001/2, ''"
    })
    void aPowerIsExactForWholeExponents(String label, String base, String exponent, String expected) {
        BigFraction power = Approximate.power(BigFraction.parse(base), BigFraction.parse(exponent));
        assertThat(power).as(label).isEqualTo(expected.isEmpty() ? null : BigFraction.parse(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a whole quotient, -3, 4, -2, 1/9",
        "a whole quotient of two below 0, -3, -4, -2, 9",
        "a fraction, 4, 1, -2, 1/2",
        "a negative base to a fraction, -3, 1, -2, ''"
    })
    void anExponentMayBeAQuotientByANumberBelowZero(
            String label, int base, int dividend, int divisor, String expected) {
        BigFraction exponent = BigFraction.of(dividend).divide(divisor);
        BigFraction power = Approximate.power(BigFraction.of(base), exponent);
        assertThat(power).as(label).isEqualTo(expected.isEmpty() ? null : BigFraction.parse(expected));
    }

    @Test
    void aGeometricMeanIsWeighted() {
        List<BigFraction> values = List.of(BigFraction.of(2), BigFraction.of(16));
        assertThat(Approximate.geometricMean(values, fractions(1, 2))).isEqualTo(BigFraction.of(8));
        assertThat(Approximate.geometricMean(values, List.of(BigFraction.of(1, 4), BigFraction.of(1, 2))))
                .isEqualTo(BigFraction.of(8));
        assertThat(Approximate.geometricMean(fractions(0, 5), fractions(1, 1))).isEqualTo(BigFraction.ZERO);
        assertThat(Approximate.geometricMean(fractions(1, 1, 1), fractions(3, 1, 2)))
                .isEqualTo(BigFraction.ONE);
        List<BigFraction> sevenths = List.of(BigFraction.of(3, 7), BigFraction.of(6, 14));
        assertThat(Approximate.geometricMean(sevenths, fractions(1, 2))).isEqualTo(BigFraction.of(3, 7));
        assertThatThrownBy(() -> Approximate.geometricMean(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all equal, 7 7 7, 0",
        "two values, 1 3, 1.41421356237309504880168872421",
        "whole result, 2 4 4 4 5 5 7 9 5, 2",
        "of eight, 2 4 4 4 5 5 7 9, 2.13808993529939507747642784704"
    })
    void aStandardDeviationIsTheSamples(String label, String values, String expected) {
        List<BigFraction> numbers = Stream.of(values.split(" ")).map(Exact::of).toList();
        assertThat(Approximate.standardDeviation(numbers)).as(label).isEqualTo(Exact.of(expected));
    }

    @Test
    void rootsSquaredComeBackWithinThirtyDigits() {
        Random random = new Random(20221231);
        for (int i = 0; i < 200; i++) {
            BigFraction number = BigFraction.of(1 + random.nextInt(1_000_000_000), 1 + random.nextInt(1_000_000));
            BigFraction root = Approximate.sqrt(number);
            BigFraction power = Approximate.power(number, BigFraction.of(1, 2));
            assertThat(root).isEqualTo(power).isNotNull();
            BigDecimal truth = new BigDecimal(number.getNumerator())
                    .divide(new BigDecimal(number.getDenominator()), new MathContext(90))
                    .sqrt(new MathContext(80))
                    .round(new MathContext(Exact.DIGITS, RoundingMode.HALF_UP));
            assertThat(root).isEqualTo(Exact.of(truth));
        }
    }

    private static List<BigFraction> fractions(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigFraction::of).toList();
    }
}
