package org.platscore.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;

/** From measures to points, node by node, and the total. */
public final class Scorer {

    private Scorer() {}

    /**
     * Scores every subject (rules-language.md, section 4): vetoes, then the statistics that stand in for missing values, then the
     * rubric, bonuses and deductions. A needed value that is missing is told for every indicator that asks for it, stops the run,
     * and counts 0 here.
     *
     * @param subjects all subjects by index
     * @param measures the values before any statistic stands in
     */
    public static Scores score(Rulebook rules, List<Subject> subjects, MeasureTable measures, Findings findings) {
        List<Optional<Veto>> vetoes = Vetoes.of(rules, subjects, measures, findings);
        Set<Integer> barred = new TreeSet<>();
        for (Subject subject : subjects) {
            if (vetoes.get(subject.index()).filter(Veto::barring).isPresent()) {
                barred.add(subject.index());
            }
        }
        MeasureTable table = Measures.withStatistics(rules, subjects, measures, barred);
        Field field = new Field(rules, subjects, table, barred);
        RubricScoring rubric = new RubricScoring(rules.rubric(), field, findings);
        List<RubricScoring> bonuses = extras(rules.bonuses(), field, findings);
        List<RubricScoring> deductions = extras(rules.deductions(), field, findings);
        List<SubjectScore> scores = new ArrayList<>();
        for (Subject subject : subjects) {
            NodeScore head = rubric.score(subject);
            List<NodeScore> plus =
                    bonuses.stream().map(each -> each.score(subject)).toList();
            List<NodeScore> minus =
                    deductions.stream().map(each -> each.score(subject)).toList();
            BigFraction bonus = bounded(plus, rules.bonusLimit());
            BigFraction deduction = bounded(minus, rules.deductionLimit());
            Veto veto = vetoes.get(subject.index()).orElse(null);
            BigFraction total = veto != null && veto.out() ? null : total(rules, head, bonus, deduction);
            scores.add(new SubjectScore(subject.index(), head, plus, minus, bonus, deduction, total, veto));
        }
        return new Scores(List.copyOf(scores), table);
    }

    private static List<RubricScoring> extras(List<RubricNode.Leaf> leaves, Field field, Findings findings) {
        return leaves.stream()
                .map(leaf -> new RubricScoring(leaf, field, findings))
                .toList();
    }

    private static BigFraction bounded(List<NodeScore> extras, @Nullable BigFraction limit) {
        BigFraction sum = Exact.sum(extras.stream().map(NodeScore::counted).toList());
        return limit == null ? sum : Exact.min(sum, limit);
    }

    /** Rubric + bonuses − deductions, not below 0, not above the limit, rounded; null where nothing of the rubric is left. */
    private static @Nullable BigFraction total(
            Rulebook rules, NodeScore head, BigFraction bonus, BigFraction deduction) {
        if (head.points() == null) {
            return null;
        }
        BigFraction total = Exact.max(BigFraction.ZERO, head.points().add(bonus).subtract(deduction));
        return rules.rounding().total(rules.totalLimit() == null ? total : Exact.min(total, rules.totalLimit()));
    }
}
