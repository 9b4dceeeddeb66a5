package org.platscore.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/**
 * The roster by itself, where workbooks are scored or made without the rest of the assessment folder.
 *
 * @param subjects by {@link Subject#index}
 * @param findings of its files; those that stop make it unfit
 */
public record Roster(List<Subject> subjects, Findings findings) {

    private static final RowConsumer UNWATCHED = new RowConsumer() {
        @Override
        public void accepted(Input input, Subject subject, PlacedRow row) {}

        @Override
        public void rejected(Input input, Subject subject, String code, PlacedRow row) {}
    };

    /** Reads one roster file. */
    public static Roster read(Path file, Rulebook rules, FileOptions options) {
        return read(List.of(new Folder.Entry(file, file.toString().replace('\\', '/'))), rules, options);
    }

    /** Returns the roster whose files lie in a folder where the rules say; null if there is none. */
    public static @Nullable Roster in(Path folder, Rulebook rules, FileOptions options) {
        List<Folder.Entry> entries = entries(folder, rules);
        return entries.isEmpty() ? null : read(entries, rules, options);
    }

    /** Returns the files that {@link #in} reads; empty if there are none. */
    public static List<Path> files(Path folder, Rulebook rules) {
        return entries(folder, rules).stream().map(Folder.Entry::file).toList();
    }

    private static List<Folder.Entry> entries(Path folder, Rulebook rules) {
        List<Folder.Entry> entries = new ArrayList<>();
        for (String glob : rules.roster().globs()) {
            entries.addAll(fitting(folder, glob.replace('\\', '/')));
        }
        return entries;
    }

    /** Only the folder that a pattern starts with is walked: rules may lie in a folder of everything. */
    private static List<Folder.Entry> fitting(Path folder, String glob) {
        String fixed = "";
        String rest = glob;
        while (rest.indexOf('/') >= 0
                && rest.substring(0, rest.indexOf('/')).chars().noneMatch(c -> Glob.WILD.indexOf(c) >= 0)) {
            fixed += rest.substring(0, rest.indexOf('/') + 1);
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        if (rest.chars().noneMatch(c -> Glob.WILD.indexOf(c) >= 0)) {
            Path file = folder.resolve(glob);
            return Files.isRegularFile(file) ? List.of(new Folder.Entry(file, glob)) : List.of();
        }
        String below = fixed;
        try {
            return Folder.list(folder.resolve(fixed)).fitting(List.of(rest)).stream()
                    .map(entry -> new Folder.Entry(entry.file(), below + entry.path(), entry.fault()))
                    .toList();
        } catch (FileFault fault) {
            return List.of();
        }
    }

    private static Roster read(List<Folder.Entry> entries, Rulebook rules, FileOptions options) {
        Input input = rules.roster();
        TableSpec spec = new TableSpec(input, true);
        Findings findings = new Findings();
        List<DataRow> rows = Intake.tables(
                entries,
                spec,
                options,
                path -> List.of(),
                task -> task.reports().forEach(report -> findings.addAll(report.findings())));
        return new Roster(RosterReading.of(spec, rows, UNWATCHED, findings), findings);
    }
}
