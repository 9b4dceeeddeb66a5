package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;
import org.platscore.report.sheet.Workbooks;

/** What is asked of the workbook's looks, as far as a program can see it. */
class LooksTest {

    @TempDir
    static Path folder;

    private static Path file;
    private static XSSFWorkbook book;

    @BeforeAll
    static void writeAndOpenAgain() throws IOException {
        file = folder.resolve("assessment.xlsx");
        var result = MadeUpRun.of(42);
        Run run = Run.of(result, Objects.requireNonNull(result.scores()), Lang.ZH, "1.0.0");
        Workbooks.write(AssessmentBook.of(run), Lang.ZH, file);
        try (InputStream in = Files.newInputStream(file)) {
            book = new XSSFWorkbook(in);
        }
    }

    @AfterAll
    static void close() throws IOException {
        book.close();
    }

    @Test
    void theSheetsStandInOrderAndTheFirstIsOpenAtItsFirstCell() {
        List<String> names = new ArrayList<>();
        book.forEach(sheet -> names.add(sheet.getSheetName()));
        assertThat(names)
                .containsExactly(
                        "考核结果", "评分明细", "指标数据", "评分细则", "奖励分配", "领域分析", "图表", "数据核查", "核减记录", "计算底稿", "计算底稿2", "运行信息");
        assertThat(book.getActiveSheetIndex()).isZero();
        assertThat(book.getSheetAt(0).getActiveCell().formatAsString()).isEqualTo("A1");
        assertThat(names).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(31));
    }

    @Test
    void everyTitleIsLargeAndMergedOverTheTable() {
        for (Sheet sheet : book) {
            Cell title = sheet.getRow(0).iterator().next();
            XSSFFont font = ((XSSFCell) title).getCellStyle().getFont();
            assertThat(font.getFontHeightInPoints()).isEqualTo((short) 20);
            assertThat(font.getFontName()).isEqualTo("方正小标宋简体");
            assertThat(sheet.getRow(0).getHeightInPoints()).isGreaterThanOrEqualTo(36f);
            int covered = 0;
            for (CellRangeAddress region : sheet.getMergedRegions()) {
                covered += region.getFirstRow() == 0 ? region.getNumberOfCells() : 0;
            }
            assertThat(covered + title.getColumnIndex())
                    .isEqualTo(sheet.getSheetName().equals("计算底稿") ? 12 : widestRow(sheet));
        }
    }

    @Test
    void everyTitleSaysWhatItsSheetShows() {
        var result = MadeUpRun.of(1);
        Run run = Run.of(result, Objects.requireNonNull(result.scores()), Lang.EN, "1.0.0");
        assertThat(AssessmentBook.of(run))
                .allSatisfy(page -> assertThat(page.title()).startsWith(run.subjectMatter() + ": "));
    }

    @Test
    void anEnglishReportNamesTheUnitOfAmountsInEnglish() {
        var result = MadeUpRun.of(1);
        Run run = Run.of(result, Objects.requireNonNull(result.scores()), Lang.EN, "1.0.0");
        assertThat(run.figure("income").unit()).isEqualTo("10,000 yuan");
    }

    @Test
    void noCellInsideDataIsMerged() {
        for (Sheet sheet : book) {
            for (CellRangeAddress region : sheet.getMergedRegions()) {
                XSSFCell first = cell(sheet.getSheetName(), region.getFirstRow(), region.getFirstColumn());
                boolean body = first.getCellStyle().getFillForegroundColorColor() == null
                        && first.getCellStyle().getBorderTop() == BorderStyle.THIN;
                assertThat(body).as(sheet.getSheetName() + " " + region).isFalse();
            }
        }
    }

    @Test
    void headsAreBlackOnLightBlueWithThinBordersAndWrapped() {
        XSSFCell head = cell("考核结果", 3, 2);
        assertThat(head.getStringCellValue()).isEqualTo("平台名称");
        assertThat(head.getCellStyle().getFont().getFontName()).isEqualTo("黑体");
        assertThat(head.getCellStyle().getFont().getFontHeightInPoints()).isEqualTo((short) 11);
        assertThat(fill(head)).isEqualTo("FFDDEBF7");
        assertThat(head.getCellStyle().getBorderTop()).isEqualTo(BorderStyle.THIN);
        assertThat(head.getCellStyle().getWrapText()).isTrue();
        assertThat(cell("考核结果", 4, 4).getStringCellValue()).isEqualTo("运行管理");
        assertThat(cell("考核结果", 5, 4).getStringCellValue()).isEqualTo("（15分）");
    }

    @Test
    void figuresAreRightAlignedInTimesNewRomanAndNamesLeftInFangsong() {
        XSSFCell points = cell("考核结果", 6, 4);
        assertThat(points.getCellStyle().getFont().getFontName()).isEqualTo("Times New Roman");
        assertThat(points.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.RIGHT);
        assertThat(points.getCellStyle().getDataFormatString()).isEqualTo("0.00_ ");
        XSSFCell name = cell("考核结果", 6, 2);
        assertThat(name.getCellStyle().getFont().getFontName()).isEqualTo("仿宋");
        assertThat(name.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.LEFT);
        assertThat(cell("考核结果", 6, 0).getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
        assertThat(cell("奖励分配", 5, 5).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00_ ");
    }

    @Test
    void gradesAreWordedAndColoured() {
        assertThat(grade(6)).isEqualTo("优秀 FFC6EFCE");
        assertThat(grade(7)).isEqualTo("良好 FFDDEBF7");
        assertThat(grade(9)).isEqualTo("合格 FFFFF2CC");
        assertThat(grade(40)).isEqualTo("不合格 FFFFC7CE");
    }

    @Test
    void whatIsMissingIsADashWithANote() {
        XSSFCell rank = cell("考核结果", 47, 0);
        assertThat(rank.getStringCellValue()).isEqualTo("—");
        assertThat(rank.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
        assertThat(rank.getCellComment().getString().getString()).isEqualTo("不予评定：一票否决：弄虚作假");
        assertThat(rank.getCellComment().getAuthor()).isEmpty();
    }

    @Test
    void sumsStandOutsideTheFilter() {
        XSSFSheet sheet = book.getSheet("考核结果");
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A6:M48");
        XSSFCell sum = cell("考核结果", 49, 2);
        assertThat(sum.getStringCellValue()).isEqualTo("合计");
        assertThat(sum.getCellStyle().getFont().getFontName()).isEqualTo("黑体");
        assertThat(fill(sum)).isEqualTo("FFF2F2F2");
    }

    @Test
    void headAndNameAreFrozenAndHeadsRepeated() {
        XSSFSheet sheet = book.getSheet("评分明细");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:5");
    }

    @Test
    void everySheetOfPaperOfTheRulesBeginsWithAHeadAndHoldsItsRows() {
        Sheet sheet = book.getSheet("评分细则");
        int widths = 0;
        for (int c = 0; c < widestRow(sheet); c++) {
            widths += sheet.getColumnWidth(c) / 256;
        }
        String[] areas = book.getPrintArea(book.getSheetIndex(sheet)).split(",");
        assertThat(areas).hasSizeGreaterThan(2);
        for (String area : areas) {
            CellRangeAddress rows = CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1));
            float height = 0;
            for (int r = rows.getFirstRow(); r <= rows.getLastRow(); r++) {
                height += sheet.getRow(r).getHeightInPoints();
            }
            assertThat(height).as(area).isLessThan(Math.max(widths * 6, 757) * 0.67f);
            String begins = sheet.getRow(rows.getFirstRow()).getCell(0).getStringCellValue();
            assertThat(begins)
                    .as(area)
                    .isIn(
                            rows.getFirstRow() == 0 ? sheet.getRow(0).getCell(0).getStringCellValue() : "编号",
                            "计分标准",
                            "一票否决",
                            "等次",
                            "奖励");
        }
    }

    @Test
    void theHeadOfALongTableIsRepeatedWhereOthersStandAboveIt() {
        for (String name : List.of("图表", "数据核查", "计算底稿", "计算底稿2")) {
            XSSFSheet sheet = book.getSheet(name);
            assertThat(sheet.getRepeatingRows()).as(name).isNotNull();
            int head = sheet.getRepeatingRows().getFirstRow();
            assertThat(fill(cell(name, head, 0))).as(name).isEqualTo("FFDDEBF7");
        }
    }

    @Test
    void everySheetPrintsOnLyingA4OnePageWideButTheWorkingsThatWouldBeTooSmall() {
        for (Sheet sheet : book) {
            PrintSetup setup = sheet.getPrintSetup();
            assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(setup.getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(setup.getFitWidth())
                    .isEqualTo((short) (sheet.getSheetName().equals("计算底稿") ? 2 : 1));
            assertThat(sheet.getHorizontallyCenter()).isTrue();
            for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
                assertThat(sheet.getMargin(margin) * 2.54).isBetween(1.29, 2.01);
            }
            assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页 / 共 &N 页");
            assertThat(sheet.getFooter().getLeft() + sheet.getFooter().getRight())
                    .contains("65a097f90b31");
            assertThat(book.getPrintArea(book.getSheetIndex(sheet)))
                    .contains("!$A$1:$")
                    .endsWith("$" + column(widestRow(sheet)) + "$" + (sheet.getLastRowNum() + 1));
        }
        assertThat(book.getSheetAt(0).getPrintSetup().getFitHeight()).isEqualTo((short) 1);
        assertThat(book.getSheetAt(1).getPrintSetup().getFitHeight()).isEqualTo((short) 0);
    }

    @Test
    void thePaymentTablesFooterSaysTheSumInWords() {
        assertThat(book.getSheet("奖励分配").getFooter().getLeft()).isEqualTo("奖励合计 贰佰陆拾玖万元整");
    }

    @Test
    void columnsAreBetweenSixAndFortyWideButLabelsOfChartsAndFingerprints() {
        for (int i = 1; i < book.getNumberOfSheets(); i++) {
            Sheet sheet = book.getSheetAt(i);
            double most = sheet.getSheetName().equals("图表")
                    ? 50
                    : sheet.getSheetName().equals("运行信息") ? 67 : 40;
            for (int c = 0; c < widestRow(sheet); c++) {
                assertThat(sheet.getColumnWidth(c) / 256.0).isBetween(6.0, most);
            }
        }
    }

    @Test
    void linksLeadToTheRowAndBack() {
        assertThat(cell("考核结果", 6, 1).getHyperlink().getAddress()).isEqualTo("'评分明细'!A6");
        assertThat(cell("评分明细", 5, 1).getHyperlink().getAddress()).isEqualTo("'考核结果'!A7");
        assertThat(cell("评分明细", 5, 1).getStringCellValue())
                .isEqualTo(cell("考核结果", 6, 1).getStringCellValue());
    }

    @Test
    void groupsAndTotalsHaveDataBars() {
        XSSFSheet sheet = book.getSheet("评分明细");
        assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                .isEqualTo(6);
    }

    @Test
    void noTextIsAFormulaAndWhatLooksLikeOneIsQuoted() {
        int quoted = 0;
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCellFormula())
                                .as(cell.getAddress().toString())
                                .doesNotContain("HYPERLINK");
                    }
                    if (cell.getCellType() == CellType.STRING
                            && "=+-@".indexOf((cell.getStringCellValue() + " ").charAt(0)) >= 0) {
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .as(cell.getStringCellValue())
                                .isTrue();
                        quoted++;
                    }
                }
            }
        }
        assertThat(quoted).isGreaterThan(5);
    }

    @Test
    void noPersonAndNoClockStandInTheFile() throws IOException {
        assertThat(book.getProperties().getCoreProperties().getCreator()).isEqualTo("platscore");
        assertThat(book.getProperties().getCoreProperties().getLastModifiedByUser())
                .isNull();
        assertThat(book.getProperties().getCoreProperties().getCreated().getTime())
                .isEqualTo(315_532_800_000L);
        TreeSet<String> times = new TreeSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                times.add(entries.nextElement().getTimeLocal().toString());
            }
        }
        assertThat(times).containsExactly("1980-01-01T12:00");
    }

    private static XSSFCell cell(String sheet, int row, int column) {
        return book.getSheet(sheet).getRow(row).getCell(column);
    }

    private static String grade(int row) {
        XSSFCell cell = cell("考核结果", row, 11);
        return cell.getStringCellValue() + " " + fill(cell);
    }

    private static String fill(XSSFCell cell) {
        return cell.getCellStyle().getFillForegroundColorColor().getARGBHex();
    }

    private static int widestRow(Sheet sheet) {
        int widest = 0;
        for (Row row : sheet) {
            widest = Math.max(widest, row.getLastCellNum());
        }
        return widest;
    }

    private static String column(int number) {
        return org.platscore.finding.Place.letters(number);
    }
}
