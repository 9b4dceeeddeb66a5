package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;

/** Who stands together on 领域分析. */
class DomainsTest {

    @TempDir
    Path folder;

    private Office.Outcome assessed(String rules, String rows) {
        return assessed("{group: domain}", rules, rows);
    }

    private Office.Outcome assessed(String report, String rules, String rows) {
        return Office.in(folder)
                .rules("report: " + report + "\n" + Office.unitRules("领域", """
                        domain: {header: domain, type: text}
                        a: {header: a, type: number}
                        """, rules))
                .file("units.csv", "编号,名称,domain,a\n" + rows)
                .assess();
    }

    @Test
    void gradesOfOneLabelAreCountedApartAndNotByIt() throws IOException {
        assessed("""
                measures:
                  ma: {value: roster.a}
                rubric:
                  - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 100}}}
                grades:
                  - {id: upper, label: 良好, min: 80}
                  - {id: lower, label: 良好, min: 60}
                  - {id: rest, label: 其他}
                """, "P1,n1,A区,90\nP2,n2,A区,70\nP3,n3,A区,65\n");

        String cells = CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("领域分析", "图表"));
        assertThat(cells).doesNotContain("\"良好\")").contains("COUNTIF(");
        assertThat(cells.lines())
                .filteredOn(line -> line.matches("[GH]6 .*|B7[12] .*"))
                .extracting(line -> line.replaceAll("  .*", ""))
                .contains("G6 1", "H6 2");
    }

    @Test
    void nothingIsSaidOfIncomeWhereAnotherMeasureIsShown() throws IOException {
        assessed("{group: domain, scatter: ma}", """
                measures:
                  ma: {label: 服务次数, value: roster.a}
                rubric:
                  - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 100}}}
                """, "P1,n1,A区,90\nP2,n2,B区,70\n");

        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("领域分析")))
                .contains("服务次数")
                .doesNotContain("收入");
    }

    @Test
    void headsOfGradesAreNotBrokenBeforeABracket() throws IOException {
        assessed("{group: domain, scatter: ma}", """
                measures:
                  ma: {value: roster.a}
                rubric:
                  - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 100}}}
                grades:
                  - {id: A1, label: 优秀（A类）, min: 80}
                  - {id: B1, label: 不合格（B类）}
                """, "P1,n1,A区,90\nP2,n2,A区,70\n");

        int heads = 0;
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (String name : List.of("领域分析", "图表")) {
                for (Row row : book.getSheet(name)) {
                    for (int c = 1; c < row.getLastCellNum(); c++) {
                        String head =
                                row.getCell(c) == null ? "" : row.getCell(c).toString();
                        if (head.endsWith("类）")) {
                            heads++;
                            assertThat(book.getSheet(name).getColumnWidth(c) / 256)
                                    .as(name + " " + head)
                                    .isGreaterThan(2 * head.length());
                        }
                    }
                }
            }
        }
        assertThat(heads).isEqualTo(4);
    }

    @Test
    void textsThatCountAsTheSameAreOneDomain() throws IOException {
        Office.Outcome outcome = assessed("""
                measures:
                  ma: {value: roster.a}
                rubric:
                  - {id: A, weight: 100, measure: ma, score: {peers: {by: rank, within: domain}}}
                """, "P1,n1,A区,1\nP2,n2,Ａ区,2\nP3,n3,,3\n");

        assertThat(outcome.exit()).isZero();
        assertThat(domains()).containsExactly("— 1", "Ａ区 2", "全部 3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            boolean     | 否                | 是                 | 否 2                     | 是 2
            integer     | 2021              | 2022               | 2021 2                   | 2022 2
            number      | 1e5               | 2.50               | 100000 2                 | 2.5 2
            money       | 1.5亿元           | 3500元             | 15,000 万元 2            | 3,500 元 2
            percent     | 20%               | 0.125              | 20% 2                    | 12.5% 2
            date        | 2021/3/5          | 2022-1-1           | 2021-03-05 2             | 2022-01-01 2
            credit-code | 11010519491231002X | 91330100799655058b | 110105************ 2    | 91330100799655058B 2
            """)
    void aDomainIsToldAsWhatItsColumnHolds(String type, String first, String second, String one, String other)
            throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules("report: {group: domain}\n"
                        + Office.unitRules(
                                "领域", "domain: {header: 领域, type: " + type + "}\na: {header: a, type: number}", """
                        measures:
                          ma: {value: roster.a}
                        rubric:
                          - {id: A, weight: 60, measure: ma, score: {linear: {zero: 0, full: 4}}}
                          - {id: B, weight: 40, measure: ma, score: {peers: {by: rank, within: domain}}}
                        grades:
                          - {id: best, at_most: 1, within: domain}
                          - {id: rest}
                        """))
                .file(
                        "units.csv",
                        "编号,名称,领域,a\nP1,n1,%1$s,1\nP2,n2,%2$s,2\nP3,n3,%1$s,1\nP4,n4,%2$s,2\n".formatted(first, second))
                .assessWithScoreSheets();

        assertThat(outcome.exit()).isZero();
        assertThat(domains()).containsExactly(other, one, "全部 4");
        String name = one.replaceAll(" 2$", "");
        assertThat(outcome.findings()).contains("（" + name + "）");
        assertThat(CellDump.of(folder.resolve("out/score-sheets/P1-n1.xlsx"), List.of("评分表")))
                .contains(name);
        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("考核结果", "计算底稿2")))
                .contains(name)
                .doesNotContain("11010519491231002");
    }

    /** Returns the names on 领域分析, each with how many there are. */
    private List<String> domains() throws IOException {
        List<String> domains = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheet("领域分析")) {
                if (row.getCell(1) != null
                        && row.getCell(1).getCellType() == CellType.FORMULA
                        && row.getCell(1).getCellFormula().startsWith("ROWS(")) {
                    domains.add(row.getCell(0).getStringCellValue() + " "
                            + (int) row.getCell(1).getNumericCellValue());
                }
            }
        }
        return domains;
    }

    @Test
    void whereNobodyIsAssessedThereIsNothingToDraw() throws IOException {
        Office.Outcome outcome = assessed("""
                measures:
                  ma: {value: roster.a}
                rubric:
                  - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 10}}}
                vetoes: [{id: v, when: "ma > 0", out: true}]
                grades:
                  - {id: good, min: 60}
                  - {id: rest}
                """, "P1,n1,东,1\nP2,n2,西,2\n");

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Sheet sheet : book) {
                XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
                assertThat(drawing == null ? List.of() : drawing.getCharts())
                        .as(sheet.getSheetName())
                        .isEmpty();
            }
        }
    }

    @Test
    void aScoreSheetWithoutAnyShareHasNothingToDraw() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules("缺数", "a: {header: a, type: number}", """
                        measures:
                          ma: {value: roster.a, missing: exclude}
                        rubric:
                          - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 10}}}
                        """))
                .file("units.csv", "编号,名称,a\nP1,n1,\n")
                .assessWithScoreSheets();

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/score-sheets/P1-n1.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFDrawing drawing = book.getSheetAt(0).getDrawingPatriarch();
            assertThat(drawing == null ? List.of() : drawing.getCharts()).isEmpty();
        }
    }

    @Test
    void theChartsCutLongNamesOfDomainsWhichStandInFullInTheTable() throws IOException {
        String name = "先进制造".repeat(19);
        String cut = "先进制造".repeat(5) + "先…";
        Office.Outcome outcome = Office.in(folder)
                .rules("report: {group: domain, scatter: income}\n" + Office.unitRules("领域", """
                        domain: {header: domain, type: text}
                        income: {header: 收入（万元）, type: money}
                        """, """
                        measures:
                          income: {label: 收入, unit: 元, value: roster.income}
                        rubric:
                          - {id: A, weight: 100, measure: income, score: {linear: {zero: 0, full: 100万}}}
                        grades:
                          - {id: good, label: 优秀, min: 60}
                          - {id: fair, label: 合格}
                        """))
                .file("units.csv", "编号,名称,domain,收入（万元）\nP1,n1,甲区,90\nP2,n2," + name + ",30\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("领域分析");
            List<String> names = new ArrayList<>();
            sheet.forEach(row ->
                    names.add(row.getCell(0) == null ? "" : row.getCell(0).toString()));
            assertThat(names).contains("甲区", name);
            List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(2);
            for (XSSFChart chart : charts) {
                assertThat(categories(book, chart)).containsExactly("甲区", cut);
            }
            assertThat(book.getSheet("图表").getDrawingPatriarch().getCharts())
                    .extracting(ChartsTest::xml)
                    .anyMatch(xml -> xml.contains("<c:v>" + cut + "</c:v>"))
                    .noneMatch(xml -> xml.contains("<c:v>" + name + "</c:v>"));
        }
    }

    /** Returns what stands in the cells that name the bars of a chart. */
    private static List<String> categories(XSSFWorkbook book, XSSFChart chart) {
        Matcher cells = Pattern.compile("<c:cat><c:strRef><c:f>([^<]*)</c:f>").matcher(ChartsTest.xml(chart));
        assertThat(cells.find()).isTrue();
        AreaReference area = new AreaReference(cells.group(1), book.getSpreadsheetVersion());
        return Stream.of(area.getAllReferencedCells())
                .map(at -> book.getSheet(at.getSheetName())
                        .getRow(at.getRow())
                        .getCell(at.getCol())
                        .getStringCellValue())
                .toList();
    }

    @Test
    void whatNobodyOfADomainHasIsNoSumOfNothing() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules("report: {group: domain, scatter: income}\n" + Office.unitRules("领域", """
                        domain: {header: domain, type: text}
                        a: {header: a, type: number}
                        income: {header: 收入（万元）, type: money}
                        """, """
                        measures:
                          ma: {value: roster.a}
                          income: {label: 收入, unit: 元, value: roster.income, missing: exclude}
                        rubric:
                          - {id: A, weight: 60, measure: ma, score: {linear: {zero: 0, full: 10}}}
                          - {id: B, weight: 40, measure: income, score: {linear: {zero: 0, full: 100万}}}
                        """))
                .file("units.csv", "编号,名称,domain,a,收入（万元）\nP1,n1,甲区,5,30\nP2,n2,甲区,6,\nP3,n3,乙区,7,\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            List<String> incomes = new ArrayList<>();
            List<String> shares = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (Row row : book.getSheet("领域分析")) {
                String first = row.getCell(0) == null ? "" : row.getCell(0).toString();
                if (List.of("甲区", "乙区", "全部").contains(first)) {
                    incomes.add(first + " " + shown(row.getCell(6)) + " " + shown(row.getCell(7)));
                }
                if (first.equals("B")) {
                    shares.add(shown(row.getCell(1)) + " " + shown(row.getCell(2)));
                }
                if (first.startsWith("注：")) {
                    notes.add(first);
                }
            }
            assertThat(incomes).containsExactly("乙区 —（没有数据） —（没有数据）", "甲区 30.0 30.0", "全部 30.0 30.0");
            assertThat(shares).containsExactly("—（参评者的这一组均不参与考核） 0.3");
            assertThat(notes).contains("注：2 家平台没有“收入”的数据，合计和平均每家不含它们。");
        }
    }

    private static String shown(Cell cell) {
        boolean number = cell.getCachedFormulaResultType() == CellType.NUMERIC;
        String shown = number ? String.valueOf(cell.getNumericCellValue()) : cell.getStringCellValue();
        return cell.getCellComment() == null
                ? shown
                : shown + "（" + cell.getCellComment().getString() + "）";
    }
}
