package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Benchmark.Constant;
import org.platscore.rules.scoring.Benchmark.Kind;
import org.platscore.rules.scoring.Benchmark.OfMeasure;
import org.platscore.rules.scoring.Benchmark.Statistic;

class StandInsTest {

    private static final Missing EXCLUDE = new Missing.Exclude();
    private static final Benchmark MEDIAN = new Statistic(Kind.MEDIAN, 0, null, 1, "");

    @Test
    void aConstantStandsInAndFormulasSeeIt() {
        MeasureTable table = new Case()
                .subject("", "")
                .subject("", "7")
                .figure("x", number(new Constant(BigFraction.of(3))))
                .formula("twice", "2 * x", EXCLUDE)
                .table();
        assertThat(table.get(0, "x"))
                .isEqualTo(new MeasureValue(null, null, null, null, BigFraction.of(3), false, -1, -1));
        assertThat(table.effective(0, "twice")).isEqualTo(BigFraction.of(6));
        assertThat(table.get(0, "twice").used()).isEqualTo(BigFraction.of(6));
        assertThat(table.get(1, "x").standIn()).isNull();
        assertThat(table.effective(1, "twice")).isEqualTo(BigFraction.of(14));
    }

    @Test
    void errorAndExcludeLeaveAValueMissing() {
        MeasureTable table = new Case()
                .subject("", "")
                .figure("x", EXCLUDE)
                .figure("y", new Missing.Error())
                .formula("sum", "x + y", EXCLUDE)
                .table();
        assertThat(table.effective(0, "x")).isNull();
        assertThat(table.effective(0, "y")).isNull();
        assertThat(table.effective(0, "sum")).isNull();
    }

    @Test
    void aCategoryStandsIn() {
        MeasureTable table = new Case()
                .subject("", "")
                .subject("现代农业", "")
                .measure(
                        "domain",
                        new Measure.RosterValue("domain"),
                        ValueType.CATEGORY,
                        new Missing.Category("新材料"),
                        "新材料",
                        "现代农业")
                .formula("first", "IF(domain = \"新材料\", 1, 0)", EXCLUDE)
                .table();
        assertThat(table.get(0, "domain").used()).isNull();
        assertThat(table.effective(0, "domain")).isEqualTo("新材料");
        assertThat(table.effective(0, "first")).isEqualTo(BigFraction.ONE);
        assertThat(table.effective(1, "first")).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void aMeasureStandsInEvenIfItIsListedLaterOrStoodInForItself() {
        MeasureTable table = new Case()
                .subject("", "")
                .figure("a", number(new OfMeasure("b", "b")))
                .formula("b", "c * 10", EXCLUDE, "c")
                .figure("c", number(new Constant(BigFraction.of(4))))
                .table();
        assertThat(table.get(0, "a").standIn()).isEqualTo(BigFraction.of(40));
        assertThat(table.get(0, "a").statistic()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"listed category, 新材料, 300", "other category, 现代农业, 100", "blank category, '', ''"})
    void aStandInIsChosenByCategory(String label, String domain, String expected) {
        Map<String, Benchmark> cases = new LinkedHashMap<>();
        cases.put("新材料", new Constant(BigFraction.of(300)));
        Benchmark by = byDomain(cases, new Constant(BigFraction.of(100)));
        MeasureTable table =
                new Case().subject(domain, "").figure("x", number(by)).table();
        assertThat(shown(table.effective(0, "x"))).as(label).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"below the edge, 9, 1", "at the edge, 10, 2", "none, '', ''"})
    void aStandInIsChosenByBand(String label, String size, String expected) {
        Benchmark by = new Benchmark.ByBands(
                new Ref(false, "size"),
                List.of(
                        new Benchmark.Band(BigFraction.of(10), new Constant(BigFraction.ONE)),
                        new Benchmark.Band(null, new Constant(BigFraction.of(2)))));
        MeasureTable table = new Case()
                .subject("", size)
                .figure("size", EXCLUDE)
                .measure("x", new Measure.Field("form", "none"), ValueType.NUMBER, number(by))
                .table();
        assertThat(shown(table.effective(0, "x"))).as(label).isEqualTo(expected);
    }

    @Test
    void statisticsWaitForTheSecondPhase() {
        Case input = new Case()
                .subject("", "10")
                .subject("", "")
                .subject("", "30")
                .figure("x", number(MEDIAN))
                .formula("twice", "2 * x", EXCLUDE);
        assertThat(input.table().effective(1, "x")).isNull();
        assertThat(input.table().effective(1, "twice")).isNull();
        MeasureTable table = input.tableWithStatistics();
        assertThat(table.get(1, "x"))
                .isEqualTo(new MeasureValue(null, null, null, null, BigFraction.of(20), true, -1, -1));
        assertThat(table.effective(1, "twice")).isEqualTo(BigFraction.of(40));
        assertThat(table.get(0, "x")).isEqualTo(input.table().get(0, "x"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mean, MEAN, 0, 25",
        "median, MEDIAN, 0, 20",
        "least, MIN, 0, 10",
        "greatest, MAX, 0, 50",
        "percentile, PERCENTILE, 90, 41"
    })
    void aStatisticIsTakenOverRealValuesOfOthers(String label, String kind, int percent, String expected) {
        Benchmark statistic = new Statistic(Kind.valueOf(kind), percent, null, 1, "");
        MeasureTable table = new Case()
                .subject("", "10")
                .subject("", "20")
                .subject("", "")
                .subject("", "50")
                .subject("", "20")
                .subject("", "")
                .subject("", "9000")
                .figure("x", number(statistic))
                .tableWithStatistics(6);
        assertThat(shown(table.effective(2, "x"))).as(label).isEqualTo(expected);
        assertThat(shown(table.effective(5, "x"))).as(label).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "enough within, 新材料, 2, 15",
        "too few within: over all, 现代农业, 2, 20",
        "one is enough, 现代农业, 1, 90",
        "none within: over all, 生态环保, 1, 20",
        "too few of all are taken all the same, 现代农业, 9, 20"
    })
    void aStatisticWithinAGroupFallsBackToAll(String label, String domain, int least, String expected) {
        MeasureTable table = new Case()
                .subject("新材料", "10")
                .subject(" 新材料", "20")
                .subject("现代农业", "90")
                .subject(domain, "")
                .figure("x", number(new Statistic(Kind.MEDIAN, 0, "domain", least, "")))
                .tableWithStatistics();
        assertThat(shown(table.effective(3, "x"))).as(label).isEqualTo(expected);
    }

    @Test
    void aStatisticOfACaseIsAStatisticAndItsConstantIsNone() {
        Map<String, Benchmark> cases = new LinkedHashMap<>();
        cases.put("新材料", MEDIAN);
        cases.put("现代农业", new Constant(BigFraction.of(5)));
        Case input = new Case()
                .subject("新材料", "10")
                .subject("新材料", "")
                .subject("现代农业", "")
                .figure("x", number(byDomain(cases, null)));
        assertThat(input.table().effective(1, "x")).isNull();
        assertThat(input.table().effective(2, "x")).isEqualTo(BigFraction.of(5));
        MeasureTable table = input.tableWithStatistics();
        assertThat(table.get(1, "x").statistic()).isTrue();
        assertThat(table.effective(1, "x")).isEqualTo(BigFraction.of(10));
        assertThat(table.get(2, "x").statistic()).isFalse();
    }

    @Test
    void aMeasureForWhichAStatisticStandsInIsAStatisticWhereItStandsIn() {
        MeasureTable table = new Case()
                .subject("", "")
                .subject("", "4")
                .figure("x", number(MEDIAN))
                .formula("none", "1 / 0", number(new OfMeasure("x")))
                .tableWithStatistics();
        assertThat(table.effective(0, "none")).isEqualTo(BigFraction.of(4));
        assertThat(table.get(0, "none").statistic()).isTrue();
        assertThat(table.get(1, "none").statistic()).isFalse();
    }

    @Test
    void aStatisticOfAFormulaIsTakenAfterWhatTheFormulaUses() {
        MeasureTable table = new Case()
                .subject("", "10")
                .subject("", "")
                .subject("", "-20")
                .formula("root", "SQRT(x)", number(new Statistic(Kind.MAX, 0, null, 1, "")), "x")
                .figure("x", number(new Statistic(Kind.MAX, 0, null, 1, "")))
                .tableWithStatistics();
        Object root = table.get(0, "root").used();
        assertThat(table.get(1, "root").used()).as("of the stand-in").isEqualTo(root);
        assertThat(table.get(2, "root").used()).isNull();
        assertThat(table.get(2, "root").standIn()).isEqualTo(root);
        assertThat(table.get(2, "root").statistic()).isTrue();
    }

    @Test
    void aStatisticOfNobodyLeavesTheValueMissing() {
        MeasureTable table = new Case()
                .subject("", "")
                .subject("", "9")
                .figure("x", number(MEDIAN))
                .tableWithStatistics(1);
        assertThat(table.get(0, "x")).isEqualTo(MeasureValue.measured(null, -1, -1));
    }

    @Test
    void rosterAndFormValuesAreTakenAsTheyAre() {
        MeasureTable table = new Case()
                .subject("新材料", "1.10")
                .figure("x", EXCLUDE)
                .measure("domain", new Measure.RosterValue("domain"), ValueType.CATEGORY, EXCLUDE)
                .table();
        assertThat(table.values().get(0).keySet()).containsExactly("x", "domain");
        assertThat(table.get(0, "x")).isEqualTo(MeasureValue.measured(BigFraction.of(11, 10), -1, -1));
        assertThat(table.get(0, "domain").used()).isEqualTo("新材料");
    }

    private static Missing number(Benchmark benchmark) {
        return new Missing.Number(benchmark);
    }

    private static Benchmark byDomain(Map<String, Benchmark> cases, @Nullable Benchmark otherwise) {
        return new Benchmark.ByCategory(new Ref(true, "domain"), cases, otherwise);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : Exact.plain((BigFraction) value);
    }
}
