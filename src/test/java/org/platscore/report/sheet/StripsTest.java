package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;

class StripsTest {

    @Test
    void aPageThatFitsIsNotCut() {
        assertThat(cut(60, 10)).containsExactly("0-61");
    }

    @Test
    void aWidePageIsCutWhereAnUpperHeadEndsAndStripsAreEvenlyFilled() {
        assertThat(cut(60, 40)).allSatisfy(strip -> assertThat(strip).matches("(0|[0-9]*[27])-[0-9]*[16]"));
        assertThat(cut(60, 40)).hasSizeBetween(3, 4);
    }

    @Test
    void everyColumnIsInOneStrip() {
        for (int columns : new int[] {30, 45, 60, 200}) {
            List<String> strips = cut(columns, 60);
            int next = 0;
            for (String strip : strips) {
                String[] ends = strip.split("-");
                assertThat(Integer.parseInt(ends[0])).isEqualTo(next);
                next = Integer.parseInt(ends[1]) + 1;
            }
            assertThat(next).isEqualTo(columns + 2);
        }
    }

    @Test
    void everyStripHasRoomForPeriodAndUnit() {
        Page page = page(62, "考核期：2024年1月1日至2024年12月31日", "单位：分");
        int[] widths = new int[62];
        Arrays.fill(widths, 20);
        Strips strips = new Strips(List.of(new int[] {0, 40}, new int[] {41, 60}, new int[] {61, 61}));
        strips.widen(page, widths);
        assertThat(widths[61]).isGreaterThan(Widths.units("考核期：2024年1月1日至2024年12月31日") + Widths.units("单位：分"));
        assertThat(Arrays.stream(widths, 0, 61)).containsOnly(20);
    }

    @Test
    void periodAndUnitShareTheOnlyColumnOfAStrip(@TempDir Path folder) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("编号").wide(20),
                Column.of("名称").wide(20),
                Column.of("领域").wide(40)));
        for (int c = 0; c < 8; c++) {
            columns.add(Column.of("指标").under("组" + c / 4).wide(40));
        }
        Path file = folder.resolve("strips.xlsx");
        Workbooks.write(List.of(page(columns, "考核期：2024年", "单位：分")), Lang.ZH, file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            List<String> side = new ArrayList<>();
            book.getSheetAt(0).getRow(1).forEach(cell -> side.add(cell.getColumnIndex() + " " + cell));
            assertThat(side).containsExactly("2 考核期：2024年", "5 单位：分", "6 考核期：2024年", "9 单位：分", "10 考核期：2024年　单位：分");
        }
    }

    /** Returns the strips of a page with two frozen columns and others in blocks of five. */
    private static List<String> cut(int columns, int total) {
        int[] widths = new int[columns + 2];
        Arrays.fill(widths, total / 4);
        if (total == 10) {
            Arrays.fill(widths, 3);
        }
        Page page = page(columns, "", "");
        return Strips.of(page, widths).strips().stream()
                .map(strip -> strip[0] + "-" + strip[1])
                .toList();
    }

    private static Page page(int columns, String left, String right) {
        List<Column> all = new ArrayList<>(List.of(Column.of("编号"), Column.of("名称")));
        for (int c = 0; c < columns; c++) {
            all.add(Column.of("指标").under("组" + c / 5));
        }
        return page(all, left, right);
    }

    private static Page page(List<Column> columns, String left, String right) {
        return new Page(
                "页",
                "000000",
                "题",
                left,
                right,
                "",
                List.of(Table.of(columns, List.of())),
                List.of(),
                new Page.Paper(true, false, 2, "", "", ""));
    }
}
