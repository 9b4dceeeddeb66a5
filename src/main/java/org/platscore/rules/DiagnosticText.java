package org.platscore.rules;

import java.util.List;
import java.util.Locale;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Texts;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Mark;

/** A fault of a rules file as it is told: place, code, what is wrong, what to do, and the line with carets under the place. */
public final class DiagnosticText {

    private static final int MOST_WIDTH = 110;
    private static final int BEFORE = 50;

    private DiagnosticText() {}

    /**
     * Returns the fault in words, several lines without a break at the end. Wide characters count two columns, so that the
     * carets stand under their text on a terminal.
     *
     * @param file the file's name as the user gave it
     * @param lines the file's lines; a place outside them is told without its line
     */
    public static String render(String file, Diagnostic diagnostic, List<String> lines, Lang lang) {
        String kind = Texts.say(diagnostic.warning() ? "rules.told.warning" : "rules.told.error", lang);
        String sentence = Message.of("rules.told.sentence", diagnostic.message(), diagnostic.fix())
                .in(lang);
        String text = place(file, diagnostic.mark()) + ": " + kind + " " + diagnostic.code() + ": " + sentence
                + excerpt(diagnostic.mark(), lines);
        Mark other = diagnostic.other();
        if (other == null) {
            return text;
        }
        return text + "\n" + place(file, other) + ": " + Texts.say("rules.told.other", lang) + excerpt(other, lines);
    }

    private static String place(String file, Mark mark) {
        return file + ":" + mark.line() + ":" + mark.column();
    }

    private static String excerpt(Mark mark, List<String> lines) {
        if (mark.line() > lines.size()) {
            return "";
        }
        int[] line = lines.get(mark.line() - 1).codePoints().toArray();
        int from = Math.min(mark.column() - 1, line.length);
        int to = Math.max(from, Math.min(from + mark.length(), line.length));
        int first = width(line, 0, from) > BEFORE && width(line, 0, line.length) > MOST_WIDTH ? back(line, from) : 0;
        int last = first;
        for (int width = 0; last < line.length && width < MOST_WIDTH; last++) {
            width += width(line[last]);
        }
        String before = first > 0 ? "…" : "";
        StringBuilder shown = new StringBuilder(before);
        for (int i = first; i < last; i++) {
            shown.appendCodePoint(visible(line[i]));
        }
        if (last < line.length) {
            shown.append('…');
        }
        int indent = before.length() + width(line, first, from);
        int carets = Math.max(1, width(line, from, Math.min(to, last)));
        String gutter = String.format(Locale.ROOT, "%5d", mark.line());
        return "\n" + (gutter + " | " + shown).stripTrailing() + "\n" + " ".repeat(gutter.length()) + " | "
                + " ".repeat(indent) + "^".repeat(carets);
    }

    /** Returns where a cut line starts: so many columns before the place. */
    private static int back(int[] line, int from) {
        int start = from;
        for (int width = 0; start > 0 && width < BEFORE - 10; start--) {
            width += width(line[start - 1]);
        }
        return start;
    }

    private static int visible(int c) {
        if (c == '\t') {
            return ' ';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT ? 0xFFFD : c;
    }

    private static int width(int[] line, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += width(line[i]);
        }
        return width;
    }

    /** Columns that a terminal gives a character: East Asian wide and full-width ones two, combining ones none. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
