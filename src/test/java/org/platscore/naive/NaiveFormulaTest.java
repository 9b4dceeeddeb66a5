package org.platscore.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The naive formulas against values worked out by hand or taken from tables of constants. */
class NaiveFormulaTest {
    private static final Map<String, Object> NAMES = Map.of("a", Fraction.of(3), "b", Fraction.of(1, 2), "kind", "A");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unary minus binds before the power   | -2 ^ 2                                  | 4
            powers join from the left            | 2 ^ 3 ^ 2                               | 64
            a product before a sum               | a + 2 * b                               | 4
            thirds come back whole               | 1 / 3 * 3                               | 1
            tenths add up                        | 0.1 + 0.2                               | 3/10
            thirds cancel                        | a / 3 + a / 3 + a / 3 - a               | 0
            division by zero has no value        | a / (b - 0.5)                           | none
            a missing name has no value          | gone + 1                                | none
            COALESCE takes the first with value  | COALESCE(gone, 1 / 0, a)                | 3
            IF leaves the other branch alone     | IF(a > 2, a, 1 / 0)                     | 3
            OR needs no more than one that holds | a = 3 OR gone = 1                       | true
            AND ends at one that does not hold   | a <> 3 AND gone = 1                     | false
            NOT is looser than a comparison      | NOT a = 3                               | false
            AND before OR                        | a = 3 OR a = 3 AND a = 4                | true
            text compares as text                | kind = "A" AND kind <> "B"              | true
            ROUND goes away from zero at a half  | ROUND(-2.5, 0)                          | -3
            ROUND to tens                        | ROUND(125, -1)                          | 130
            FLOOR goes down below zero too       | FLOOR(-0.5)                             | -1
            CEILING goes up                      | CEILING(0.1) + CEILING(-0.1)            | 1
            MIN and MAX of many                  | MIN(a, 1, 2) + MAX(a, 9, 2)             | 10
            a root that is whole                 | SQRT(16)                                | 4
            a root to 30 digits                  | SQRT(2) = 1.41421356237309504880168872421 | true
            the logarithm of 10                  | LN(10) = 2.30258509299404568401799145468 | true
            the decimal logarithm of 1000        | LOG10(1000)                             | 3
            a cube root that is whole            | 8 ^ (1 / 3)                             | 2
            a negative power                     | 2 ^ -2                                  | 1/4
            a root of less than nothing          | SQRT(-1)                                | none
            """)
    void isWorkedOut(String label, String formula, String expected) {
        assertThat(String.valueOf(Formula.value(formula, NAMES::get)).replace("null", "none"))
                .as(label)
                .isEqualTo(expected);
    }
}
