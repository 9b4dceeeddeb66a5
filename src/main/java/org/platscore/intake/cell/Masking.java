package org.platscore.intake.cell;

import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** Hides what is nobody's business: cells of personal columns, and residents' numbers among credit codes. */
public final class Masking {

    /** What stands in place of a personal cell. */
    public static final String HIDDEN = "***";

    private Masking() {}

    /** Returns a cell's text as it may be shown. */
    public static String shown(Column column, String text) {
        String clean = text.strip();
        if (column.personal()) {
            return clean.isEmpty() ? "" : HIDDEN;
        }
        return column.type() == ColumnType.CREDIT_CODE ? resident(clean) : clean;
    }

    /** Returns a text, masked behind its area where it is written like a resident's number. */
    public static String resident(String text) {
        String code = Spelling.code(text);
        return CreditCode.looksPersonal(code) ? CreditCode.masked(code) : text;
    }
}
