package org.platscore.rules.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

class FormulasTest {

    static final Map<String, Term> NAMES = names();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "values.csv",
            delimiter = '|',
            quoteCharacter = '\u0001',
            numLinesToSkip = 1,
            nullValues = "(none)")
    void aFormulaHasItsValue(String label, String text, @Nullable String expected) {
        Formula formula = read(text, null);
        assertThat(shown(value(formula == null ? formula(text, ValueType.TRUTH) : formula)))
                .as(label)
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aFormulaTellsItsNamesInTheirOrder() {
        assertThat(formula("IF(domain = \"新材料\", x + gone, x)").names()).containsExactly("domain", "x", "gone");
        assertThat(formula("1 + 1").names()).isEmpty();
    }

    @Test
    void aFormulaTellsItsTypeAndSource() {
        Formula formula = formula("COALESCE(domain, class)");
        assertThat(formula.type()).isEqualTo(ValueType.CATEGORY);
        assertThat(formula.source()).isEqualTo("COALESCE(domain, class)");
    }

    @Test
    void aLongSumIsNoDeepTree() {
        String text = "x" + " + 1".repeat(50_000);
        assertThat(value(formula(text))).isEqualTo(BigFraction.of(50_007));
    }

    @Test
    void sixtyFourBracketsAreReadAndOneMoreIsRefused() {
        assertThat(value(formula("(".repeat(64) + "x" + ")".repeat(64)))).isEqualTo(BigFraction.of(7));
        assertThat(read("(".repeat(65) + "x" + ")".repeat(65), null)).isNull();
        assertThat(value(formula("-".repeat(64) + "x"))).isEqualTo(BigFraction.of(7));
        assertThat(read("-".repeat(5_000) + "x", null)).isNull();
        assertThat(read("NOT ".repeat(5_000) + "TRUE", ValueType.TRUTH)).isNull();
        assertThat(read("ABS(".repeat(5_000), null)).isNull();
    }

    @Test
    void lawsOfFractionsHoldForRandomNumbers() {
        Random random = new Random(15_130_000);
        List<String> laws = List.of(
                "(a + b) - b = a",
                "a * (b + c) = a * b + a * c",
                "(a / b) * b = a",
                "a / b / c = a / (b * c)",
                "a - b = -(b - a)",
                "a^3 = a * a * a",
                "(a * b)^2 = a^2 * b^2",
                "ABS(a - b) = MAX(a, b) - MIN(a, b)",
                "FLOOR(a) <= a AND a < FLOOR(a) + 1",
                "CEILING(a) = -FLOOR(-a)",
                "ABS(ROUND(a, 2) - a) <= 0.005",
                "NOT (a < b AND b < a)",
                "a / 3 + a / 3 + a / 3 - a = 0");
        for (String law : laws) {
            Formula formula = formula(law, ValueType.TRUTH);
            for (int i = 0; i < 100; i++) {
                Map<String, Object> drawn = new HashMap<>();
                for (String name : List.of("a", "b", "c")) {
                    drawn.put(name, BigFraction.of(1 + random.nextInt(2_000_000), 1 + random.nextInt(5_000)));
                }
                assertThat(formula.value(drawn::get)).as(law + drawn).isEqualTo(true);
            }
        }
    }

    @Test
    void aFormulaSaysItselfToASpreadsheet() {
        Formula formula =
                formula("IF(x >= 0.5 AND domain <> \"新材料\", FLOOR(x) - -2^2 / 3, COALESCE(gone, CEILING(x)))");
        assertThat(formula.spreadsheet(name ->
                        Map.of("x", "C5", "domain", "$D$5", "gone", "E5").get(name)))
                .isEqualTo("IF(IF((C5+0>=0.5),NOT(EXACT($D$5,\"新材料\")),FALSE),(INT(ROUND(C5,9))-(((-2)^2)/3)),"
                        + "IFERROR(E5+0,(-INT(-ROUND(C5,9)))))");
    }

    @ParameterizedTest
    @CsvSource({
        "x^2, (C5^2)",
        "2^x, (2^C5)",
        "x^0, ((C5*(0<>0)+(0=0))^0)",
        "x^gone, ((C5*(E5<>0)+(E5=0))^E5)",
        "x^2^gone, ((C5^2*(E5<>0)+(E5=0))^E5)"
    })
    void aPowerThatMayBeOfZeroIsToldToASpreadsheet(String power, String told) {
        assertThat(formula(power)
                        .spreadsheet(name -> Map.of("x", "C5", "gone", "E5").get(name)))
                .isEqualTo(told);
    }

    static @Nullable Formula read(String text, @Nullable ValueType wanted) {
        int length = text.codePointCount(0, text.length());
        return Formulas.read(new Node.Scalar(text, false, new Mark(1, 1, length)), NAMES, wanted, new Diagnostics());
    }

    private static Formula formula(String text) {
        return formula(text, null);
    }

    private static Formula formula(String text, @Nullable ValueType wanted) {
        Formula formula = read(text, wanted);
        if (formula == null) {
            throw new AssertionError("refused: " + text);
        }
        return formula;
    }

    private static @Nullable Object value(Formula formula) {
        Map<String, Object> values =
                Map.of("x", BigFraction.of(7), "domain", "新材料", "class", "A", "收入_2022", BigFraction.of(10));
        return formula.value(values::get);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof BigFraction) {
            return Exact.plain((BigFraction) value);
        }
        if (value instanceof Boolean) {
            return (Boolean) value ? "TRUE" : "FALSE";
        }
        return value == null ? "" : (String) value;
    }

    private static Map<String, Term> names() {
        Map<String, Term> names = new TreeMap<>();
        for (String name : List.of("x", "gone", "收入_2022", "a", "b", "c", "service_income", "flag")) {
            names.put(name, new Term(name, name, ValueType.NUMBER, List.of()));
        }
        names.put("class", new Term("class", "类别", ValueType.CATEGORY, List.of()));
        names.put("lost", new Term("lost", "丢失", ValueType.CATEGORY, List.of()));
        names.put("domain", new Term("domain", "领域", ValueType.CATEGORY, List.of("新材料", "现代农业", "生态环保")));
        return names;
    }
}
