package org.platscore.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;

/** Findings as they are told on the terminal: the worst first, those of one code together, what to do under them. */
final class FindingList {

    /** A character that makes an id beside it part of another word; Chinese is written without spaces. */
    private static final String IN_WORD = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";

    private final Terminal terminal;

    FindingList(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Tells findings.
     *
     * @param findings in the order of findings.csv
     * @param most how many of one code are told one by one; the rest is counted
     */
    void tell(List<Finding> findings, int most) {
        for (Severity severity : Severity.values()) {
            Map<String, List<Finding>> byCode = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
            byCode.values().forEach(alike -> tell("", severity, alike, most));
        }
    }

    /** Tells how many findings there are of each severity, the worst first; nothing where there are none. */
    String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = Finding.count(findings, severity);
            if (count > 0) {
                counts.add(terminal.say("findings.count." + severity.key(), count));
            }
        }
        return String.join(terminal.say("list-comma"), counts);
    }

    /**
     * Tells findings of one kind.
     *
     * @param indent before each line
     */
    void tell(String indent, Severity severity, List<Finding> alike, int most) {
        String code = alike.get(0).code();
        terminal.tell(indent + terminal.say("findings.head." + severity.key(), code, Finding.count(alike)));
        int told = Math.min(most, alike.size());
        String action = "";
        for (Finding finding : alike.subList(0, told)) {
            String next = finding.action().in(terminal.lang());
            if (!action.isEmpty() && !action.equals(next)) {
                terminal.tell(indent + "  → " + action);
            }
            action = next;
            terminal.tell(indent + "  " + line(finding));
        }
        if (alike.size() > told) {
            long more = Finding.count(alike.subList(told, alike.size()));
            terminal.tell(indent + "  " + terminal.say("findings.more", more));
        }
        if (!action.isEmpty()) {
            terminal.tell(indent + "  → " + action);
        }
    }

    /** Returns a finding's line: where it is or else, if the sentence does not say it, whom it is about, and the sentence. */
    private String line(Finding finding) {
        Place place = finding.place();
        String message = finding.message().in(terminal.lang());
        if (place != null) {
            return place.shown() + "  " + message;
        }
        return finding.subject().isEmpty() || names(message, finding.subject())
                ? message
                : finding.subject() + "  " + message;
    }

    /** Returns whether a sentence has an id in it that is no part of a longer one or of a number. */
    private static boolean names(String message, String id) {
        return Pattern.compile("(?<!" + IN_WORD + ")" + Pattern.quote(id) + "(?!" + IN_WORD + ")")
                .matcher(message)
                .find();
    }
}
