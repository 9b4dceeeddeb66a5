package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;

/** A sheet has room for so many notes on cells; that there are more is told below its tables. */
class MoreNotesTest {

    @TempDir
    Path folder;

    @Test
    void aSheetSaysHowManyNotesItLeavesOut() throws IOException {
        assertThat(written(2_003, Lang.ZH)).contains("注：说明。 本表前 2000 个批注之外，还有 3 个单元格的批注没有列出。");
        assertThat(written(2_001, Lang.EN))
                .contains("The first 2000 notes on cells are shown; there is no room for 1 more.");
    }

    @Test
    void whereAllHaveRoomNothingIsSaid() throws IOException {
        assertThat(written(2_000, Lang.ZH)).endsWith("注：说明。");
    }

    private String written(int notes, Lang lang) throws IOException {
        List<List<Cell>> body = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            body.add(List.of(Cell.missing("没有数据")));
        }
        Page bare = BarePage.of(Table.of(List.of(Column.of("编号")), body));
        Page page = new Page(
                bare.name(),
                bare.tab(),
                bare.title(),
                "",
                "",
                "",
                bare.tables(),
                List.of(Page.Line.note("注：说明。")),
                bare.paper());
        Path file = folder.resolve("book.xlsx");
        Workbooks.write(List.of(page), lang, file);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getCellComments()).hasSize(2_000);
            return sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue();
        }
    }
}
