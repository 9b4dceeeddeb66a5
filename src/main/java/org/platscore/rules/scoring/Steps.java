package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code steps: [{from: 100, points: 10}, {over: 80, points: 8}, {else: 2}]}: the points of the highest step reached.
 *
 * @param steps in file order
 * @param otherwise points below all of them
 */
public record Steps(List<Step> steps, BigFraction otherwise) implements ScoringMethod {

    static final String NAME = "steps";

    /** Of two steps with equal edges the one that counts comes first. */
    private static final Comparator<Step> OF_EQUAL =
            Comparator.comparing(Step::beyond).thenComparing(Step::points).reversed();

    /** A step that holds from its edge on, or only beyond it. */
    public record Step(Benchmark edge, boolean beyond, BigFraction points) {

        private Message sentence(Wording wording, @Nullable String measure) {
            return Message.of(
                    beyond ? "scoring.steps.words.over" : "scoring.steps.words.from",
                    edge.sentence(wording, measure),
                    points);
        }
    }

    static @Nullable Steps read(Node spec, MethodReading reading) {
        reading.needs(ValueType.NUMBER, spec.mark(), NAME);
        if (!(spec instanceof Node.Items)) {
            reading.diagnostics()
                    .error(
                            "R006",
                            spec.mark(),
                            Message.of("scoring.steps.shape"),
                            Message.of("scoring.fix.steps.shape"));
            return null;
        }
        List<Step> steps = new ArrayList<>();
        BigFraction otherwise = null;
        boolean hasStep = false;
        for (Node item : ((Node.Items) spec).items()) {
            Fields fields = Fields.of(item, reading.diagnostics(), "{from: 100, points: 10}");
            if (fields == null) {
                continue;
            }
            if (fields.has("else")) {
                if (otherwise != null) {
                    reading.diagnostics()
                            .error(
                                    "R021",
                                    fields.keyMark("else"),
                                    Message.of("scoring.steps.two-else"),
                                    Message.of("scoring.fix.steps.two-else"));
                }
                otherwise = reading.points(fields.node("else"));
            } else {
                hasStep = true;
                Step step = step(fields, steps, reading);
                if (step != null) {
                    steps.add(step);
                }
            }
            fields.done();
        }
        if (!hasStep) {
            reading.diagnostics()
                    .error(
                            "R005",
                            spec.mark(),
                            Message.of("scoring.steps.none"),
                            Message.of("scoring.fix.steps.shape"));
        }
        Steps read = new Steps(List.copyOf(steps), otherwise == null ? BigFraction.ZERO : otherwise);
        if (hasStep
                && steps.size() + (otherwise == null ? 0 : 1)
                        == ((Node.Items) spec).items().size()) {
            List<BigFraction> points =
                    new ArrayList<>(steps.stream().map(Step::points).toList());
            points.add(read.otherwise);
            reading.reach(points, spec.mark());
            reading.percentSigns(edges(((Node.Items) spec).items()));
            if (!reading.diagnostics().hasErrors() && read.wavers()) {
                reading.diagnostics()
                        .warning(
                                "R019",
                                spec.mark(),
                                Message.of("scoring.steps.wavers"),
                                Message.of("scoring.fix.steps.wavers"));
            }
        }
        return read;
    }

    private static List<Node> edges(List<Node> items) {
        List<Node> edges = new ArrayList<>();
        for (Node item : items) {
            for (Node.Entry entry : ((Node.Mapping) item).entries()) {
                if (!entry.key().text().equals("else") && !entry.key().text().equals("points")) {
                    edges.add(entry.value());
                }
            }
        }
        return edges;
    }

    private static @Nullable Step step(Fields fields, List<Step> before, MethodReading reading) {
        boolean from = fields.has("from");
        boolean over = fields.has("over");
        if (from == over) {
            fields.allow("points");
            reading.diagnostics()
                    .error(
                            from ? "R021" : "R005",
                            from ? fields.keyMark("over") : fields.mark(),
                            from
                                    ? Message.of("scoring.steps.from-and-over")
                                    : Message.of("scoring.steps.no-edge", List.of("from", "over")),
                            Message.of("scoring.fix.steps.shape"));
            return null;
        }
        String key = from ? "from" : "over";
        Benchmark edge = reading.benchmark(fields.node(key));
        BigFraction points = reading.points(fields.required("points"));
        if (edge == null || points == null) {
            return null;
        }
        if (before.stream().anyMatch(step -> step.beyond == over && step.edge.equals(edge))) {
            reading.diagnostics()
                    .error(
                            "R021",
                            fields.valueMark(key),
                            Message.of("scoring.steps.same-edge", key, edge.sentence()),
                            Message.of("scoring.fix.steps.same-edge"));
        }
        return new Step(edge, over, points);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        List<Object> parts = new ArrayList<>();
        steps.forEach(step -> parts.add(step.sentence(wording, measure)));
        parts.add(Message.of("scoring.words.else", otherwise));
        return Message.of("scoring.steps.words", parts);
    }

    /** Returns whether points neither rise nor fall throughout as the value grows; false where an edge is computed. */
    private boolean wavers() {
        if (steps.stream().anyMatch(step -> !(step.edge instanceof Benchmark.Constant))) {
            return false;
        }
        List<BigFraction> points = new ArrayList<>(List.of(otherwise));
        steps.stream()
                .sorted(Comparator.comparing(Steps::constant).thenComparing(Step::beyond))
                .forEach(step -> points.add(step.points));
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < points.size(); i++) {
            int order = points.get(i).compareTo(points.get(i - 1));
            rises |= order > 0;
            falls |= order < 0;
        }
        return rises && falls && points.size() > 2 && !(startsAtNothing() && falling(points.subList(1, points.size())));
    }

    /** Returns whether the lowest step begins at 0 or below and nothing is said of what is lower: no count or sum lies there. */
    private boolean startsAtNothing() {
        return otherwise.signum() == 0
                && steps.stream()
                        .anyMatch(step ->
                                ((Benchmark.Constant) step.edge).number().signum() <= 0);
    }

    private static boolean falling(List<BigFraction> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).compareTo(points.get(i - 1)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Of computed edges that fall together the one with more points counts as the higher. */
    @Override
    public Outcome score(ScoringContext context) {
        List<Found<BigFraction>> edges =
                steps.stream().map(step -> context.benchmark(step.edge)).toList();
        Outcome instead = Outcome.instead(edges);
        if (instead != null) {
            return instead;
        }
        BigFraction value = context.number();
        Step best = null;
        BigFraction bestEdge = BigFraction.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            BigFraction edge = edges.get(i).get();
            int order = Exact.compare(value, edge);
            boolean reached = step.beyond ? order > 0 : order >= 0;
            if (reached && (best == null || higher(step, edge, best, bestEdge))) {
                best = step;
                bestEdge = edge;
            }
        }
        return best == null
                ? Outcome.scored(otherwise, Message.of("scoring.steps.else", context.shown(), otherwise))
                : Outcome.scored(
                        best.points,
                        Message.of(
                                best.beyond ? "scoring.steps.over" : "scoring.steps.from",
                                context.shown(),
                                context.quantity(bestEdge),
                                best.points));
    }

    private static boolean higher(Step step, BigFraction edge, Step best, BigFraction bestEdge) {
        int order = edge.compareTo(bestEdge);
        return order == 0 ? OF_EQUAL.compare(step, best) < 0 : order > 0;
    }

    /** Constant edges stand in falling order before computed ones, which may pass any edge: each step is compared with those. */
    @Override
    public String spreadsheet(CellNames cells) {
        List<Step> computed = computed();
        List<Step> order = new ArrayList<>(steps);
        order.removeAll(computed);
        order.sort(Comparator.comparing(Steps::constant).reversed().thenComparing(OF_EQUAL));
        order.addAll(computed);
        String rest = cells.points(this, "");
        for (int i = order.size() - 1; i >= 0; i--) {
            Step step = order.get(i);
            String reached =
                    cells.value() + (i == 0 ? "+0" : "") + (step.beyond ? ">" : ">=") + cells.benchmark(step.edge);
            // The first test looks at all computed edges, so that one without a value is an error whatever is reached.
            List<String> others = computed.stream()
                    .filter(other -> other != step)
                    .map(other -> notHigher(other, step, cells))
                    .toList();
            String test = others.isEmpty() ? reached : "AND(" + reached + "," + String.join(",", others) + ")";
            rest = "IF(" + test + "," + cells.points(step, "") + "," + rest + ")";
        }
        return rest;
    }

    /** Returns the comparison that holds where a step is not reached, or its edge is not above another's. */
    private static String notHigher(Step step, Step other, CellNames cells) {
        String edge = cells.benchmark(step.edge);
        return "OR(" + cells.value() + (step.beyond ? "<=" : "<") + edge + "," + edge
                + (OF_EQUAL.compare(step, other) < 0 ? "<" : "<=") + cells.benchmark(other.edge) + ")";
    }

    private static BigFraction constant(Step step) {
        return ((Benchmark.Constant) step.edge).number();
    }

    @Override
    public boolean fallible() {
        return !computed().isEmpty();
    }

    private List<Step> computed() {
        return steps.stream()
                .filter(step -> !(step.edge instanceof Benchmark.Constant))
                .toList();
    }
}
