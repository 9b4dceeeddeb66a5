package org.platscore.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.finding.InParts;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.measure.OpenValues;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.scoring.Deducted;

/** From measures to points, node by node, and the total. */
public final class Scorer {

    private final Rulebook rules;
    private final Findings findings;
    private final List<Optional<Veto>> vetoes;
    private final MeasureTable table;
    private final Field field;
    private final RubricScoring rubric;
    private final List<RubricScoring> bonuses;
    private final List<RubricScoring> deductions;

    private Scorer(Rulebook rules, List<Subject> subjects, MeasureTable measures, OpenValues open, Findings findings) {
        this.rules = rules;
        this.findings = findings;
        this.vetoes = Vetoes.of(rules, subjects, measures, open, findings);
        Set<Integer> barred = barred(subjects, vetoes);
        this.table = Measures.withStatistics(rules, subjects, measures, barred);
        this.field = new Field(rules, subjects, table, open, barred);
        this.rubric = new RubricScoring(rules.rubric(), field, findings);
        this.bonuses = extras(rules.bonuses(), field, findings);
        this.deductions = extras(rules.deductions(), field, findings);
    }

    private Scorer(Scorer of, List<Optional<Veto>> vetoes, Field field, UnaryOperator<RubricScoring> change) {
        this.rules = of.rules;
        this.findings = of.findings;
        this.vetoes = vetoes;
        this.table = field.table;
        this.field = field;
        this.rubric = change.apply(of.rubric);
        this.bonuses = of.bonuses.stream().map(change).toList();
        this.deductions = of.deductions.stream().map(change).toList();
    }

    private static Set<Integer> barred(List<Subject> subjects, List<Optional<Veto>> vetoes) {
        Set<Integer> barred = new TreeSet<>();
        for (Subject subject : subjects) {
            if (vetoes.get(subject.index()).filter(Veto::barring).isPresent()) {
                barred.add(subject.index());
            }
        }
        return barred;
    }

    /**
     * Scores every subject (rules-reference.md, "Rubric"): vetoes, then the statistics that stand in for missing values, then the
     * rubric, bonuses and deductions. A needed value that is missing is told for every indicator that asks for it, stops the run,
     * and counts 0 here.
     *
     * @param subjects all subjects by index
     * @param measures the values before any statistic stands in
     */
    public static Scores score(Rulebook rules, List<Subject> subjects, MeasureTable measures, Findings findings) {
        return score(rules, subjects, measures, OpenValues.NONE, findings);
    }

    /**
     * Scores submitted workbooks as far as they go: an indicator that needs what is open is pending and has no points yet, and
     * totals are those of the others.
     *
     * @param open what is not known yet
     */
    public static Scores score(
            Rulebook rules, List<Subject> subjects, MeasureTable measures, OpenValues open, Findings findings) {
        return new Scorer(rules, subjects, measures, open, findings).together();
    }

    /** Returns a scorer that can score single subjects. */
    public static Scorer of(Rulebook rules, List<Subject> subjects, MeasureTable measures, Findings findings) {
        return new Scorer(rules, subjects, measures, OpenValues.NONE, findings);
    }

    /** Returns a scorer that can score again and again with other values, also on several threads. */
    public static Scorer forTrials(Rulebook rules, List<Subject> subjects, MeasureTable measures) {
        Scorer base = of(rules, subjects, measures, new Findings());
        return new Scorer(base, base.vetoes, base.field, RubricScoring::forTrials);
    }

    /** Returns indices of the subjects that enter no statistic because of a veto. */
    public Set<Integer> barred() {
        return field.barred();
    }

    /**
     * Returns a scorer with other values of one subject; null where they bar another subject than before, or one less.
     *
     * @param veto the subject's with these values
     * @param completed values with all stand-ins
     * @param following the measures that differ: the one changed and all that is worked out from it
     * @param nodes that look at any of these, by identity
     * @param told gets what scoring has to tell
     */
    public @Nullable Scorer with(
            Subject subject,
            Optional<Veto> veto,
            MeasureTable completed,
            List<Measure> following,
            Set<RubricNode> nodes,
            Findings told) {
        List<Optional<Veto>> others = new ArrayList<>(vetoes);
        others.set(subject.index(), veto);
        if (!barred(field.subjects, others).equals(field.barred())) {
            return null;
        }
        Set<String> names = new HashSet<>();
        Set<String> spread = new HashSet<>();
        for (Measure measure : following) {
            names.add(measure.name());
            boolean alone = field.subjects.stream()
                    .allMatch(each -> each == subject
                            || table.get(each.index(), measure.name())
                                    .equals(completed.get(each.index(), measure.name())));
            if (!alone) {
                spread.add(measure.name());
            }
        }
        Field other = field.with(completed, new Field.Touched(subject, names, spread));
        return new Scorer(this, others, other, each -> each.among(other, nodes, told));
    }

    /** Returns the first veto that holds for a subject. */
    public Optional<Veto> veto(Subject subject) {
        return vetoes.get(subject.index());
    }

    /**
     * Returns the first veto that would hold for a subject with other values.
     *
     * @param measures values before any statistic stands in
     * @param told gets what there is to tell of them
     */
    public Optional<Veto> veto(Subject subject, MeasureTable measures, Findings told) {
        return Vetoes.first(rules, subject, measures, field.open, told);
    }

    /** Returns all scores. */
    public Scores scores() {
        return new Scores(field.subjects.stream().map(this::score).toList(), table);
    }

    /** Scores some subjects at a time, on all cores; what there is to tell is told in their order. */
    private Scores together() {
        List<SubjectScore> scores = new ArrayList<>(field.subjects.size());
        for (Part part : InParts.of(field.subjects, this::part)) {
            scores.addAll(part.scores);
            findings.addAll(part.told.met());
        }
        return new Scores(Collections.unmodifiableList(scores), table);
    }

    private record Part(List<SubjectScore> scores, Findings told) {}

    private Part part(List<Subject> subjects) {
        Findings told = new Findings();
        Scorer own = new Scorer(this, vetoes, field, each -> each.with(field, Set.of(), told));
        return new Part(subjects.stream().map(own::score).toList(), told);
    }

    /**
     * Returns one subject's score with other values of its own, provided that nobody is compared by any of those that differ.
     *
     * @param veto its veto with these values
     * @param completed its values with all stand-ins
     * @param nodes that look at any value that differs, by identity
     * @param told gets what scoring it has to tell
     */
    public SubjectScore rescore(
            Subject subject, Optional<Veto> veto, MeasureTable completed, Set<RubricNode> nodes, Findings told) {
        Field other = field.with(completed, null);
        return new Scorer(this, vetoes, other, each -> each.with(other, nodes, told)).score(subject, veto);
    }

    /** Returns one subject's score. */
    public SubjectScore score(Subject subject) {
        return score(subject, veto(subject));
    }

    private SubjectScore score(Subject subject, Optional<Veto> first) {
        Veto veto = first.orElse(null);
        NodeScore head = rubric.score(subject);
        List<NodeScore> plus = scores(bonuses, subject);
        List<NodeScore> minus = scores(deductions, subject).stream()
                .map(each -> each.told(Deducted.of(each.reason())))
                .toList();
        BigFraction bonus = bounded(plus, rules.bonusLimit());
        BigFraction deduction = bounded(minus, rules.deductionLimit());
        boolean out = veto != null && veto.out() || head.points() == null;
        BigFraction total = out ? null : total(rules, head.counted(), bonus, deduction);
        return new SubjectScore(subject.index(), head, plus, minus, bonus, deduction, total, veto);
    }

    private static List<NodeScore> scores(List<RubricScoring> extras, Subject subject) {
        List<NodeScore> scores = new ArrayList<>(extras.size());
        for (RubricScoring each : extras) {
            scores.add(each.score(subject));
        }
        return List.copyOf(scores);
    }

    /** Returns what an indicator's (or bonus's, or deduction's) points of a subject were measured against. */
    public Basis basis(RubricNode.Leaf leaf, Subject subject) {
        return Stream.concat(Stream.of(rubric), Stream.concat(bonuses.stream(), deductions.stream()))
                .map(each -> each.basis(leaf, subject))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static List<RubricScoring> extras(List<RubricNode.Leaf> leaves, Field field, Findings findings) {
        return leaves.stream()
                .map(leaf -> new RubricScoring(leaf, field, findings))
                .toList();
    }

    static BigFraction bounded(List<NodeScore> extras, @Nullable BigFraction limit) {
        BigFraction sum = Combination.counted(extras);
        return limit == null ? sum : Exact.min(sum, limit);
    }

    /** Rubric + bonuses − deductions, not below 0, not above the limit, rounded. */
    static BigFraction total(Rulebook rules, BigFraction rubric, BigFraction bonus, BigFraction deduction) {
        BigFraction total = Exact.max(BigFraction.ZERO, rubric.add(bonus).subtract(deduction));
        return rules.rounding().total(rules.totalLimit() == null ? total : Exact.min(total, rules.totalLimit()));
    }
}
