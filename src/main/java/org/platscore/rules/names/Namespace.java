package org.platscore.rules.names;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Names given within one space: their spelling, what is reserved, and that none is given twice, whatever the case. */
public final class Namespace {

    /** Reserved for measures and the ids of rubric, bonuses and deductions. */
    public static final Set<String> RESERVED = Set.copyOf(
            new TreeSet<>(List.of(("total value weight rest equal room period roster previous else any all none is not"
                            + " if min max abs round floor ceiling sqrt ln log10 coalesce true false and or"
                            + " rank id name grade grade_label total reward bonus deduction veto")
                    .split(" "))));

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}_]*");
    private static final Pattern ID = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}_-]*");

    private final Set<String> reserved;
    private final Pattern spelling;
    private final Map<String, Mark> given = new HashMap<>();

    private Namespace(Set<String> reserved, Pattern spelling) {
        this.reserved = reserved;
        this.spelling = spelling;
    }

    /** Returns the space that measures and the ids of rubric, bonuses and deductions share. */
    public static Namespace ofMeasuresAndIds() {
        return new Namespace(RESERVED, NAME);
    }

    /** Returns a space of inputs or columns: nothing is reserved. */
    public static Namespace ofNames() {
        return new Namespace(Set.of(), NAME);
    }

    /** Returns a space of ids, which may contain {@code -}. */
    public static Namespace ofIds(Set<String> reserved) {
        return new Namespace(reserved, ID);
    }

    /** Takes a name, with an error if it is misspelt, reserved or given before. Returns whether it is sound. */
    public boolean give(Node.Scalar name, Diagnostics diagnostics) {
        String text = name.text().strip();
        String folded = text.toLowerCase(Locale.ROOT);
        if (!spelling.matcher(text).matches()) {
            String fix = spelling == ID ? "rules.fix.bad-id" : "rules.fix.bad-name";
            diagnostics.error("R009", name.mark(), Message.of("rules.bad-name", text), Message.of(fix));
            return false;
        }
        if (reserved.contains(folded)) {
            diagnostics.error(
                    "R009",
                    name.mark(),
                    Message.of("rules.reserved-name", text),
                    Message.of("rules.fix.reserved-name"));
            return false;
        }
        Mark first = given.putIfAbsent(folded, name.mark());
        if (first != null) {
            diagnostics.error(
                    "R010",
                    name.mark(),
                    Message.of("rules.name-twice", text),
                    Message.of("rules.fix.name-twice", first.line()),
                    first);
            return false;
        }
        return true;
    }
}
