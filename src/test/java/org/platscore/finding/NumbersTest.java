package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.rules.source.RuleNumber;

/** Numbers as people write them, and what is exact about them. */
class NumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            whole               | 1234            | 1234      |
            decimal             | 12.50           | 12.50     |
            without a whole part| .5              | 0.5       |
            full width          | １，２３４．５  | 1234.5    |
            groups of three     | 1,234,567.8     | 1234567.8 |
            a plus              | +5              | 5         |
            minus               | -5              | -5        |
            a true minus        | −1200.50        | -1200.50  |
            a full-width minus  | －5             | -5        |
            brackets            | (1,200.50)      | -1200.50  |
            wide brackets       | （1,200）       | -1200     |
            yuan sign           | ¥1,000          | 1000      |
            minus and yuan      | -¥5             | -5        |
            a suffix            | 3万元           | 3         | 万元
            a spaced suffix     | 3 万 元         | 3         | 万元
            a per cent          | 20%             | 20        | %
            a unit of a unit    | 500元/样        | 500       | 元/样
            an exponent         | 1.5e3           | 1500      |
            a negative exponent | 15E-1           | 1.5       |
            an apostrophe       | '123            | 123       |
            zero width          | 1\u200B23       | 123       |
            from a telephone    | 12\uFE0F3       | 123       |
            square metres       | 120㎡           | 120       | m2
            written with a 2    | 120 m2          | 120       | m2
            written with a ²    | 120m²           | 120       | m²
            a mark of a note    | 1200①          | 1200      | ①
            a raised digit      | 10²             | 10        | ²
            """)
    void aNumberWithItsSuffix(String label, String text, BigDecimal number, String suffix) {
        NumberText read = NumberText.read(text.replace("\\u200B", "\u200B").replace("\\uFE0F", "\uFE0F"))
                .orElseThrow();

        assertThat(read.number()).isEqualByComparingTo(number);
        assertThat(read.suffix()).isEqualTo(suffix == null ? "" : suffix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "—",
                "无",
                "约30",
                "30左右到40",
                "NaN",
                "Infinity",
                "0x1p3",
                "٣",
                "1.2.3",
                "1,23",
                "1,2345",
                "12,34,567",
                "1.",
                "(5",
                "(-5)",
                "1e31",
                "1e-31",
                "1e400",
                "1e999999999",
                "2021-3-5",
                "3-5",
                "abc",
                "①",
                "⑽",
                "½",
                "120m20",
                "111111111111111111111111111111111111111111111111111"
            })
    void whatIsNoNumber(String text) {
        assertThat(NumberText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "500万,5000000",
        "1.5亿,150000000",
        "20%,0.2",
        "5‰,0.005",
        "100万元,1000000",
        "'1,000',1000",
        "3千元,3000",
        "8元,8",
        "２０％,0.2",
        "-20%,-0.2",
        "0,0"
    })
    void numbersOfTheRulesCarryWhatAPersonWouldWrite(String text, String number) {
        assertThat(RuleNumber.read(text)).contains(Exact.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5公斤", "20%%", "五万", "1/3", "100万年", "万", "5 6"})
    void otherSuffixesAreNoNumbersOfTheRules(String text) {
        assertThat(RuleNumber.read(text)).isEmpty();
    }

    @Test
    void thirdsAndTenthsAreExact() {
        BigFraction third = BigFraction.of(1, 3);

        assertThat(third.multiply(3)).isEqualTo(BigFraction.ONE);
        assertThat(third.add(third).add(third).subtract(1)).isEqualTo(BigFraction.ZERO);
        assertThat(Exact.of("0.1").add(Exact.of("0.2"))).isEqualTo(Exact.of("0.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.675,2,HALF_UP,2.68",
        "1.005,2,HALF_UP,1.01",
        "-2.5,0,HALF_UP,-3",
        "2.5,0,HALF_EVEN,2",
        "2.999,2,DOWN,2.99",
        "-2.999,2,DOWN,-2.99",
        "7,2,HALF_UP,7"
    })
    void roundsTheDecimalItself(String number, int places, RoundingMode mode, String rounded) {
        assertThat(Exact.round(Exact.of(number), places, mode)).isEqualTo(Exact.of(rounded));
    }

    @Test
    void decimalsArePlainAndEndlessOnesHaveThirtyDigits() {
        assertThat(Exact.plain(Exact.of("1E+7"))).isEqualTo("10000000");
        assertThat(Exact.plain(Exact.of("0.5000"))).isEqualTo("0.5");
        assertThat(Exact.plain(BigFraction.of(2, 3))).isEqualTo("0.666666666666666666666666666667");
        assertThat(Exact.plain(BigFraction.of(1, 1024))).isEqualTo("0.0009765625");
        assertThat(Exact.plain(BigFraction.ZERO)).isEqualTo("0");
    }

    @Test
    void briefNumbersSayWhereTheyAreCut() {
        assertThat(Exact.brief(BigFraction.of(1, 3))).isEqualTo("≈0.3333");
        assertThat(Exact.brief(Exact.of("0.12345"))).isEqualTo("≈0.1235");
        assertThat(Exact.brief(Exact.of("0.1234"))).isEqualTo("0.1234");
        assertThat(Exact.brief(BigFraction.of(1, 300_000))).isEqualTo("≈0.00000333");
        assertThat(Exact.brief(Exact.of("0.00001234"))).isEqualTo("≈0.0000123");
        assertThat(Exact.brief(Exact.of("0.00002"))).isEqualTo("0.00002");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"3, 7", "-3, 7", "3, -7", "1, 16383", "1, 16384", "5, 123456789012345678901"})
    void aFractionStaysTheSameNumberWithACommonDenominator(String numerator, BigInteger denominator) {
        BigFraction number = BigFraction.of(new BigInteger(numerator), denominator);
        BigInteger same = new BigInteger(denominator.toString());
        BigFraction other = BigFraction.of(BigInteger.TWO.multiply(same).add(BigInteger.ONE), same);
        assertThat(Exact.slim(number)).isEqualTo(number);
        boolean common =
                Exact.slim(number).getDenominator() == Exact.slim(other).getDenominator();
        assertThat(common).isEqualTo(denominator.signum() > 0 && denominator.bitLength() <= 14);
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({
        "5, -5, -1",
        "-7, -2, 3.5",
        "7, -2, -3.5",
        "1, -1024, -0.0009765625",
        "2, -1000000000000, -0.000000000002",
        "1, -3, ",
        "-12, -7, "
    })
    void aDivisorBelowZeroGivesTheQuotientItsSign(BigInteger numerator, BigInteger denominator, String ending) {
        BigFraction number = BigFraction.of(numerator).divide(BigFraction.of(denominator));
        assertThat(Exact.ending(number)).isEqualTo(ending == null ? null : new BigDecimal(ending));
    }

    @Test
    void aDecimalThatEndsIsWholeWhateverTheSignOfItsDivisor() {
        BigFraction small =
                BigFraction.of(BigInteger.ONE, BigInteger.TWO.pow(60).negate());
        assertThat(Exact.decimal(small)).isEqualTo(Exact.decimal(small.abs()).negate());
    }

    @Test
    void shortNumbersComeToWhatLongDivisionSays() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            BigInteger numerator = new BigInteger(random.nextInt(40), random);
            BigInteger denominator = random.nextBoolean()
                    ? BigInteger.TWO
                            .pow(random.nextInt(14))
                            .multiply(BigInteger.valueOf(5).pow(random.nextInt(12)))
                    : new BigInteger(random.nextInt(36), random).add(BigInteger.ONE);
            BigFraction number = BigFraction.of(random.nextBoolean() ? numerator : numerator.negate(), denominator);
            BigDecimal dividend = new BigDecimal(number.getNumerator());
            BigDecimal divisor = new BigDecimal(number.getDenominator());
            int places = random.nextInt(12);
            BigDecimal rounded = dividend.divide(divisor, places, RoundingMode.HALF_EVEN);
            assertThat(Exact.decimal(number, places, RoundingMode.HALF_EVEN)).isEqualTo(rounded);
            assertThat(Exact.round(number, places, RoundingMode.HALF_EVEN)).isEqualTo(Exact.of(rounded));
            BigDecimal ending = Exact.ending(number);
            BigDecimal shown =
                    ending == null ? dividend.divide(divisor, new MathContext(30, RoundingMode.HALF_UP)) : ending;
            assertThat(Exact.decimal(number)).isEqualTo(Exact.tidy(shown));
        }
    }
}
