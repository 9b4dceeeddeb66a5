package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the tables of a page come to lie on sheets of paper, reckoned by the heights of their rows: a table that would be cut but
 * fits on one sheet begins a new one.
 *
 * @param apart by table, whether it begins a new sheet of paper
 * @param cuts by table, the rows of its body that begin a new sheet of paper; none of the last table, whose head the printer
 *     repeats
 */
record Papers(List<Boolean> apart, List<Set<Integer>> cuts) {

    static final float CAPTION = 24f;
    static final float GAP = 10f;
    private static final float TITLE = 60f;
    private static final float LEAD = 25f;
    /** Rows that a long table has at least on the sheet of paper on which it begins. */
    private static final int LEAST_ROWS = 5;

    static Papers of(Page page, int[] widths) {
        Heights heights = new Heights(widths, PageWriter.ROW);
        Strips strips = Strips.of(page, widths);
        boolean planned = page.flows() && page.tables().size() > 1;
        float paper = (float) PrintSheet.paper(widths, strips.across(page, widths));
        List<Boolean> apart = new ArrayList<>();
        List<Set<Integer>> cuts = new ArrayList<>();
        float used = page.chartsFirst() ? 0 : TITLE + (page.lead().isEmpty() ? 0 : LEAD);
        for (int i = 0; i < page.tables().size(); i++) {
            Table table = page.tables().get(i);
            boolean last = i == page.tables().size() - 1;
            boolean begins = table.apart() || (planned && i > 0 && used + GAP + needed(table, heights, paper) > paper);
            used = begins ? 0 : used + (i > 0 ? GAP : 0);
            apart.add(begins);
            Set<Integer> cut = new HashSet<>();
            if (planned && !last) {
                used = walk(table, heights, paper, used, cut);
            }
            cuts.add(cut);
        }
        return new Papers(apart, cuts);
    }

    /** Returns the height of a table; of one that takes more than a sheet of paper, that of its first rows. */
    private static float needed(Table table, Heights heights, float paper) {
        float head = caption(table) + heights.heads(table);
        float height = head;
        for (List<Cell> row : table.shown()) {
            if (row.isEmpty() || height > paper) {
                return head + LEAST_ROWS * heights.row();
            }
            height += heights.of(row);
        }
        for (List<Cell> row : table.sums()) {
            height += heights.of(row);
        }
        return height > paper ? head + LEAST_ROWS * heights.row() : height;
    }

    private static float caption(Table table) {
        return table.caption().isEmpty() ? 0 : CAPTION;
    }

    /**
     * Goes through the rows of a table and takes note of those that begin a sheet of paper; the last row stays with the sums.
     * Returns how much of the last sheet is used.
     */
    private static float walk(Table table, Heights heights, float paper, float before, Set<Integer> cuts) {
        float head = heights.heads(table);
        float used = before + caption(table) + head;
        float sums = 0;
        for (List<Cell> row : table.sums()) {
            sums += heights.of(row);
        }
        int last = table.rows() - 1;
        int at = 0;
        for (List<Cell> row : table.shown()) {
            boolean again = row.isEmpty();
            float height = again ? 0 : heights.of(row);
            if (again || used + height + (at == last ? sums : 0) > paper) {
                cuts.add(at);
                used = head;
            }
            used += height;
            at++;
        }
        return used + sums;
    }
}
