package org.platscore.report.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Place;

/** Drop-down lists that are too long to stand in a cell's check: they stand in columns of the guide, to the right of the page. */
final class Lists {

    private static final int FIRST_COLUMN = 8;

    private final String sheet;
    private final Map<List<String>, Integer> columns = new LinkedHashMap<>();

    /** @param sheet name of the guide */
    Lists(String sheet) {
        this.sheet = sheet;
    }

    /** Returns the cells of a list as a formula. */
    String range(List<String> choices) {
        int column = columns.computeIfAbsent(choices, key -> FIRST_COLUMN + columns.size());
        String letters = Place.letters(column + 1);
        return "'" + sheet.replace("'", "''") + "'!$" + letters + "$1:$" + letters + "$" + choices.size();
    }

    /** Returns all lists by their 0-based column. */
    Map<Integer, List<String>> all() {
        Map<Integer, List<String>> all = new LinkedHashMap<>();
        columns.forEach((choices, column) -> all.put(column, new ArrayList<>(choices)));
        return all;
    }
}
