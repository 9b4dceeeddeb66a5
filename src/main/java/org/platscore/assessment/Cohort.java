package org.platscore.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.grading.Grader;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.intake.WorkbookNames;
import org.platscore.intake.cell.Spelling;
import org.platscore.measure.Claims;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.MeasureValue;
import org.platscore.measure.OpenValues;
import org.platscore.reward.Allocation;
import org.platscore.reward.Allocator;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Prospect;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** Scores workbooks that were read as one field: those that do not fail, each subject once. */
final class Cohort {

    private final Batch batch;
    private final Rulebook rules;
    private final Findings field;

    /** @param field takes what is to be told of the field as a whole */
    Cohort(Batch batch, Rulebook rules, Findings field) {
        this.batch = batch;
        this.rules = rules;
        this.field = field;
    }

    /** A workbook that was read for a cohort, and what looked at its rows. */
    record Entry(Batch.Read read, RepeatedRows rows) {}

    /** A workbook of the field with its subject as named there. */
    private record Member(Batch.Read read, Subject named, MeasureTable table) {}

    /** Returns the results in the order of the files. */
    List<BatchResult> score(List<Entry> entries) {
        List<Batch.Read> reads = new ArrayList<>();
        List<Member> members = members(entries, reads);
        members.sort(Comparator.comparing(member -> member.named.id(), WorkbookNames.BY_CODE_POINTS));
        Map<Batch.Read, BatchResult> results = new HashMap<>();
        score(members, results);
        return reads.stream()
                .map(read -> results.getOrDefault(
                        read, BatchResult.without(read.file(), read.submission().subject(), read.findings())))
                .toList();
    }

    /**
     * Scores members. Those that fail get the points that they would have among all; the others are then scored as a field
     * of their own.
     *
     * @param results gets the result of each
     */
    private void score(List<Member> members, Map<Batch.Read, BatchResult> results) {
        List<Subject> subjects = new ArrayList<>();
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        for (Member member : members) {
            Subject named = member.named;
            subjects.add(new Subject(subjects.size(), named.id(), named.name(), named.columns(), named.cells()));
            values.add(member.table.values().get(0));
        }
        MeasureTable table = new MeasureTable(List.copyOf(values), null);
        OpenValues open = batch.open(table, false);
        Findings told = new Findings();
        Scores scores = Scorer.score(rules, subjects, table, open, told);
        Set<String> stopped = told.met().stream()
                .filter(finding -> finding.severity() == Severity.STOP)
                .map(Finding::subject)
                .collect(Collectors.toCollection(HashSet::new));
        members.stream()
                .filter(member -> member.read.findings().stops())
                .forEach(member -> stopped.add(member.named.id()));
        List<Member> sound = members.stream()
                .filter(member -> !stopped.contains(member.named.id()))
                .toList();
        boolean whole = sound.size() == members.size();
        boolean complete =
                whole && scores.subjects().stream().noneMatch(Cohort::pending) && settled(open, subjects.size());
        List<Standing> standings = complete ? Grader.grade(rules, subjects, scores, field) : List.of();
        Allocation allocation = complete && rules.rewards() != null
                ? Allocator.allocate(rules, rules.rewards(), subjects, scores, standings, field)
                : null;
        if (field.stops()) {
            allocation = null;
        }
        Map<String, Member> byId = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (whole || stopped.contains(member.named.id())) {
                byId.put(member.named.id(), member);
                results.put(member.read, result(member.read, subjects.get(i), scores, open, standings, allocation));
            }
        }
        told.met().stream()
                .filter(finding -> whole || byId.containsKey(finding.subject()))
                .forEach(finding -> keep(finding, byId));
        if (!whole) {
            score(sound, results);
        }
    }

    /**
     * Returns the members in the order of their files; a file with rows that an earlier member has is read again without them.
     *
     * @param reads gets what is known of each file
     */
    private List<Member> members(List<Entry> entries, List<Batch.Read> reads) {
        List<Member> members = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        RepeatedRows.Taken taken = new RepeatedRows.Taken();
        for (Entry each : entries) {
            Entry entry = each;
            Batch.Read read = entry.read();
            Subject subject = read.submission().subject();
            if (subject == null || read.table() == null) {
                reads.add(read);
                continue;
            }
            String before = first.putIfAbsent(Spelling.code(subject.id()), read.file());
            if (before == null) {
                if (taken.meets(entry.rows())) {
                    entry = batch.entry(read.from(), collector -> RepeatedRows.against(taken, collector));
                    read = entry.read();
                }
                taken.take(entry.rows());
                MeasureTable table = read.table();
                if (table != null) {
                    members.add(new Member(read, subject, table));
                }
            } else {
                read.findings()
                        .add(new Finding(
                                Severity.STOP,
                                "duplicate-subject",
                                "",
                                Place.file(read.file()),
                                subject.name(),
                                subject.id(),
                                Message.of("intake.second-form", subject.id(), subject.name(), before, read.file()),
                                Message.of("intake.second-form-do")));
            }
            reads.add(read);
        }
        return members;
    }

    private void keep(Finding finding, Map<String, Member> byId) {
        Member member = byId.get(finding.subject());
        if (member == null) {
            field.add(finding);
        } else {
            member.read.findings().add(new BlankFields(rules, member.read.submission(), member.table).placed(finding));
        }
    }

    /** Returns whether all that vetoes, order, grades and rewards look at beside points is known; tells what is not. */
    private boolean settled(OpenValues open, int subjects) {
        Set<String> unknown = BesidePoints.open(rules, open, subjects);
        if (!unknown.isEmpty()) {
            field.add(new Finding(
                    Severity.WARN,
                    "no-value",
                    "",
                    null,
                    "",
                    "",
                    Message.of("scoring.finding.open-field", List.copyOf(unknown)),
                    Message.of("scoring.finding.fix.open-field")));
        }
        return unknown.isEmpty();
    }

    private static boolean pending(SubjectScore score) {
        return score.rubric().pending()
                || score.bonuses().stream().anyMatch(NodeScore::pending)
                || score.deductions().stream().anyMatch(NodeScore::pending);
    }

    private BatchResult result(
            Batch.Read read,
            Subject subject,
            Scores scores,
            OpenValues open,
            List<Standing> standings,
            @Nullable Allocation allocation) {
        SubjectScore score = scores.subjects().get(subject.index());
        SubjectScore own = new SubjectScore(
                0,
                score.rubric(),
                score.bonuses(),
                score.deductions(),
                score.bonus(),
                score.deduction(),
                score.total(),
                score.veto());
        MeasureTable table = new MeasureTable(List.of(scores.measures().values().get(subject.index())), null);
        OpenValues unknown =
                new OpenValues(List.of(open.measures().get(subject.index())), open.columns(), open.alone());
        Claims.tell(rules, read.submission().intake(), table, unknown, read.findings());
        Standing standing = standings.stream()
                .filter(each -> each.subject() == subject.index())
                .map(each -> new Standing(0, each.rank(), each.grade(), each.path(), each.decided()))
                .findFirst()
                .orElse(null);
        Award award = allocation == null
                ? null
                : Objects.requireNonNull(allocation.awards().get(subject.index()));
        return new BatchResult(
                read.file(),
                subject,
                new Scores(List.of(own), table),
                Prospect.of(rules, score),
                open.measures().get(subject.index()),
                standing,
                award,
                read.findings(),
                read.rejected());
    }
}
