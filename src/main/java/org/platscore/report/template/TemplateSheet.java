package org.platscore.report.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.SafeText;
import org.platscore.rules.Rulebook;

/** Writes one sheet to fill in: the labelled cells of forms, then the head of a table. */
final class TemplateSheet {

    private static final int LABEL_WIDTH = 26;
    private static final int VALUE_WIDTH = 34;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 28;
    /** Longer forms have two fields in a row or more. */
    private static final int MOST_FIELD_ROWS = 14;
    /** The head of a table is looked for in so many rows, so that a form above it must leave room for it. */
    private static final int HEAD_ROWS = 20;

    private static final int BORDERED_ROWS = 40;
    private static final int CHECKED_ROWS = 5_000;
    private static final int NOTE_COLUMNS = 4;
    private static final int NOTE_LINE = 24;

    private final XSSFSheet sheet;
    private final Plan.Sheet plan;
    private final Rulebook rules;
    private final Words words;
    private final Look look;
    private final Rule rule;
    private final Set<CellReference> outright = new HashSet<>();
    private int next;
    private @Nullable XSSFDrawing drawing;

    TemplateSheet(XSSFSheet sheet, Plan.Sheet plan, Rulebook rules, Words words, Look look, Rule rule) {
        this.sheet = sheet;
        this.plan = plan;
        this.rules = rules;
        this.words = words;
        this.look = look;
        this.rule = rule;
    }

    void write() {
        List<Entry> flowing = new ArrayList<>();
        int lowest = -1;
        int highest = Integer.MAX_VALUE;
        for (Entry entry : plan.fields()) {
            if (entry.column().cell() == null) {
                flowing.add(entry);
            } else {
                CellReference at = new CellReference(
                        Objects.requireNonNull(entry.column().cell()).strip().replace("$", ""));
                outright.add(at);
                lowest = Math.max(lowest, at.getRow());
                highest = Math.min(highest, at.getRow());
            }
        }
        int start = Math.max(highest > 2 ? 2 : 0, lowest + 2);
        int most = plan.columns().isEmpty()
                ? MOST_FIELD_ROWS
                : Math.max(1, Math.min(MOST_FIELD_ROWS, HEAD_ROWS - 2 - start));
        int pairs = Math.max(1, (flowing.size() + most - 1) / most);
        int width = Math.max(pairs * 2, plan.columns().size());
        if (highest > 2) {
            title(width);
        }
        widths(width);
        plan.fields().stream().filter(entry -> entry.column().cell() != null).forEach(this::outright);
        next = start;
        fields(flowing, pairs);
        if (!plan.columns().isEmpty()) {
            next += plan.fields().isEmpty() ? 0 : 1;
            table();
        }
        Protection.set(sheet);
        print();
    }

    private void title(int width) {
        put(0, 0, words.say("template.sheet-title", words.matter(rules.title()), plan.name()), look.title());
        put(
                1,
                0,
                words.say(
                        "template.hint",
                        words.day(rules.period().from()),
                        words.day(rules.period().to())),
                look.side());
        for (int row = 0; row < 2 && width > 1; row++) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, width - 1));
        }
        sheet.getRow(0).setHeightInPoints(44f);
        sheet.getRow(1).setHeightInPoints(32f);
        next = 2;
    }

    private void widths(int width) {
        for (int column = 0; column < width; column++) {
            int units = column % 2 == 0 ? LABEL_WIDTH : VALUE_WIDTH;
            if (column < plan.columns().size()) {
                String text = plan.columns().get(column).text();
                int own = Math.min(WIDEST, Math.max(NARROWEST, 2 * text.length() + 4));
                units = plan.fields().isEmpty() ? own : Math.max(own, units);
            }
            sheet.setColumnWidth(column, units * 256);
        }
    }

    private void fields(List<Entry> entries, int pairs) {
        for (int i = 0; i < entries.size(); i++) {
            int row = next + i / pairs;
            int column = 2 * (i % pairs);
            Entry entry = entries.get(i);
            label(entry, row, column, look.label());
            value(entry, row, column + 1);
            sheet.getRow(row).setHeightInPoints(26f);
        }
        next += (entries.size() + pairs - 1) / pairs;
    }

    /** A cell that the rules name has its label on the left, else above it, else none. */
    private void outright(Entry entry) {
        CellReference at = new CellReference(
                Objects.requireNonNull(entry.column().cell()).strip().replace("$", ""));
        int row = at.getRow();
        int column = at.getCol();
        if (free(row, column - 1)) {
            label(entry, row, column - 1, look.label());
        } else if (free(row - 1, column)) {
            label(entry, row - 1, column, look.label());
        }
        value(entry, row, column);
    }

    private boolean free(int row, int column) {
        return row >= 0
                && column >= 0
                && !outright.contains(new CellReference(row, column))
                && (sheet.getRow(row) == null || sheet.getRow(row).getCell(column) == null);
    }

    private void value(Entry entry, int row, int column) {
        Cell cell = put(row, column, null, look.input(entry, true));
        fill(cell, entry);
        rule.check(sheet, entry, new CellRangeAddressList(row, row, column, column));
    }

    private static void fill(Cell cell, Entry entry) {
        Object value = entry.value();
        if (value instanceof BigDecimal number) {
            cell.setCellValue(entry.inUnit(number).doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes ? "是" : "否");
        } else if (value != null) {
            cell.setCellValue(SafeText.of(value.toString()));
        }
    }

    private void table() {
        int head = next;
        for (int column = 0; column < plan.columns().size(); column++) {
            Entry entry = plan.columns().get(column);
            label(entry, head, column, look.head());
            sheet.setDefaultColumnStyle(column, look.input(entry, false));
            for (int row = head + 1; row <= head + BORDERED_ROWS; row++) {
                put(row, column, null, look.input(entry, true));
            }
            rule.check(sheet, entry, new CellRangeAddressList(head + 1, head + CHECKED_ROWS, column, column));
        }
        sheet.getRow(head).setHeightInPoints(36f);
        sheet.createFreezePane(0, head + 1);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        next = head + 1 + BORDERED_ROWS;
    }

    private void label(Entry entry, int row, int column, CellStyle style) {
        Cell cell = put(row, column, entry.text(), style);
        if (!entry.indicators().isEmpty()) {
            note(cell, entry);
        }
    }

    /** Puts a note on a label that says what the figure is scored for, and how. */
    private void note(Cell cell, Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(rule.sentence(entry));
        entry.indicators().forEach(leaf -> lines.add(words.scored(leaf)));
        String text = String.join("\n", lines);
        int height = 1;
        for (String line : lines) {
            height += 1 + line.length() / NOTE_LINE;
        }
        if (drawing == null) {
            drawing = sheet.createDrawingPatriarch();
        }
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex() + 1;
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column, row, column + NOTE_COLUMNS / 2, row + height);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(new XSSFRichTextString(SafeText.of(text)));
        comment.setAuthor("platscore");
        cell.setCellComment(comment);
    }

    private Cell put(int row, int column, @Nullable String text, CellStyle style) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
        cell.setCellStyle(style);
        if (text != null) {
            cell.setCellValue(SafeText.of(text));
        }
        return cell;
    }

    private void print() {
        PrintSetup.of(sheet, words, plan.columns().size() > 5);
    }
}
