package org.platscore.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** Reads an assessment folder: every file that the rules ask for becomes typed rows, form values, and findings. */
public final class Intake {

    private final Rulebook rules;
    private final IntakeOptions options;
    private final Map<String, Finding> unreadable;
    private final Set<String> mistaken;
    private final RowConsumer consumer;
    private final Findings findings = new Findings();
    private final List<FileRead> files = new ArrayList<>();
    /** By path, all inputs that a file serves. */
    private final Map<String, List<TableSpec>> inputs = new HashMap<>();

    private boolean rosterBroken;

    private Intake(
            Rulebook rules,
            IntakeOptions options,
            Map<String, Finding> unreadable,
            Set<String> mistaken,
            RowConsumer consumer) {
        this.rules = rules;
        this.options = options;
        this.unreadable = unreadable;
        this.mistaken = mistaken;
        this.consumer = consumer;
    }

    /**
     * Reads a folder. All files are looked at and all faults told, whatever state the first is in.
     *
     * @param folder the assessment folder
     * @param consumer takes the rows of all tables, on this thread, in file order
     * @return what came in besides; its findings say whether the run may go on
     */
    public static IntakeResult read(Path folder, Rulebook rules, IntakeOptions options, RowConsumer consumer) {
        Map<String, Finding> unreadable = options.skipUnreadable() ? Unreadable.in(folder, rules, options) : Map.of();
        return read(folder, rules, options, unreadable, consumer);
    }

    /** Returns the files of a folder that {@link #read} looks into, by their paths. */
    public static List<Path> files(Path folder, Rulebook rules) {
        List<String> globs = new ArrayList<>();
        rules.inputs().forEach(input -> globs.addAll(input.globs()));
        try {
            Folder listed = Folder.list(folder);
            return Stream.of(listed.named(Corrections.NAME), listed.named(Decisions.NAME), listed.fitting(globs))
                    .flatMap(List::stream)
                    .map(Folder.Entry::file)
                    .distinct()
                    .toList();
        } catch (FileFault fault) {
            return List.of(); // Reading tells it.
        }
    }

    private static IntakeResult read(
            Path folder, Rulebook rules, IntakeOptions options, Map<String, Finding> unreadable, RowConsumer consumer) {
        Set<String> mistaken = new HashSet<>();
        while (true) {
            try {
                return new Intake(rules, options, unreadable, mistaken, consumer).read(folder);
            } catch (ReadAnew e) {
                mistaken.add(e.path());
                consumer.forget();
            }
        }
    }

    private IntakeResult read(Path path) {
        Folder folder;
        try {
            folder = Folder.list(path);
        } catch (FileFault fault) {
            findings.add(new Finding(
                    Severity.STOP, fault.code(), "", null, path.toString(), "", fault.text(), fault.action()));
            return new IntakeResult(
                    List.of(), Map.of(), Map.of(), List.of(), List.of(), null, List.of(), List.of(), findings);
        }
        Map<String, List<Folder.Entry>> found = new LinkedHashMap<>();
        rules.inputs().forEach(input -> found.put(input.name(), folder.fitting(input.globs())));
        Set<Folder.Entry> taken = new HashSet<>();
        found.values().forEach(taken::addAll);
        for (Input input : rules.inputs()) {
            if (found.getOrDefault(input.name(), List.of()).isEmpty()) {
                int line = input.mark().line();
                findings.add(new Finding(
                        Severity.STOP,
                        "missing-file",
                        input.name(),
                        null,
                        String.join(", ", input.globs()),
                        "",
                        Message.of("intake.missing-file", input.label(), input.globs()),
                        folder.nearest(input.globs(), taken)
                                .map(near -> Message.of("intake.missing-file-near-do", line, near))
                                .orElseGet(() -> Message.of("intake.missing-file-do", line))));
            }
        }
        tellUnread(folder, taken);
        noteInputs(found);
        leaveOut(found);
        Input rosterInput = rules.roster();
        Subjects subjects = new Subjects(RosterReading.of(
                new TableSpec(rosterInput, true),
                tables(found.getOrDefault(rosterInput.name(), List.of()), new TableSpec(rosterInput, true)),
                consumer,
                findings));
        rosterBroken = findings.met().stream()
                .anyMatch(
                        each -> each.severity() == Severity.STOP && each.input().equals(rosterInput.name()));
        InputRows rows = new InputRows(rules, subjects, consumer);
        files.forEach(file -> {
            if (unreadable.containsKey(file.path())) {
                rows.leftOut(file.input());
            }
        });
        Map<String, FileTask.Opened> opened = new HashMap<>();
        for (Set<String> group : rows.readingOrder()) {
            Pipeline.run(tasks(found, group, subjects, rows, opened), options.jobs(), rows, task -> end(task, rows));
        }
        rows.end(findings);
        List<Correction> corrections = Corrections.of(
                rules, subjects, !rosterBroken, tables(only(folder, Corrections.NAME), Corrections.SPEC), findings);
        List<Decision> decisions = Decisions.of(
                rules, subjects, !rosterBroken, tables(only(folder, Decisions.NAME), Decisions.SPEC), findings);
        PreviousResults previous = Previous.read(path, rules, subjects, options.previous(), files, findings);
        files.sort(Comparator.comparingInt((FileRead file) -> order(file.input()))
                .thenComparing(FileRead::path, Folder.BY_CODE_POINTS));
        return new IntakeResult(
                subjects.all(),
                rows.forms(),
                rows.formPlaces(),
                corrections,
                decisions,
                previous,
                List.copyOf(files),
                List.copyOf(unreadable.keySet()),
                findings);
    }

    /** Tells of each file that no input reads, though one would by its place and the beginning of its name. */
    private void tellUnread(Folder folder, Set<Folder.Entry> taken) {
        Set<String> left = new LinkedHashSet<>(folder.unread(taken));
        for (Input input : rules.inputs()) {
            List<Glob> patterns = input.globs().stream()
                    .map(Glob::of)
                    .filter(each -> !each.literal())
                    .map(Glob::butForEnding)
                    .toList();
            List<String> fitting = left.stream()
                    .filter(path -> patterns.stream().anyMatch(each -> each.fits(Glob.withoutEnding(path))))
                    .toList();
            for (String path : fitting) {
                findings.add(new Finding(
                        Severity.WARN,
                        "unread-file",
                        input.name(),
                        Place.file(path),
                        "",
                        "",
                        Message.of("intake.unread-file", input.label(), input.globs()),
                        Message.of("intake.unread-file-do")));
                left.remove(path);
            }
        }
    }

    /** Takes the files that cannot be read out of those that are read, and tells each. */
    private void leaveOut(Map<String, List<Folder.Entry>> found) {
        unreadable.values().forEach(findings::add);
        found.replaceAll((name, entries) -> {
            List<Folder.Entry> kept = new ArrayList<>();
            for (Folder.Entry entry : entries) {
                if (unreadable.containsKey(entry.path())) {
                    Fingerprint fingerprint = entry.fingerprint();
                    files.add(new FileReport(name, entry.path())
                            .read(
                                    fingerprint == null ? null : fingerprint.sha256(),
                                    fingerprint == null ? 0 : fingerprint.size()));
                } else {
                    kept.add(entry);
                }
            }
            return kept;
        });
    }

    /** Notes for each file which inputs it serves. */
    private void noteInputs(Map<String, List<Folder.Entry>> found) {
        for (Input input : rules.inputs()) {
            for (Folder.Entry entry : found.getOrDefault(input.name(), List.of())) {
                inputs.computeIfAbsent(entry.path(), k -> new ArrayList<>()).add(new TableSpec(input, false));
            }
        }
    }

    private int order(String input) {
        for (int i = 0; i < rules.inputs().size(); i++) {
            if (rules.inputs().get(i).name().equals(input)) {
                return i;
            }
        }
        return rules.inputs().size();
    }

    /** Returns the one table of a name, if there is one; what stands in two may be the same, and would count twice. */
    private List<Folder.Entry> only(Folder folder, String name) {
        List<Folder.Entry> named = folder.named(name);
        for (Folder.Entry further : named.subList(Math.min(1, named.size()), named.size())) {
            findings.add(new Finding(
                    Severity.STOP,
                    "correction-unused",
                    name,
                    Place.file(further.path()),
                    "",
                    "",
                    Message.of("intake.second-table", named.get(0).path(), further.path()),
                    Message.of("intake.second-table-do")));
        }
        return named.subList(0, Math.min(1, named.size()));
    }

    /** Returns the sound rows of files whose rows are nobody's, and keeps what is to be said of them. */
    private List<DataRow> tables(List<Folder.Entry> entries, TableSpec spec) {
        return tables(entries, spec, options.files(), path -> inputs.getOrDefault(path, List.of()), this::keep);
    }

    /**
     * Returns the sound rows of files whose rows are nobody's.
     *
     * @param inputs all that a file at a path serves
     * @param ended takes each file when its rows have been taken
     */
    static List<DataRow> tables(
            List<Folder.Entry> entries,
            TableSpec spec,
            FileOptions options,
            Function<String, List<TableSpec>> inputs,
            Consumer<FileTask> ended) {
        List<DataRow> rows = new ArrayList<>();
        RowChecks checks = new RowChecks(spec);
        MixedPercents percents = new MixedPercents(spec.input());
        for (Folder.Entry entry : entries) {
            List<DataRow> read = new ArrayList<>();
            FileTask.Opened opened = new FileTask.Opened(inputs.apply(entry.path()));
            FileTask task = new FileTask(entry, List.of(spec), null, options, opened, null, read::add);
            task.run();
            FileReport report = task.reports().get(0);
            for (DataRow row : read) {
                if (!row.rejected && checks.among(row, report)) {
                    report.accepted++;
                    rows.add(row);
                } else if (!row.rejected) {
                    report.rejected++;
                }
            }
            report.percents().forEach(percents::add);
            if (entry == entries.get(entries.size() - 1)) {
                percents.tell(report.findings()::add);
            }
            ended.accept(task);
        }
        return rows;
    }

    /** Returns what is to be read of the files for a group of inputs; a file that could not be read before is not read again. */
    private List<Pipeline.Start> tasks(
            Map<String, List<Folder.Entry>> found,
            Set<String> group,
            Subjects subjects,
            InputRows rows,
            Map<String, FileTask.Opened> opened) {
        Map<String, Folder.Entry> entries = new TreeMap<>(Folder.BY_CODE_POINTS);
        Map<String, List<TableSpec>> specs = new LinkedHashMap<>();
        for (Input input : rules.inputs()) {
            if (input.roster() == null && group.contains(input.name())) {
                for (Folder.Entry entry : found.getOrDefault(input.name(), List.of())) {
                    entries.put(entry.path(), entry);
                    specs.computeIfAbsent(entry.path(), k -> new ArrayList<>()).add(rows.spec(input));
                }
            }
        }
        List<Pipeline.Start> tasks = new ArrayList<>();
        entries.forEach((path, entry) -> {
            List<TableSpec> wanted = specs.getOrDefault(path, List.of());
            FileTask.Opened known =
                    opened.computeIfAbsent(path, k -> new FileTask.Opened(inputs.getOrDefault(path, List.of())));
            if (known.failed()) {
                rows.passOver(wanted);
                wanted.forEach(spec -> files.add(new FileReport(spec.name(), path).read(null, 0)));
            } else {
                RowCounter counter = mistaken.contains(path) ? null : consumer.counter();
                tasks.add((sink, workers) -> new FileTask(
                        entry,
                        wanted,
                        subjects,
                        options.files(),
                        known,
                        counter == null
                                ? null
                                : new FileTask.Bulk(workers, options.jobs(), options.chunks(), counter, rows.watched()),
                        sink));
            }
        });
        return tasks;
    }

    private void end(FileTask task, InputRows rows) {
        rows.end(task);
        keep(task);
    }

    private void keep(FileTask task) {
        @Nullable Fingerprint fingerprint = task.fingerprint();
        for (FileReport report : task.reports()) {
            if (rosterBroken) {
                // Subjects that the roster's own faults left out are told of there.
                report.findings().removeIf(finding -> finding.code().equals("unknown-subject"));
            }
            findings.addAll(report.findings());
            files.add(report.read(
                    fingerprint == null ? null : fingerprint.sha256(), fingerprint == null ? 0 : fingerprint.size()));
        }
    }
}
