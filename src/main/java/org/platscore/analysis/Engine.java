package org.platscore.analysis;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.grading.Grader;
import org.platscore.grading.Standing;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.reward.Allocation;
import org.platscore.reward.Allocator;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.formula.Values;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** Runs the stages after intake again with one figure changed. Threads may share it. */
final class Engine {

    private final Rulebook rules;
    private final List<Subject> subjects;
    private final Scores scores;
    private final List<Decision> decisions;
    private final MeasureTable table;
    private final Scorer scorer;
    private final Set<String> compared;
    private final List<String> statistics;
    private final Map<String, Bearing> bearings = new ConcurrentHashMap<>();
    private final Map<RubricNode, Set<String>> mentions = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Set<String> named;
    /** The totals of those who rank by them, the greatest first. */
    private final List<BigFraction> totals;

    private final int assessed;
    private final Map<Merit, Optional<Grade>> graded = new ConcurrentHashMap<>();

    /**
     * All that a subject's grade depends on while no other subject's score changes.
     *
     * @param named values of all that conditions of grades and ties name
     */
    private record Merit(
            int subject, BigFraction total, @Nullable Veto veto, List<@Nullable Object> named) {}

    Engine(AssessmentResult result) {
        Scores known = result.scores();
        if (known == null || result.standings().isEmpty()) {
            throw new IllegalArgumentException("the run was stopped");
        }
        this.scores = known;
        this.rules = result.rules();
        this.subjects = result.intake().subjects();
        this.decisions = result.intake().decisions();
        this.table = Measures.withoutStatistics(rules, subjects, scores.measures());
        this.scorer = Scorer.forTrials(rules, subjects, table);
        this.compared = Compared.of(rules, scores.measures());
        this.statistics = rules.measures().stream()
                .filter(Compared::standsIn)
                .map(Measure::name)
                .toList();
        this.totals = scores.subjects().stream()
                .filter(each -> each.total() != null && !each.barred())
                .map(SubjectScore::total)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        this.assessed = (int)
                scores.subjects().stream().filter(each -> each.total() != null).count();
        this.named = new LinkedHashSet<>();
        rules.ties().forEach(tie -> named.add(tie.name()));
        for (Grade grade : rules.grades()) {
            if (grade.requires() != null) {
                named.addAll(grade.requires().names());
            }
        }
    }

    /**
     * What becomes of everybody after a change.
     *
     * @param stopped whether a finding would stop the run
     */
    record Trial(Scores scores, List<Standing> standings, boolean stopped) {

        Standing standing(Subject subject) {
            return standings.stream()
                    .filter(each -> each.subject() == subject.index())
                    .findFirst()
                    .orElseThrow();
        }

        SubjectScore score(Subject subject) {
            return scores.subjects().get(subject.index());
        }
    }

    Rulebook rules() {
        return rules;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Returns the scores of the run as it is. */
    Scores scores() {
        return scores;
    }

    /** Returns the values of the run before any statistic stands in. */
    MeasureTable table() {
        return table;
    }

    /** Returns some of the other subjects' values of a measure. */
    List<BigFraction> others(Subject subject, String measure, Predicate<Subject> which) {
        return subjects.stream()
                .filter(each -> each.index() != subject.index())
                .filter(which)
                .map(each -> table.get(each.index(), measure).used())
                .filter(BigFraction.class::isInstance)
                .map(BigFraction.class::cast)
                .toList();
    }

    /** Returns what a change of a measure may bear on. */
    Bearing bearing(String measure) {
        return bearings.computeIfAbsent(measure, name -> Bearing.of(rules, mentions, rules.measure(name)));
    }

    /** Returns what a change does, worked out as far as it is asked for. */
    Try tried(Subject subject, String measure, Object value) {
        Bearing bearing = bearing(measure);
        List<Measure> after = bearing.following();
        Findings findings = new Findings();
        MeasureTable changed = bearing.vetoes() ? Measures.changed(rules, table, subject, after, value) : null;
        Optional<Veto> veto = changed == null ? scorer.veto(subject) : scorer.veto(subject, changed, findings);
        if (!compared.contains(measure)) {
            MeasureTable completed = Measures.changedAlone(rules, scores.measures(), subject, after, value);
            SubjectScore own = scorer.rescore(subject, veto, completed, bearing.nodes(), findings);
            if (own.barred() == scores.subjects().get(subject.index()).barred() && !standsIn(completed, subject)) {
                List<SubjectScore> all = new ArrayList<>(scores.subjects());
                all.set(subject.index(), own);
                return new Try(subject, measure, own, () -> new Scores(all, completed), findings, true);
            }
        }
        Scorer other = among(subject, veto, bearing, value, findings);
        return new Try(subject, measure, other.score(subject), other::scores, findings, false);
    }

    private Scorer among(Subject subject, Optional<Veto> veto, Bearing bearing, Object value, Findings findings) {
        List<Measure> after = bearing.following();
        MeasureTable completed =
                Measures.changedAmong(rules, subjects, scores.measures(), scorer.barred(), subject, after, value);
        Scorer other = scorer.with(subject, veto, completed, after, bearing.nodes(), findings);
        return other == null
                ? Scorer.of(rules, subjects, Measures.changed(rules, table, subject, after, value), findings)
                : other;
    }

    /** Returns the grade with scores of which only the subject's own differ, unless it is decided; null without one. */
    private @Nullable Grade grade(Subject subject, SubjectScore own, BigFraction total, Scores all) {
        Values values = all.named(subject.index());
        List<@Nullable Object> known = new ArrayList<>();
        named.forEach(name -> known.add(values.value(name)));
        return graded.computeIfAbsent(
                        new Merit(subject.index(), total, own.veto(), known),
                        merit -> Optional.ofNullable(Grader.computed(rules, subjects, all, subject)))
                .orElse(null);
    }

    /** Returns whether a statistic stands in for a value of the subject's: it then has to be taken anew. */
    private boolean standsIn(MeasureTable completed, Subject subject) {
        return statistics.stream()
                .anyMatch(name -> completed.get(subject.index(), name).used() == null);
    }

    /** Returns whether a change of one figure changes neither the subject's points nor what else its place depends on. */
    private boolean idle(SubjectScore own, String measure) {
        SubjectScore now = scores.subjects().get(own.subject());
        return !compared.contains(measure)
                && Objects.equals(own.veto(), now.veto())
                && Objects.equals(own.total(), now.total())
                && rules.ties().stream().noneMatch(tie -> tie.name().equals(measure))
                && rules.grades().stream().allMatch(grade -> grade.requires() == null)
                && PointChanges.of(now, own).isEmpty();
    }

    /**
     * Returns whether a grade is out of reach by the subject's own score, so that the others need not be looked at: the total is
     * below the grade's, or below what it was where no condition but others stood in the way.
     *
     * @param alone whether no other subject's score changes
     */
    private boolean hopeless(SubjectScore own, BigFraction total, int target, boolean alone) {
        Grade grade = rules.grades().get(target);
        if (grade.min() != null && Exact.compare(total, grade.min()) < 0) {
            return true;
        }
        if (!alone) {
            return false;
        }
        SubjectScore now = scores.subjects().get(own.subject());
        boolean conditions = now.veto() != null
                || rules.grades().subList(0, target + 1).stream().anyMatch(each -> unfulfilled(each, own.subject()));
        return !conditions && now.total() != null && total.compareTo(now.total()) < 0;
    }

    /** Returns whether others that a change leaves as they are keep the subject out of all grades down to one, by their totals alone. */
    private boolean outranked(SubjectScore own, BigFraction total, int target) {
        if (own.veto() != null) {
            return false;
        }
        SubjectScore now = scores.subjects().get(own.subject());
        int better = now.total() != null && !now.barred() && Exact.compare(now.total(), total) > 0 ? -1 : 0;
        for (int i = 0; i < totals.size() && Exact.compare(totals.get(i), total) > 0; i++) {
            better++;
        }
        BigFraction rank = BigFraction.of(better + 1);
        int count = now.total() == null ? assessed + 1 : assessed;
        return rules.grades().subList(0, target + 1).stream().allMatch(grade -> {
            boolean below = grade.min() != null && Exact.compare(total, grade.min()) < 0;
            Grade.Limit top = grade.top();
            return below || top != null && rank.compareTo(top.places(count, RoundingMode.DOWN)) > 0;
        });
    }

    private boolean unfulfilled(Grade grade, int subject) {
        return grade.requires() != null && !Boolean.TRUE.equals(grade.requires().value(scores.named(subject)));
    }

    /** A change of one figure. */
    final class Try {
        private final Subject subject;
        private final String measure;
        private final SubjectScore own;
        private final Supplier<Scores> all;
        private final Findings findings;
        private final boolean alone;
        private @Nullable Trial trial;

        /** @param alone whether no other subject's score changes */
        Try(Subject subject, String measure, SubjectScore own, Supplier<Scores> all, Findings findings, boolean alone) {
            this.subject = subject;
            this.measure = measure;
            this.own = own;
            this.all = all;
            this.findings = findings;
            this.alone = alone;
        }

        /** Returns the subject's own score. */
        SubjectScore own() {
            return own;
        }

        /** Returns whether all that looks at the figure gives full marks, so that more of it wins nothing more. */
        boolean full() {
            Set<RubricNode> nodes = bearing(measure).nodes();
            return full(own.rubric(), nodes)
                    && own.bonuses().stream()
                            .allMatch(each -> counts(each, each.node().weight(), nodes))
                    && own.deductions().stream().allMatch(each -> counts(each, BigFraction.ZERO, nodes));
        }

        private static boolean full(NodeScore node, Set<RubricNode> nodes) {
            if (node.node() instanceof RubricNode.Group && nodes.contains(node.node())) {
                return node.of().stream().allMatch(each -> full(each, nodes));
            }
            BigFraction exact = node.exact();
            return !nodes.contains(node.node()) || exact != null && exact.compareTo(node.weight()) == 0;
        }

        private static boolean counts(NodeScore extra, BigFraction points, Set<RubricNode> nodes) {
            return !nodes.contains(extra.node()) || extra.counted().compareTo(points) == 0;
        }

        /** Returns what becomes of everybody. */
        Trial trial() {
            if (trial == null) {
                Scores changed = all.get();
                trial = new Trial(
                        changed, Grader.grade(rules, subjects, changed, decisions, findings), findings.stops());
            }
            return trial;
        }

        /** Returns whether the subject would have one of the grades down to {@code target}, counted from the best, which is 0. */
        boolean reaches(int target) {
            BigFraction total = own.total();
            if (total == null
                    || hopeless(own, total, target, alone)
                    || alone && outranked(own, total, target)
                    || idle(own, measure)) {
                return false;
            }
            Grade then;
            if (alone && trial == null) {
                then = grade(subject, own, total, all.get());
            } else {
                then = trial().stopped ? null : trial().standing(subject).grade();
            }
            return !findings.stops() && then != null && rules.grades().indexOf(then) <= target;
        }
    }

    /** Returns all rewards after a change; null where the rules have none or the run would be stopped. */
    @Nullable
    Allocation rewards(Trial trial) {
        Rewards rewards = rules.rewards();
        if (rewards == null || trial.stopped) {
            return null;
        }
        Findings findings = new Findings();
        Allocation allocation = Allocator.allocate(rules, rewards, subjects, trial.scores, trial.standings, findings);
        return findings.stops() ? null : allocation;
    }
}
