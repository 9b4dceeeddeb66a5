package org.platscore.report.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explanation;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Veto;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.PoolSplit;
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
        Veto veto = explanation.score().veto();
        if (veto != null && veto.barring()) {
            lines.add(1, "barred", veto.label());
        }
        RulesWording wording = new RulesWording(explanation.result().rules());
        for (RewardPart part : rewards.parts()) {
            lines.add(1, "part-amount", part.label(), part.id(), Quantity.yuan(amount(award, part)));
            lines.add(2, "part-words", Paragraph.say(part.sentence(wording), lang));
            List<Explanation.Named> figures = explanation.rewards().getOrDefault(part.id(), List.of());
            if (!figures.isEmpty()) {
                lines.add(
                        2,
                        "part-figures",
                        ExplanationText.named(explanation.result().rules(), figures));
            }
            if (part instanceof Pool) {
                BigFraction sum = Exact.sum(allocation.awards().stream()
                        .map(each -> amount(each, part))
                        .toList());
                lines.add(2, "part-pool", Quantity.yuan(sum));
                pool((Pool) part, award, allocation.pools().get(part.id()));
            }
        }
        change("minus", award.minus());
        change("limited", award.limited());
        if (award.limited().signum() != 0) {
            for (RewardLimit limit : rewards.limits()) {
                lines.add(2, "limit-words", limit.sentence(wording));
            }
            lines.add(2, "own-limit", Quantity.yuan(Objects.requireNonNull(award.limit())));
        }
        change("scaled", award.scaled());
        if (award.scaled().signum() != 0) {
            BigFraction budget = Objects.requireNonNull(rewards.budget());
            lines.add(2, "scale", Quantity.yuan(allocation.due()), Quantity.yuan(budget));
        }
        if (award.rounded().signum() != 0) {
            lines.add(1, "rounded", Quantity.yuan(rewards.unit()), Quantity.yuan(award.rounded()));
        }
        lines.add(1, "amount", Quantity.yuan(award.amount()));
    }

    /** Tells how the pool was split, and what made this subject's share what it is. */
    private void pool(Pool pool, Award award, @Nullable PoolSplit split) {
        if (split != null) {
            split(split);
        }
        PoolSplit.Share share = award.shares().get(pool.id());
        if (share == null) {
            lines.add(2, "pool-out");
            return;
        }
        Pool.Member member = share.member();
        List<Message> facts = new ArrayList<>();
        facts.add(basis(share));
        if (pool.floor() != null) {
            facts.add(Lines.say("pool-floor", Quantity.yuan(member.floor())));
        }
        if (member.limit() != null) {
            facts.add(
                    pool.room() && award.limit() != null
                            ? Lines.say("pool-room", Quantity.yuan(member.limit()), Quantity.yuan(award.limit()))
                            : Lines.say("pool-limit", Quantity.yuan(member.limit())));
        }
        facts.add(Lines.say("pool-set-by." + share.setBy().key()));
        lines.add(
                2,
                "pool-own",
                String.join(
                        Lines.say("pool-and").in(lang),
                        facts.stream().map(each -> each.in(lang)).toList()));
    }

    /** Tells what a share is proportional to, and why 0 stands in its place where it does. */
    private static Message basis(PoolSplit.Share share) {
        BigFraction basis = share.member().basis();
        if (basis == null) {
            return Lines.say("pool-by-none");
        }
        if (basis.signum() < 0) {
            return Lines.say("pool-by-below", exact(basis));
        }
        return share.proportional() == null
                ? Lines.say("pool-by", exact(basis))
                : Lines.say("pool-share", exact(basis), Quantity.yuan(share.proportional()));
    }

    private void split(PoolSplit split) {
        int floors = split.count(PoolSplit.SetBy.FLOOR);
        int limits = split.count(PoolSplit.SetBy.LIMIT);
        int between = split.count(PoolSplit.SetBy.PROPORTION);
        Quantity available = Quantity.yuan(split.available());
        int members = split.shares().size();
        boolean bounded = floors + limits > 0;
        if (bounded) {
            lines.add(2, "pool-bounded", available, members, floors, limits, Quantity.yuan(split.bounded()));
        } else if (split.lambda() == null) {
            lines.add(2, "pool-size", available, members);
        }
        if (split.lambda() != null) {
            lines.add(
                    2,
                    bounded ? "pool-others" : "pool-all",
                    between,
                    Quantity.yuan(split.proportional()),
                    exact(split.by()),
                    exact(split.lambda()));
        }
    }

    /** Returns a number with all digits that results.json would have, so that it can be computed with. */
    private static String exact(BigFraction number) {
        return Exact.grouped(Exact.decimal(number));
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
