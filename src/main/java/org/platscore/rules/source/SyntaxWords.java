package org.platscore.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser could not read, in our own words. */
final class SyntaxWords {

    /** A part of the parser's context and problem, and the text that says it; the first that fits counts. */
    private static final List<String[]> KINDS = List.of(
            new String[] {"double-quoted scalar", "unknown escape character", "escape"},
            new String[] {"double-quoted scalar", "escape sequence", "escape"},
            new String[] {"quoted scalar", "unexpected", "open-quote"},
            new String[] {"", "stream end", "cut-off"},
            new String[] {"flow sequence", "", "open-list"},
            new String[] {"flow mapping", "", "open-mapping"},
            new String[] {"", "could not find expected ':'", "no-colon"},
            new String[] {"", "mapping values are not allowed", "odd-colon"},
            new String[] {"", "mapping keys are not allowed", "odd-question"},
            new String[] {"", "sequence entries are not allowed", "odd-dash"},
            new String[] {"block mapping", "", "indentation"},
            new String[] {"block collection", "", "indentation"},
            new String[] {"block scalar", "", "block"},
            new String[] {"", "cannot start any token", "odd-start"},
            new String[] {"anchor", "", "odd-start"},
            new String[] {"alias", "", "odd-start"},
            new String[] {"tag", "", "tag"},
            new String[] {"directive", "", "directive"});

    private static final Pattern NO_BLANK = Pattern.compile("\\s*(- )?[^\\s:#\"'{\\[]+:[^\\s/].*");
    private static final Pattern WIDE_COLON = Pattern.compile("(^\\s*|- |[{,｛，]\\s*)[\\p{L}\\p{N}_.-]+(：)");
    private static final Pattern WIDE_COMMA = Pattern.compile("(，)\\s*[\\p{L}\\p{N}_.-]+\\s*[:：]");
    private static final Pattern WIDE_BRACKET = Pattern.compile("(^|[:：\\[{,，]\\s*)([｛［【])");
    private static final Pattern WIDE_QUOTE = Pattern.compile("(:\\s*|[\\[{,]\\s*)([“”＂])");
    private static final Pattern TIGHT_DASH = Pattern.compile("\\s*(-[^-\\s0-9].*|[－—–―ー].*)");
    private static final Pattern WITH_VALUE = Pattern.compile("\\s*[^\\s#][^#]*:\\s+[^\\s#|>].*");

    private SyntaxWords() {}

    static Diagnostic of(MarkedYamlEngineException fault, SourceText source) {
        String context = fault.getContext() == null ? "" : fault.getContext();
        String problem = fault.getProblem() == null ? "" : fault.getProblem();
        String kind = KINDS.stream()
                .filter(each -> context.contains(each[0]) && problem.contains(each[1]))
                .map(each -> each[2])
                .findFirst()
                .orElse("other");
        Optional<org.snakeyaml.engine.v2.exceptions.Mark> place =
                kind.startsWith("open-") || kind.equals("no-colon") ? fault.getContextMark() : fault.getProblemMark();
        Mark mark = source.mark(place.isPresent() ? place : fault.getProblemMark(), Optional.empty());
        if (!kind.equals("no-colon")) {
            mark = mark.part(0, 1);
        }
        if (kind.equals("odd-start")
                && (context.contains("alias") || context.contains("anchor"))
                && mark.column() > 1) {
            mark = new Mark(mark.line(), mark.column() - 1, 1);
        }
        return closer(kind, mark, source);
    }

    /** Looks at the lines for what most likely happened. */
    private static Diagnostic closer(String kind, Mark mark, SourceText source) {
        String line = line(source, mark.line());
        int above = mark.line() - 1;
        while (above > 0 && line(source, above).isBlank()) {
            above--;
        }
        Diagnostic wide = wide(kind, mark.line(), source);
        if (wide == null && (kind.equals("odd-colon") || kind.equals("indentation"))) {
            wide = wide(kind, above, source);
        }
        if (wide != null) {
            return wide;
        }
        if (kind.startsWith("open-")) {
            int quote = openQuote(line);
            if (quote >= 0) {
                return fault("open-quote", at(mark.line(), line, quote));
            }
        }
        if (kind.equals("no-colon") && NO_BLANK.matcher(line).matches()) {
            return fault("no-blank", at(mark.line(), line, line.indexOf(':')));
        }
        if ((kind.equals("indentation") || kind.equals("no-colon") || kind.equals("odd-colon"))
                && TIGHT_DASH.matcher(line).matches()) {
            return fault(
                    line.strip().startsWith("-") ? "tight-dash" : "wide-dash",
                    new Mark(mark.line(), indent(line) + 1, 1));
        }
        if (kind.equals("no-colon")
                && line.strip().startsWith("{")
                && line(source, above).strip().startsWith("- ")) {
            return fault("no-dash", new Mark(mark.line(), indent(line) + 1, 1));
        }
        if (kind.equals("odd-colon")) {
            String before = line(source, above);
            if (NO_BLANK.matcher(before).matches()) {
                return fault("no-blank", at(above, before, before.indexOf(':')));
            }
            if (WITH_VALUE.matcher(before).matches() && indent(line) > indent(before)) {
                return fault("deeper", new Mark(mark.line(), indent(line) + 1, 1));
            }
        }
        if (kind.equals("indentation")) {
            int[] text = line.codePoints().limit(mark.column() - 1L).toArray();
            if (!new String(text, 0, text.length).replace('-', ' ').isBlank()) {
                return fault("odd-text", mark);
            }
        }
        return fault(kind, mark);
    }

    /** Returns what is said of a full-width sign in the line, where one may be what the parser fell over; null if none is. */
    private static @Nullable Diagnostic wide(String kind, int number, SourceText source) {
        String line = line(source, number);
        boolean flow = kind.startsWith("open-");
        Matcher colon = WIDE_COLON.matcher(line);
        if (!kind.equals("escape") && !kind.equals("open-quote") && colon.find()) {
            return fault("wide-colon", at(number, line, colon.start(2)));
        }
        Matcher comma = WIDE_COMMA.matcher(line);
        if ((flow || kind.equals("odd-colon")) && comma.find()) {
            return fault("wide-comma", at(number, line, comma.start(1)));
        }
        Matcher bracket = WIDE_BRACKET.matcher(line);
        if ((flow || kind.equals("odd-colon")) && bracket.find()) {
            return fault("wide-bracket", at(number, line, bracket.start(2)));
        }
        Matcher quote = WIDE_QUOTE.matcher(line);
        if ((flow || kind.equals("odd-colon")) && quote.find()) {
            return fault("wide-quote", at(number, line, quote.start(2)));
        }
        return null;
    }

    /** Returns where the quotes of a line start that are not closed on it; -1 where all are. */
    private static int openQuote(String line) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open >= 0 && c == '\\' && line.charAt(open) == '"') {
                i++;
            } else if (open >= 0 ? c == line.charAt(open) : c == '"' || c == '\'') {
                open = open >= 0 ? -1 : i;
            }
        }
        return open;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Mark at(int line, String text, int index) {
        return new Mark(line, text.codePointCount(0, index) + 1, 1);
    }

    private static String line(SourceText source, int line) {
        return line < 1 || line > source.lines().size() ? "" : source.lines().get(line - 1);
    }

    private static Diagnostic fault(String kind, Mark mark) {
        return new Diagnostic(
                "R001", mark, Message.of("rules.syntax." + kind), Message.of("rules.fix.syntax." + kind), null, false);
    }
}
