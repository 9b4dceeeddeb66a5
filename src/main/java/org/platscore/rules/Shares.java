package org.platscore.rules;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.names.UnitKind;

/**
 * Which measures are shares, 0.45 for 45%: those over a column of shares, and formulas with the unit % that divide or go on from
 * shares. A formula that holds the number 100, or names a measure in % that is no share, makes percentages of its own.
 */
final class Shares {

    private static final Pattern HUNDRED = Pattern.compile("(?<![\\w.])100(?![\\w.])");
    private static final String PREVIOUS = "previous.";

    private final Map<String, Draft> drafts;
    private final Set<String> names = new LinkedHashSet<>();

    Shares(Map<String, Draft> drafts) {
        this.drafts = drafts;
        drafts.values().stream().filter(Draft::ofPercent).map(Draft::name).forEach(names::add);
    }

    /** Returns whether a derived column divides, and holds no number 100. */
    static boolean quotient(Derived column) {
        String formula = column.formula().source();
        return formula.contains("/") && !HUNDRED.matcher(formula).find();
    }

    /** Returns whether a column is a scale none of whose numbers is above 1. */
    static boolean upToOne(Column column) {
        return !column.scale().isEmpty()
                && column.scale().values().stream().allMatch(each -> each.abs().compareTo(BigDecimal.ONE) <= 0);
    }

    /** Returns whether a head says %, so that 87 and 87% mean the same below it. */
    static boolean saysPercent(String head) {
        return head.contains("%") || head.contains("％");
    }

    /** Takes note of a measure's formula; those that it names come before it. */
    void add(String name, Formula formula) {
        boolean goesOn = formula.source().contains("/");
        boolean multiplied = HUNDRED.matcher(formula.source()).find();
        for (String each : formula.names()) {
            String other = each.startsWith(PREVIOUS) ? each.substring(PREVIOUS.length()) : each;
            goesOn |= names.contains(other);
            multiplied |= inPercent(other) && !names.contains(other);
        }
        if (inPercent(name) && goesOn && !multiplied) {
            names.add(name);
        }
    }

    /** Returns whether a measure is told in % and kept as a share. */
    boolean has(String name) {
        return inPercent(name) && keeps(name);
    }

    /** Returns whether a measure is kept as a share, whatever it is told in. */
    boolean keeps(String name) {
        return names.contains(name);
    }

    private boolean inPercent(String name) {
        @Nullable Draft draft = drafts.get(name);
        return draft != null && UnitKind.percent(draft.unit());
    }
}
