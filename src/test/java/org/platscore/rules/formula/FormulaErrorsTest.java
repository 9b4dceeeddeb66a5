package org.platscore.rules.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Each faulty formula of errors.txt with all that is said about it, in both languages. */
class FormulaErrorsTest {

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultyFormulaIsToldWithColumnCauseAndFix(Case each) {
        assertThat(report(each.formula, each.wanted)).isEqualTo(each.expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain scalar, nope + 1, false, 8, 10, 4",
        "quoted, nope + 1, true, 10, 11, 4",
        "escaped quotes before it, domain = \"新材料\" OR nope > 1, true, 30, 31, 4",
        "block or folded: the whole scalar, nope + 1, true, 1, 10, 1",
        "plain over several lines: the whole first line, nope + 1, false, 5, 10, 5"
    })
    void aMarkStandsWhereTheNameStandsInTheFile(
            String label, String text, boolean quoted, int length, int column, int marked) {
        Diagnostics diagnostics = new Diagnostics();
        Node.Scalar scalar = new Node.Scalar(text, quoted, new Mark(7, 10, length));
        assertThat(Formulas.read(scalar, FormulasTest.NAMES, null, diagnostics)).isNull();
        assertThat(diagnostics.sorted())
                .as(label)
                .first()
                .extracting(Diagnostic::mark)
                .isEqualTo(new Mark(7, column, marked));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            misspelt measure        | serivce_income / 2    | 1 | 14 | R012 | serivce_income | rules.fix.nearest | service_income
            case of a name          | 1 + Flag              | 5 | 4  | R012 | Flag           | rules.fix.nearest | flag
            misspelt function       | MAXX(x, 1)            | 1 | 4  | R012 | MAXX           | rules.fix.nearest | MAX
            function of spreadsheet | VLOOKUP(x, 1)         | 1 | 7  | R012 | VLOOKUP        | rules.fix.one-of  | IF
            misspelt choice         | IF(domain = "新村料", 1, 0) | 13 | 5 | R023 | 新村料 | rules.fix.nearest | 新材料
            """)
    void anUnknownNameIsToldWithTheNearest(
            String label, String text, int column, int marked, String code, String name, String fix, String near) {
        Diagnostics diagnostics = new Diagnostics();
        int length = text.codePointCount(0, text.length());
        assertThat(Formulas.read(
                        new Node.Scalar(text, false, new Mark(1, 1, length)), FormulasTest.NAMES, null, diagnostics))
                .isNull();
        assertThat(diagnostics.sorted()).as(label).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.mark()).isEqualTo(new Mark(1, column, marked));
            assertThat(each.message().args()).contains(name);
            assertThat(each.fix().key()).isEqualTo(fix);
            Object first = each.fix().args().get(0);
            assertThat(first instanceof List ? ((List<?>) first).get(0) : first).isEqualTo(near);
        });
    }

    @Test
    void allFaultsOfAFormulaAreToldTogether() {
        Diagnostics diagnostics = new Diagnostics();
        String text = "nope + domain * 2 + max(1, gone2) + IF(x, 1, previous.x)";
        Node.Scalar scalar = new Node.Scalar(text, false, new Mark(1, 1, text.length()));
        assertThat(Formulas.read(scalar, FormulasTest.NAMES, null, diagnostics)).isNull();
        assertThat(diagnostics.sorted())
                .extracting(each -> each.mark().column() + " " + each.code())
                .containsExactly("1 R012", "8 R016", "21 R015", "28 R012", "40 R016", "46 R012");
    }

    private static String report(String formula, @Nullable ValueType wanted) {
        Diagnostics diagnostics = new Diagnostics();
        Node.Scalar scalar =
                new Node.Scalar(formula, false, new Mark(1, 1, formula.codePointCount(0, formula.length())));
        Formula read = Formulas.read(scalar, FormulasTest.NAMES, wanted, diagnostics);
        assertThat(read == null).isEqualTo(diagnostics.hasErrors());
        StringBuilder text = new StringBuilder();
        for (Diagnostic each : diagnostics.sorted()) {
            text.append(each.mark().column())
                    .append('+')
                    .append(each.mark().length())
                    .append(' ')
                    .append(each.code())
                    .append(' ')
                    .append(each.message().in(Lang.ZH))
                    .append("；")
                    .append(each.fix().in(Lang.ZH))
                    .append(" | ")
                    .append(each.message().in(Lang.EN))
                    .append("; ")
                    .append(each.fix().in(Lang.EN))
                    .append('\n');
        }
        return text.toString();
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : resource().split("\n\n")) {
            String[] lines = block.strip().split("\n", 2);
            boolean truth = lines[0].startsWith("condition: ");
            String formula = lines[0].substring(lines[0].indexOf(": ") + 2);
            cases.add(new Case(formula, truth ? ValueType.TRUTH : null, lines.length < 2 ? "" : lines[1] + "\n"));
        }
        return cases;
    }

    private static String resource() {
        try (InputStream in = FormulaErrorsTest.class.getResourceAsStream("errors.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    record Case(String formula, @Nullable ValueType wanted, String expected) {}
}
