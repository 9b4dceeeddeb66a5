package org.platscore.rules.words;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.Rate;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;

/** The rewards, step by step in the order they are computed. */
final class RewardWords {

    private RewardWords() {}

    static List<Paragraph> of(Rulebook rules, Rewards rewards, RulesWording wording) {
        List<Paragraph> told = new ArrayList<>();
        if (rewards.budget() != null) {
            told.add(say("budget", Quantity.yuan(rewards.budget())));
        }
        for (RewardPart part : rewards.parts()) {
            Message sentence = part.sentence(wording);
            List<String> grades = grades(part);
            told.add(say(
                    "part",
                    part.label(),
                    grades.isEmpty() ? sentence : Message.of("words.part-for", sentence, grades)));
        }
        for (String minus : rewards.minus()) {
            told.add(say("minus", wording.label(minus)));
        }
        rewards.limits().forEach(limit -> told.add(say("reward-limit", rules.subject(), limit.sentence(wording))));
        if (rewards.budget() != null) {
            told.add(say(rewards.scale() ? "over-scale" : "over-stop"));
        }
        told.add(say(rewards.largestRemainder() ? "unit-remainder" : "unit-down", Quantity.yuan(rewards.unit())));
        return told;
    }

    /** Returns the labels of the grades that take part, where the sentence does not name them. */
    private static List<String> grades(RewardPart part) {
        boolean unnamed = part instanceof Pool
                || part instanceof Rate && ((Rate) part).byGrade().isEmpty();
        return unnamed && part.grades().labels() != null
                ? List.copyOf(part.grades().labels().values())
                : List.of();
    }

    private static Paragraph say(String key, Object... args) {
        return new Paragraph(1, Message.of("words." + key, args));
    }
}
