package org.platscore.naive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Measures of section 3: from rows to one value a subject, with corrections and stand-ins. */
final class Measures {
    private static final List<String> AGGREGATES = List.of("count", "sum", "distinct", "mean", "min", "max", "median");

    private final Map<String, Object> rules;
    private final Map<String, Object> measures;
    private final List<Subject> subjects;

    Measures(Map<String, Object> rules, List<Subject> subjects) {
        this.rules = rules;
        this.measures = PlainYaml.map(rules.get("measures"));
        this.subjects = subjects;
    }

    /** Measures every subject, applies adjustments.csv where there is one, then formulas, vetoes, statistic stand-ins. */
    void measureAll(Path folder) {
        for (Subject subject : subjects) {
            measures.forEach((name, spec) -> {
                if (!PlainYaml.map(spec).containsKey("formula")) {
                    subject.measured.put(name, aggregate(PlainYaml.map(spec), subject));
                }
            });
        }
        correct(folder);
        for (Subject subject : subjects) {
            measures.keySet().forEach(name -> value(name, subject));
            subject.veto = PlainYaml.maps(rules.get("vetoes")).stream()
                    .filter(veto -> Formula.holds(veto.get("when").toString(), subject.used::get))
                    .findFirst()
                    .orElse(null);
        }
        measures.forEach((name, spec) ->
                standInStatistics(name, PlainYaml.map(PlainYaml.map(spec).get("missing"))));
    }

    private Object aggregate(Map<String, Object> spec, Subject subject) {
        if (spec.containsKey("value")) {
            String column = spec.get("value").toString();
            return subject.roster.get(column.substring(column.indexOf('.') + 1));
        }
        String kind = AGGREGATES.stream().filter(spec::containsKey).findFirst().orElseThrow();
        String[] place = spec.get(kind).toString().split("\\.");
        List<Map<String, Object>> rows = subject.rows.get(place[0]).stream()
                .filter(row ->
                        new Condition(row, subject.roster, PlainYaml.map(rules.get("period"))).holds(spec.get("where")))
                .toList();
        if (kind.equals("count")) {
            return Fraction.of(rows.size());
        }
        List<Object> cells = rows.stream()
                .map(row -> row.get(place[1]))
                .filter(Objects::nonNull)
                .toList();
        if (kind.equals("distinct")) {
            return Fraction.of(cells.stream()
                    .map(cell -> cell instanceof String text ? Condition.plain(text) : cell)
                    .distinct()
                    .count());
        }
        List<Fraction> numbers = trimmed(
                spec, cells.stream().map(cell -> (Fraction) cell).sorted().toList(), kind.equals("sum"));
        if (numbers == null) {
            return null;
        }
        return kind.equals("sum") ? Fraction.sum(numbers) : Statistics.named(kind, numbers);
    }

    private static List<Fraction> trimmed(Map<String, Object> spec, List<Fraction> sorted, boolean mayBeEmpty) {
        int drop = 0;
        int from = 0;
        if (spec.get("trim") instanceof Map<?, ?> trim) {
            drop = PlainYaml.whole(trim.get("drop"), 0);
            from = PlainYaml.whole(trim.get("from"), 0);
        } else {
            drop = PlainYaml.whole(spec.get("trim"), 0);
        }
        int count = sorted.size();
        if (count < PlainYaml.whole(spec.get("at_least"), mayBeEmpty ? 0 : 1)) {
            return null;
        }
        if (drop == 0 || count < from) {
            return sorted;
        }
        return count <= 2 * drop ? null : sorted.subList(drop, count - drop);
    }

    private void correct(Path folder) {
        Path file = folder.resolve("adjustments.csv");
        if (!Files.exists(file)) {
            return;
        }
        for (Map<String, String> row : PlainCsv.read(file)) {
            for (Subject subject : subjects) {
                if (subject.id.equals(row.get("subject"))) {
                    String measure = row.get("measure");
                    Fraction before = (Fraction) subject.corrected.getOrDefault(measure, subject.measured.get(measure));
                    Fraction value = Fraction.read(row.get("value"));
                    subject.corrected.put(
                            measure,
                            switch (row.get("operation")) {
                                case "add" -> before.plus(value);
                                case "subtract" -> before.minus(value);
                                default -> value;
                            });
                }
            }
        }
    }

    /** The value that counts, worked out at first need, save stand-ins that are statistics. */
    private Object value(String name, Subject subject) {
        if (!measures.containsKey(name)) {
            throw new IllegalArgumentException("no measure " + name);
        }
        if (subject.used.containsKey(name)) {
            return subject.used.get(name);
        }
        Map<String, Object> spec = PlainYaml.map(measures.get(name));
        if (spec.containsKey("formula")) {
            subject.measured.put(name, Formula.value(spec.get("formula").toString(), other -> value(other, subject)));
        }
        Object value = subject.corrected.getOrDefault(name, subject.measured.get(name));
        if (value == null) {
            value = standIn(missing(name), subject);
            if (value != null) {
                subject.standIns.add(name);
            }
        }
        subject.used.put(name, value);
        return value;
    }

    /** What the rules say of a subject without a value. */
    Object missing(String measure) {
        Object own = PlainYaml.map(measures.get(measure)).get("missing");
        Object head = rules.get("missing");
        return own != null ? own : head != null ? head : "error";
    }

    private Object standIn(Object missing, Subject subject) {
        if (Set.of("error", "exclude").contains(missing)
                || PlainYaml.map(missing).containsKey("stat")) {
            return null;
        }
        if (missing instanceof Map || Fraction.looksLikeOne(missing.toString())) {
            return Benchmarks.value(missing, subject, other -> value(other, subject));
        }
        return measures.containsKey(missing.toString()) ? value(missing.toString(), subject) : missing;
    }

    private void standInStatistics(String name, Map<String, Object> missing) {
        if (!missing.containsKey("stat")) {
            return;
        }
        List<Subject> real = subjects.stream()
                .filter(subject -> subject.number(name) != null && !subject.isNoPeer())
                .toList();
        List<Subject> without = new ArrayList<>(subjects);
        without.removeIf(subject -> subject.number(name) != null);
        for (Subject subject : without) {
            Fraction value = Benchmarks.statistic(missing, subject, real, name);
            subject.statisticStandIns.add(name);
            subject.standIns.add(name);
            subject.used.put(name, value);
        }
    }
}
