package org.platscore.intake.cell;

import java.util.Locale;
import org.platscore.finding.Unseen;
import org.platscore.rules.condition.Folded;

/** Texts of cells as they are kept and compared: nothing that is not seen counts. */
public final class Spelling {

    private Spelling() {}

    /** Returns a text without white space at its ends, zero-width characters, and a leading apostrophe; else as it stands. */
    public static String clean(String text) {
        String trimmed = trim(seen(text));
        return trimmed.startsWith("'") ? trim(trimmed.substring(1)) : trimmed;
    }

    /** Returns a text as {@link Folded#text} compares it, cleaned. */
    public static String fold(String text) {
        return clean(Folded.text(text));
    }

    /** Returns a text as {@link Folded#tight} compares it, without zero-width characters. */
    public static String dense(String text) {
        return seen(Folded.tight(text));
    }

    /** Returns a code as it is compared: dense, in upper case, without a leading apostrophe. */
    public static String code(String text) {
        if (usualCode(text)) {
            return text;
        }
        String dense = dense(text);
        return (dense.startsWith("'") ? dense.substring(1) : dense).toUpperCase(Locale.ROOT);
    }

    private static boolean usualCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > 'Z' || c > '9' && c < 'A') {
                return false;
            }
        }
        return true;
    }

    private static String seen(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Unseen.is(text.charAt(i))) {
                StringBuilder kept = new StringBuilder(text.length());
                text.chars().filter(c -> !Unseen.is((char) c)).forEach(c -> kept.append((char) c));
                return kept.toString();
            }
        }
        return text;
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
}
