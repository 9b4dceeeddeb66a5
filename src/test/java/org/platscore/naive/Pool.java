package org.platscore.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pool shared out in proportion, between a floor and a limit of each member. */
final class Pool {
    private final Rewards rewards;
    private final Map<String, Object> spec;
    private final List<Subject> members;
    private final Map<Subject, Fraction> by = new LinkedHashMap<>();
    private final Map<Subject, Fraction> floors = new LinkedHashMap<>();

    /** Without an entry where no limit binds. */
    private final Map<Subject, Fraction> limits = new LinkedHashMap<>();

    Pool(Rewards rewards, Map<String, Object> spec) {
        this.rewards = rewards;
        this.spec = spec;
        this.members = rewards.members().stream()
                .filter(subject -> Rewards.isFor(spec, subject))
                .filter(subject -> new Condition(subject.roster, subject.roster, Map.of()).holds(spec.get("where")))
                .toList();
    }

    Map<Subject, Fraction> shares() {
        for (Subject member : members) {
            by.put(member, by(member));
            Fraction limit = limit(member);
            Fraction floor = spec.containsKey("floor")
                    ? rewards.benchmark(spec.get("floor"), member).atLeast(Fraction.ZERO)
                    : Fraction.ZERO;
            floors.put(member, limit == null ? floor : floor.atMost(limit));
            if (limit != null) {
                limits.put(member, limit);
            }
        }
        Fraction amount = amount();
        if (spent(Fraction.ZERO).compareTo(amount) > 0) {
            throw new NaiveStop("floor-unpayable", spent(Fraction.ZERO) + " of " + amount);
        }
        return sharesAt(lambda(amount));
    }

    private Fraction amount() {
        if (!spec.get("amount").equals("rest")) {
            return PlainYaml.number(spec.get("amount"));
        }
        Fraction before =
                Fraction.sum(rewards.members().stream().map(rewards::partsOf).toList());
        return rewards.budget().minus(before).atLeast(Fraction.ZERO);
    }

    private Fraction by(Subject member) {
        String formula = spec.get("by").toString();
        if (formula.equals("equal")) {
            return Fraction.ONE;
        }
        Fraction value = Formula.number(formula, name -> {
            if (name.equals("total")) {
                return member.total;
            }
            Fraction points = member.points(name);
            return points == null ? member.used.get(name) : points;
        });
        return value == null ? Fraction.ZERO : value.atLeast(Fraction.ZERO);
    }

    private Fraction limit(Subject member) {
        Object limit = spec.get("limit");
        if (limit == null) {
            return null;
        }
        if (!limit.equals("room")) {
            return rewards.benchmark(limit, member).atLeast(Fraction.ZERO);
        }
        Fraction whole = rewards.limitOf(member);
        return whole == null ? null : whole.minus(rewards.partsOf(member)).atLeast(Fraction.ZERO);
    }

    /**
     * The factor that spends the amount. What is spent grows with the factor along straight lines that bend where a
     * member leaves its floor or meets its limit: the bend before the amount is found by trying each, and from there it
     * is a straight way. Where all limits are met before, the last bend.
     */
    private Fraction lambda(Fraction amount) {
        List<Fraction> bends = new ArrayList<>(List.of(Fraction.ZERO));
        for (Subject member : members) {
            if (by.get(member).sign() > 0) {
                bends.add(floors.get(member).by(by.get(member)));
                if (limits.containsKey(member)) {
                    bends.add(limits.get(member).by(by.get(member)));
                }
            }
        }
        Fraction before = bends.stream()
                .filter(bend -> spent(bend).compareTo(amount) <= 0)
                .max(Fraction::compareTo)
                .orElseThrow();
        Fraction beyond = bends.stream()
                .filter(bend -> bend.compareTo(before) > 0)
                .min(Fraction::compareTo)
                .orElse(before.plus(Fraction.ONE));
        Fraction slope = spent(beyond).minus(spent(before)).by(beyond.minus(before));
        return slope.sign() == 0
                ? before
                : before.plus(amount.minus(spent(before)).by(slope));
    }

    private Fraction spent(Fraction lambda) {
        return Fraction.sum(sharesAt(lambda).values());
    }

    private Map<Subject, Fraction> sharesAt(Fraction lambda) {
        Map<Subject, Fraction> shares = new LinkedHashMap<>();
        for (Subject member : members) {
            Fraction share = lambda.times(by.get(member)).atLeast(floors.get(member));
            Fraction limit = limits.get(member);
            shares.put(member, limit == null ? share : share.atMost(limit));
        }
        return shares;
    }
}
