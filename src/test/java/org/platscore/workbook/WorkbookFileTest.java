package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.cli.Main;
import org.platscore.published.ProgramRun;

/** Workbooks as files: what a spreadsheet would repair is not in them, and whoever reads such files opens them. */
class WorkbookFileTest {
    /** The children of a worksheet in the order of ECMA-376 part 1, 18.3.1.99; any other order is repaired. */
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private static final Pattern CHILD = Pattern.compile("<(/?)([A-Za-z0-9:]+)([^<>]*?)(/?)>");

    @TempDir
    private static Path folder;

    private static Path file;
    private static List<Path> written;

    @BeforeAll
    static void assess() throws IOException {
        ProgramRun run = ProgramRun.of(Path.of("sample-data"), folder.resolve("out"));
        assertThat(run.code()).as(run.said()).isZero();
        file = folder.resolve("out/assessment.xlsx");
        Path few = Files.createDirectories(folder.resolve("few"));
        WhatIfRewardsTest.write(few);
        Path sheets = folder.resolve("sheets");
        PrintStream said = new PrintStream(OutputStream.nullOutputStream());
        String[] arguments = {"assess", few.toString(), "--out", sheets.toString(), "--score-sheets", "--lang", "en"};
        assertThat(Main.run(arguments, said, said)).isZero();
        written = new ArrayList<>(List.of(file, folder.resolve("out/notice.xlsx")));
        try (Stream<Path> files = Files.walk(sheets)) {
            files.filter(each -> each.toString().endsWith(".xlsx")).sorted().forEach(written::add);
        }
        assertThat(written).hasSize(2 + 2 + 6);
    }

    @Test
    void theChildrenOfEverySheetStandInTheOrderOfTheStandard() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            int sheets = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets++;
                    List<Integer> places = new ArrayList<>();
                    for (String child : children(text(zip, entry))) {
                        assertThat(ORDER).as(entry.getName()).contains(child);
                        places.add(ORDER.indexOf(child));
                    }
                    assertThat(places).as(entry.getName()).isSorted();
                }
            }
            assertThat(sheets).isGreaterThan(8);
        }
    }

    @Test
    void everyPartOfEveryWorkbookFollowsTheSchemas() throws IOException {
        List<String> errors = new ArrayList<>();
        try (Schemas schemas = Schemas.load()) {
            for (Path each : written) {
                errors.addAll(schemas.errors(each));
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void anElementOutOfOrderIsFound() throws IOException {
        try (Schemas schemas = Schemas.load();
                ZipFile zip = new ZipFile(file.toFile())) {
            String chart = text(zip, zip.getEntry("xl/charts/chart1.xml"));
            String turned = chart.replaceFirst("(<c:autoTitleDeleted[^>]*/>)(<c:plotArea>.*</c:plotArea>)", "$2$1");
            assertThat(turned).isNotEqualTo(chart);
            assertThat(schemas.validate(
                            "drawingml.x2006.chart.ChartSpaceDocument",
                            new java.io.ByteArrayInputStream(turned.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .isNotEmpty();
        }
    }

    /** The names of the elements right below the root. */
    private static List<String> children(String xml) {
        List<String> children = new ArrayList<>();
        int depth = 0;
        for (Matcher tag = CHILD.matcher(xml); tag.find(); ) {
            if (!tag.group(1).isEmpty()) {
                depth--;
            } else {
                if (depth == 1) {
                    children.add(tag.group(2));
                }
                depth += tag.group(4).isEmpty() ? 1 : 0;
            }
        }
        return children;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyFormulaIsShortEnoughRefersToSheetsThatAreThereAndHasAValue() throws IOException {
        Pattern reference = Pattern.compile("'([^']+)'!");
        TreeSet<String> functions = new TreeSet<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() != CellType.FORMULA) {
                            continue;
                        }
                        String formula = cell.getCellFormula();
                        assertThat(formula).hasSizeLessThanOrEqualTo(8192);
                        assertThat(cell.getCachedFormulaResultType()).isIn(CellType.NUMERIC, CellType.STRING);
                        for (Matcher found = reference.matcher(formula); found.find(); ) {
                            assertThat(book.getSheet(found.group(1)))
                                    .as(formula)
                                    .isNotNull();
                        }
                        Matcher call = Pattern.compile("([A-Z.]+)\\(").matcher(formula);
                        while (call.find()) {
                            functions.add(call.group(1));
                        }
                    }
                }
            }
        }
        // All are in Excel 2007, so that none needs a prefix, and in WPS and LibreOffice.
        assertThat(functions)
                .isSubsetOf(
                        "ABS",
                        "AND",
                        "AVERAGE",
                        "COUNT",
                        "COUNTIF",
                        "EXACT",
                        "IF",
                        "IFERROR",
                        "INT",
                        "ISNUMBER",
                        "LN",
                        "LOG10",
                        "MAX",
                        "MEDIAN",
                        "MIN",
                        "N",
                        "NA",
                        "NOT",
                        "OR",
                        "PERCENTILE",
                        "ROUND",
                        "ROUNDDOWN",
                        "ROWS",
                        "SQRT",
                        "STDEV",
                        "SUM",
                        "SUMPRODUCT");
    }

    @Test
    void aPythonReaderOpensAllWithFormulasAndWithValues() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                Files.isExecutable(python) && run(python, "import openpyxl") == 0,
                "openpyxl is not installed: the workbooks are not opened with it");
        String script = "import openpyxl, sys\n"
                + "for name in sys.argv[1:]:\n"
                + "    book = openpyxl.load_workbook(name)\n"
                + "    assert all(sheet.max_row > 3 for sheet in book), name\n"
                + "formulas = openpyxl.load_workbook(sys.argv[1])['评分明细']\n"
                + "values = openpyxl.load_workbook(sys.argv[1], data_only=True)['评分明细']\n"
                + "assert formulas['D6'].value.startswith('='), formulas['D6'].value\n"
                + "assert isinstance(values['D6'].value, (int, float)), values['D6'].value\n"
                + "assert len(openpyxl.load_workbook(sys.argv[1])['图表']._charts) == 4\n";
        assertThat(run(python, script)).isZero();
    }

    @Test
    void poiAndLibreOfficeOpenAll() throws IOException {
        for (Path each : written) {
            try (XSSFWorkbook book = Recalculated.open(each)) {
                assertThat(book.getNumberOfSheets()).as(each.toString()).isPositive();
            }
        }
        Soffice.assumePresent();
        Path opened = Files.createDirectories(folder.resolve("opened"));
        List<Path> named = new ArrayList<>();
        for (Path each : written) {
            named.add(Files.copy(each, opened.resolve("in-" + named.size() + ".xlsx")));
        }
        Path again = Files.createDirectories(folder.resolve("again"));
        Soffice.recalculate(named, again);
        for (int i = 0; i < named.size(); i++) {
            try (XSSFWorkbook before = Recalculated.open(named.get(i));
                    XSSFWorkbook after = Recalculated.open(again.resolve("in-" + i + ".xlsx"))) {
                for (Sheet sheet : before) {
                    assertThat(charts(after.getSheet(sheet.getSheetName())))
                            .as(written.get(i) + " " + sheet.getSheetName())
                            .isEqualTo(charts((XSSFSheet) sheet));
                }
            }
        }
    }

    private static int charts(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch() == null
                ? 0
                : sheet.getDrawingPatriarch().getCharts().size();
    }

    private static int run(Path python, String script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python.toString(), "-W", "ignore", "-c", script));
        written.forEach(each -> command.add(each.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("python took more than two minutes");
        }
        return process.exitValue();
    }
}
