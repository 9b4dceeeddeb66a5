package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.published.ProgramRun;

/** The workbook of sample-data as a file: what a spreadsheet would repair is not in it. */
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

    @BeforeAll
    static void assess() {
        ProgramRun run = ProgramRun.of(Path.of("sample-data"), folder.resolve("out"));
        assertThat(run.code()).as(run.said()).isZero();
        file = folder.resolve("out/assessment.xlsx");
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
    void sheetsStylesAndDrawingsFollowTheSchemas() throws IOException {
        List<String> errors = new ArrayList<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            validate("workbook", book.getCTWorkbook(), errors);
            validate("styles", book.getStylesSource().getCTStylesheet(), errors);
            for (Sheet each : book) {
                XSSFSheet sheet = (XSSFSheet) each;
                validate(sheet.getSheetName(), sheet.getCTWorksheet(), errors);
                if (sheet.getDrawingPatriarch() != null) {
                    validate(sheet.getSheetName(), sheet.getDrawingPatriarch().getCTDrawing(), errors);
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    private static void validate(String what, XmlObject part, List<String> errors) {
        List<XmlError> found = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(found));
        found.forEach(error -> errors.add(what + ": " + error.getMessage()));
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
    void aPythonReaderOpensItWithFormulasAndWithValues() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                Files.isExecutable(python) && run(python, "import openpyxl") == 0,
                "openpyxl is not installed: the workbook is not opened with it");
        String script = "import openpyxl, sys\n"
                + "formulas = openpyxl.load_workbook(sys.argv[1])['评分明细']\n"
                + "values = openpyxl.load_workbook(sys.argv[1], data_only=True)['评分明细']\n"
                + "assert formulas['D6'].value.startswith('='), formulas['D6'].value\n"
                + "assert isinstance(values['D6'].value, (int, float)), values['D6'].value\n";
        assertThat(run(python, script)).isZero();
    }

    private static int run(Path python, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python.toString(), "-W", "ignore", "-c", script, file.toString())
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
