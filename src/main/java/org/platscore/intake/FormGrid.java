package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.cell.Units;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetRows;
import org.platscore.intake.sheet.SheetSource;

/** The first rows of a sheet, in which labels and their values are looked for. */
final class FormGrid {

    /** A form is not longer than this; what stands below is a table. */
    private static final int ROWS = 1_000;

    private static final int DROPPED_UNIT = 1_000;

    /** A cell's place: row from 1, column from 0. */
    record At(int row, int column) {}

    /** A label as it stands in the sheet. */
    record Label(At at, String text, Head head) {}

    private final SheetHead sheet;
    private final Map<Integer, RawRow> rows = new TreeMap<>();
    private final List<Merge> merges;
    private final List<Label> labels = new ArrayList<>();

    private FormGrid(SheetHead sheet, List<Merge> merges) {
        this.sheet = sheet;
        this.merges = merges;
    }

    static FormGrid read(SheetSource source, SheetHead sheet) throws FileFault {
        FormGrid grid = new FormGrid(sheet, source.merges(sheet));
        try (SheetRows rows = source.rows(sheet)) {
            for (RawRow row = rows.next(); row != null && row.number() <= ROWS; row = rows.next()) {
                grid.rows.put(row.number(), row);
                for (int i = 0; i < row.cells().size(); i++) {
                    RawCell cell = row.cells().get(i);
                    if (cell != null && cell.kind() == RawCell.Kind.TEXT) {
                        grid.labels.add(new Label(new At(row.number(), i), cell.text(), Head.of(cell.text())));
                    }
                }
            }
        }
        return grid;
    }

    SheetHead sheet() {
        return sheet;
    }

    @Nullable
    RawCell cell(At at) {
        RawRow row = rows.get(at.row);
        return row == null ? null : row.cell(at.column);
    }

    /** Returns whether a row is hidden. */
    boolean hidden(int row) {
        RawRow there = rows.get(row);
        return there != null && there.hidden();
    }

    /** Returns how well a cell's text fits a label: the place of the synonym, those without their unit last; -1 if not at all. */
    static int fit(List<Head> synonyms, Head head) {
        int best = -1;
        for (int i = 0; i < synonyms.size(); i++) {
            int fit = synonyms.get(i).full().equals(head.full())
                    ? i
                    : synonyms.get(i).bare().equals(head.bare()) ? DROPPED_UNIT + i : -1;
            best = fit >= 0 && (best < 0 || fit < best) ? fit : best;
        }
        return best;
    }

    /** Returns all cells with text. */
    List<Label> texts() {
        return labels;
    }

    /** Returns the first filled cell to the right of a label, up to the next of the form's labels; null if there is none. */
    @Nullable
    At right(Label label, Set<String> formLabels, boolean numeric) {
        RawRow row = rows.get(label.at.row);
        Merge merge = over(label.at);
        int from = (merge == null ? label.at.column : merge.lastColumn()) + 1;
        for (int i = from; row != null && i < row.cells().size(); i++) {
            RawCell cell = row.cells().get(i);
            if (cell == null) {
                continue;
            }
            if (cell.kind() == RawCell.Kind.TEXT) {
                Head head = Head.of(cell.text());
                if (formLabels.contains(head.full()) || formLabels.contains(head.bare())) {
                    return null;
                }
                // 万元 in a cell of its own behind a blank one is no value.
                if (numeric && !unit(cell).isEmpty()) {
                    continue;
                }
            }
            return new At(label.at.row, i);
        }
        return null;
    }

    /**
     * Returns the unit in a cell of its own between a label and its value, else right behind the value, also behind a cell that says
     * 单位; empty where there is none.
     */
    String unitBeside(Label label, At value, Set<String> formLabels) {
        RawRow row = rows.get(value.row);
        Merge merge = over(value);
        int behind = (merge == null ? value.column : merge.lastColumn()) + 1;
        for (int i = label.at.column + 1; row != null && i < row.cells().size(); i++) {
            RawCell cell = i < value.column || i >= behind ? row.cells().get(i) : null;
            if (cell != null) {
                String unit = unit(cell);
                if (!unit.isEmpty() && !formLabels.contains(unit)) {
                    return unit;
                }
                if (i >= behind && !announcesUnit(cell, formLabels)) {
                    return "";
                }
            }
        }
        return "";
    }

    private static boolean announcesUnit(RawCell cell, Set<String> formLabels) {
        return Units.announced(Spelling.dense(cell.text()))
                && !formLabels.contains(Head.of(cell.text()).bare());
    }

    /** Returns the unit that fills a cell, such as {@code （万元）} or {@code 单位：万元}; empty if something else does. */
    private static String unit(RawCell cell) {
        return cell.kind() == RawCell.Kind.TEXT ? Units.alone(Spelling.dense(cell.text())) : "";
    }

    /** Returns the text that a value's label would be, right before it; empty where there is none. */
    String textBefore(At value) {
        if (value.column == 0) {
            return "";
        }
        At before = new At(value.row, value.column - 1);
        Merge merge = over(before);
        RawCell cell = cell(merge == null ? before : new At(merge.firstRow(), merge.firstColumn()));
        return cell == null || cell.kind() != RawCell.Kind.TEXT ? "" : cell.text();
    }

    /** Returns the place where a blank value to the right of a label would stand. */
    At beside(Label label) {
        Merge merge = over(label.at);
        return new At(label.at.row, (merge == null ? label.at.column : merge.lastColumn()) + 1);
    }

    /** Returns the place below a label. */
    At below(Label label) {
        Merge merge = over(label.at);
        return new At((merge == null ? label.at.row : merge.lastRow()) + 1, label.at.column);
    }

    /** Returns whether a cell holds one of the form's labels. */
    boolean isLabel(At at, Set<String> formLabels) {
        RawCell cell = cell(at);
        return cell != null
                && cell.kind() == RawCell.Kind.TEXT
                && formLabels.contains(Head.of(cell.text()).bare());
    }

    /** Returns the unit of money stated above a row; empty where there is none. */
    String unitAbove(int row) {
        String unit = "";
        for (Label text : labels) {
            if (text.at.row < row && text.text.indexOf('位') >= 0) {
                RawRow there = rows.get(text.at.row);
                String behind = there == null ? "" : Spelling.dense(there.textBehind(text.at.column));
                String stated = Units.stated(Spelling.dense(text.text), behind);
                unit = stated == null ? unit : stated;
            }
        }
        return unit;
    }

    private @Nullable Merge over(At at) {
        return merges.stream()
                .filter(merge -> merge.covers(at.row, at.column))
                .findFirst()
                .orElse(null);
    }
}
