package org.platscore.report;

import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.analysis.Explanation;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Quantity;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;

/** The reward of an explanation, step by step. */
record ExplanationTextReward(Explanation explanation, Lines lines, Lang lang) {

    void all() {
        lines.add(0, "part.reward");
        Award award = explanation.award();
        Rewards rewards = explanation.result().rules().rewards();
        Allocation allocation = explanation.result().allocation();
        if (award == null || rewards == null || allocation == null) {
            lines.add(1, "no-rewards");
            return;
        }
        RulesWording wording = new RulesWording(explanation.result().rules());
        for (RewardPart part : rewards.parts()) {
            lines.add(1, "part-amount", part.label(), part.id(), Quantity.yuan(amount(award, part)));
            lines.add(2, "part-words", Paragraph.say(part.sentence(wording), lang));
            List<Explanation.Named> figures = explanation.rewards().getOrDefault(part.id(), List.of());
            if (!figures.isEmpty()) {
                lines.add(2, "part-figures", ExplanationText.named(figures));
            }
            if (part instanceof Pool) {
                BigFraction sum = Exact.sum(allocation.awards().stream()
                        .map(each -> amount(each, part))
                        .toList());
                lines.add(2, "part-pool", Quantity.yuan(sum));
            }
        }
        change("minus", award.minus());
        change("limited", award.limited());
        if (award.limited().signum() != 0) {
            for (RewardLimit limit : rewards.limits()) {
                lines.add(2, "limit-words", limit.sentence());
            }
        }
        change("scaled", award.scaled());
        if (award.rounded().signum() != 0) {
            lines.add(1, "rounded", Quantity.yuan(rewards.unit()), Quantity.yuan(award.rounded()));
        }
        lines.add(1, "amount", Quantity.yuan(award.amount()));
    }

    private void change(String key, BigFraction amount) {
        if (amount.signum() != 0) {
            lines.add(1, key, Quantity.yuan(amount));
        }
    }

    private static BigFraction amount(Award award, RewardPart part) {
        return Objects.requireNonNull(award.parts().get(part.id()));
    }
}
