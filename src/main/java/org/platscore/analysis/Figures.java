package org.platscore.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.formula.Values;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.scoring.Scores;

/** The figures that the conditions of grades and the parts of the reward name, for one subject. */
final class Figures {

    private final Rulebook rules;
    private final Values values;

    Figures(Rulebook rules, Scores scores, Subject subject) {
        this.rules = rules;
        this.values = scores.named(subject.index());
    }

    /** Returns the display text of a node of the rubric, a bonus, a deduction, or a measure; else the name. */
    static String label(Rulebook rules, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels(rules.rubric(), labels);
        rules.bonuses().forEach(leaf -> labels(leaf, labels));
        rules.deductions().forEach(leaf -> labels(leaf, labels));
        for (Measure measure : rules.measures()) {
            labels.put(measure.name(), measure.label());
        }
        return labels.getOrDefault(name, name);
    }

    /** Returns the figures of each grade's {@code requires}. */
    Map<String, List<Explanation.Named>> grades() {
        Map<String, List<Explanation.Named>> figures = new LinkedHashMap<>();
        for (Grade grade : rules.grades()) {
            if (grade.requires() != null) {
                figures.put(grade.id(), named(grade.requires().names()));
            }
        }
        return figures;
    }

    /** Returns the figures of each part. */
    Map<String, List<Explanation.Named>> rewards() {
        Map<String, List<Explanation.Named>> figures = new LinkedHashMap<>();
        if (rules.rewards() != null) {
            for (RewardPart part : rules.rewards().parts()) {
                figures.put(part.id(), named(names(part)));
            }
        }
        return figures;
    }

    /** Returns the measures among all these figures, those of vetoes, ties and limits too. */
    Set<String> measures() {
        Set<String> names = new LinkedHashSet<>();
        rules.vetoes().forEach(veto -> names.addAll(veto.when().names()));
        grades().values().forEach(each -> each.forEach(figure -> names.add(figure.name())));
        rules.ties().forEach(tie -> names.add(tie.name()));
        rewards().values().forEach(each -> each.forEach(figure -> names.add(figure.name())));
        if (rules.rewards() != null) {
            names.addAll(rules.rewards().minus());
            rules.rewards().limits().stream().map(RewardLimit::measures).forEach(names::addAll);
        }
        Set<String> measures = new LinkedHashSet<>();
        rules.measures().stream().map(Measure::name).filter(names::contains).forEach(measures::add);
        return measures;
    }

    private static Collection<String> names(RewardPart part) {
        List<String> names = new ArrayList<>(part.measures());
        if (part instanceof Pool && ((Pool) part).by() != null) {
            names.addAll(((Pool) part).by().names());
        }
        return names;
    }

    private List<Explanation.Named> named(Collection<String> names) {
        return names.stream()
                .map(name -> new Explanation.Named(name, label(rules, name), values.value(name)))
                .toList();
    }

    private static void labels(RubricNode node, Map<String, String> labels) {
        labels.put(node.id(), node.label());
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(child -> labels(child, labels));
        }
    }
}
