package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.Cell;
import org.platscore.rules.Rounding;

/** How formulas round, stand for what is missing, and what is too much for a worksheet. */
final class CellFormula {

    /** Stands in a formula for what no cell holds: with it, the whole formula cannot be said. */
    static final String UNSAYABLE = "\u0000";

    /** Decimals to which a figure is rounded first, since a worksheet computes in doubles. */
    static final int STEADY = 9;

    /** A dash as formulas have it. */
    static final String DASH = '"' + Cell.NONE + '"';

    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 60;
    private static final int MOST_ARGUMENTS = 255;
    private static final int LONGEST_TEXT = 255;

    private CellFormula() {}

    /** Returns a formula rounded as the rules round; null where a worksheet has no such rounding. */
    static @Nullable String rounded(@Nullable String formula, int decimals, Rounding rounding) {
        if (formula == null || decimals == Rounding.NONE) {
            return formula;
        }
        String steady = "ROUND(" + formula + "," + Math.max(STEADY, decimals) + ")";
        if (rounding.mode() == RoundingMode.HALF_UP) {
            return "ROUND(" + steady + "," + decimals + ")";
        }
        return rounding.mode() == RoundingMode.DOWN ? "ROUNDDOWN(" + steady + "," + decimals + ")" : null;
    }

    /** Returns a sum of figures that have no more than these decimals. */
    static String sum(String formula, int decimals) {
        return decimals == Rounding.NONE ? formula : "ROUND(" + formula + "," + decimals + ")";
    }

    /** Returns a formula with a dash where it is an error. */
    static @Nullable String orMissing(@Nullable String formula) {
        return orElse(formula, DASH);
    }

    /** Returns a formula with another one in its place where it is an error. */
    static @Nullable String orElse(@Nullable String formula, String other) {
        return formula == null ? null : "IFERROR(" + formula + "," + other + ")";
    }

    /** Returns a text as formulas have it; null where a worksheet cannot hold it. */
    static @Nullable String text(String text) {
        return text.length() > LONGEST_TEXT ? null : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Returns a formula over the numbers of a range with a dash where there are none; null for null. */
    static @Nullable String ofAny(String range, @Nullable String formula) {
        return formula == null ? null : "IF(COUNT(" + range + ")=0," + DASH + "," + formula + ")";
    }

    /** Returns the formula; null where a worksheet cannot hold it. */
    static @Nullable String sayable(@Nullable String formula) {
        return formula == null || formula.length() > LONGEST || formula.contains(UNSAYABLE) || tooMuch(formula)
                ? null
                : formula;
    }

    /** Returns whether functions stand deeper in each other, or take more arguments, than in a worksheet. */
    private static boolean tooMuch(String formula) {
        Deque<Integer> arguments = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            if (c == '(') {
                arguments.push(1);
            } else if (c == ')') {
                arguments.poll();
            } else if (c == ',' && !arguments.isEmpty()) {
                arguments.push(arguments.pop() + 1);
            }
            if (arguments.size() > DEEPEST || !arguments.isEmpty() && arguments.element() > MOST_ARGUMENTS) {
                return true;
            }
        }
        return false;
    }
}
