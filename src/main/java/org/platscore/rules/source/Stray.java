package org.platscore.rules.source;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;

/** Says of a key that nobody asked for what it most likely is. */
final class Stray {

    /** The keys of the outermost level that open a section. */
    private static final Set<String> SECTIONS = Set.of(
            "inputs",
            "measures",
            "rubric",
            "bonuses",
            "deductions",
            "vetoes",
            "grades",
            "ties",
            "rewards",
            "report",
            "period",
            "rounding",
            "bonus_limit",
            "deduction_limit",
            "total_limit",
            "full_marks");

    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]{1,3}(\\.[0-9]+)?[%％万亿元]*");
    private static final Pattern WIDE_BRACKET = Pattern.compile("[｛｝［］【】]");

    private Stray() {}

    static void key(Node.Entry entry, Node.Mapping mapping, Collection<String> asked, Diagnostics diagnostics) {
        Node.Scalar key = entry.key();
        String text = key.text();
        if (Fields.saysNothing(entry.value()) && !key.quoted()) {
            int colon = colon(text);
            if (colon > 0 && asked.contains(text.substring(0, colon).strip())) {
                String kind = text.charAt(colon) == ':' ? "no-blank" : "wide-colon";
                diagnostics.meant(mapping.mark(), text.substring(0, colon).strip());
                say("R001", part(key, colon), "syntax." + kind, diagnostics);
                return;
            }
            if (DIGITS.matcher(text).matches() && piece(before(entry, mapping))) {
                return;
            }
            if (DIGITS.matcher(text).matches()) {
                say("R007", key.mark(), "cut-number", diagnostics);
                return;
            }
            if (WIDE_BRACKET.matcher(text).find()) {
                say("R001", key.mark(), "syntax.wide-bracket", diagnostics);
                return;
            }
        }
        if (SECTIONS.contains(text)) {
            diagnostics.misplaced(text);
            diagnostics.error(
                    "R004",
                    key.mark(),
                    Message.of("rules.misplaced-key", text),
                    Message.of("rules.fix.misplaced-key", text));
            return;
        }
        Nearest.to(text, asked)
                .ifPresentOrElse(
                        meant -> diagnostics.meant(mapping.mark(), meant),
                        () -> diagnostics.stray(mapping.mark(), key.mark()));
        diagnostics.unknown("R004", key.mark(), Message.of("rules.kind.key"), text, asked);
    }

    private static Node.@Nullable Entry before(Node.Entry entry, Node.Mapping mapping) {
        int at = mapping.entries().indexOf(entry);
        return at > 0 ? mapping.entries().get(at - 1) : null;
    }

    /** Returns whether an entry is a piece of the same number, which was told at its first. */
    private static boolean piece(Node.@Nullable Entry entry) {
        return entry != null
                && Fields.saysNothing(entry.value())
                && DIGITS.matcher(entry.key().text()).matches();
    }

    private static int colon(String text) {
        int wide = text.indexOf('：');
        int plain = text.indexOf(':');
        return wide < 0 ? plain : plain < 0 ? wide : Math.min(wide, plain);
    }

    private static Mark part(Node.Scalar scalar, int index) {
        return scalar.mark().part(scalar.text().codePointCount(0, index), 1);
    }

    private static void say(String code, Mark mark, String key, Diagnostics diagnostics) {
        diagnostics.error(code, mark, Message.of("rules." + key), Message.of("rules.fix." + key));
    }
}
