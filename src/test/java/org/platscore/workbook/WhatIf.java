package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.platscore.published.ProgramRun;

/**
 * Rules and data, the workbook of their run in which something is changed, and runs of rules or data that are changed alike.
 *
 * @param folder for all that is written
 * @param file what the data are called
 */
record WhatIf(Path folder, String file, String rules, String data) {

    /** A text of the rules or data that becomes another, and the same change inside the workbook. */
    record Change(String from, String to, Consumer<XSSFWorkbook> inside) {}

    /** Returns what-ifs that have been made and recalculated; passed over where LibreOffice is not there. */
    static <C extends Enum<C>> WhatIf of(
            Path folder, String file, String rules, String data, C[] changes, Function<C, Change> made)
            throws IOException {
        Soffice.assumePresent();
        WhatIf whatIf = new WhatIf(folder, file, rules, data);
        whatIf.recalculate(Stream.of(changes).collect(Collectors.toMap(C::name, made)));
        return whatIf;
    }

    /** Runs the rules and data as they are, and changes and recalculates copies of the workbook. */
    void recalculate(Map<String, Change> changes) throws IOException {
        run("base", rules, data);
        List<Path> books = new ArrayList<>();
        for (Map.Entry<String, Change> each : changes.entrySet()) {
            Path changed = folder.resolve(each.getKey() + ".xlsx");
            try (XSSFWorkbook book = Recalculated.open(base());
                    OutputStream out = Files.newOutputStream(changed)) {
                each.getValue().inside.accept(book);
                book.write(out);
            }
            books.add(changed);
        }
        Soffice.recalculate(books, Files.createDirectories(folder.resolve("recalculated")));
    }

    /** Returns the workbook of the rules and data as they are. */
    Path base() {
        return folder.resolve("out-base/assessment.xlsx");
    }

    /** Returns a workbook that was changed and recalculated. */
    Path recalculated(String name) {
        return folder.resolve("recalculated/" + name + ".xlsx");
    }

    /** Runs the changed rules and data. */
    ProgramRun run(String name, Change change) throws IOException {
        assertThat(rules.contains(change.from) ^ data.contains(change.from))
                .as(change.from)
                .isTrue();
        return run(name, rules.replace(change.from, change.to), data.replace(change.from, change.to));
    }

    private ProgramRun run(String name, String rulesNow, String dataNow) throws IOException {
        Path input = Files.createDirectories(folder.resolve("data-" + name));
        Files.writeString(input.resolve("scoring-rules.yaml"), rulesNow);
        Files.writeString(input.resolve(file), dataNow);
        ProgramRun run = ProgramRun.of(input, folder.resolve("out-" + name));
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }

    /** Returns the first row of a sheet whose first cell says this. */
    static Row row(Sheet sheet, String id) {
        return rows(sheet, id).get(0);
    }

    /** Returns the rows of a sheet whose first cell says this. */
    static List<Row> rows(Sheet sheet, String id) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (text(row, 0).equals(id)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Returns the text of a cell; empty where there is none. */
    static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell != null && cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    /** Returns what a sheet's formulas show, by what a column says of the row, and the number of the column. */
    static Map<String, String> figures(Path file, String sheet, int named) throws IOException {
        Map<String, String> figures = new TreeMap<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            for (Row row : book.getSheet(sheet)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        figures.put(
                                text(row, named) + " " + cell.getColumnIndex(),
                                Recalculated.value(cell) instanceof Double number
                                        ? String.format(Locale.ROOT, "%.6f", number)
                                        : String.valueOf(Recalculated.value(cell)));
                    }
                }
            }
        }
        return figures;
    }
}
