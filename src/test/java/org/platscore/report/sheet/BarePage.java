package org.platscore.report.sheet;

import java.util.List;

/** A page of tables with nothing around them. */
final class BarePage {

    private BarePage() {}

    static Page of(Table... tables) {
        return on(new Page.Paper(true, false, -1, "", "", ""), "题", tables);
    }

    /** Returns a page on such a paper, with a title. */
    static Page on(Page.Paper paper, String title, Table... tables) {
        return new Page("页", "000000", title, "", "", "", List.of(tables), List.of(), paper);
    }
}
