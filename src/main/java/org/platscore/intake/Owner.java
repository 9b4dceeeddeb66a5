package org.platscore.intake;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;

/** Tells whose a row is: by a cell of the row, or the whole file's subject. */
final class Owner {

    private final boolean asked;
    private final int column;
    private final @Nullable Subjects subjects;
    private final @Nullable Subject whole;

    private Owner(boolean asked, int column, @Nullable Subjects subjects, @Nullable Subject whole) {
        this.asked = asked;
        this.column = column;
        this.subjects = subjects;
        this.whole = whole;
    }

    /** Rows that are nobody's, such as those of the roster. */
    static Owner nobody() {
        return new Owner(false, -1, null, null);
    }

    /** Rows that name their subject in a column. */
    static Owner byColumn(int column, Subjects subjects) {
        return new Owner(true, column, subjects, null);
    }

    /** Rows that are all this subject's. */
    static Owner of(Subject subject, Subjects subjects) {
        return new Owner(true, -1, subjects, subject);
    }

    /** Returns whether every row must have a subject. */
    boolean asked() {
        return asked;
    }

    /** Returns the id of the subject that an id or name means; null if there is none. */
    @Nullable
    String idOf(String text) {
        return subjects == null ? null : subjects.idOf(text);
    }

    /** Returns what a row names its subject by, or the rules where its cell is blank; empty where neither does. */
    String named(DataRow row) {
        RawCell cell = column < 0 ? null : row.raw[column];
        if (cell == null) {
            return column >= 0 && row.spec.columns().get(column).defaultValue() instanceof String named ? named : "";
        }
        return cell.kind() == RawCell.Kind.ERROR ? "" : Spelling.clean(cell.text());
    }

    /** Returns the subject of a row that names it so; null if there is none. */
    @Nullable
    Subject find(String named) {
        return whole != null || subjects == null || named.isEmpty() ? whole : subjects.find(named);
    }

    /** Tells that a row's subject is not in the roster. */
    void tellUnknown(DataRow row, String named, FileReport report) {
        Column declared = column < 0 ? null : row.spec.columns().get(column);
        Severity severity =
                declared == null ? Severity.REJECT : declared.onBad().severity();
        report.add(
                severity,
                "unknown-subject",
                row.place(column),
                row.shown(column).equals(Masking.HIDDEN) ? Masking.HIDDEN : named,
                "",
                row.shown(column).equals(Masking.HIDDEN)
                        ? Message.of(
                                "intake.personal-fault",
                                row.spec.columns().get(column).label())
                        : unknown(named, subjects),
                Message.of("intake.unknown-subject-do"));
    }

    /** Returns the sentence that nobody in the roster is named so, the nearest name offered. */
    static Message unknown(String named, @Nullable Subjects subjects) {
        if (named.isEmpty() || subjects == null) {
            return Message.of("intake.unnamed-subject");
        }
        return Fault.unknown("unknown-subject", named, subjects.nearest(named));
    }
}
