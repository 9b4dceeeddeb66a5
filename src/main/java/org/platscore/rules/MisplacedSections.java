package org.platscore.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Finds whole sections that were indented into the one before them, where their keys would be taken for names. */
final class MisplacedSections {

    private static final List<String> SECTIONS =
            List.of("measures", "rubric", "bonuses", "deductions", "vetoes", "grades", "ties", "rewards");

    private MisplacedSections() {}

    /** Returns a section's value without the entries that are sections themselves and missing at the top; each is told. */
    static @Nullable Node taken(@Nullable Node section, Fields top, Diagnostics diagnostics) {
        if (!(section instanceof Node.Mapping)) {
            return section;
        }
        List<Node.Entry> kept = new ArrayList<>();
        for (Node.Entry entry : ((Node.Mapping) section).entries()) {
            String key = entry.key().text();
            if (!SECTIONS.contains(key) || top.has(key) || likely(entry.value())) {
                kept.add(entry);
                continue;
            }
            boolean opens = entry.value() instanceof Node.Scalar && Fields.saysNothing(entry.value());
            diagnostics.misplaced(key);
            diagnostics.error(
                    "R004",
                    entry.key().mark(),
                    Message.of("rules.misplaced-key", key),
                    Message.of("rules.fix.misplaced-key", key));
            if (opens) {
                // What follows at the same indentation is that section's.
                break;
            }
        }
        return new Node.Mapping(List.copyOf(kept), section.mark());
    }

    /** Returns whether a value looks like an input or a measure of that name after all. */
    private static boolean likely(Node value) {
        return value instanceof Node.Mapping
                && List.of("files", "columns", "fields", "count", "sum", "mean", "value", "formula", "label").stream()
                        .anyMatch(key -> ((Node.Mapping) value).get(key) != null);
    }
}
