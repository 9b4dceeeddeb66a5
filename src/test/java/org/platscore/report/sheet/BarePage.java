package org.platscore.report.sheet;

import java.util.List;

/** A page of tables with nothing around them. */
final class BarePage {

    private BarePage() {}

    static Page of(Table... tables) {
        return new Page(
                "页",
                "000000",
                "题",
                "",
                "",
                "",
                List.of(tables),
                List.of(),
                new Page.Paper(true, false, -1, "", "", ""));
    }
}
