package org.platscore.finding;

/** Texts without halves of characters (surrogates alone), which escapes in files can bring in and no encoding can write. */
public final class WholeCharacters {

    private static final char REPLACEMENT = '\uFFFD';

    private WholeCharacters() {}

    /** Returns the text with U+FFFD for each half of a character; mostly the text itself. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (half(text, i)) {
                StringBuilder whole = new StringBuilder(text);
                for (int k = i; k < text.length(); k++) {
                    if (half(text, k)) {
                        whole.setCharAt(k, REPLACEMENT);
                    }
                }
                return whole.toString();
            }
        }
        return text;
    }

    /** Returns the first {@code most} characters (of UTF-16) of a text, one less where a whole one would be cut in two. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Returns the first {@code most} characters (code points) of a text, with an ellipsis where it is longer. */
    public static String brief(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** Returns whether a character of two halves begins at an index. */
    public static boolean pair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static boolean half(String text, int at) {
        return Character.isSurrogate(text.charAt(at)) && !pair(text, at) && (at == 0 || !pair(text, at - 1));
    }
}
