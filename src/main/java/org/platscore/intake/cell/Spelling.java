package org.platscore.intake.cell;

import java.text.Normalizer;
import java.util.Locale;
import org.platscore.finding.NumberText;

/** Texts as they are compared. */
public final class Spelling {

    private Spelling() {}

    /** Returns a text without white space at its ends, zero-width characters, and a leading apostrophe; else as it stands. */
    public static String clean(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !unseen(text.charAt(i));
        }
        String seen = plain ? text : without(text, false);
        String trimmed = trim(seen);
        return trimmed.startsWith("'") ? trim(trimmed.substring(1)) : trimmed;
    }

    /** Returns a text after NFKC, cleaned. */
    public static String fold(String text) {
        return clean(nfkc(text));
    }

    /** Returns a text after NFKC without any white space. */
    public static String dense(String text) {
        String folded = nfkc(text);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (space(c) || unseen(c)) {
                return without(folded, true);
            }
        }
        return folded;
    }

    /** Returns a code as it is compared: dense, in upper case, without a leading apostrophe. */
    public static String code(String text) {
        String dense = dense(text);
        return (dense.startsWith("'") ? dense.substring(1) : dense).toUpperCase(Locale.ROOT);
    }

    /** Returns a text as the grammar of numbers sees it. */
    static String tidy(String text) {
        return NumberText.tidy(text);
    }

    private static String nfkc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static String without(String text, boolean spaces) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!unseen(c) && !(spaces && space(c))) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (to > from && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean space(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean unseen(char c) {
        return (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF';
    }
}
