package org.platscore.rules.words;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.Rulebook;
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
            told.add(say("part", part.label(), part.sentence(wording)));
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

    private static Paragraph say(String key, Object... args) {
        return new Paragraph(1, Message.of("words." + key, args));
    }
}
