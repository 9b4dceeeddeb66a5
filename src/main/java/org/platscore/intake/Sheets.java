package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetSource;

/** Which sheets of a file an input reads, and what is said of the others. */
final class Sheets {

    private static final List<String> EXAMPLES = List.of("示例", "样例", "说明");

    private final FileReport report;
    private final List<String> names;
    private final List<SheetHead> wanted = new ArrayList<>();
    private final List<SheetHead> copies = new ArrayList<>();
    private final List<String> there = new ArrayList<>();

    private Sheets(FileReport report, List<String> names) {
        this.report = report;
        this.names = names;
    }

    /**
     * Returns the sheets to read. Hidden ones are not, nor are examples and explanations, unless the rules name them.
     *
     * @param names of the sheets that the rules name; empty: any
     * @param told names of the sheets of this file that were told of already; those told of now are added
     */
    static Sheets of(SheetSource source, List<String> names, FileReport report, Set<String> told) {
        Sheets sheets = new Sheets(report, names);
        for (SheetHead sheet : source.sheets()) {
            if (sheet.name() == null) {
                sheets.wanted.add(sheet);
                continue;
            }
            String name = sheet.name();
            sheets.there.add(name);
            if (source.guide(sheet) && names.stream().noneMatch(each -> same(each, name))) {
                continue;
            }
            boolean named = names.stream().anyMatch(each -> same(each, name));
            if (!names.isEmpty() && !named && names.stream().noneMatch(each -> near(each, name))) {
                continue;
            }
            Place place = new Place(report.path(), name, 0, 0, "");
            if (sheet.hidden()) {
                if (told.add(name)) {
                    report.add(Severity.WARN, "hidden-sheet", place, name, "hidden-sheet");
                }
            } else if (!named && example(name)) {
                if (told.add(name)) {
                    report.add(Severity.INFO, "example-sheet", place, name, "example-sheet");
                }
            } else if (named || names.isEmpty()) {
                sheets.wanted.add(sheet);
            } else {
                sheets.copies.add(sheet);
            }
        }
        for (String name : names) {
            boolean text = sheets.there.isEmpty();
            if (!text && sheets.there.stream().noneMatch(each -> same(name, each))) {
                report.add(Severity.STOP, "no-header", Place.file(report.path()), name, "no-sheet", name, sheets.there);
            }
        }
        return sheets;
    }

    List<SheetHead> wanted() {
        return wanted;
    }

    /** Returns the visible sheets that are likely copies of one that the rules name, and are not read. */
    List<SheetHead> copies() {
        return copies;
    }

    /** Tells of a copy that holds the input's head. */
    void tellUnread(SheetHead copy) {
        String name = Objects.requireNonNull(copy.name());
        report.add(
                Severity.WARN, "unread-sheet", new Place(report.path(), name, 0, 0, ""), name, "unread-sheet", names);
    }

    /** Returns whether a sheet shows how to fill in the others. */
    static boolean example(String name) {
        return EXAMPLES.stream().anyMatch(name::contains);
    }

    /** Returns whether a sheet is likely a copy or an example of a named one. */
    static boolean near(String named, String name) {
        return Spelling.dense(name).contains(Spelling.dense(named));
    }

    /** Returns whether two names of sheets are the same but for width and white space. */
    static boolean same(String a, String b) {
        return Spelling.dense(a).equals(Spelling.dense(b));
    }

    /** Returns whether an input that names these sheets, or none, reads this one if it finds its head there. */
    static boolean mayRead(List<String> names, SheetHead sheet) {
        String own = sheet.name();
        return names.isEmpty() || own == null || names.stream().anyMatch(each -> same(each, own));
    }

    /**
     * Tells why sheets were not read. If no sheet was, the one that comes closest is told of; if others were, one that has
     * any head that the input names may hold rows that are now lost.
     */
    void tell(List<SheetHead> sheets, List<Header.Search> searches, boolean others) {
        int closest = -1;
        for (int i = 0; i < sheets.size(); i++) {
            if (searches.get(i) instanceof Header.Doubled doubled) {
                tell(sheets.get(i), doubled);
                closest = -2;
            } else if (!names.isEmpty() || others) {
                tell(sheets.get(i), (Header.NotFound) searches.get(i), others);
            } else if (closest == -1 || closest >= 0 && matched(searches.get(i)) > matched(searches.get(closest))) {
                closest = i;
            }
        }
        if (closest >= 0) {
            tell(sheets.get(closest), (Header.NotFound) searches.get(closest), false);
        }
        if (sheets.isEmpty() && !others && names.isEmpty()) {
            report.add(Severity.STOP, "no-header", Place.file(report.path()), "", "nothing-to-read", there);
        }
    }

    private static int matched(Header.Search search) {
        return search instanceof Header.NotFound near ? near.matched() : 0;
    }

    private void tell(SheetHead sheet, Header.Doubled doubled) {
        report.add(
                Severity.STOP,
                "duplicate-column",
                new Place(report.path(), sheet.name(), doubled.row(), doubled.column() + 1, doubled.head()),
                doubled.head(),
                "duplicate-column",
                doubled.label(),
                doubled.first(),
                doubled.second());
    }

    private void tell(SheetHead sheet, Header.NotFound near, boolean others) {
        boolean optional = names.isEmpty() && others;
        if (optional && near.alike() == 0) {
            return;
        }
        if (near.matched() >= 2) {
            report.add(
                    optional ? Severity.WARN : Severity.STOP,
                    "missing-column",
                    new Place(report.path(), sheet.name(), near.row(), 0, ""),
                    "",
                    optional ? "missing-column-sheet" : "missing-column",
                    near.missing());
        } else {
            report.add(
                    optional ? Severity.WARN : Severity.STOP,
                    "no-header",
                    new Place(report.path(), sheet.name(), optional ? near.alike() : 0, 0, ""),
                    "",
                    optional ? "no-header-sheet" : sheet.name() == null ? "no-header-text" : "no-header",
                    HeaderSearch.ROWS,
                    near.missing());
        }
    }
}
