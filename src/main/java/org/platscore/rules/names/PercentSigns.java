package org.platscore.rules.names;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/** Warns of numbers that most likely lack a percent sign, or have one too many: they would be off by a factor of 100. */
public final class PercentSigns {

    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigFraction TWO = BigFraction.of(2);

    private PercentSigns() {}

    /**
     * Tells a number above 1 without the sign among others that have it, one from 2 on that is held against shares, and one with
     * the sign that is held against percentages. Numbers may stand in a choice; what is no number is passed over.
     *
     * @param numbers what is held against the same figure
     * @param term whose figure that is; null where it is unknown
     */
    public static void check(List<Node> numbers, @Nullable Term term, Diagnostics diagnostics) {
        List<Node.Scalar> scalars = new ArrayList<>();
        numbers.forEach(each -> collect(each, scalars));
        boolean marked = scalars.stream().anyMatch(each -> RuleNumber.share(each.text()));
        for (Node.Scalar each : scalars) {
            BigFraction number = RuleNumber.read(each.text()).orElse(BigFraction.ZERO);
            boolean share = RuleNumber.share(each.text());
            if (term != null && term.percentage() && share) {
                BigFraction percent = number.multiply(HUNDRED);
                diagnostics.warning(
                        "R014",
                        each.mark(),
                        Message.of("scoring.share-of-percentage", each.text(), number, term.name(), percent),
                        Message.of("scoring.fix.share-of-percentage", percent));
            } else if (marked && !share && number.compareTo(BigFraction.ONE) > 0) {
                diagnostics.warning(
                        "R014",
                        each.mark(),
                        Message.of("scoring.no-percent", each.text()),
                        Message.of("scoring.fix.no-percent", each.text()));
            } else if (term != null && term.share() && !share && number.abs().compareTo(TWO) >= 0) {
                Quantity percent = new Quantity(number.multiply(HUNDRED), "%");
                diagnostics.warning(
                        "R014",
                        each.mark(),
                        Message.of("scoring.bare-share", each.text(), term.name(), percent),
                        Message.of("scoring.fix.bare-share", each.text(), percent));
            }
        }
    }

    private static List<Node> all(Node cases) {
        return cases instanceof Node.Mapping
                ? ((Node.Mapping) cases)
                        .entries().stream().map(Node.Entry::value).toList()
                : List.of();
    }

    /** Gathers a number, or those among which a choice chooses. */
    private static void collect(Node node, List<Node.Scalar> scalars) {
        if (node instanceof Node.Scalar) {
            scalars.add((Node.Scalar) node);
        } else if (node instanceof Node.Items) {
            ((Node.Items) node).items().forEach(each -> collect(each, scalars));
        } else if (node instanceof Node.Mapping) {
            for (Node.Entry entry : ((Node.Mapping) node).entries()) {
                switch (entry.key().text()) {
                    case "cases" -> all(entry.value()).forEach(each -> collect(each, scalars));
                    case "bands", "use", "else" -> collect(entry.value(), scalars);
                    default -> {}
                }
            }
        }
    }
}
