package org.platscore.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.Roster;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.Submission;
import org.platscore.intake.Submissions;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.measure.Claims;
import org.platscore.measure.MeasureCollector;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.measure.OpenValues;
import org.platscore.measure.RejectedAmounts;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Prospect;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;

/**
 * Submitted workbooks, each scored by itself: what the workbook says is scored, what only logs, reviews or the other workbooks
 * could say is pending. Rules are read once; nothing is kept of a workbook that is done.
 */
public final class Batch {

    private final Rulebook rules;
    private final Submissions submissions;
    private final Set<String> inputs;

    private Batch(Rulebook rules, Submissions submissions) {
        this.rules = rules;
        this.submissions = submissions;
        this.inputs = submissions.certain();
    }

    /**
     * Returns a batch.
     *
     * @param roster who may hand in a workbook; null: anybody, as the workbook itself says
     * @param options how files are opened
     * @throws IllegalArgumentException if the rules have no input that a submitted workbook holds
     */
    public static Batch of(Rulebook rules, @Nullable Roster roster, FileOptions options) {
        if (Submissions.inputs(rules).isEmpty()) {
            throw new IllegalArgumentException("the rules have no submitted workbooks");
        }
        return new Batch(rules, Submissions.of(rules, roster, options));
    }

    /** What is known of a workbook before the others are looked at. */
    record Read(
            BatchFile from,
            Submission submission,
            @Nullable MeasureTable table,
            Findings findings,
            RejectedAmounts rejected) {

        String file() {
            return from.shown();
        }
    }

    /** Scores one workbook by itself. */
    public BatchResult score(BatchFile file) {
        MeasureCollector collector = Measures.collector(rules);
        Read read = read(file, collector, collector, new Findings());
        MeasureTable table = read.table();
        if (table == null) {
            return BatchResult.without(read.file(), read.submission().subject(), read.findings());
        }
        OpenValues open = open(table, true);
        Findings scoring = new Findings();
        Scores scores = Scorer.score(rules, read.submission().intake().subjects(), table, open, scoring);
        Claims.tell(rules, read.submission().intake(), scores.measures(), open, read.findings());
        BlankFields blanks = new BlankFields(rules, read.submission(), table);
        scoring.met().forEach(finding -> read.findings().add(blanks.placed(finding)));
        Prospect prospect = Prospect.of(rules, scores.subjects().get(0));
        return new BatchResult(
                read.file(),
                read.submission().subject(),
                scores,
                prospect,
                open.measures().get(0),
                null,
                null,
                read.findings(),
                read.rejected());
    }

    /** Reads and measures one workbook of a cohort whose rows are looked at on their way to the measures. */
    Cohort.Entry entry(BatchFile file, Function<RowConsumer, RepeatedRows> through) {
        MeasureCollector collector = Measures.collector(rules);
        RepeatedRows rows = through.apply(collector);
        return new Cohort.Entry(read(file, collector, rows, rows.findings()), rows);
    }

    /**
     * Reads and measures one workbook.
     *
     * @param rows takes the rows and hands them on to the collector, or is it
     * @param told what {@code rows} tells of them
     */
    private Read read(BatchFile file, MeasureCollector collector, RowConsumer rows, Findings told) {
        Submission submission = submissions.read(file.path(), file.shown(), rows);
        Findings findings = new Findings();
        findings.addAll(submission.intake().findings().met());
        findings.addAll(told.met());
        boolean sound = submission.subject() != null && !Assessment.dataAreBroken(rules, findings);
        MeasureTable table = sound ? Measures.of(rules, submission.intake(), collector, findings) : null;
        return new Read(file, submission, table, findings, collector.rejectedAmounts());
    }

    OpenValues open(MeasureTable table, boolean alone) {
        return OpenValues.of(rules, table, inputs, submissions.openColumns(), alone);
    }

    /**
     * Scores all files, each by itself, side by side, and hands the results on in the order of the files. No more than a few
     * files are ahead of the one that is handed on, so that memory does not depend on their number.
     *
     * @param jobs how many files are scored side by side, at least 1
     * @param work makes of a result what is wanted of it, beside the others
     * @param sink takes what was made, in file order, on this thread; returns whether it wants more
     */
    public <T> void each(List<BatchFile> files, int jobs, Function<BatchResult, T> work, Sink<T> sink) {
        InOrder.run(files, jobs, file -> work.apply(score(file)), sink);
    }

    /**
     * Scores all files as one field, with peers; with ranks, grades and rewards where nothing is pending for anybody. All are
     * held in memory until the last has been read.
     *
     * @param jobs how many files are read side by side, at least 1
     * @param work makes of a result what is wanted of it
     * @param sink takes what was made, in file order; returns whether it wants more
     * @return what is to be told of the field as a whole, of its quotas, ties and rewards
     */
    public <T> Findings field(List<BatchFile> files, int jobs, Function<BatchResult, T> work, Sink<T> sink) {
        List<Cohort.Entry> entries = new ArrayList<>();
        InOrder.run(files, jobs, file -> entry(file, RepeatedRows::keeping), entries::add);
        Findings field = new Findings();
        for (BatchResult result : new Cohort(this, rules, field).score(entries)) {
            if (!sink.take(work.apply(result))) {
                break;
            }
        }
        return field;
    }

    /** Takes results one after the other. */
    @FunctionalInterface
    public interface Sink<T> {
        /** Takes a result; returns whether more are wanted. */
        boolean take(T result);
    }
}
