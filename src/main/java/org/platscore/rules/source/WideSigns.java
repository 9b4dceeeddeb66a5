package org.platscore.rules.source;

import java.util.List;
import java.util.Set;
import org.platscore.finding.Message;

/** Full-width signs that YAML takes for text, though their writer most likely did not. */
final class WideSigns {

    private static final Set<String> PAIRS = Set.of("“”", "‘’", "＂＂", "＇＇", "【】", "［］", "｛｝");
    private static final String QUOTES = "“‘＂＇";

    private WideSigns() {}

    /** Warns of a text that stands in full-width quotes or brackets as a whole. */
    static void around(Node.Scalar scalar, Diagnostics diagnostics) {
        String text = scalar.text();
        if (scalar.quoted()
                || text.length() < 2
                || !PAIRS.contains("" + text.charAt(0) + text.charAt(text.length() - 1))
                || text.indexOf(text.charAt(text.length() - 1)) < text.length() - 1) {
            return;
        }
        String kind = QUOTES.indexOf(text.charAt(0)) >= 0 ? "wide-quotes" : "wide-brackets";
        diagnostics.warning("R001", scalar.mark(), Message.of("rules." + kind, text), Message.of("rules.fix." + kind));
    }

    /** Warns of an item of a list in brackets that full-width commas seem to part. */
    static void inList(List<Node> items, Diagnostics diagnostics) {
        for (Node item : items) {
            if (item instanceof Node.Scalar && !((Node.Scalar) item).quoted()) {
                String text = ((Node.Scalar) item).text();
                if (text.indexOf('，') >= 0 || items.size() == 1 && text.indexOf('、') >= 0) {
                    diagnostics.warning(
                            "R001",
                            item.mark(),
                            Message.of("rules.wide-comma-item", text),
                            Message.of("rules.fix.wide-comma-item"));
                }
            }
        }
    }
}
