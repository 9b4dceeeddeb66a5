package org.platscore.naive;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rewards of section 6, for subjects in rank order. */
final class Rewards {
    private final Map<String, Object> rules;
    private final List<Subject> members;
    private final Fraction budget;
    private final Fraction unit;

    Rewards(Map<String, Object> rewards, List<Subject> ordered) {
        this.rules = rewards;
        this.members = ordered.stream()
                .filter(subject -> subject.isAssessed() && !subject.vetoedWith("grade"))
                .toList();
        this.budget = PlainYaml.number(rewards.get("budget"));
        this.unit = PlainYaml.number(rewards.get("unit"), Fraction.of(1, 100));
    }

    void allocate() {
        for (Map<String, Object> part : PlainYaml.maps(rules.get("parts"))) {
            String id = part.get("id").toString();
            if (part.containsKey("pool")) {
                Map<String, Object> pool = PlainYaml.map(part.get("pool"));
                Map<Subject, Fraction> shares = new Pool(this, pool).shares();
                members.forEach(subject -> subject.parts.put(id, shares.getOrDefault(subject, Fraction.ZERO)));
            } else {
                members.forEach(subject -> subject.parts.put(
                        id,
                        part.containsKey("fixed")
                                ? fixed(PlainYaml.map(part.get("fixed")), subject)
                                : rate(PlainYaml.map(part.get("rate")), subject)));
            }
        }
        for (Subject subject : members) {
            Fraction parts = partsOf(subject);
            Fraction minus = Fraction.sum(PlainYaml.oneOrMore(rules.get("minus")).stream()
                    .map(measure -> measure(subject, measure).atLeast(Fraction.ZERO))
                    .toList());
            Fraction left = parts.minus(minus).atLeast(Fraction.ZERO);
            Fraction limit = limitOf(subject);
            subject.amount = limit == null ? left : left.atMost(limit);
            subject.minus = left.minus(parts);
            subject.limited = subject.amount.minus(left);
        }
        keepToBudget();
        roundToUnit();
    }

    Fraction budget() {
        return budget;
    }

    List<Subject> members() {
        return members;
    }

    Fraction partsOf(Subject subject) {
        return Fraction.sum(subject.parts.values());
    }

    private Fraction fixed(Map<String, Object> spec, Subject subject) {
        if (!spec.containsKey("bands")) {
            return PlainYaml.number(spec.get(subject.grade), Fraction.ZERO);
        }
        if (!isFor(spec, subject)) {
            return Fraction.ZERO;
        }
        return PlainYaml.maps(spec.get("bands")).stream()
                .filter(band -> subject.total.compareTo(PlainYaml.number(band.get("from"))) >= 0)
                .max(Comparator.comparing(band -> PlainYaml.number(band.get("from"))))
                .map(band -> PlainYaml.number(band.get("amount")))
                .orElse(Fraction.ZERO);
    }

    private Fraction rate(Map<String, Object> spec, Subject subject) {
        Object percent = spec.get("percent");
        boolean byGrade = percent instanceof Map;
        if (!byGrade && !isFor(spec, subject)) {
            return Fraction.ZERO;
        }
        Fraction of = measure(subject, spec.get("of")).atLeast(Fraction.ZERO);
        Fraction amount;
        if (spec.containsKey("brackets")) {
            amount = progressive(PlainYaml.maps(spec.get("brackets")), of);
        } else {
            amount = of.times(
                    PlainYaml.number(byGrade ? PlainYaml.map(percent).get(subject.grade) : percent, Fraction.ZERO));
        }
        return spec.containsKey("limit") ? amount.atMost(benchmark(spec.get("limit"), subject)) : amount;
    }

    private static Fraction progressive(List<Map<String, Object>> brackets, Fraction of) {
        Fraction amount = Fraction.ZERO;
        for (int i = 0; i < brackets.size(); i++) {
            Fraction from = PlainYaml.number(brackets.get(i).get("over"));
            Fraction to = i + 1 < brackets.size()
                    ? of.atMost(PlainYaml.number(brackets.get(i + 1).get("over")))
                    : of;
            amount = amount.plus(to.minus(from)
                    .atLeast(Fraction.ZERO)
                    .times(PlainYaml.number(brackets.get(i).get("percent"))));
        }
        return amount;
    }

    static boolean isFor(Map<String, Object> spec, Subject subject) {
        return PlainYaml.oneOrMore(spec.get("for")).contains(subject.grade);
    }

    Fraction benchmark(Object benchmark, Subject subject) {
        return Benchmarks.value(benchmark, subject, subject.used::get);
    }

    /** A measure, 0 where it is missing. */
    private static Fraction measure(Subject subject, Object name) {
        Fraction value = subject.number(name.toString());
        return value == null ? Fraction.ZERO : value;
    }

    /** The per-subject limit, a multiple of the unit; null where none binds. */
    Fraction limitOf(Subject subject) {
        Fraction smallest = null;
        for (Object limit : PlainYaml.oneOrMore(rules.get("limit"))) {
            Fraction one = oneLimit(limit, subject);
            if (one != null) {
                smallest = smallest == null ? one : smallest.atMost(one);
            }
        }
        return smallest == null ? null : smallest.by(unit).floor().times(unit);
    }

    private Fraction oneLimit(Object limit, Subject subject) {
        Map<String, Object> spec = PlainYaml.map(limit);
        if (spec.containsKey("percent")) {
            return PlainYaml.number(spec.get("percent")).times(measure(subject, spec.get("of")));
        }
        if (spec.isEmpty() || spec.containsKey("of")) {
            return benchmark(limit, subject);
        }
        return spec.containsKey(subject.grade) ? PlainYaml.number(spec.get(subject.grade)) : null;
    }

    private Fraction sum() {
        return Fraction.sum(members.stream().map(subject -> subject.amount).toList());
    }

    private void keepToBudget() {
        Fraction sum = sum();
        if (sum.compareTo(budget) <= 0) {
            return;
        }
        if (!"scale".equals(rules.get("over_budget"))) {
            throw new NaiveStop("budget-exceeded", sum + " of " + budget);
        }
        for (Subject subject : members) {
            Fraction before = subject.amount;
            subject.amount = before.times(budget).by(sum);
            subject.scaled = subject.amount.minus(before);
        }
    }

    private void roundToUnit() {
        Fraction sum = sum();
        Map<Subject, Fraction> remainders = new HashMap<>();
        for (Subject subject : members) {
            Fraction whole = subject.amount.by(unit).floor().times(unit);
            remainders.put(subject, subject.amount.minus(whole));
            subject.amount = whole;
        }
        if ("down".equals(rules.get("rounding"))) {
            return;
        }
        Fraction payable = sum.by(unit)
                .rounded(0, RoundingMode.HALF_UP)
                .atMost(budget.by(unit).floor())
                .times(unit);
        List<Subject> inLine = new ArrayList<>(members);
        inLine.sort(Comparator.comparing(
                        (Subject subject) -> remainders.get(subject).negated())
                .thenComparing(subject -> subject.rank)
                .thenComparing(subject -> subject.id));
        Fraction left = payable.minus(sum());
        for (Subject subject : inLine) {
            Fraction limit = limitOf(subject);
            Fraction lifted = subject.amount.plus(unit);
            boolean mayTake = remainders.get(subject).sign() > 0 && (limit == null || lifted.compareTo(limit) <= 0);
            if (mayTake && left.compareTo(unit) >= 0) {
                subject.amount = lifted;
                left = left.minus(unit);
            }
        }
    }
}
