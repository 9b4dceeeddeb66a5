package org.platscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;

/** Keys of which a mapping says exactly one. */
final class Exclusive {

    private Exclusive() {}

    /** Returns the one key that is there; null, with an error, if there is none or a second. */
    static @Nullable String key(Fields fields, List<String> keys, Diagnostics diagnostics) {
        List<String> found = keys.stream().filter(fields::has).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String blank = keys.stream().filter(fields::blank).findFirst().orElse(null);
        if (found.isEmpty() && blank != null) {
            diagnostics.error(
                    "R005",
                    fields.keyMark(blank),
                    Message.of("rules.blank-key", blank),
                    Message.of("rules.fix.fill-key", blank));
        } else if (found.isEmpty()) {
            diagnostics.error(
                    "R005",
                    fields.mark(),
                    Message.of("rules.none-of", keys),
                    Message.of("rules.fix.exactly-one", keys));
        } else {
            diagnostics.error(
                    "R021",
                    fields.keyMark(found.get(1)),
                    Message.of("rules.several-of", found),
                    Message.of("rules.fix.exactly-one", found),
                    fields.keyMark(found.get(0)));
        }
        return null;
    }
}
