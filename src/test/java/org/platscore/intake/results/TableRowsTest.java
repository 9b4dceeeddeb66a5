package org.platscore.intake.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Lang;

class TableRowsTest {

    private static final List<List<String>> ROWS = List.of(List.of("id", "grade"), List.of("a", "good", "待核"));

    @TempDir
    Path folder;

    @Test
    void aCellRightOfATextsRowsIsTakenForASeparatorWithoutQuotes() throws Exception {
        Path file = folder.resolve("list.csv");
        Files.write(file, ROWS.stream().map(row -> String.join(",", row)).toList());
        assertThat(told(file)).containsExactly("extra-cells list.csv:2:3 多半是数字里的逗号或者内容里的分隔符没有加引号；请改正这一行。");
    }

    @Test
    void aCellRightOfAWorkbooksTableIsTakenForANoteOrAColumnWithoutAHead() throws Exception {
        Path file = folder.resolve("list.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("名单");
            for (int i = 0; i < ROWS.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < ROWS.get(i).size(); j++) {
                    row.createCell(j).setCellValue(ROWS.get(i).get(j));
                }
            }
            book.write(out);
        }
        assertThat(told(file))
                .containsExactly("extra-cells list.xlsx ▸ 名单 ▸ C2 表格右边的这一格没有列名：是备注的，请移到表头上方或者另一张工作表；是数据的，请给这一列加上列名。");
    }

    @Test
    void aResidentsNumberRightOfTheRowsIsMasked() throws Exception {
        Path file = folder.resolve("list.csv");
        Files.write(file, List.of("id,grade", "a,good,11010519491231002X"));
        assertThat(findings(file)).extracting(Finding::value).containsExactly("110105************");
    }

    private List<String> told(Path file) throws Exception {
        return findings(file).stream()
                .map(each ->
                        each.code() + " " + Objects.requireNonNull(each.place()).shown() + " "
                                + each.action().in(Lang.ZH))
                .toList();
    }

    private List<Finding> findings(Path file) throws Exception {
        Findings findings = new Findings();
        new TableRows(folder.relativize(file).toString(), List.of("id"), findings).read(file, null);
        return findings.met();
    }
}
