package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.ValueType;

class AggregatesTest {

    private static final Missing ERROR = new Missing.Error();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            sum of decimals              | SUM      | 0.1 0.2         | 0 | 0 | 1 | 0.3    | 2
            sum with a refund            | SUM      | 100 -30.5       | 0 | 0 | 1 | 69.5   | 2
            sum passes blanks over       | SUM      | 1 _ 2           | 0 | 0 | 1 | 3      | 2
            sum of no rows               | SUM      | ''              | 0 | 0 | 0 | 0      | 0
            sum of blanks                | SUM      | _ _             | 0 | 0 | 0 | 0      | 0
            no rows, one asked for       | SUM      | ''              | 0 | 0 | 1 | ''     | 0
            blanks, one value asked for  | SUM      | _ _             | 0 | 0 | 1 | ''     | 0
            sum of too few               | SUM      | 1 2             | 0 | 0 | 3 | ''     | 2
            sum without ends             | SUM      | 9 1 5 7         | 1 | 0 | 1 | 12     | 2
            mean of thirds               | MEAN     | 1 0 0           | 0 | 0 | 1 | 1/3    | 3
            mean of no rows              | MEAN     | ''              | 0 | 0 | 1 | ''     | 0
            mean at least met            | MEAN     | 80 90 100       | 0 | 0 | 3 | 90     | 3
            mean at least missed         | MEAN     | 80 90           | 0 | 0 | 3 | ''     | 2
            five experts lose two        | MEAN     | 60 80 85 90 100 | 1 | 5 | 3 | 85     | 3
            four experts lose none       | MEAN     | 60 80 90 100    | 1 | 5 | 3 | 82.5   | 4
            two of five on a drop of two | MEAN     | 1 2 3 4 5       | 2 | 0 | 1 | 3      | 1
            not more than twice the drop | MEAN     | 1 2 3 4         | 2 | 0 | 1 | ''     | 4
            too few to drop from         | MEAN     | 1 2             | 1 | 5 | 1 | 1.5    | 2
            trimming of no rows          | SUM      | ''              | 1 | 0 | 1 | ''     | 0
            no rows to trim from five on | SUM      | ''              | 1 | 5 | 0 | 0      | 0
            the same, one asked for      | SUM      | ''              | 1 | 5 | 1 | ''     | 0
            mean of none, from five on   | MEAN     | ''              | 1 | 5 | 1 | ''     | 0
            equal values drop one each   | MEAN     | 90 90 90 80     | 1 | 0 | 1 | 90     | 2
            least                        | MIN      | 3 -1 2          | 0 | 0 | 1 | -1     | 3
            least of no rows             | MIN      | ''              | 0 | 0 | 1 | ''     | 0
            greatest                     | MAX      | 3 -1 2          | 0 | 0 | 1 | 3      | 3
            greatest below zero          | MAX      | -3 -1           | 0 | 0 | 1 | -1     | 2
            greatest without the highest | MAX      | 3 9 2           | 1 | 0 | 1 | 3      | 1
            median of three              | MEDIAN   | 9 1 4           | 0 | 0 | 1 | 4      | 3
            median of four               | MEDIAN   | 9 1 4 5         | 0 | 0 | 1 | 4.5    | 4
            median of no rows            | MEDIAN   | ''              | 0 | 0 | 1 | ''     | 0
            distinct numbers             | DISTINCT | 1 1.0 2 _       | 0 | 0 | 1 | 2      | 3
            distinct of no rows          | DISTINCT | ''              | 0 | 0 | 0 | 0      | 0
            none to tell, one asked for  | DISTINCT | _               | 0 | 0 | 1 | ''     | 0
            """)
    void anAggregateHasItsValue(
            String label, String aggregate, String cells, int trim, int from, int least, String expected, long rows) {
        Measure.Over over = over(aggregate, "amount", null, trim, from, least);
        Case input = new Case().subject("", "").measure("m", over, ValueType.NUMBER, ERROR);
        for (String cell : cells.isEmpty() ? new String[0] : cells.split(" ")) {
            input.row(0, cell.equals("_") ? "" : cell, "", "");
        }
        MeasureValue value = input.table().get(0, "m");
        assertThat(value.used()).as(label).isEqualTo(fraction(expected));
        assertThat(value.measured()).as(label).isEqualTo(value.used());
        assertThat(value.rows()).as(label).isEqualTo(rows);
    }

    @Test
    void countTakesTheRowsThatFulfilTheCondition() {
        Case input = new Case()
                .subject("", "")
                .subject("", "")
                .measure("all", new Measure.Count("services", null), ValueType.NUMBER, ERROR)
                .measure("some", new Measure.Count("services", Case.when("code", "A")), ValueType.NUMBER, ERROR)
                .row(0, "1", "A", "")
                .row(0, "", "B", "")
                .row(1, "1", "A", "")
                .row(0, "", "", "")
                .rejected(0)
                .rejected(0);
        MeasureTable table = input.table();
        assertThat(table.get(0, "all")).isEqualTo(MeasureValue.measured(BigFraction.of(3), 3, 2));
        assertThat(table.get(0, "some")).isEqualTo(MeasureValue.measured(BigFraction.ONE, 1, 2));
        assertThat(table.get(1, "all")).isEqualTo(MeasureValue.measured(BigFraction.ONE, 1, 0));
    }

    @Test
    void aConditionHoldsForAColumnToo() {
        Case input = new Case()
                .subject("", "")
                .measure("m", over("SUM", "amount", Case.when("code", "A"), 0, 0, 1), ValueType.NUMBER, ERROR)
                .row(0, "1", "A", "")
                .row(0, "10", "B", "")
                .row(0, "", "A", "");
        assertThat(input.table().get(0, "m")).isEqualTo(MeasureValue.measured(BigFraction.ONE, 1, 0));
    }

    @Test
    void distinctFoldsTextAndPutsCreditCodesInUpperCase() {
        Case input = new Case()
                .subject("", "")
                .measure("m", over("DISTINCT", "code", null, 0, 0, 1), ValueType.NUMBER, ERROR)
                .row(0, "", "91350211m0000xuf46", "")
                .row(0, "", " 91350211M0000XUF46", "")
                .row(0, "", "９１350211M0000XUF46", "")
                .row(0, "", "", "")
                .row(0, "", "91350203M0001FUE2P", "");
        assertThat(input.table().get(0, "m")).isEqualTo(MeasureValue.measured(BigFraction.of(2), 4, 0));
    }

    @Test
    void yesAndNoCountOneAndZero() {
        Case input = new Case()
                .subject("", "")
                .measure("yes", over("SUM", "urgent", null, 0, 0, 1), ValueType.NUMBER, ERROR)
                .measure("share", over("MEAN", "urgent", null, 0, 0, 1), ValueType.NUMBER, ERROR)
                .measure("middle", over("MEDIAN", "urgent", null, 0, 0, 1), ValueType.NUMBER, ERROR)
                .row(0, "", "", "true")
                .row(0, "", "", "false")
                .row(0, "", "", "true");
        MeasureTable table = input.table();
        assertThat(table.effective(0, "yes")).isEqualTo(BigFraction.of(2));
        assertThat(table.effective(0, "share")).isEqualTo(BigFraction.of(2, 3));
        assertThat(table.effective(0, "middle")).isEqualTo(BigFraction.ONE);
    }

    @Test
    void theOrderOfRowsMakesNoDifference() {
        Random random = new Random(42);
        for (int i = 0; i < 50; i++) {
            Case input = new Case().subject("", "").subject("", "");
            for (Measure.Aggregate aggregate : Measure.Aggregate.values()) {
                String name = aggregate.name().toLowerCase(Locale.ROOT) + "_";
                input.measure(name, over(aggregate.name(), "amount", null, 0, 0, 1), ValueType.NUMBER, ERROR);
                input.measure(name + "t", over(aggregate.name(), "amount", null, 2, 3, 1), ValueType.NUMBER, ERROR);
            }
            for (int row = 0; row < 40; row++) {
                input.row(random.nextInt(2), random.nextInt(1000) + "." + random.nextInt(100), "", "");
            }
            MeasureTable before = input.table();
            Collections.shuffle(input.rows(), random);
            assertThat(input.table()).isEqualTo(before);
        }
    }

    private static Measure.Over over(
            String aggregate, String column, @Nullable Condition where, int trim, int from, int least) {
        return new Measure.Over(
                Measure.Aggregate.valueOf(aggregate), "services", column, where, trim, from, least, null);
    }

    private static @Nullable BigFraction fraction(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.contains("/") ? BigFraction.parse(text) : Exact.of(text);
    }
}
