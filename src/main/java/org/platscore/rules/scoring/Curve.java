package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code curve: [[0, 0], [50, 6], [100, 10]]}: straight lines through the points, flat outside.
 *
 * @param corners at least two, by rising value
 */
public record Curve(List<Corner> corners) implements ScoringMethod {

    static final String NAME = "curve";

    /** A value and the points it gets. */
    public record Corner(BigFraction value, BigFraction points) {

        private Message sentence(Wording wording, @Nullable String measure) {
            return Message.of("scoring.curve.words.corner", wording.figure(value, measure), points);
        }
    }

    static @Nullable Curve read(Node spec, MethodReading reading) {
        reading.needs(ValueType.NUMBER, spec.mark(), NAME);
        List<Node> items = spec instanceof Node.Items ? ((Node.Items) spec).items() : List.of();
        if (items.size() < 2) {
            reading.diagnostics()
                    .error(
                            "R006",
                            spec.mark(),
                            Message.of("scoring.curve.shape"),
                            Message.of("scoring.fix.curve.shape"));
            return null;
        }
        List<Corner> corners = new ArrayList<>();
        BigFraction last = null;
        boolean ordered = true;
        for (Node item : items) {
            List<Node> pair = item instanceof Node.Items ? ((Node.Items) item).items() : List.of();
            if (pair.size() != 2) {
                reading.diagnostics()
                        .error(
                                "R006",
                                item.mark(),
                                Message.of("scoring.curve.corner"),
                                Message.of("scoring.fix.curve.shape"));
                continue;
            }
            BigFraction value = Fields.number(pair.get(0), reading.diagnostics());
            BigFraction points = reading.pointsUpToWeight(pair.get(1));
            if (ordered && value != null && last != null && value.compareTo(last) <= 0) {
                ordered = false;
                reading.diagnostics()
                        .error(
                                "R019",
                                pair.get(0).mark(),
                                Message.of("scoring.curve.order", value, last),
                                Message.of("scoring.fix.curve.order"));
            }
            last = value == null ? last : value;
            if (value != null && points != null) {
                corners.add(new Corner(value, points));
            }
        }
        if (corners.size() == items.size()) {
            reading.percentSigns(items.stream()
                    .map(each -> ((Node.Items) each).items().get(0))
                    .toList());
            reading.reach(corners.stream().map(Corner::points).toList(), spec.mark());
        }
        return corners.size() < 2 ? null : new Curve(List.copyOf(corners));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        return Message.of(
                "scoring.curve.words",
                corners.stream()
                        .map(corner -> corner.sentence(wording, measure))
                        .toList());
    }

    @Override
    public Outcome score(ScoringContext context) {
        BigFraction value = context.number();
        Corner first = corners.get(0);
        if (value.compareTo(first.value) <= 0) {
            return Outcome.scored(
                    first.points,
                    Message.of("scoring.curve.low", context.shown(), context.quantity(first.value), first.points));
        }
        for (int i = 1; i < corners.size(); i++) {
            Corner left = corners.get(i - 1);
            Corner right = corners.get(i);
            if (value.compareTo(right.value) < 0) {
                BigFraction share = value.subtract(left.value).divide(right.value.subtract(left.value));
                BigFraction points = left.points.add(share.multiply(right.points.subtract(left.points)));
                return Outcome.scored(
                        points,
                        Message.of(
                                "scoring.curve.between",
                                context.shown(),
                                context.quantity(left.value),
                                left.points,
                                context.quantity(right.value),
                                right.points,
                                points));
            }
            if (value.compareTo(right.value) == 0) {
                return Outcome.scored(right.points, Message.of("scoring.curve.at", context.shown(), right.points));
            }
        }
        Corner last = corners.get(corners.size() - 1);
        return Outcome.scored(
                last.points,
                Message.of("scoring.curve.high", context.shown(), context.quantity(last.value), last.points));
    }

    @Override
    public String spreadsheet(CellNames cells) {
        StringBuilder sum = new StringBuilder(cells.points(corners.get(0), ""));
        for (int i = 1; i < corners.size(); i++) {
            String left = cells.points(corners.get(i - 1), "value");
            sum.append("+(")
                    .append(cells.points(corners.get(i), ""))
                    .append('-')
                    .append(cells.points(corners.get(i - 1), ""))
                    .append(")*MAX(0,MIN(1,(")
                    .append(cells.value())
                    .append('-')
                    .append(left)
                    .append(")/(")
                    .append(cells.points(corners.get(i), "value"))
                    .append('-')
                    .append(left)
                    .append(")))");
        }
        return "MAX(0," + sum + ")";
    }

    @Override
    public boolean fallible() {
        return false;
    }
}
