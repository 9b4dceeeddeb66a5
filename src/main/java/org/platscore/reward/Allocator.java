package org.platscore.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Quantity;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.rules.Missing;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.Fixed;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.PoolSplit;
import org.platscore.rules.reward.Rate;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** From grades and measures to amounts, in the four steps of rules-reference.md, "Rewards". */
public final class Allocator {

    private final Rulebook rules;
    private final Rewards rewards;
    private final Findings findings;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, PoolSplit> pools = new LinkedHashMap<>();
    private BigFraction due = BigFraction.ZERO;

    private Allocator(Rulebook rules, Rewards rewards, Findings findings) {
        this.rules = rules;
        this.rewards = rewards;
        this.findings = findings;
    }

    /**
     * Returns what everybody is paid. Subjects that are vetoed or not assessed get nothing and take no part. Adds findings for
     * what cannot be paid; where one of them stops the run, the amounts mean nothing.
     *
     * @param rewards the rules' rewards
     * @param standings in rank order; equal remainders are served in this order
     */
    public static Allocation allocate(
            Rulebook rules,
            Rewards rewards,
            List<Subject> subjects,
            Scores scores,
            List<Standing> standings,
            Findings findings) {
        List<Claimant> claimants = new ArrayList<>();
        for (Standing standing : standings) {
            Subject subject = subjects.get(standing.subject());
            SubjectScore score = scores.subjects().get(subject.index());
            if (score.total() != null && !score.barred()) {
                String grade =
                        standing.grade() == null ? null : standing.grade().id();
                claimants.add(new Claimant(
                        subject.index(),
                        subject.id(),
                        subject,
                        grade,
                        scores.named(subject.index()),
                        score::total,
                        ref -> null));
            }
        }
        return allocate(rules, rewards, subjects.size(), claimants, findings);
    }

    /**
     * Returns what these claimants are paid; all other subjects get nothing. Findings are as above.
     *
     * @param subjects how many subjects there are
     * @param claimants those who take part, in rank order
     */
    static Allocation allocate(
            Rulebook rules, Rewards rewards, int subjects, List<Claimant> claimants, Findings findings) {
        Allocator allocator = new Allocator(rules, rewards, findings);
        claimants.forEach(each -> allocator.claims.add(new Claim(rules, each)));
        rewards.parts().forEach(allocator::part);
        allocator.claims.forEach(allocator::minusAndLimit);
        allocator.budget();
        allocator.unit();
        return allocator.allocation(subjects);
    }

    private void part(RewardPart part) {
        List<Claim> members =
                claims.stream().filter(claim -> claim.subject.takesPart(part)).toList();
        for (Claim claim : members) {
            part.measures().forEach(measure -> need(claim, measure));
        }
        if (part instanceof Fixed) {
            members.forEach(claim -> claim.parts.put(part.id(), ((Fixed) part).amount(claim.subject)));
        } else if (part instanceof Rate) {
            members.forEach(claim -> {
                need(claim, ((Rate) part).limit());
                claim.parts.put(part.id(), ((Rate) part).amount(claim.subject));
            });
        } else {
            pool((Pool) part, members);
        }
        claims.forEach(claim -> claim.parts.putIfAbsent(part.id(), BigFraction.ZERO));
    }

    private void pool(Pool pool, List<Claim> ofGrade) {
        List<Claim> claiming = ofGrade.stream()
                .filter(claim -> pool.where() == null
                        || pool.where().holds(claim.subject.claimant().roster()))
                .toList();
        List<Pool.Member> members =
                claiming.stream().map(claim -> member(pool, claim)).toList();
        BigFraction amount = pool.amount() == null ? rest() : pool.amount();
        BigFraction floors = Pool.floors(members);
        if (floors.compareTo(amount) > 0) {
            tell(
                    Severity.STOP,
                    "floor-unpayable",
                    "",
                    Message.of("reward.floor-unpayable", pool.label(), Quantity.yuan(floors), Quantity.yuan(amount)));
            return;
        }
        PoolSplit split = Pool.split(amount, members);
        pools.put(pool.id(), split);
        BigFraction unspent = amount;
        for (int i = 0; i < claiming.size(); i++) {
            PoolSplit.Share share = split.shares().get(i);
            claiming.get(i).parts.put(pool.id(), share.amount());
            claiming.get(i).shares.put(pool.id(), share);
            unspent = unspent.subtract(share.amount());
        }
        if (unspent.signum() > 0) {
            tell(
                    Severity.WARN,
                    "unpaid-rest",
                    "",
                    "unpaid-pool",
                    Message.of("reward.unpaid-pool", pool.label(), Quantity.yuan(unspent)));
        }
    }

    private Pool.Member member(Pool pool, Claim claim) {
        need(claim, pool.limit());
        need(claim, pool.floor());
        BigFraction limit = pool.limit() == null ? null : claim.subject.benchmark(pool.limit());
        if (pool.room()) {
            needLimits(claim);
            BigFraction own = limit(claim);
            limit = own == null ? null : own.subtract(claim.sum());
        }
        BigFraction floor = pool.floor() == null ? null : claim.subject.benchmark(pool.floor());
        return new Pool.Member(
                basis(pool, claim),
                limit == null ? null : Exact.max(BigFraction.ZERO, limit),
                floor == null ? BigFraction.ZERO : Exact.max(BigFraction.ZERO, floor));
    }

    private static @Nullable BigFraction basis(Pool pool, Claim claim) {
        return pool.by() == null ? BigFraction.ONE : (BigFraction) pool.by().value(claim.subject::named);
    }

    /** Returns what the earlier parts leave of the budget. */
    private BigFraction rest() {
        BigFraction budget = rewards.budget() == null ? BigFraction.ZERO : rewards.budget();
        return Exact.max(BigFraction.ZERO, budget.subtract(sum(Claim::sum)));
    }

    private void minusAndLimit(Claim claim) {
        BigFraction sum = claim.sum();
        BigFraction minus = BigFraction.ZERO;
        if (sum.signum() > 0) {
            for (String measure : rewards.minus()) {
                need(claim, measure);
                minus = minus.add(Exact.max(BigFraction.ZERO, claim.subject.measure(measure)));
            }
        }
        claim.minus = Exact.min(sum, minus).negate();
        BigFraction left = sum.add(claim.minus);
        if (left.signum() > 0) {
            needLimits(claim);
        }
        BigFraction limit = limit(claim);
        claim.limited =
                limit == null ? BigFraction.ZERO : Exact.min(limit, left).subtract(left);
        claim.limit = limit;
        claim.exact = left.add(claim.limited);
    }

    /** Returns the smallest limit, rounded down to a multiple of the unit; null where none binds. */
    private @Nullable BigFraction limit(Claim claim) {
        BigFraction least = null;
        for (RewardLimit limit : rewards.limits()) {
            BigFraction amount = limit.amount(claim.subject);
            least = amount == null || (least != null && least.compareTo(amount) <= 0) ? least : amount;
        }
        return least == null ? null : Units.down(least, rewards.unit());
    }

    private void needLimits(Claim claim) {
        for (RewardLimit limit : rewards.limits()) {
            limit.measures().forEach(measure -> need(claim, measure));
            limit.benchmarks(claim.subject.grade()).forEach(benchmark -> need(claim, benchmark));
        }
    }

    private void budget() {
        BigFraction budget = rewards.budget();
        BigFraction sum = sum(claim -> claim.exact);
        due = sum;
        if (budget == null || sum.compareTo(budget) <= 0) {
            return;
        }
        if (!rewards.scale()) {
            tell(
                    Severity.STOP,
                    "budget-exceeded",
                    "",
                    Message.of("reward.budget-exceeded", Quantity.yuan(sum), Quantity.yuan(budget)));
            return;
        }
        BigFraction share = budget.divide(sum);
        for (Claim claim : claims) {
            BigFraction scaled = claim.exact.multiply(share);
            claim.scaled = scaled.subtract(claim.exact);
            claim.exact = scaled;
        }
    }

    private void unit() {
        List<Units.Amount> amounts = claims.stream()
                .map(claim -> new Units.Amount(claim.exact, claim.limit))
                .toList();
        List<BigFraction> paid = rewards.largestRemainder()
                ? Units.largestRemainder(amounts, rewards.unit(), rewards.budget())
                : amounts.stream()
                        .map(each -> Units.down(each.exact(), rewards.unit()))
                        .toList();
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).amount = paid.get(i);
        }
        if (rewards.largestRemainder()) {
            BigFraction payable = Units.payable(sum(claim -> claim.exact), rewards.unit(), rewards.budget());
            BigFraction unpaid = payable.subtract(sum(claim -> claim.amount));
            if (unpaid.signum() > 0) {
                tell(Severity.WARN, "unpaid-rest", "", Message.of("reward.unpaid-rest", Quantity.yuan(unpaid)));
            }
        }
    }

    private Allocation allocation(int subjects) {
        Map<String, BigFraction> none = new LinkedHashMap<>();
        rewards.parts().forEach(part -> none.put(part.id(), BigFraction.ZERO));
        BigFraction zero = BigFraction.ZERO;
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            awards.add(new Award(zero, none, zero, zero, zero, zero, null, Map.of()));
        }
        claims.forEach(claim -> awards.set(claim.subject.claimant().index(), claim.award()));
        return new Allocation(List.copyOf(awards), sum(claim -> claim.amount), due, Collections.unmodifiableMap(pools));
    }

    private BigFraction sum(Function<Claim, BigFraction> figure) {
        return Exact.sum(claims.stream().map(figure).toList());
    }

    private void need(Claim claim, @Nullable Benchmark benchmark) {
        if (benchmark != null) {
            benchmark.asks(claim.subject).forEach(each -> need(claim, each));
        }
    }

    private void need(Claim claim, String measure) {
        need(claim, new Ref(false, measure));
    }

    /** Stops the run where a value that a reward needs is missing, unless the rules say that it may be. */
    private void need(Claim claim, Ref ref) {
        String id = claim.subject.claimant().id();
        if (claim.subject.lacks(ref) && rules.missing(ref) instanceof Missing.Error && claim.told.add(ref)) {
            tell(
                    Severity.STOP,
                    "missing-value",
                    id,
                    claim.subject.place(ref),
                    "missing-value",
                    Message.of("reward.missing-value", rules.label(ref), rules.subject()));
        }
    }

    private void tell(Severity severity, String code, String subject, Message message) {
        tell(severity, code, subject, code, message);
    }

    private void tell(Severity severity, String code, String subject, String fix, Message message) {
        tell(severity, code, subject, null, fix, message);
    }

    private void tell(
            Severity severity, String code, String subject, @Nullable Place place, String fix, Message message) {
        findings.add(new Finding(severity, code, "", place, "", subject, message, Message.of("reward.fix." + fix)));
    }
}
