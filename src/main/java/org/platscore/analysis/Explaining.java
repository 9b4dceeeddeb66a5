package org.platscore.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Findings;
import org.platscore.grading.Standing;
import org.platscore.intake.Correction;
import org.platscore.intake.Subject;
import org.platscore.measure.Measures;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Basis;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** Explains results of a run that was made with a {@link Trail} looking on. */
public final class Explaining {

    private final AssessmentResult result;
    private final Rulebook rules;
    private final Scores scores;
    private final Trail trail;
    private final MeasureRows rows;
    private final Scorer scorer;

    private Explaining(AssessmentResult result, Scores scores, Trail trail) {
        this.result = result;
        this.rules = result.rules();
        this.scores = scores;
        this.trail = trail;
        this.rows = new MeasureRows(result, trail);
        List<Subject> subjects = result.intake().subjects();
        this.scorer = Scorer.of(
                rules, subjects, Measures.withoutStatistics(rules, subjects, scores.measures()), new Findings());
    }

    /**
     * Returns what explains the subjects of a trail.
     *
     * @param result a run that went through
     */
    public static Explaining of(AssessmentResult result, Trail trail) {
        if (result.scores() == null || result.standings().isEmpty()) {
            throw new IllegalArgumentException("the run was stopped");
        }
        return new Explaining(result, result.scores(), trail);
    }

    /**
     * Explains one subject's result.
     *
     * @param only ids of the indicators, bonuses or deductions that are asked for; null: all
     */
    public Explanation explain(Subject subject, @Nullable Set<String> only) {
        SubjectScore score = scores.subjects().get(subject.index());
        Standing standing = result.standings().stream()
                .filter(each -> each.subject() == subject.index())
                .findFirst()
                .orElseThrow();
        List<IndicatorReason> indicators = new ArrayList<>();
        score.rubric().of().forEach(node -> collect(node, List.of(), subject, only, indicators));
        score.bonuses().forEach(node -> add(IndicatorReason.Kind.BONUS, node, List.of(), subject, only, indicators));
        score.deductions()
                .forEach(node -> add(IndicatorReason.Kind.DEDUCTION, node, List.of(), subject, only, indicators));
        Figures figures = new Figures(rules, scores, subject);
        Set<String> needed = new LinkedHashSet<>();
        indicators.forEach(each -> needed.addAll(each.measures()));
        needed.addAll(figures.measures());
        return new Explanation(
                result,
                subject,
                score,
                standing,
                result.allocation() == null
                        ? null
                        : result.allocation().awards().get(subject.index()),
                indicators,
                measures(needed, subject),
                standing.rank() == null ? null : new Ranks(result, scores).of(standing),
                figures.grades(),
                figures.rewards());
    }

    private void collect(
            NodeScore node,
            List<NodeScore> above,
            Subject subject,
            @Nullable Set<String> only,
            List<IndicatorReason> indicators) {
        if (node.node() instanceof RubricNode.Leaf) {
            add(IndicatorReason.Kind.INDICATOR, node, above, subject, only, indicators);
            return;
        }
        List<NodeScore> groups = new ArrayList<>(above);
        groups.add(node);
        node.of().forEach(child -> collect(child, List.copyOf(groups), subject, only, indicators));
    }

    private void add(
            IndicatorReason.Kind kind,
            NodeScore node,
            List<NodeScore> groups,
            Subject subject,
            @Nullable Set<String> only,
            List<IndicatorReason> indicators) {
        RubricNode.Leaf leaf = (RubricNode.Leaf) node.node();
        if (only == null || only.contains(leaf.id())) {
            Basis basis =
                    node.status() == NodeScore.Status.SCORED ? scorer.basis(leaf, subject) : new Basis(List.of(), null);
            indicators.add(new IndicatorReason(kind, node, groups, basis, Mentions.of(leaf)));
        }
    }

    /** Returns the reasons of measures and of all that they are worked out from. */
    private Map<String, MeasureReason> measures(Set<String> needed, Subject subject) {
        Map<String, MeasureReason> reasons = new LinkedHashMap<>();
        needed.forEach(name -> measure(name, subject, reasons));
        return reasons;
    }

    private void measure(String name, Subject subject, Map<String, MeasureReason> reasons) {
        Measure measure = rules.measures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (measure == null || reasons.containsKey(name)) {
            return;
        }
        Set<String> from = Mentions.of(measure);
        Trail.Cell cell = trail.cell(subject, name);
        List<MeasureReason.Corrected> corrections = new ArrayList<>();
        Object value = scores.measures().get(subject.index(), name).measured();
        for (Correction correction : result.intake().corrections()) {
            if (correction.subject() == subject.index() && correction.measure().equals(name)) {
                value = MeasureReason.Corrected.after(correction, value);
                corrections.add(new MeasureReason.Corrected(correction, value));
            }
        }
        reasons.put(
                name,
                new MeasureReason(
                        measure,
                        scores.measures().get(subject.index(), name),
                        corrections,
                        rows.of(subject, measure),
                        cell == null ? null : cell.place(),
                        cell == null ? "" : cell.shown(),
                        from));
        from.forEach(each -> measure(each, subject, reasons));
    }
}
