package org.platscore.report.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Submissions;
import org.platscore.intake.cell.Head;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** Fills every field and two rows of every table of a template, and knows what is to be read back. */
final class Filling {

    /** What is typed into which cell: a text, a number or a day, by {@code sheet!A1}. */
    final Map<String, Object> typed = new LinkedHashMap<>();

    /** What a form's fields mean, by {@code input.field}. */
    final Map<String, Object> fields = new LinkedHashMap<>();

    /** What the cells of tables mean, by {@code input.column.row}. */
    final Map<String, Object> cells = new LinkedHashMap<>();

    private final Workbook book;
    private final String guide;

    private Filling(Workbook book) {
        this.book = book;
        this.guide = book.getSheetName(0);
    }

    /** Decides what is typed into which cell of a template. */
    static Filling of(Rulebook rules, Path template, String subject) throws IOException {
        try (Workbook book = new XSSFWorkbook(Files.newInputStream(template))) {
            Filling filling = new Filling(book);
            for (Input input : Submissions.inputs(rules)) {
                if (input.belongsTo() instanceof BelongsTo.ByLabel by) {
                    filling.typed.put(filling.right(filling.label(by.label())), subject);
                }
                for (Column column : input.columns()) {
                    filling.add(input, column, subject);
                }
            }
            return filling;
        }
    }

    private void add(Input input, Column column, String subject) {
        if (input.form()) {
            boolean owner = input.belongsTo() instanceof BelongsTo.ByColumn by
                            && by.column().equals(column.name())
                    || input.belongsTo() instanceof BelongsTo.ByLabel whose
                            && whose.label().equals(column.label());
            boolean labelled = column.cell() == null;
            Cell label = labelled ? label(column.label()) : null;
            String at = label == null ? sheetOf(column) + "!" + column.cell() : right(label);
            Sample sample = owner
                    ? new Sample(subject, subject)
                    : Sample.of(
                            column,
                            label == null
                                    ? ""
                                    : Head.of(label.getStringCellValue()).unit(),
                            0);
            typed.putIfAbsent(at, sample.typed());
            fields.put(input.name() + "." + column.name(), sample.meant());
            return;
        }
        Cell head = label(column.label());
        for (int row = 1; row <= 2; row++) {
            Sample sample = Sample.of(column, Head.of(head.getStringCellValue()).unit(), row);
            typed.put(
                    head.getSheet().getSheetName() + "!"
                            + new CellReference(head.getRowIndex() + row, head.getColumnIndex()).formatAsString(),
                    sample.typed());
            cells.put(input.name() + "." + column.name() + "." + row, sample.meant());
        }
    }

    private static String sheetOf(Column column) {
        return Objects.requireNonNull(column.sheet());
    }

    private String right(Cell label) {
        return label.getSheet().getSheetName() + "!"
                + new CellReference(label.getRowIndex(), label.getColumnIndex() + 1).formatAsString();
    }

    /** Returns the cell of a label, of several that only their units tell apart the one with its unit. */
    private Cell label(String label) {
        Head head = Head.of(label);
        @Nullable Cell found = null;
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean text = cell.getCellType() == CellType.STRING
                            && !sheet.getSheetName().equals(guide);
                    Head written = Head.of(text ? cell.getStringCellValue() : "");
                    if (text && written.bare().equals(head.bare())) {
                        found = found == null || written.unit().equals(head.unit()) ? cell : found;
                    }
                }
            }
        }
        if (found == null) {
            throw new IllegalStateException("no label " + label);
        }
        return found;
    }

    /** Types it all into a copy of the template through POI. */
    void fill(Path template, Path filled) throws IOException {
        try (Workbook target = new XSSFWorkbook(Files.newInputStream(template));
                OutputStream out = Files.newOutputStream(filled)) {
            typed.forEach((place, value) -> {
                String sheet = place.substring(0, place.lastIndexOf('!'));
                CellReference at = new CellReference(place.substring(place.lastIndexOf('!') + 1));
                Row row = target.getSheet(sheet).getRow(at.getRow());
                Cell cell = row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                if (value instanceof BigDecimal number) {
                    cell.setCellValue(number.doubleValue());
                } else if (value instanceof LocalDate day) {
                    cell.setCellValue(day);
                } else {
                    cell.setCellValue(value.toString());
                }
            });
            target.write(out);
        }
    }

    /** What is typed into a cell, and what it means. */
    record Sample(Object typed, Object meant) {

        static Sample of(Column column, String unit, int row) {
            return switch (column.type()) {
                case MONEY -> money(new BigDecimal("123.45").add(BigDecimal.valueOf(row)), unit);
                case PERCENT -> new Sample(BigDecimal.valueOf(35 + row), new BigDecimal("0.3" + (5 + row)));
                case NUMBER -> same(new BigDecimal("12.5").add(BigDecimal.valueOf(row)));
                case INTEGER -> same(BigDecimal.valueOf(7 + row));
                case DATE -> same(LocalDate.of(2022, 3, 5 + row));
                case BOOLEAN -> new Sample("是", true);
                case CREDIT_CODE -> same("12350299421695461A");
                default ->
                    same(
                            column.choices().isEmpty()
                                    ? "甲乙" + row
                                    : column.choices().keySet().stream()
                                            .skip(column.choices().size() - 1L)
                                            .findFirst()
                                            .orElseThrow());
            };
        }

        private static Sample money(BigDecimal amount, String unit) {
            BigDecimal factor = unit.equals("万元") ? BigDecimal.valueOf(10_000) : BigDecimal.ONE;
            return new Sample(amount, amount.multiply(factor));
        }

        private static Sample same(Object value) {
            return new Sample(value, value);
        }
    }
}
