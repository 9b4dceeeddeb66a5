package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.platscore.intake.Correction.Operation.ADD;
import static org.platscore.intake.Correction.Operation.SET;
import static org.platscore.intake.Correction.Operation.SUBTRACT;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Severity;
import org.platscore.intake.Correction;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.names.ValueType;

class CorrectionsTest {

    private static final Missing EXCLUDE = new Missing.Exclude();

    @Test
    void correctionsAreMadeInFileOrderBeforeFormulas() {
        Case input = new Case()
                .subject("", "100")
                .subject("", "100")
                .figure("income", EXCLUDE)
                .formula("twice", "2 * income", EXCLUDE)
                .correction(0, "income", SUBTRACT, "30.5")
                .correction(0, "income", SET, "50")
                .correction(0, "income", ADD, "1")
                .correction(1, "income", SET, "50")
                .correction(1, "income", SUBTRACT, "60");
        MeasureTable table = input.table();
        assertThat(table.get(0, "income"))
                .isEqualTo(new MeasureValue(
                        null, BigFraction.of(100), BigFraction.of(51), BigFraction.of(51), null, false, -1, -1));
        assertThat(table.effective(0, "twice")).isEqualTo(BigFraction.of(102));
        assertThat(table.get(1, "income").used()).isEqualTo(BigFraction.of(-10));
        assertThat(input.findings.stops()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            added                     | 500  | ADD      | 100  | 600  | ''
            subtracted to nothing     | 500  | SUBTRACT | 500  | 0    | ''
            a negative is subtracted  | 500  | SUBTRACT | -100 | 600  | The number -100 that is added to or subtracted from "income" is negative, so that it works the other way.
            a negative is added       | 500  | ADD      | -100 | 400  | The number -100 that is added to or subtracted from "income" is negative, so that it works the other way.
            more than there is        | 500  | SUBTRACT | 1000 | -500 | After this correction "income" is -500, which is below 0.
            set below nothing         | 500  | SET      | -1   | -1   | After this correction "income" is -1, which is below 0.
            below nothing as before   | -500 | SUBTRACT | 100  | -600 | ''
            """)
    void aNumberOfTheWrongSignIsMadeAndTold(
            String label, String before, String operation, String value, String after, String told) {
        Case input = new Case()
                .subject("", before)
                .figure("income", EXCLUDE)
                .correction(0, "income", Correction.Operation.valueOf(operation), value);
        assertThat(input.table().get(0, "income").used()).as(label).isEqualTo(Exact.of(after));
        assertThat(input.findings.met().stream()
                        .map(each -> each.severity() + " " + each.code() + " " + each.value() + " "
                                + each.message().in(Lang.EN)))
                .isEqualTo(told.isEmpty() ? List.of() : List.of("WARN bad-value " + value + " " + told));
    }

    static Stream<Arguments> definitions() {
        return Stream.of(
                Arguments.of(new Measure.Count("services", null), true),
                Arguments.of(over(Measure.Aggregate.DISTINCT, "code"), true),
                Arguments.of(over(Measure.Aggregate.SUM, "people"), true),
                Arguments.of(over(Measure.Aggregate.MAX, "people"), true),
                Arguments.of(over(Measure.Aggregate.MEAN, "people"), false),
                Arguments.of(over(Measure.Aggregate.MEDIAN, "people"), false),
                Arguments.of(over(Measure.Aggregate.SUM, "amount"), false),
                Arguments.of(new Measure.Field("form", "staff"), true),
                Arguments.of(new Measure.Field("form", "figure"), false));
    }

    private static Measure.Over over(Measure.Aggregate aggregate, String column) {
        return new Measure.Over(aggregate, "services", column, null, 0, 0, aggregate.leastValues(), null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void aFractionOfWhatIsCountedIsMadeAndTold(Measure.Definition definition, boolean told) {
        Case input = new Case()
                .subject("", "")
                .measure("devices", definition, ValueType.NUMBER, EXCLUDE)
                .correction(0, "devices", SET, "1.5")
                .correction(0, "devices", ADD, "0.5");
        assertThat(input.table().get(0, "devices").used()).isEqualTo(BigFraction.of(2));
        assertThat(told(input)).isEqualTo(told ? List.of("WARN bad-value 更正之后“devices”是 1.5，不是整数。") : List.of());
    }

    @Test
    void aCorrectionThatRepeatsAnotherIsMadeAndTold() {
        Case input = new Case()
                .subject("", "500")
                .subject("", "500")
                .figure("income", EXCLUDE)
                .figure("grants", EXCLUDE)
                .correction(0, "income", SUBTRACT, "100")
                .correction(0, "income", ADD, "100")
                .correction(1, "income", SUBTRACT, "100")
                .correction(0, "income", SUBTRACT, "90")
                .correction(0, "income", SUBTRACT, "100.0");
        assertThat(input.table().get(0, "income").used()).isEqualTo(BigFraction.of(310));
        assertThat(told(input)).containsExactly("WARN bad-value 和 adjustments.csv:2 对“income”的更正完全相同，两次都计了。");
    }

    @Test
    void aFigureSetAfterAnotherCorrectionIsTold() {
        Case input = new Case()
                .subject("", "500")
                .subject("", "500")
                .figure("income", EXCLUDE)
                .correction(0, "income", SUBTRACT, "100")
                .correction(0, "income", SET, "400")
                .correction(0, "income", SET, "450")
                .correction(1, "income", SET, "450");
        assertThat(input.table().get(0, "income").used()).isEqualTo(BigFraction.of(450));
        assertThat(told(input)).containsExactly("WARN bad-value adjustments.csv:3 已经更正过“income”，以这一行核定的为准，前面的更正不再起作用。");
    }

    private static List<String> told(Case input) {
        return input.findings.met().stream()
                .map(each -> each.severity() + " " + each.code() + " "
                        + each.message().in(Lang.ZH))
                .toList();
    }

    @Test
    void aMissingValueCanBeSetAndThenAddedTo() {
        Case input = new Case()
                .subject("", "")
                .figure("income", EXCLUDE)
                .correction(0, "income", SET, "5")
                .correction(0, "income", ADD, "2.5");
        MeasureValue value = input.table().get(0, "income");
        assertThat(value.measured()).isNull();
        assertThat(value.corrected()).isEqualTo(Exact.of("7.5"));
        assertThat(value.used()).isEqualTo(Exact.of("7.5"));
    }

    @Test
    void aCategoryIsSetToAChoiceAsTheRulesWriteIt() {
        Case input = new Case()
                .subject("新材料", "")
                .measure("domain", new Measure.RosterValue("domain"), ValueType.CATEGORY, EXCLUDE, "新材料", "A类")
                .correction(0, "domain", SET, " Ａ类");
        MeasureValue value = input.table().get(0, "domain");
        assertThat(value.measured()).isEqualTo("新材料");
        assertThat(value.used()).isEqualTo("A类");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            add to a missing value        | empty  | ADD      | 1      | 度量“empty”没有值，不能核增或核减。 | The measure "empty" has no value to add to or subtract from.
            subtract from a missing value | empty  | SUBTRACT | 1      | 度量“empty”没有值，不能核增或核减。 | The measure "empty" has no value to add to or subtract from.
            a formula                     | twice  | SET      | 1      | 度量“twice”由公式算出，不能直接核定。 | The measure "twice" is computed by a formula and cannot be corrected itself.
            text for a number             | income | SET      | 很多   | 度量“income”是数，这一行的数值不是数。 | The measure "income" is a number, and this row's value is none.
            a number for a category       | domain | SET      | 3      | 度量“domain”是类别，只能核定为一个类别，不能核增、核减或填数。 | The measure "domain" is a category: it can only be set to one, not added to, subtracted from or set to a number.
            adding to a category          | domain | ADD      | 新材料 | 度量“domain”是类别，只能核定为一个类别，不能核增、核减或填数。 | The measure "domain" is a category: it can only be set to one, not added to, subtracted from or set to a number.
            an unknown category           | domain | SET      | 新村料 | 度量“domain”没有“新村料”这一类。 | The measure "domain" has no category "新村料".
            """)
    void aCorrectionThatCannotBeMadeStopsTheRunAndChangesNothing(
            String label, String measure, String operation, String value, String chinese, String english) {
        Case input = new Case()
                .subject("现代农业", "7")
                .figure("income", EXCLUDE)
                .measure("empty", new Measure.Field("form", "other"), ValueType.NUMBER, EXCLUDE)
                .measure("domain", new Measure.RosterValue("domain"), ValueType.CATEGORY, EXCLUDE, "新材料", "现代农业")
                .formula("twice", "2 * income", EXCLUDE);
        MeasureTable before = input.table();
        input.correction(0, measure, Correction.Operation.valueOf(operation), value);
        assertThat(input.table()).as(label).isEqualTo(before);
        assertThat(input.findings.met()).as(label).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.STOP);
            assertThat(finding.code()).isEqualTo("correction-unused");
            assertThat(finding.place()).isNotNull();
            assertThat(finding.file()).isEqualTo("adjustments.csv");
            assertThat(finding.subject()).isEqualTo("P0");
            assertThat(finding.value()).isEqualTo(value);
            assertThat(finding.message().in(Lang.ZH)).isEqualTo(chinese);
            assertThat(finding.message().in(Lang.EN)).isEqualTo(english);
            assertThat(fix(finding, Lang.ZH)).isNotEmpty();
            assertThat(fix(finding, Lang.EN)).isNotEmpty();
        });
    }

    private static String fix(Finding finding, Lang lang) {
        return finding.action().in(lang);
    }
}
