package org.platscore.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;

/** Findings as whoever has to clear them up goes through them: file by file, the worst first, the first of many alike. */
final class FindingsByFile {

    /** Of findings alike, so many are told one by one. */
    private static final int FIRST = 3;

    /** Findings of one file that differ in their place only, in whichever of its sheets that is. */
    private record Kind(Severity severity, String code, String input, String header) {}

    private final Terminal terminal;
    private final FindingList list;

    FindingsByFile(Terminal terminal) {
        this.terminal = terminal;
        this.list = new FindingList(terminal);
    }

    /**
     * Tells findings.
     *
     * @param findings in the order of findings.csv
     */
    void tell(List<Finding> findings) {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byFile.computeIfAbsent(finding.file(), k -> new ArrayList<>()).add(finding);
        }
        List<Map.Entry<String, List<Finding>>> files = new ArrayList<>(byFile.entrySet());
        files.sort(Comparator.comparing(Map.Entry::getValue, FindingsByFile::worstFirst));
        for (Map.Entry<String, List<Finding>> file : files) {
            String name = file.getKey().isEmpty() ? terminal.say("findings.no-file") : file.getKey();
            terminal.tell(terminal.say("findings.of-file", name, list.counts(file.getValue())));
            kinds(file.getValue());
            terminal.tell("");
        }
    }

    /** Compares by the number of findings of the worst severity, then of the next. */
    private static int worstFirst(List<Finding> a, List<Finding> b) {
        for (Severity severity : Severity.values()) {
            int order = Long.compare(Finding.count(b, severity), Finding.count(a, severity));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void kinds(List<Finding> findings) {
        Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            for (Finding each : findings) {
                if (each.severity() == severity) {
                    Kind kind = new Kind(severity, each.code(), each.input(), each.header());
                    kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(each);
                }
            }
        }
        kinds.forEach((kind, alike) -> list.tell("  ", kind.severity, alike, FIRST));
    }
}
