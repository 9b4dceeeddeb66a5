package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidthsTest {

    private static int[] widths(int subjects, int letters) {
        List<Cell> row = List.of(Cell.order(1), Cell.text("平".repeat(letters)), Cell.centred("合格"));
        List<Column> columns = List.of(Column.of("名次"), Column.of("平台名称").wide(20), Column.of("等次"));
        Page page = new Page(
                "考核结果",
                "1F4E79",
                "结果",
                "",
                "",
                "",
                List.of(Table.of(columns, Collections.nCopies(subjects, row))),
                List.of(),
                new Page.Paper(true, true, 1, "", "", ""));
        return Widths.of(page, 15.5f);
    }

    @Test
    void longNamesStandInOneLineWhereManyGoOnOneSheetOfPaper() {
        assertThat(Widths.lines("平".repeat(60), widths(42, 60)[1])).isEqualTo(1);
    }

    @Test
    void fewLongNamesAreWrappedSoThatTypeStaysLarge() {
        assertThat(widths(1, 60)[1]).isLessThanOrEqualTo(62);
    }

    @Test
    void namesAsTheyMostlyAreTakeTheWidthTheyNeed() {
        assertThat(Widths.lines("平".repeat(18), widths(42, 18)[1])).isEqualTo(1);
    }

    @Test
    void periodAndUnitHaveRoomAboveANarrowTable() {
        Page page = new Page(
                "指标数据",
                "1F4E79",
                "数据",
                "2024 版　考核期：2024年1月1日至2024年12月31日",
                "单位：见表头",
                "",
                List.of(Table.of(List.of(Column.of("编号"), Column.of("甲数")), List.of())),
                List.of(),
                new Page.Paper(true, false, 1, "", "", ""));
        assertThat(Arrays.stream(Widths.of(page, 20f)).sum())
                .isGreaterThan(Widths.units("2024 版　考核期：2024年1月1日至2024年12月31日") + Widths.units("单位：见表头"));
    }

    @Test
    void aColumnOfFixedWidthStillHoldsItsFigures() {
        List<List<Cell>> rows =
                List.of(List.of(Cell.number(new BigDecimal("123456.78"), Form.amount(2)), Cell.text("平".repeat(30))));
        Page page = new Page(
                "评分表",
                "1F4E79",
                "评分表",
                "",
                "",
                "",
                List.of(
                        Table.of(List.of(Column.of("核减"), Column.of("理由")), rows),
                        Table.headless(
                                List.of(Column.of("").exactly(9), Column.of("").exactly(20)), List.of())),
                List.of(),
                new Page.Paper(false, false, 1, "", "", ""));
        assertThat(Widths.of(page, 20f)).containsExactly("123,456.78".length() + 1, 20);
    }

    @Test
    void noWordOfAHeadIsBroken() {
        List<Column> columns = List.of(
                Column.of("Measured"),
                Column.of("Points deducted").lines(3),
                Column.of("Severity").exactly(7),
                Column.of("SHA-256 校验值").lines(3));
        Page page = new Page(
                "Data",
                "1F4E79",
                "Data",
                "",
                "",
                "",
                List.of(Table.of(columns, List.of())),
                List.of(),
                new Page.Paper(true, false, 1, "", "", ""));
        assertThat(Widths.of(page, 20f)).containsExactly(10, 10, 10, 9);
    }

    @Test
    void aLineToSignOnIsBrokenBetweenWhatIsSigned() {
        String line = "制表：＿＿＿＿　　复核：＿＿＿＿　　（盖章）　　　　年　　月　　日";
        assertThat(Widths.broken(line, 80)).isEqualTo(line);
        assertThat(Widths.broken(line, 40)).isEqualTo("制表：＿＿＿＿　　复核：＿＿＿＿\n（盖章）　　　　年　　月　　日");
        assertThat(Widths.broken(line, 20)).isEqualTo("制表：＿＿＿＿\n复核：＿＿＿＿\n（盖章）　　　　年　　月　　日");
        assertThat(Widths.broken("Panel: ____   Chair: ____", 12)).isEqualTo("Panel: ____\nChair: ____");
        assertThat(Widths.broken("　　公示期内，单位有异议的，请以书面形式提出。", 20)).doesNotContain("\n");
    }
}
