package org.platscore.intake.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what parts the cells of a text file. */
final class Delimiter {

    private static final String KNOWN = ",;\t";

    private Delimiter() {}

    /**
     * Returns the delimiter whose count agrees in most of the lines; of two alike the one that cuts more cells, then the
     * comma. A first line {@code sep=;} decides.
     */
    static char of(List<String> lines) {
        if (!lines.isEmpty() && declared(lines.get(0))) {
            return lines.get(0).charAt(4);
        }
        char best = ',';
        long bestScore = 0;
        for (char each : KNOWN.toCharArray()) {
            Map<Integer, Integer> linesByCount = new LinkedHashMap<>();
            for (String line : lines) {
                int count = count(line, each);
                if (count > 0) {
                    linesByCount.merge(count, 1, Integer::sum);
                }
            }
            for (Map.Entry<Integer, Integer> entry : linesByCount.entrySet()) {
                long score = entry.getValue() * 100_000L + entry.getKey();
                if (score > bestScore) {
                    bestScore = score;
                    best = each;
                }
            }
        }
        return best;
    }

    /** Returns whether a line is one that Excel takes for the delimiter's declaration. */
    static boolean declared(String line) {
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4);
    }

    /**
     * Returns whether a quoted cell is open at a line's end, whatever parts the cells: a quote where none can begin is text.
     *
     * @param open whether one is at its beginning
     */
    static boolean open(String line, boolean open) {
        boolean quoted = open;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '"') {
                continue;
            }
            if (!quoted) {
                quoted = i == 0 || KNOWN.indexOf(line.charAt(i - 1)) >= 0;
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else {
                quoted = false;
            }
        }
        return quoted;
    }

    private static int count(String line, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            }
        }
        return count;
    }
}
