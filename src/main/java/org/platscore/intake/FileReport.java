package org.platscore.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileNote;

/** What one input's reading of one file has to say. */
final class FileReport {

    /**
     * Of findings of one code in one column, so many are kept, and one more for each subject: a file of a million bad rows must
     * not take all memory.
     */
    private static final int MOST_ALIKE = 10_000;

    private record Kind(String code, String header) {}

    /** How many findings of a kind are kept, and what else came. */
    static final class Pile {
        private int kept;
        /** By subject. */
        private final Map<String, Rest> rest = new LinkedHashMap<>();

        /** Counts a finding of which only the number is still told; returns false, and counts nothing, while more is told. */
        boolean another(String subject) {
            Rest own = rest.get(subject);
            if (own == null) {
                return false;
            }
            own.more++;
            return true;
        }
    }

    /** The last finding of a subject that is kept, and how many there are behind it. */
    private static final class Rest {
        private final Finding last;

        private long more;

        Rest(Finding last) {
            this.last = last;
        }

        Finding told() {
            return last.standingFor(more);
        }
    }

    /** What is said of heads; the remedy is another where the rules cannot name them. */
    private static final Set<String> OF_HEADS = Set.of(
            "no-header",
            "no-header-text",
            "no-header-sheet",
            "missing-column",
            "missing-column-sheet",
            "extra-column",
            "synonym-unread",
            "column-absent");

    private final String input;
    private final String path;
    private final List<String> fixedHeads;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Kind, Pile> piles = new LinkedHashMap<>();
    /** The units in the heads and labels of numbers, in their order. */
    private final List<HeadUnits.Stated> units = new ArrayList<>();

    /** By sheet or form and column: the cells with a percent sign among plain numbers. */
    private final List<List<MixedPercents.Seen>> percents = new ArrayList<>();

    long rows;
    long accepted;
    long rejected;
    long passedOver;

    FileReport(String input, String path) {
        this(input, path, List.of());
    }

    FileReport(TableSpec spec, String path) {
        this(spec.name(), path, spec.fixedHeads());
    }

    private FileReport(String input, String path, List<String> fixedHeads) {
        this.input = input;
        this.path = path;
        this.fixedHeads = fixedHeads;
    }

    String input() {
        return input;
    }

    String path() {
        return path;
    }

    /** Returns what was found; of very many alike, the last of each subject tells how many more there are. */
    List<Finding> findings() {
        for (Pile pile : piles.values()) {
            pile.rest.values().forEach(rest -> findings.add(rest.told()));
        }
        piles.clear();
        return findings;
    }

    List<HeadUnits.Stated> units() {
        return units;
    }

    List<List<MixedPercents.Seen>> percents() {
        return percents;
    }

    /** Takes what another report on the same file has to say, and its counts of rows. */
    void take(FileReport other) {
        findings.addAll(other.findings());
        accepted += other.accepted;
        rejected += other.rejected;
    }

    void add(
            Severity severity,
            String code,
            @Nullable Place place,
            String value,
            String subject,
            Message message,
            Message action) {
        add(new Finding(severity, code, input, place, Fault.brief(value), subject, message, action));
    }

    /** Adds what is wrong with a row. */
    void add(DataRow row, Severity severity, String code, Place place, String value, Message message, Message action) {
        Finding finding =
                new Finding(severity, code, input, place, Fault.brief(value), row.subjectId(), message, action);
        row.faulty(finding);
        add(finding);
    }

    private void add(Finding finding) {
        Pile pile = pile(finding.code(), finding.header());
        if (pile.kept < MOST_ALIKE) {
            pile.kept++;
            findings.add(finding);
        } else if (!pile.another(finding.subject())) {
            pile.rest.put(finding.subject(), new Rest(finding));
        }
    }

    /** Returns the findings of a code in the column with this head. */
    Pile pile(String code, String header) {
        return piles.computeIfAbsent(new Kind(code, header), k -> new Pile());
    }

    /** Adds a finding whose message is {@code intake.KEY} and whose remedy is {@code intake.KEY-do}, or the fixed heads. */
    void add(Severity severity, String code, Place place, String value, String key, Object... args) {
        add(
                severity,
                code,
                place,
                value,
                "",
                Message.of("intake." + key, args),
                !fixedHeads.isEmpty() && OF_HEADS.contains(key)
                        ? Message.of("intake.fixed-heads-do", fixedHeads)
                        : Message.of("intake." + key + "-do", args));
    }

    void add(FileFault fault) {
        Place place = new Place(path, fault.sheet(), fault.line(), 0, "");
        add(Severity.STOP, fault.code(), place, "", "", fault.text(), fault.action());
    }

    void add(FileNote note) {
        add(note.severity(), note.code(), Place.file(path), "", "", note.message(), note.action());
    }

    FileRead read(@Nullable String sha256, long size) {
        return new FileRead(input, path, sha256, size, rows, accepted, rejected, passedOver);
    }
}
