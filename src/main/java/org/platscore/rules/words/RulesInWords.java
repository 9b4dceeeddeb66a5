package org.platscore.rules.words;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;

/** The whole rules file told back in plain words, section by section: what an office reads before it approves the rules. */
public final class RulesInWords {

    private final Rulebook rules;
    private final RulesWording wording;
    private final List<Paragraph> told = new ArrayList<>();

    private RulesInWords(Rulebook rules) {
        this.rules = rules;
        this.wording = new RulesWording(rules);
    }

    /** Returns the paragraphs, in the order of the work. */
    public static List<Paragraph> of(Rulebook rules) {
        RulesInWords words = new RulesInWords(rules);
        words.head();
        words.heading("inputs");
        words.told.addAll(InputWords.of(rules));
        words.heading("measures");
        words.told.addAll(MeasureWords.of(rules, words.wording));
        words.rubric();
        words.extras("bonuses", rules.bonuses(), rules.bonusLimit());
        words.extras("deductions", rules.deductions(), rules.deductionLimit());
        words.vetoes();
        if (!rules.grades().isEmpty()) {
            words.heading("grades");
            words.told.addAll(GradeWords.of(rules, words.wording));
        }
        if (rules.rewards() != null) {
            words.heading("rewards");
            words.told.addAll(RewardWords.of(rules, rules.rewards(), words.wording));
        }
        return List.copyOf(words.told);
    }

    /** Returns how an indicator, bonus or deduction is scored: its measure and its method, with units and labels. */
    public static Message method(RubricNode.Leaf leaf, RulesWording wording) {
        String measure = leaf.measure();
        Message method = wording.method(leaf);
        Message label = measure == null ? null : wording.label(measure);
        return label == null || label.equals(Message.verbatim(leaf.label()))
                ? method
                : Message.of("words.scored", label, method);
    }

    private void say(int level, String key, Object... args) {
        told.add(new Paragraph(level, Message.of("words." + key, args)));
    }

    private void heading(String key) {
        say(0, "heading." + key);
    }

    private void head() {
        say(0, rules.edition().isEmpty() ? "title" : "title-edition", rules.title(), rules.edition());
        say(1, "period", rules.period().from().toString(), rules.period().to().toString(), rules.subject());
        say(1, "full-marks", rules.fullMarks());
        if (rules.totalLimit() != null) {
            say(1, "total-limit", rules.totalLimit());
        }
        int indicator = rules.rounding().indicator();
        int total = rules.rounding().total();
        String mode = rules.rounding().mode() == RoundingMode.HALF_UP
                ? "half-up"
                : rules.rounding().mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        say(1, "rounding", places(indicator), places(total), Message.of("words.mode." + mode));
    }

    private static Message places(int decimals) {
        return decimals < 0 ? Message.of("words.places-none") : Message.of("words.places", decimals);
    }

    private void rubric() {
        heading("rubric");
        children(rules.rubric(), 1);
    }

    /** Tells a group's own rules, then its children. */
    private void children(RubricNode.Group group, int level) {
        if (group.relative()) {
            say(level, "relative");
        }
        if (group.combine() != RubricNode.Combine.SUM) {
            say(level, "combine." + group.combine().name().toLowerCase(Locale.ROOT));
        }
        if (group.atLeast() > 1) {
            say(level, group == rules.rubric() ? "at-least-top" : "at-least-children", group.atLeast());
        }
        for (RubricNode node : group.of()) {
            if (node instanceof RubricNode.Leaf) {
                leaf((RubricNode.Leaf) node, level, "leaf");
            } else {
                say(level, "group", node.id(), node.label(), node.weight());
                only(node, level + 1);
                children((RubricNode.Group) node, level + 1);
            }
        }
    }

    private void leaf(RubricNode.Leaf leaf, int level, String key) {
        say(level, key, leaf.id(), leaf.label(), leaf.weight(), method(leaf, wording));
        only(leaf, level + 1);
    }

    private void only(RubricNode node, int level) {
        if (node.appliesTo() != null) {
            say(level, "only", rules.subject(), node.appliesTo().sentence());
        }
    }

    private void extras(String key, List<RubricNode.Leaf> leaves, @Nullable BigFraction limit) {
        if (leaves.isEmpty()) {
            return;
        }
        heading(key);
        if (limit != null) {
            say(1, key + "-limit", limit);
        }
        leaves.forEach(leaf -> leaf(leaf, 1, "extra"));
    }

    private void vetoes() {
        if (rules.vetoes().isEmpty()) {
            return;
        }
        heading("vetoes");
        for (Veto veto : rules.vetoes()) {
            String grade = veto.grade() == null ? veto.atBest() : veto.grade();
            String effect = veto.out() ? "veto-out" : veto.grade() == null ? "veto-at-best" : "veto-grade";
            say(
                    1,
                    effect,
                    veto.label(),
                    wording.formula(veto.when(), null),
                    grade == null ? "" : GradeWords.label(rules, grade));
        }
    }
}
