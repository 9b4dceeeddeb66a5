package org.platscore.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetRows;
import org.platscore.intake.sheet.SheetSource;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;

/** The sheets of a file in which labels of forms are looked for. */
final class FormSheets {

    private final SheetSource source;
    private final String path;
    private final Set<String> told;
    private final List<TableSpec> tables;
    private final Set<String> named = new HashSet<>();
    private final Map<Integer, FormGrid> grids = new HashMap<>();

    /**
     * The sheets of a file.
     *
     * @param all inputs that the file serves
     * @param told names of the sheets that were told of already
     */
    FormSheets(SheetSource source, String path, List<TableSpec> all, Set<String> told) {
        this.source = source;
        this.path = path;
        this.told = told;
        this.tables = all.stream().filter(each -> !each.input().form()).toList();
        for (TableSpec spec : all) {
            spec.input().sheets().forEach(this::addSheet);
            if (spec.input().belongsTo() instanceof BelongsTo.ByLabel by) {
                addSheet(by.sheet());
            }
            if (spec.input().form()) {
                spec.columns().forEach(column -> addSheet(column.sheet()));
            }
        }
    }

    private void addSheet(@Nullable String sheet) {
        if (sheet != null) {
            named.add(Spelling.dense(sheet));
        }
    }

    /** Returns the sheets where a label may stand: the named one, else every visible one that is no example. */
    List<FormGrid> of(@Nullable String name, FileReport report) throws FileFault {
        List<FormGrid> where = new ArrayList<>();
        for (SheetHead sheet : source.sheets()) {
            String own = sheet.name();
            boolean named = own != null && name != null && Sheets.same(own, name);
            if (source.guide(sheet) && !named) {
                continue;
            }
            if (own != null && sheet.hidden() && (named || name == null)) {
                if (told.add(own)) {
                    report.add(Severity.WARN, "hidden-sheet", new Place(path, own, 0, 0, ""), own, "hidden-sheet");
                }
            } else if (own != null && name == null && Sheets.example(own)) {
                if (told.add(own)) {
                    report.add(Severity.INFO, "example-sheet", new Place(path, own, 0, 0, ""), own, "example-sheet");
                }
            } else if (own == null || named || name == null) {
                where.add(grid(sheet));
            }
        }
        return where;
    }

    private FormGrid grid(SheetHead sheet) throws FileFault {
        FormGrid grid = grids.get(sheet.index());
        if (grid == null) {
            grid = FormGrid.read(source, sheet);
            grids.put(sheet.index(), grid);
        }
        return grid;
    }

    /** Returns whether a label stands in a sheet that the rules name for a table which has such a head. */
    boolean isHead(FormGrid grid, FormGrid.Label label) {
        String sheet = grid.sheet().name();
        return sheet != null
                && tables.stream()
                        .filter(each -> each.input().sheets().stream().anyMatch(name -> Sheets.same(name, sheet)))
                        .flatMap(each -> each.columns().stream())
                        .anyMatch(column -> fits(column, label));
    }

    private static boolean fits(Column column, FormGrid.Label label) {
        return FormGrid.fit(column.headers().stream().map(Head::of).toList(), label.head()) >= 0;
    }

    /** Tells of visible sheets that are likely copies of one that the fields name, with a label of these, and that nothing reads. */
    void tellUnread(TableSpec spec, FileReport report) throws FileFault {
        for (SheetHead sheet : source.sheets()) {
            String own = sheet.name();
            if (own == null
                    || sheet.hidden()
                    || source.guide(sheet)
                    || Sheets.example(own)
                    || told.contains(own)
                    || named.contains(Spelling.dense(own))) {
                continue;
            }
            Column column = copied(spec, sheet, own);
            if (column != null && !tableReads(sheet) && told.add(own)) {
                Place place = new Place(path, own, 0, 0, "");
                String wanted = Objects.requireNonNull(column.sheet());
                report.add(Severity.WARN, "unread-sheet", place, own, "unread-form", column.label(), wanted);
            }
        }
    }

    /** Returns the first field whose label stands in a sheet that is likely a copy of the field's; null if there is none. */
    private @Nullable Column copied(TableSpec spec, SheetHead sheet, String name) throws FileFault {
        for (Column column : spec.columns()) {
            if (column.sheet() != null
                    && Sheets.near(column.sheet(), name)
                    && grid(sheet).texts().stream().anyMatch(label -> fits(column, label))) {
                return column;
            }
        }
        return null;
    }

    private boolean tableReads(SheetHead sheet) throws FileFault {
        List<Merge> merges = source.merges(sheet);
        try (SheetRows rows = source.rows(sheet)) {
            List<RawRow> top = TableReader.top(rows);
            return tables.stream().anyMatch(each -> FileTask.reads(each, sheet, top, merges));
        }
    }
}
