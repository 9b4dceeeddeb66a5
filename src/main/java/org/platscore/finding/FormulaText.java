package org.platscore.finding;

/** Texts that a spreadsheet could take for a formula. */
public final class FormulaText {

    private static final String STARTERS = "=+-@＝＋－＠\t\r\n";

    private FormulaText() {}

    /** Returns whether the text starts as a formula may: with {@code = + - @}, their full-width forms, a tab or a line end. */
    public static boolean looksLike(String text) {
        return !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0;
    }
}
