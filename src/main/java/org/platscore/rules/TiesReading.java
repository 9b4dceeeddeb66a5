package org.platscore.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.platscore.finding.Message;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Reads what decides among equal totals. */
final class TiesReading {

    private TiesReading() {}

    static List<TieKey> read(Fields top, Map<String, Term> ids, MeasuresSection measures, Diagnostics diagnostics) {
        List<TieKey> ties = new ArrayList<>();
        Set<String> given = new HashSet<>();
        Map<String, Term> known = measures.vocabulary().measures();
        for (Node item : top.items("ties")) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            if (scalar == null) {
                continue;
            }
            boolean lower = scalar.text().startsWith("-");
            String name = lower ? scalar.text().substring(1).strip() : scalar.text();
            Mark mark = scalar.mark();
            Term term = known.get(name);
            if (term == null && !ids.containsKey(name) && measures.doubt().noMeasures()) {
                continue;
            }
            if (term == null && !ids.containsKey(name)) {
                Map<String, Term> names = new LinkedHashMap<>(ids);
                names.putAll(known);
                if (name.equals("total")) {
                    diagnostics.error("R021", mark, Message.of("rules.tie-total"), Message.of("rules.fix.tie-total"));
                } else {
                    diagnostics.unknown("R012", mark, Message.of("rules.kind.tie"), scalar.text(), Term.labels(names));
                }
            } else if (term != null
                    && term.type() != ValueType.NUMBER
                    && !measures.doubt().about(name)) {
                diagnostics.error(
                        "R014", mark, Message.of("rules.tie-category", name), Message.of("rules.fix.tie-category"));
            } else if (!given.add(name)) {
                diagnostics.error(
                        "R010", mark, Message.of("rules.listed-twice", name), Message.of("rules.fix.listed-twice"));
            } else {
                ties.add(new TieKey(name, term != null, lower));
            }
        }
        return List.copyOf(ties);
    }
}
