package org.platscore.rules;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * Section 5: the grades.
 *
 * @param grades those that are sound, best first
 * @param labels the label of each grade by its id, of faulty ones too
 */
record GradesSection(List<Grade> grades, Map<String, String> labels) {

    static GradesSection read(
            Fields top,
            Map<String, Term> names,
            InputsSection inputs,
            Doubt doubt,
            Map<String, BigFraction> most,
            Diagnostics diagnostics) {
        List<Node> items = top.items("grades");
        Namespace ids = Namespace.ofIds(Set.of());
        Labels given = new Labels(diagnostics);
        GradeQuotas quotas = new GradeQuotas(diagnostics);
        Map<String, String> labels = new LinkedHashMap<>();
        List<Grade> grades = new ArrayList<>();
        BigFraction before = null;
        for (int i = 0; i < items.size(); i++) {
            Fields fields = Fields.of(items.get(i), diagnostics, "{id: good, min: 75}");
            if (fields == null) {
                continue;
            }
            Node.Scalar id = fields.required("id") == null ? null : fields.scalar("id");
            String name = id == null ? "" : id.text().strip();
            String text = fields.text("label");
            String label = text == null ? name : text;
            if (id != null) {
                ids.give(id, diagnostics);
                labels.putIfAbsent(name, label);
            }
            Reading reading = new Reading(fields, names, inputs, doubt, diagnostics);
            Grade grade = reading.grade(name, label, i == items.size() - 1);
            fields.done();
            grades.add(grade);
            before = reading.falling(before, grade.min());
            if (i < items.size() - 1) {
                reading.reachable(grade, most.get("total"));
                reading.demands(grade, most);
            }
            quotas.add(fields, grade);
            given.take(fields);
        }
        return new GradesSection(List.copyOf(grades), labels);
    }

    /**
     * Adds the faults of sections that name grades. Where the grades themselves are missing or faulty, a name that is not among
     * them is a consequence: at most the first is told.
     */
    void settle(Diagnostics found, Fields top, Diagnostics diagnostics) {
        boolean faulty = diagnostics.mistaken("grades") || top.items("grades").size() > labels.size();
        boolean[] told = {faulty};
        found.passOn(
                each -> {
                    boolean told0 = told[0];
                    boolean unknown = each.code().equals("R020") && (faulty || labels.isEmpty());
                    told[0] |= unknown;
                    return !unknown || !told0;
                },
                diagnostics);
    }

    /** Reads the conditions of one grade. */
    private record Reading(
            Fields fields, Map<String, Term> names, InputsSection inputs, Doubt doubt, Diagnostics diagnostics) {

        private static final List<String> CONDITIONS = List.of("min", "at_most", "within", "top", "requires");

        Grade grade(String id, String label, boolean last) {
            List<String> found = CONDITIONS.stream().filter(fields::has).toList();
            if (last && !found.isEmpty()) {
                diagnostics.error(
                        "R021",
                        fields.keyMark(found.get(0)),
                        Message.of("rules.last-grade", found.get(0)),
                        Message.of("rules.fix.last-grade"));
            }
            if (!last && found.isEmpty()) {
                diagnostics.error(
                        "R021", fields.mark(), Message.of("rules.open-grade", id), Message.of("rules.fix.open-grade"));
            }
            String within = within();
            Grade.Quota quota = quota(within);
            Node top = fields.node("top");
            return new Grade(id, label, fields.number("min"), quota, top == null ? null : limit(top), requires());
        }

        /** Tells a {@code min} that is not below the one before it. Returns the lowest one so far. */
        @Nullable
        BigFraction falling(@Nullable BigFraction before, @Nullable BigFraction min) {
            if (min == null || before == null) {
                return min == null ? before : min;
            }
            if (min.compareTo(before) >= 0) {
                diagnostics.error(
                        "R019",
                        fields.valueMark("min"),
                        Message.of("rules.grade-order", min, before),
                        Message.of("rules.fix.grade-order"));
                return before;
            }
            return min;
        }

        /** Tells a grade that nobody can reach, and one that leaves nobody for those after it. */
        void reachable(Grade grade, @Nullable BigFraction most) {
            BigFraction min = grade.min();
            if (min != null && most != null && min.compareTo(most) > 0) {
                diagnostics.warning(
                        "R021",
                        fields.valueMark("min"),
                        Message.of("rules.grade-too-high", grade.label(), min, most),
                        Message.of("rules.fix.grade-too-high"));
            }
            if (min != null && min.signum() < 0) {
                diagnostics.error(
                        "R018",
                        fields.valueMark("min"),
                        Message.of("rules.negative-min", min),
                        Message.of("rules.fix.negative-min"));
            } else if (min != null
                    && min.signum() == 0
                    && grade.atMost() == null
                    && grade.top() == null
                    && grade.requires() == null) {
                diagnostics.warning(
                        "R021",
                        fields.valueMark("min"),
                        Message.of("rules.min-zero", grade.label()),
                        Message.of("rules.fix.min-zero"));
            }
        }

        /** Tells a condition that asks for more points than there are. */
        void demands(Grade grade, Map<String, BigFraction> most) {
            Formula formula = grade.requires();
            Node node = fields.node("requires");
            if (formula == null || !(node instanceof Node.Scalar)) {
                return;
            }
            for (Formula.Need need : formula.needs()) {
                BigFraction points = most.get(need.name());
                int order = points == null ? -1 : need.least().compareTo(points);
                if (points != null && (need.beyond() ? order >= 0 : order > 0)) {
                    Node.Scalar scalar = (Node.Scalar) node;
                    int at = scalar.text().indexOf(need.name());
                    int before = scalar.text().codePointCount(0, Math.max(0, at)) + (scalar.quoted() ? 1 : 0);
                    int width = need.name().codePointCount(0, need.name().length());
                    diagnostics.warning(
                            "R021",
                            scalar.mark().part(before, width),
                            Message.of(
                                    need.beyond() ? "rules.demands-beyond" : "rules.demands-too-much",
                                    grade.label(),
                                    need.name(),
                                    need.least(),
                                    points),
                            Message.of("rules.fix.demands-too-much", need.name()));
                }
            }
        }

        private @Nullable String within() {
            Node.Scalar scalar = fields.scalar("within");
            if (scalar == null) {
                return null;
            }
            if (!fields.has("at_most")) {
                diagnostics.error(
                        "R021",
                        fields.keyMark("within"),
                        Message.of("rules.within-alone"),
                        Message.of("rules.fix.within-alone"));
            }
            return RosterColumn.read(scalar, inputs, diagnostics);
        }

        private Grade.@Nullable Quota quota(@Nullable String within) {
            Node node = fields.node("at_most");
            if (node == null) {
                return null;
            }
            if (!(node instanceof Node.Mapping)) {
                Grade.Limit limit = limit(node);
                return limit == null ? null : new Grade.Quota(limit, RoundingMode.DOWN, 0, within);
            }
            Fields quota = Fields.of(node, diagnostics);
            if (quota == null) {
                return null;
            }
            Node share = quota.required("share");
            Grade.Limit limit = share == null ? null : share(share);
            String round = quota.word("round", List.of("down", "up", "nearest"));
            Integer atLeast = quota.whole("at_least", 0);
            quota.done();
            return limit == null ? null : new Grade.Quota(limit, mode(round), atLeast == null ? 0 : atLeast, within);
        }

        private static RoundingMode mode(@Nullable String word) {
            if (word == null || word.equals("down")) {
                return RoundingMode.DOWN;
            }
            return word.equals("up") ? RoundingMode.UP : RoundingMode.HALF_UP;
        }

        /** Reads a number of subjects, or a share: a number with a percent sign, or one that is not whole. */
        private Grade.@Nullable Limit limit(Node node) {
            BigFraction number = Fields.number(node, diagnostics);
            if (number == null) {
                return null;
            }
            String text = ((Node.Scalar) node).text();
            boolean percent = text.contains("%") || text.contains("％") || text.contains("‰");
            boolean fraction = !Head.whole(number) && number.compareTo(BigFraction.ONE) < 0;
            if (percent || fraction) {
                return share(node);
            }
            if (!Head.whole(number) || number.signum() < 0) {
                diagnostics.error(
                        "R018", node.mark(), Message.of("rules.not-a-quota", text), Message.of("rules.fix.quota"));
                return null;
            }
            return new Grade.Limit(false, number);
        }

        private Grade.@Nullable Limit share(Node node) {
            BigFraction share = Fields.number(node, diagnostics);
            if (share == null) {
                return null;
            }
            if (share.signum() < 0 || share.compareTo(BigFraction.ONE) > 0) {
                String text = ((Node.Scalar) node).text();
                diagnostics.error(
                        "R018", node.mark(), Message.of("rules.not-a-share", text), Message.of("rules.fix.share"));
                return null;
            }
            return new Grade.Limit(true, share);
        }

        private @Nullable Formula requires() {
            Node.Scalar scalar = fields.scalar("requires");
            if (scalar == null) {
                return null;
            }
            Diagnostics found = new Diagnostics();
            Formula formula = Formulas.read(scalar, names, ValueType.TRUTH, found);
            doubt.settle(found, scalar, diagnostics);
            return formula;
        }
    }
}
