package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import org.platscore.finding.Lang;
import org.platscore.report.sheet.Workbooks;

/** The charts of assessment.xlsx as they are read back: complete, explicit, and with the figures that stand in the cells. */
class ChartsTest {

    private static final Pattern REFERENCE = Pattern.compile("<c:f>([^<]*)</c:f>(.*?)</c:(?:num|str)Cache>");
    private static final Pattern POINT = Pattern.compile("<c:pt idx=\"([0-9]+)\"><c:v>([^<]*)</c:v></c:pt>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 42, 100})
    void everyCachedFigureOfAChartStandsInItsCell(int subjects) throws IOException {
        int figures = 0;
        try (XSSFWorkbook book = written(subjects)) {
            for (XSSFChart chart : charts(book)) {
                Matcher references = REFERENCE.matcher(xml(chart));
                while (references.find()) {
                    AreaReference area =
                            new AreaReference(references.group(1).replace("&apos;", "'"), book.getSpreadsheetVersion());
                    CellReference[] cells = area.getAllReferencedCells();
                    Matcher points = POINT.matcher(references.group(2));
                    while (points.find()) {
                        CellReference at = cells[Integer.parseInt(points.group(1))];
                        Cell cell = book.getSheet(at.getSheetName())
                                .getRow(at.getRow())
                                .getCell(at.getCol());
                        String value = cell.getCellType() == CellType.STRING
                                ? cell.getStringCellValue()
                                : Double.toString(cell.getNumericCellValue());
                        assertThat(points.group(2)).as(at.formatAsString()).isEqualTo(value);
                        figures++;
                    }
                }
            }
        }
        assertThat(figures).isGreaterThan(20);
    }

    @Test
    void eachChartHasATitleAxisTitlesSolidFillsAndAnAlternativeText() throws IOException {
        try (XSSFWorkbook book = written(42)) {
            List<XSSFChart> charts = charts(book);
            assertThat(charts).hasSize(6);
            for (XSSFChart chart : charts) {
                String xml = xml(chart);
                String name = chart.getTitleText().getString();
                assertThat(name).isNotBlank();
                assertThat(count(xml, "<c:ser>")).as(name).isPositive();
                assertThat(count(xml, "</c:tx><c:spPr><a:")).as(name).isEqualTo(count(xml, "<c:ser>"));
                assertThat(xml)
                        .contains("typeface=\"仿宋\"")
                        .contains(xml.contains("scatterChart") ? "midCat" : "<c:crossBetween val=\"between\"/>");
                if (!xml.contains("radarChart")) {
                    assertThat(count(xml, "<c:title>")).as(name).isBetween(2, 3);
                }
            }
            List<String> descriptions = new ArrayList<>();
            book.forEach(sheet -> frames((XSSFSheet) sheet)
                    .forEach(frame -> descriptions.add(frame.getGraphicFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr()
                            .getDescr())));
            assertThat(descriptions)
                    .hasSize(6)
                    .allSatisfy(text -> assertThat(text).contains("图：").endsWith("。"));
        }
    }

    @Test
    void noChartHasMoreThanFortyTwoLabelsAndTheFirstSixtyAreShown() throws IOException {
        try (XSSFWorkbook book = written(100)) {
            List<String> lying = charts(book).stream()
                    .map(ChartsTest::xml)
                    .filter(xml -> xml.contains("barDir val=\"bar\"") && xml.contains("图表"))
                    .toList();
            assertThat(lying).hasSize(2);
            assertThat(lying.get(0)).contains("'图表'!$A$").contains("<c:ptCount val=\"30\"/>");
            assertThat(lying.get(1)).contains("<c:ptCount val=\"30\"/>").contains("第 31 至第 60 位");
        }
    }

    @Test
    void eachChartIsPrintedOnAPaperOfItsOwn() throws IOException {
        try (XSSFWorkbook book = written(42)) {
            XSSFSheet sheet = book.getSheet("图表");
            String areas = book.getPrintArea(book.getSheetIndex(sheet));
            assertThat(areas.split(",")).hasSize(4);
            for (CTTwoCellAnchor anchor : frames(sheet)) {
                int from = anchor.getFrom().getRow();
                int to = anchor.getTo().getRow();
                assertThat(areas.split(",")).anySatisfy(area -> {
                    AreaReference rows = new AreaReference(area, book.getSpreadsheetVersion());
                    assertThat(from).isGreaterThanOrEqualTo(rows.getFirstCell().getRow());
                    assertThat(to).isLessThanOrEqualTo(rows.getLastCell().getRow());
                });
            }
        }
    }

    private XSSFWorkbook written(int subjects) throws IOException {
        var result = MadeUpRun.of(subjects);
        Run run = Run.of(result, Objects.requireNonNull(result.scores()), Lang.ZH, "1.0.0");
        Path file = folder.resolve("assessment.xlsx");
        Workbooks.write(AssessmentBook.of(run), Lang.ZH, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<XSSFChart> charts(XSSFWorkbook book) {
        List<XSSFChart> charts = new ArrayList<>();
        book.forEach(sheet -> {
            var drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
            if (drawing != null) {
                charts.addAll(drawing.getCharts());
            }
        });
        return charts;
    }

    private static List<CTTwoCellAnchor> frames(XSSFSheet sheet) {
        var drawing = sheet.getDrawingPatriarch();
        return drawing == null
                ? List.of()
                : Stream.of(drawing.getCTDrawing().getTwoCellAnchorArray())
                        .filter(CTTwoCellAnchor::isSetGraphicFrame)
                        .toList();
    }

    static String xml(XSSFChart chart) {
        try (InputStream in = chart.getPackagePart().getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
