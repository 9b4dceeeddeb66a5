package org.platscore.naive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The scoring methods of section 4 for one indicator of one subject: points of the written weight, or null where it is
 * excluded.
 */
final class Methods {
    private final Measures measures;
    private final Subject subject;
    private final Fraction weight;
    private final List<Subject> applying;

    /** An indicator of this written weight; applying are the subjects to whom it applies by {@code for}. */
    Methods(Measures measures, Subject subject, Fraction weight, List<Subject> applying) {
        this.measures = measures;
        this.subject = subject;
        this.weight = weight;
        this.applying = applying;
    }

    /** Points of a method on a measure (or none, for formulas and choices), cut to between 0 and the weight. */
    Fraction points(Map<String, Object> score, String measure) {
        Object value = measure == null ? null : asked(measure);
        if (measure != null && value == null) {
            return null;
        }
        String method = score.keySet().iterator().next();
        Object spec = score.get(method);
        Fraction points = switch (method) {
            case "linear" -> linear(PlainYaml.map(spec), measure);
            case "steps" -> steps(PlainYaml.maps(spec), measure);
            case "curve" -> curve(PlainYaml.list(spec), (Fraction) value);
            case "per_unit" -> perUnit(PlainYaml.map(spec), measure);
            case "levels" -> level(PlainYaml.map(spec), value);
            case "peers" ->
                new Peers(subject, peers(measure), PlainYaml.map(spec), measure)
                        .share()
                        .times(weight);
            case "best_of" -> best(PlainYaml.maps(spec));
            case "by" -> chosen(PlainYaml.map(spec), measure);
            default -> formula(spec.toString(), value);
        };
        return points == null ? null : points.between(Fraction.ZERO, weight);
    }

    /** A measure that the indicator needs; missing with {@code error}, it stops the run. */
    private Object asked(String measure) {
        Object value = subject.used.get(measure);
        if (value == null && "error".equals(measures.missing(measure))) {
            throw new NaiveStop("missing-value", subject.id + " " + measure);
        }
        return value;
    }

    private List<Subject> peers(String measure) {
        return applying.stream()
                .filter(peer ->
                        peer.used.get(measure) != null && !peer.isNoPeer() && !peer.statisticStandIns.contains(measure))
                .toList();
    }

    private Fraction benchmark(Object benchmark, String measure) {
        return Benchmarks.value(benchmark, subject, this::asked, peers(measure), measure);
    }

    private Fraction linear(Map<String, Object> spec, String measure) {
        Fraction zero = benchmark(spec.get("zero"), measure);
        Fraction full = benchmark(spec.get("full"), measure);
        if (zero == null || full == null || zero.equals(full)) {
            return null;
        }
        return subject.number(measure).minus(zero).by(full.minus(zero)).times(weight);
    }

    private Fraction steps(List<Map<String, Object>> steps, String measure) {
        record Step(Fraction edge, boolean beyond, Fraction points) {}
        Fraction value = subject.number(measure);
        Fraction otherwise = Fraction.ZERO;
        List<Step> reached = new ArrayList<>();
        for (Map<String, Object> step : steps) {
            if (step.containsKey("else")) {
                otherwise = PlainYaml.number(step.get("else"));
                continue;
            }
            boolean beyond = step.containsKey("over");
            Fraction edge = benchmark(step.get(beyond ? "over" : "from"), measure);
            if (edge == null) {
                return null;
            }
            if (value.compareTo(edge) > 0 || (!beyond && value.equals(edge))) {
                reached.add(new Step(edge, beyond, PlainYaml.number(step.get("points"))));
            }
        }
        return reached.stream()
                .max(Comparator.comparing(Step::edge).thenComparing(Step::beyond))
                .map(Step::points)
                .orElse(otherwise);
    }

    private static Fraction curve(List<Object> points, Fraction value) {
        Fraction beforeX = null;
        Fraction beforeY = null;
        for (Object point : points) {
            Fraction x = PlainYaml.number(PlainYaml.list(point).get(0));
            Fraction y = PlainYaml.number(PlainYaml.list(point).get(1));
            if (value.compareTo(x) <= 0) {
                return beforeX == null
                        ? y
                        : beforeY.plus(
                                y.minus(beforeY).times(value.minus(beforeX)).by(x.minus(beforeX)));
            }
            beforeX = x;
            beforeY = y;
        }
        return Objects.requireNonNull(beforeY);
    }

    private Fraction perUnit(Map<String, Object> spec, String measure) {
        Fraction every = benchmark(spec.get("every"), measure);
        Fraction after = spec.containsKey("after") ? benchmark(spec.get("after"), measure) : Fraction.ZERO;
        if (every == null || every.sign() <= 0 || after == null) {
            return null;
        }
        Fraction value = subject.number(measure);
        if (value.compareTo(after) < 0) {
            return Fraction.ZERO;
        }
        Fraction units = value.minus(after).by(every);
        return PlainYaml.number(spec.get("base"), Fraction.ZERO)
                .plus(("true".equals(spec.get("whole")) ? units.floor() : units)
                        .times(PlainYaml.number(spec.get("points"))));
    }

    private static Fraction level(Map<String, Object> levels, Object value) {
        return PlainYaml.number(levels.getOrDefault(value.toString(), levels.get("else")));
    }

    private Fraction best(List<Map<String, Object>> alternatives) {
        return alternatives.stream()
                .map(alternative ->
                        points(PlainYaml.map(alternative.get("score")), PlainYaml.text(alternative.get("measure"))))
                .filter(Objects::nonNull)
                .max(Fraction::compareTo)
                .orElse(null);
    }

    private Fraction chosen(Map<String, Object> spec, String measure) {
        Object chosen = Benchmarks.chosen(spec, subject, this::asked);
        return chosen == null ? null : points(PlainYaml.map(chosen), measure);
    }

    private Fraction formula(String text, Object value) {
        Map<String, Object> own = new HashMap<>();
        own.put("value", value);
        own.put("weight", weight);
        return Formula.number(text, name -> own.containsKey(name) ? own.get(name) : subject.used.get(name));
    }
}
