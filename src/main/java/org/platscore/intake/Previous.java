package org.platscore.intake;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;
import org.platscore.intake.results.ResultsFile;
import org.platscore.intake.results.ResultsReading;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.rules.Measure;
import org.platscore.rules.Period;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.ValueType;

/** Reads the results of an earlier run that formulas name as {@code previous.NAME}. */
final class Previous {

    private static final String INPUT = PreviousResults.INPUT;
    private static final String DOTTED = INPUT + ".";

    private final Rulebook rules;
    private final Findings findings;

    private Previous(Rulebook rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /**
     * Returns the earlier results; null where there are none, which is told where a formula asks for them.
     *
     * @param folder the assessment folder
     * @param subjects of today's roster
     * @param file results.json; null: none
     * @param files gets the file that was read
     */
    static @Nullable PreviousResults read(
            Path folder,
            Rulebook rules,
            Subjects subjects,
            @Nullable Path file,
            List<FileRead> files,
            Findings findings) {
        Previous previous = new Previous(rules, findings);
        if (file == null) {
            if (!previous.asked().isEmpty()) {
                previous.warn("", Message.of("intake.no-previous", List.copyOf(previous.asked())), "no-previous-do");
            }
            return null;
        }
        String shown = shown(folder, file);
        Fingerprint fingerprint = Fingerprint.ifReadable(file);
        ResultsReading reading = ResultsFile.readFigures(file, shown);
        findings.addAll(reading.findings());
        Results results = reading.results();
        int rows = results == null ? 0 : results.subjects().size();
        files.add(new FileRead(
                INPUT,
                shown,
                fingerprint == null ? null : fingerprint.sha256(),
                fingerprint == null ? 0 : fingerprint.size(),
                rows,
                rows,
                0,
                0));
        return results == null ? null : previous.taken(results, subjects, shown);
    }

    private PreviousResults taken(Results results, Subjects subjects, String shown) {
        PreviousResults taken = PreviousResults.of(results);
        for (String dotted : asked()) {
            String name = dotted.substring(DOTTED.length());
            if (!taken.knows(name)) {
                warn(shown, Message.of("intake.previous-unknown", name), "previous-unknown-do");
            }
        }
        if (!asked().isEmpty()) {
            notEarlier(results.period(), shown);
            again(results, subjects, shown);
        }
        for (Measure measure : rules.measures()) {
            if (asked().contains(DOTTED + measure.name())) {
                types(results, measure, shown);
            }
        }
        return taken;
    }

    /** Tells results that do not end before this assessment does: most likely they are its own, of a trial run. */
    private void notEarlier(Period earlier, String shown) {
        Period now = rules.period();
        if (!earlier.to().isBefore(now.to())) {
            Message message = Message.of(
                    "intake.previous-not-earlier",
                    earlier.from().toString(),
                    earlier.to().toString(),
                    now.from().toString(),
                    now.to().toString());
            warn("ambiguous-value", shown, "", message, "previous-not-earlier-do");
        }
    }

    /** Tells who is not in the earlier results, and whose id had another name there: ids may have been given anew. */
    private void again(Results results, Subjects subjects, String shown) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (ResultSubject each : results.subjects()) {
            names.put(Spelling.code(each.id()), each.name());
            ids.putIfAbsent(Spelling.dense(each.name()), each.id());
        }
        for (Subject subject : subjects.all()) {
            String name = names.get(Spelling.code(subject.id()));
            String elsewhere = ids.get(Spelling.dense(subject.name()));
            if (name == null) {
                Message message = elsewhere == null
                        ? Message.of("intake.previous-absent", subject.id(), subject.name())
                        : Message.of("intake.previous-elsewhere", subject.id(), subject.name(), elsewhere);
                warn("no-value", shown, subject.id(), message, "previous-absent-do");
            } else if (!Spelling.dense(name).equals(Spelling.dense(subject.name()))) {
                Message message = Message.of("intake.previous-name", subject.id(), name, subject.name());
                warn("ambiguous-value", shown, subject.id(), message, "previous-name-do");
            }
        }
    }

    /** Tells where the earlier value of a measure is of another kind than today's. */
    private void types(Results results, Measure measure, String shown) {
        for (ResultSubject subject : results.subjects()) {
            ResultSubject.Value value = subject.measures().get(measure.name());
            Object used = value == null ? null : value.used();
            boolean number = used instanceof BigFraction;
            if (used != null && number != (measure.type() == ValueType.NUMBER)) {
                findings.add(new Finding(
                        Severity.STOP,
                        "bad-value",
                        INPUT,
                        Place.file(shown),
                        used instanceof BigFraction ? "" : used.toString(),
                        subject.id(),
                        Message.of("intake.previous-type", measure.label()),
                        Message.of("intake.previous-type-do")));
                return;
            }
        }
    }

    /** Returns the earlier figures that formulas name, as they are written. */
    private Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>();
        for (Measure measure : rules.measures()) {
            if (measure.definition() instanceof Measure.Computed computed) {
                computed.formula().names().stream()
                        .filter(name -> name.startsWith(DOTTED))
                        .forEach(asked::add);
            }
        }
        return asked;
    }

    private void warn(String shown, Message message, String action) {
        warn("no-value", shown, "", message, action);
    }

    private void warn(String code, String shown, String subject, Message message, String action) {
        findings.add(new Finding(
                Severity.WARN,
                code,
                INPUT,
                shown.isEmpty() ? null : Place.file(shown),
                "",
                subject,
                message,
                Message.of("intake." + action)));
    }

    /** Returns the path as seen from the assessment folder, with {@code /}. */
    private static String shown(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        boolean reachable = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        Path path = reachable ? from.relativize(to) : to;
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
