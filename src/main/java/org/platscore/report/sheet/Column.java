package org.platscore.report.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param group the upper head, shared by neighbours of the same; empty for none
 * @param label the head
 * @param marks the line below the head, such as full marks or a unit; empty for none
 * @param least least width, in characters of a digit's width
 * @param headLines lines that the head may be broken into
 * @param barTo the value of a full data bar; null for no bars
 * @param fixed whether it is just {@code least} wide, whatever texts stand in it: longer ones are wrapped
 */
public record Column(
        String group,
        String label,
        String marks,
        int least,
        int headLines,
        @Nullable Double barTo,
        boolean fixed) {

    /** The head of a column that the one on its left spreads over. */
    static final String JOINED = "\u2190";

    /** Returns a column whose head is the one on its left, spread over both. */
    public static Column joined() {
        return of(JOINED);
    }

    /** Returns a column with a head alone. */
    public static Column of(String label) {
        return new Column("", label, "", 6, 2, null, false);
    }

    /** Returns a column with a head and a line below it. */
    public static Column of(String label, String marks) {
        return new Column("", label, marks, 6, 2, null, false);
    }

    /** Returns this column under an upper head. */
    public Column under(String upper) {
        return new Column(upper, label, marks, least, headLines, barTo, fixed);
    }

    /** Returns this column at least this wide. */
    public Column wide(int width) {
        return new Column(group, label, marks, width, headLines, barTo, fixed);
    }

    /** Returns this column with its head in up to this many lines. */
    public Column lines(int lines) {
        return new Column(group, label, marks, least, lines, barTo, fixed);
    }

    /** Returns this column with data bars from 0 to {@code full}. */
    public Column bars(double full) {
        return new Column(group, label, marks, least, headLines, full, fixed);
    }

    /** Returns this column just this wide: longer texts are wrapped, only longer figures widen it. */
    public Column exactly(int width) {
        return new Column(group, label, marks, width, headLines, barTo, true);
    }
}
