package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * A wide page cut into strips of columns that are printed one after the other, each one sheet of paper wide, the frozen columns
 * repeated: on one sheet alone the type would be too small. Strips end where an upper head ends.
 *
 * @param strips first and last column of each strip
 */
record Strips(List<int[]> strips) {

    /** Points across that a lying A4 sheet has between its margins, and what it may hold before type gets too small. */
    static final double PAPER = 757;

    private static final double MOST = PAPER / 0.66;
    /** A page that would be printed smaller than this is cut. */
    private static final double LEAST_SCALE = 0.55;
    /** How much more a strip may hold rather than that there is one more. */
    private static final double MOST_OVER = 1.2;

    /** Returns the strips of a page: one, unless it would be printed at less than about two thirds of its size. */
    static Strips of(Page page, int[] widths) {
        double total = points(widths, 0, widths.length - 1);
        int frozen = page.paper().frozen();
        boolean cut = total > PAPER / LEAST_SCALE
                && frozen > 0
                && page.tables().size() == 1
                && !page.paper().onePage();
        double repeated = cut ? points(widths, 0, frozen - 1) : 0;
        if (!cut || repeated > MOST / 2) {
            return new Strips(List.<int[]>of(new int[] {0, widths.length - 1}));
        }
        double room = MOST - repeated;
        List<Integer> ends = ends(page.tables().get(0).columns(), widths, frozen, room);
        int number = (int) Math.ceil((total - repeated) / room);
        double most = (total - repeated) / number;
        List<int[]> strips = filled(widths, ends, frozen, most);
        while (strips.size() > number && most < room * MOST_OVER) {
            most *= 1.02;
            strips = filled(widths, ends, frozen, most);
        }
        return new Strips(strips);
    }

    /** Returns strips filled one after the other, up to this many points each where blocks allow it. */
    private static List<int[]> filled(int[] widths, List<Integer> ends, int frozen, double most) {
        List<int[]> strips = new ArrayList<>();
        int from = 0;
        int start = frozen;
        double filled = 0;
        for (int end : ends) {
            double block = points(widths, start, end);
            if (filled > 0 && filled + block > most) {
                strips.add(new int[] {from, start - 1});
                from = start;
                filled = 0;
            }
            filled += block;
            start = end + 1;
        }
        strips.add(new int[] {from, widths.length - 1});
        return strips;
    }

    /** Returns the columns with which blocks end that are not cut: the last ones under an upper head, if they fit on paper. */
    private static List<Integer> ends(List<Column> columns, int[] widths, int frozen, double room) {
        List<Integer> ends = new ArrayList<>();
        int start = frozen;
        for (int c = frozen; c < columns.size(); c++) {
            String group = columns.get(c).group();
            boolean last = c == columns.size() - 1;
            if (last
                    || group.isEmpty()
                    || !group.equals(columns.get(c + 1).group())
                    || points(widths, start, c + 1) > room) {
                ends.add(c);
                start = c + 1;
            }
        }
        return ends;
    }

    /** Returns whether a strip other than the first begins with this column. */
    boolean begins(int column) {
        return column > 0 && strips.stream().anyMatch(strip -> strip[0] == column);
    }

    /** Columns repeated on each sheet of paper of a page that goes on sideways without being cut into strips. */
    static final int REPEATED = 2;

    /**
     * Returns how many sheets of paper side by side a page takes that cannot be cut into strips, several tables or no frozen columns standing on it,
     * and would be printed too small on one.
     */
    int across(Page page, int[] widths) {
        double total = points(widths, 0, widths.length - 1);
        boolean wide = !several()
                && !page.paper().onePage()
                && page.charts().isEmpty()
                && (page.tables().size() > 1 || page.paper().frozen() < 0)
                && total > PAPER / LEAST_SCALE;
        return wide ? (int) Math.ceil(total / MOST) : 1;
    }

    /** Returns the last column that is surely on the first sheet of paper of a page that goes on sideways. */
    static int lastOnFirst(int[] widths) {
        int last = REPEATED;
        while (last + 1 < widths.length && points(widths, 0, last + 1) < PAPER) {
            last++;
        }
        return last;
    }

    /** Widens the columns of strips that are too narrow for what stands below the title of each. */
    void widen(Page page, int[] widths) {
        if (several()) {
            for (int[] strip : strips) {
                Widths.widen(widths, Math.max(strip[0], page.paper().frozen()), strip[1], Widths.side(page));
            }
        }
    }

    boolean several() {
        return strips.size() > 1;
    }

    private static double points(int[] widths, int from, int to) {
        double points = 0;
        for (int c = from; c <= to; c++) {
            points += widths[c] * Widths.POINTS;
        }
        return points;
    }
}
