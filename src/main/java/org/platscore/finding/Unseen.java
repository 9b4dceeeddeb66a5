package org.platscore.finding;

/**
 * Characters without width, which come along where a text is copied from a chat, a telephone or a page: soft hyphens, joiners, marks
 * and brackets of the direction of writing, invisible operators, selectors of a sign's look, the byte order mark.
 */
public final class Unseen {

    private Unseen() {}

    /** Returns whether a character has no width and shows nothing. */
    public static boolean is(char c) {
        if (c < '\u200B') {
            return c == '\u00AD';
        }
        return c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c >= '\uFE00' && c <= '\uFE0F'
                || c == '\uFEFF';
    }
}
