package org.platscore.cli;

import java.util.List;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Mark;

/**
 * Faults of a rules file as they are told: place, what is wrong, what to do; then the line with carets under the words meant.
 *
 * @param file the file's path as the user wrote it
 * @param source the file's text
 */
record RuleFaults(String file, String source) {

    /** So many are told; a file with more is mended in rounds. */
    private static final int MOST = 100;

    /** Of a longer line, this many code points are shown, about the place meant. */
    private static final int LONGEST_LINE = 120;

    private static final int LINE_NUMBER_WIDTH = 5;

    /** Tells all faults, and how many there are. */
    void tell(List<Diagnostic> faults, Terminal terminal) {
        List<String> lines = source.lines().toList();
        for (Diagnostic fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            terminal.err().print(text(fault, lines, terminal.lang()));
        }
        long errors = faults.stream().filter(fault -> !fault.warning()).count();
        if (faults.size() > MOST) {
            terminal.err().println(terminal.say("rules.more", faults.size() - MOST));
        }
        if (errors > 0) {
            terminal.err().println(terminal.say("rules.refused", file, errors));
        }
    }

    private String text(Diagnostic fault, List<String> lines, Lang lang) {
        StringBuilder text = new StringBuilder(place(fault.mark()));
        String kind = Message.of(fault.warning() ? "cli.rules.warning" : "cli.rules.error")
                .in(lang);
        text.append(": ").append(kind).append(' ').append(fault.code()).append(": ");
        text.append(sentence(fault, lang)).append('\n').append(excerpt(fault.mark(), lines));
        Mark other = fault.other();
        if (other != null) {
            text.append(place(other))
                    .append(": ")
                    .append(Message.of("cli.rules.other").in(lang));
            text.append('\n').append(excerpt(other, lines));
        }
        return text.toString();
    }

    private String place(Mark mark) {
        return file + ":" + mark.line() + ":" + mark.column();
    }

    /** What is wrong and what to do, in one line: the stop between them becomes a semicolon. */
    private static String sentence(Diagnostic fault, Lang lang) {
        String what = fault.message().in(lang).replaceFirst("[。.；;\\s]+$", "");
        return Printable.of(what + (lang == Lang.ZH ? "；" : "; ") + fault.fix().in(lang));
    }

    private static String excerpt(Mark mark, List<String> lines) {
        if (mark.line() < 1 || mark.line() > lines.size()) {
            return "";
        }
        int[] line = Printable.of(lines.get(mark.line() - 1)).codePoints().toArray();
        int at = Math.min(mark.column() - 1, line.length);
        int from = line.length <= LONGEST_LINE
                ? 0
                : Math.max(0, Math.min(at - LONGEST_LINE / 3, line.length - LONGEST_LINE));
        int to = Math.min(line.length, from + LONGEST_LINE);
        int end = Math.min(to, at + mark.length());
        String before = new String(line, from, at - from);
        String meant = new String(line, at, Math.max(0, end - at));
        String number = Integer.toString(mark.line());
        String cutBefore = from > 0 ? "…" : "";
        String cutAfter = to < line.length ? "…" : "";
        return " ".repeat(Math.max(0, LINE_NUMBER_WIDTH - number.length())) + number + " | "
                + cutBefore + new String(line, from, to - from) + cutAfter + "\n"
                + " ".repeat(Math.max(LINE_NUMBER_WIDTH, number.length())) + " | "
                + " ".repeat(TextWidth.of(cutBefore + before))
                + "^".repeat(Math.max(1, TextWidth.of(meant))) + "\n";
    }
}
