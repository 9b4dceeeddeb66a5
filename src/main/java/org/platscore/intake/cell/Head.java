package org.platscore.intake.cell;

/**
 * The text of a head or label as it is compared.
 *
 * @param full dense, without stars, colon and {@code （必填）}
 * @param bare {@code full} without a trailing unit in brackets
 * @param unit that unit, after NFKC; empty where there is none
 */
public record Head(String full, String bare, String unit) {

    /** Returns how a head or label is compared. */
    public static Head of(String text) {
        String full = Spelling.dense(text);
        String before;
        do {
            before = full;
            while (full.startsWith("*")) {
                full = full.substring(1);
            }
            while (full.endsWith(":") || full.endsWith("*")) {
                full = full.substring(0, full.length() - 1);
            }
            for (String must : new String[] {"(必填)", "[必填]", "(必填项)"}) {
                if (full.endsWith(must)) {
                    full = full.substring(0, full.length() - must.length());
                }
            }
        } while (!full.equals(before));
        int open = opening(full);
        if (open <= 0) {
            return new Head(full, full, "");
        }
        String inside = full.substring(open + 1, full.length() - 1);
        String unit = inside.startsWith("单位:") ? inside.substring(3) : inside;
        return Units.known(unit) ? new Head(full, of(full.substring(0, open)).full, unit) : new Head(full, full, "");
    }

    /** Returns a label as it is written without its unit in brackets, whatever brackets these are and whatever stands behind them. */
    public static String withoutUnit(String written) {
        Head head = of(written);
        for (int i = head.unit.isEmpty() ? 0 : written.length() - 1; i > 0; i--) {
            if (of(written.substring(0, i)).full.equals(head.bare)) {
                return written.substring(0, i).strip();
            }
        }
        return written;
    }

    private static int opening(String text) {
        if (text.endsWith(")")) {
            int depth = 0;
            for (int i = text.length() - 1; i >= 0; i--) {
                depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return text.endsWith("]") ? text.lastIndexOf('[') : text.endsWith("】") ? text.lastIndexOf('【') : -1;
    }
}
