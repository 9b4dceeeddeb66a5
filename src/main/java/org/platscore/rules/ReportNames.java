package org.platscore.rules;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * What the head says of the report.
 *
 * @param group roster column for the sheets by domain; null where none is named
 * @param scatter measure for the scatter chart; null where none is named
 */
record ReportNames(@Nullable String group, @Nullable String scatter) {

    static ReportNames read(Fields top, InputsSection inputs, MeasuresSection measures, Diagnostics diagnostics) {
        Node node = top.node("report");
        Fields fields = node == null ? null : Fields.of(node, diagnostics, "{group: domain}");
        if (fields == null) {
            return new ReportNames(null, null);
        }
        Node.Scalar group = fields.scalar("group");
        Node.Scalar scatter = fields.scalar("scatter");
        fields.done();
        return new ReportNames(
                group == null ? null : RosterColumn.read(group, inputs, diagnostics),
                scatter == null ? null : measure(scatter, measures, diagnostics));
    }

    private static @Nullable String measure(Node.Scalar scalar, MeasuresSection measures, Diagnostics diagnostics) {
        Term term = measures.vocabulary().measures().get(scalar.text());
        if (term == null && measures.doubt().noMeasures()) {
            return null;
        }
        if (term == null) {
            diagnostics.unknown(
                    "R012",
                    scalar.mark(),
                    Message.of("rules.kind.measure"),
                    scalar.text(),
                    Term.labels(measures.vocabulary().measures()));
            return null;
        }
        if (term.type() != ValueType.NUMBER && !measures.doubt().about(scalar.text())) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.scatter-category", scalar.text()),
                    Message.of("rules.fix.scatter-category"));
        }
        return scalar.text();
    }
}
