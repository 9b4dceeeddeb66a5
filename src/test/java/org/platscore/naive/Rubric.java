package org.platscore.naive;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Points of every node of section 4, and the total. */
final class Rubric {
    private final Map<String, Object> rules;
    private final Measures measures;
    private final List<Subject> subjects;

    Rubric(Map<String, Object> rules, Measures measures, List<Subject> subjects) {
        this.rules = rules;
        this.measures = measures;
        this.subjects = subjects;
    }

    void scoreAll() {
        subjects.forEach(this::score);
    }

    private void score(Subject subject) {
        Map<String, Object> head = PlainYaml.map(rules);
        head.put("of", rules.get("rubric"));
        Node top = new Node(head, PlainYaml.number(rules.get("full_marks"), Fraction.of(100)));
        for (Map<String, Object> child : PlainYaml.maps(rules.get("rubric"))) {
            top.children.add(node(child, "weight", subject, subjects));
        }
        excludeWhereTooFew(top);
        if (!top.excluded) {
            give(top, top.written);
            join(top);
            subject.head = top;
        }
        subject.bonus = extras("bonuses", "bonus_limit", subject);
        subject.deduction = extras("deductions", "deduction_limit", subject);
        if (top.excluded || subject.vetoedWith("out")) {
            return;
        }
        Fraction total = top.exact.plus(subject.bonus).minus(subject.deduction).atLeast(Fraction.ZERO);
        subject.total = rounded(total.atMost(PlainYaml.number(rules.get("total_limit"), total)), "total");
    }

    private Fraction extras(String list, String limit, Subject subject) {
        Fraction sum = Fraction.ZERO;
        for (Map<String, Object> spec : PlainYaml.maps(rules.get(list))) {
            Node node = node(spec, "limit", subject, subjects);
            if (!node.excluded) {
                give(node, node.written);
                join(node);
                sum = sum.plus(node.points);
            }
        }
        return sum.atMost(PlainYaml.number(rules.get(limit), sum));
    }

    /** A node and all below it: what is excluded, and the leaves' points of their written weight. */
    private Node node(Map<String, Object> spec, String weight, Subject subject, List<Subject> above) {
        Node node = new Node(spec, PlainYaml.number(spec.get(weight)));
        subject.nodes.put(spec.get("id").toString(), node);
        List<Subject> applying =
                above.stream().filter(other -> applies(spec, other)).toList();
        boolean applies = applying.contains(subject);
        for (Map<String, Object> child : PlainYaml.maps(spec.get("of"))) {
            node.children.add(node(child, "weight", subject, applying));
        }
        if (node.isGroup()) {
            excludeWhereTooFew(node);
        } else if (applies) {
            node.raw = new Methods(measures, subject, node.written, applying)
                    .points(PlainYaml.map(spec.get("score")), PlainYaml.text(spec.get("measure")));
            node.excluded = node.raw == null;
        } else {
            node.excluded = true;
        }
        return node;
    }

    private boolean applies(Map<String, Object> spec, Subject subject) {
        return new Condition(subject.roster, subject.roster, PlainYaml.map(rules.get("period"))).holds(spec.get("for"));
    }

    private static void excludeWhereTooFew(Node group) {
        int left = group.alive().size();
        if (left < Math.max(1, PlainYaml.whole(group.spec.get("at_least"), 1))) {
            exclude(group);
        }
    }

    private static void exclude(Node node) {
        node.excluded = true;
        node.children.forEach(Rubric::exclude);
    }

    /** Gives a node its weight and shares it out among its children in proportion to what is written. */
    private static void give(Node node, Fraction weight) {
        node.weight = weight;
        Fraction written =
                Fraction.sum(node.alive().stream().map(child -> child.written).toList());
        for (Node child : node.alive()) {
            give(child, weight.times(child.written).by(written));
        }
    }

    /** Works points out from the leaves up; each is rounded, and a group joins rounded points. */
    private void join(Node node) {
        if (node.isGroup()) {
            node.alive().forEach(this::join);
            node.exact = combined(node);
        } else {
            node.exact = node.raw.times(node.weight).by(node.written);
        }
        node.points = rounded(node.exact, "indicator");
    }

    private static Fraction combined(Node group) {
        List<Node> children = group.alive();
        List<Fraction> shares =
                children.stream().map(child -> child.points.by(child.weight)).toList();
        String combine = String.valueOf(group.spec.getOrDefault("combine", "sum"));
        if (combine.equals("sum")) {
            return children.stream().allMatch(child -> child.exact.equals(child.weight))
                    ? group.weight
                    : Fraction.sum(children.stream().map(child -> child.points).toList());
        }
        Fraction share = switch (combine) {
            case "minimum" -> Statistics.least(shares);
            case "maximum" -> Statistics.greatest(shares);
            case "geometric" -> geometric(children, shares, group.weight);
            default -> harmonic(children, shares, group.weight);
        };
        return share.times(group.weight);
    }

    private static Fraction geometric(List<Node> children, List<Fraction> shares, Fraction weight) {
        if (shares.contains(Fraction.ZERO)) {
            return Fraction.ZERO;
        }
        if (shares.stream().allMatch(shares.get(0)::equals)) {
            return shares.get(0);
        }
        List<Fraction[]> factors = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            factors.add(new Fraction[] {shares.get(i), children.get(i).weight.by(weight)});
        }
        return Approximation.productOfPowers(factors);
    }

    private static Fraction harmonic(List<Node> children, List<Fraction> shares, Fraction weight) {
        if (shares.contains(Fraction.ZERO)) {
            return Fraction.ZERO;
        }
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            sum = sum.plus(children.get(i).weight.by(shares.get(i)));
        }
        return weight.by(sum);
    }

    private Fraction rounded(Fraction number, String place) {
        Map<String, Object> rounding = PlainYaml.map(rules.get("rounding"));
        Object decimals = rounding.getOrDefault(place, "2");
        if (decimals.equals("none")) {
            return number;
        }
        String mode = rounding.getOrDefault("mode", "half-up").toString();
        return number.rounded(
                Integer.parseInt(decimals.toString()),
                RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
