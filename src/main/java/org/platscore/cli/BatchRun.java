package org.platscore.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.Batch;
import org.platscore.assessment.BatchFile;
import org.platscore.assessment.BatchResult;
import org.platscore.finding.Findings;
import org.platscore.finding.Severity;
import org.platscore.report.BatchSheets;
import org.platscore.report.data.BatchLines;
import org.platscore.report.output.OutputRefused;

/** A batch on its way from the files to the lines, with its progress and summary. */
final class BatchRun {

    /** So many failed files are named in the summary, and so many of a subject that has one already; all have their line. */
    private static final int MOST_NAMED = 20;

    /** Where the lines go. */
    interface Lines {
        /** Takes the next bytes; returns whether more are wanted. */
        boolean take(byte[] line) throws OutputRefused;
    }

    /** What is kept of a file until its turn comes. */
    private record Done(
            String file,
            @Nullable String subject,
            byte[] line,
            String reason,
            boolean failed,
            long rejected,
            BatchSheets.@Nullable Sheet sheet,
            @Nullable OutputRefused refused) {}

    private final List<BatchFile> files;
    private final Batch batch;
    private final BatchLines lines;
    private final @Nullable BatchSheets sheets;
    private final int jobs;
    private final boolean cohort;
    private final Terminal terminal;
    private final ProgressBar bar;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, String> firstFiles = new HashMap<>();
    private final List<String> seconds = new ArrayList<>();
    private @Nullable OutputRefused refused;
    private int done;
    private int failed;
    private int second;
    private int partly;
    private long rejected;

    BatchRun(
            List<BatchFile> files,
            Batch batch,
            BatchLines lines,
            @Nullable BatchSheets sheets,
            int jobs,
            boolean cohort,
            Terminal terminal) {
        this.files = files;
        this.batch = batch;
        this.lines = lines;
        this.sheets = sheets;
        this.jobs = jobs;
        this.cohort = cohort;
        this.terminal = terminal;
        this.bar = new ProgressBar(terminal, "progress.score", files.size());
    }

    /** Returns the exit code. */
    int run(Lines target) throws OutputRefused {
        if (!target.take(lines.head())) {
            return ExitCode.DONE;
        }
        boolean[] wanted = {true};
        Findings field = new Findings();
        try {
            Batch.Sink<Done> sink = each -> wanted[0] = take(each, target);
            if (cohort) {
                field = batch.field(files, jobs, this::done, sink);
            } else {
                batch.each(files, jobs, this::done, sink);
            }
        } finally {
            bar.clear();
        }
        if (refused != null) {
            throw refused;
        }
        if (!wanted[0]) {
            return ExitCode.DONE;
        }
        new FindingList(terminal).tell(field.sorted(), MOST_NAMED);
        tell();
        return field.stops() ? ExitCode.STOPPED : failed == 0 ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private Done done(BatchResult result) {
        BatchSheets.Sheet sheet = null;
        OutputRefused lost = null;
        try {
            sheet = sheets == null ? null : sheets.sheet(result);
        } catch (OutputRefused e) {
            lost = e;
        }
        return new Done(
                result.file(),
                result.subject() == null ? null : result.subject().id(),
                lines.line(result),
                lines.reason(result),
                result.failed(),
                result.findings().count(Severity.REJECT),
                sheet,
                lost);
    }

    private boolean take(Done each, Lines target) {
        try {
            if (each.refused() != null) {
                throw each.refused();
            }
            if (sheets != null && each.sheet() != null) {
                sheets.write(each.sheet());
            }
            done++;
            if (!cohort && each.subject() != null) {
                lookForFirst(each.subject(), each.file());
            }
            if (each.failed()) {
                failed++;
                if (failures.size() < MOST_NAMED) {
                    failures.add(terminal.say("score.failed", each.file(), each.reason()));
                }
            } else if (each.rejected() > 0) {
                partly++;
                rejected += each.rejected();
            }
            bar.show(done);
            return target.take(each.line());
        } catch (OutputRefused e) {
            refused = e;
            return false;
        }
    }

    /** Each file is scored by itself; that a subject has two is told all the same. In a cohort the second has failed. */
    private void lookForFirst(String subject, String file) {
        String first = firstFiles.putIfAbsent(subject, file);
        if (first != null) {
            second++;
            if (seconds.size() < MOST_NAMED) {
                seconds.add(terminal.say("score.second", subject, first, file));
            }
        }
    }

    private void tell() {
        seconds.forEach(terminal::tell);
        if (second > seconds.size()) {
            terminal.tell(terminal.say("score.more-second", second - seconds.size()));
        }
        failures.forEach(terminal::tell);
        if (failed > failures.size()) {
            terminal.tell(terminal.say("score.more-failed", failed - failures.size()));
        }
        if (!terminal.options().quiet) {
            terminal.tell(terminal.say("score.done", done, failed));
        }
        if (rejected > 0) {
            terminal.tell(terminal.say("score.rejected", rejected, partly));
        }
    }
}
