package org.platscore.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Warns where two columns of a table, or two fields of a form's sheet, go by one head: both would read the same cells. */
final class SharedHeads {

    private SharedHeads() {}

    static void tell(Node.Mapping columns, boolean form, Diagnostics diagnostics) {
        Map<String, Mark> given = new HashMap<>();
        for (Node.Entry column : columns.entries()) {
            Map<String, Mark> own = new HashMap<>();
            Node.Mapping options = column.value() instanceof Node.Mapping ? (Node.Mapping) column.value() : null;
            String sheet = form && options != null ? text(options.get("sheet")) : "";
            for (Node head : heads(options == null ? null : options.get(form ? "label" : "header"))) {
                String text = text(head);
                String key = sheet + "\n" + Folded.tight(text);
                Mark first = given.get(key);
                if (!text.isBlank() && first != null) {
                    diagnostics.warning(
                            "R010",
                            head.mark(),
                            Message.of("rules.shared-head", text),
                            Message.of("rules.fix.shared-head"),
                            first);
                } else {
                    own.put(key, head.mark());
                }
            }
            given.putAll(own);
        }
    }

    private static List<Node> heads(@Nullable Node node) {
        return node == null ? List.of() : node instanceof Node.Items ? ((Node.Items) node).items() : List.of(node);
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar ? ((Node.Scalar) node).text() : "";
    }
}
