package org.platscore.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** The labels of things that stand side by side: a reader of the report knows them by nothing else. */
public final class Labels {

    private final Diagnostics diagnostics;
    private final Map<String, Mark> given = new HashMap<>();

    /** Starts without a label. */
    public Labels(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Takes the key {@code label}, with a warning if it was given before. */
    public void take(Fields fields) {
        take(fields.node("label"));
    }

    /** Takes the key {@code label} of a mapping, with a warning if it was given before. */
    void takeOf(Node mapping) {
        take(mapping instanceof Node.Mapping ? ((Node.Mapping) mapping).get("label") : null);
    }

    private void take(@Nullable Node node) {
        if (!(node instanceof Node.Scalar) || ((Node.Scalar) node).text().isBlank()) {
            return;
        }
        String text = ((Node.Scalar) node).text().strip();
        Mark first = given.putIfAbsent(Folded.tight(text), node.mark());
        if (first != null) {
            diagnostics.warning(
                    "R010",
                    node.mark(),
                    Message.of("rules.label-twice", text),
                    Message.of("rules.fix.label-twice", first.line()),
                    first);
        }
    }
}
