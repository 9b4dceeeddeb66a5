package org.platscore.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Reads the vetoes. */
final class VetoReading {

    private static final List<String> GRADES = List.of("grade", "at_best");
    private static final List<String> EFFECTS = List.of("grade", "at_best", "out");

    private VetoReading() {}

    static List<Veto> read(
            Fields top, Map<String, Term> measures, Map<String, String> grades, Doubt doubt, Diagnostics diagnostics) {
        List<Veto> vetoes = new ArrayList<>();
        Namespace ids = Namespace.ofIds(Set.of());
        for (Node item : top.items("vetoes")) {
            Fields fields = Fields.of(item, diagnostics, "{id: idle, when: \"visits = 0\", out: true}");
            if (fields == null) {
                continue;
            }
            Node.Scalar id = fields.required("id") == null ? null : fields.scalar("id");
            if (id != null) {
                ids.give(id, diagnostics);
            }
            String label = fields.text("label");
            Node.Scalar when = fields.required("when") == null ? null : fields.scalar("when");
            Diagnostics found = new Diagnostics();
            Formula formula = when == null ? null : Formulas.read(when, measures, ValueType.TRUTH, found);
            if (when != null) {
                doubt.settle(found, when, diagnostics);
            }
            String word = fields.word("out", List.of("true", "false"));
            boolean out = "true".equals(word);
            String effect = Exclusive.key(fields, "false".equals(word) ? GRADES : EFFECTS, diagnostics);
            String grade = grade(fields, "grade", grades, diagnostics);
            String atBest = grade(fields, "at_best", grades, diagnostics);
            fields.done();
            effects(fields, grades, diagnostics);
            if (id != null && formula != null && effect != null) {
                String name = id.text().strip();
                vetoes.add(new Veto(name, label == null ? name : label, formula, grade, atBest, out));
            }
        }
        return List.copyOf(vetoes);
    }

    /** Warns of a veto that gives or leaves the best grade. */
    private static void effects(Fields fields, Map<String, String> grades, Diagnostics diagnostics) {
        String best = grades.isEmpty() ? null : grades.keySet().iterator().next();
        for (String key : GRADES) {
            Node.Scalar scalar = fields.scalar(key);
            if (scalar != null && scalar.text().equals(best)) {
                diagnostics.warning(
                        "R021",
                        scalar.mark(),
                        Message.of("rules.veto-best", scalar.text()),
                        Message.of("rules.fix.veto-best"));
            }
        }
    }

    private static @Nullable String grade(
            Fields fields, String key, Map<String, String> grades, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.scalar(key);
        if (scalar != null && !grades.containsKey(scalar.text())) {
            diagnostics.unknown("R020", scalar.mark(), Message.of("rules.kind.grade"), scalar.text(), grades);
            return null;
        }
        return scalar == null ? null : scalar.text();
    }
}
