package org.platscore.naive;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Benchmarks of section 4: numbers that may be constants, a subject's own, by case or band, or statistics of peers. */
final class Benchmarks {
    private Benchmarks() {}

    /** The benchmark for a subject whose measures the function gives, or null without one; not a statistic. */
    static Fraction value(Object benchmark, Subject subject, Function<String, Object> measures) {
        return value(benchmark, subject, measures, List.of(), "");
    }

    /** As above; a statistic is taken of the peers' values of this measure. */
    static Fraction value(
            Object benchmark, Subject subject, Function<String, Object> measures, List<Subject> peers, String measure) {
        if (benchmark instanceof Map) {
            Map<String, Object> spec = PlainYaml.map(benchmark);
            if (spec.containsKey("stat")) {
                return statistic(spec, subject, peers, measure);
            }
            Object chosen = chosen(spec, subject, measures);
            return chosen == null ? null : value(chosen, subject, measures, peers, measure);
        }
        return Fraction.looksLikeOne(benchmark.toString())
                ? Fraction.read(benchmark.toString())
                : (Fraction) measures.apply(benchmark.toString());
    }

    /** What {@code cases}, {@code bands} and {@code else} choose by the value of {@code of}, or null. */
    static Object chosen(Map<String, Object> spec, Subject subject, Function<String, Object> measures) {
        String of = spec.get("of").toString();
        Object key =
                of.startsWith("roster.") ? subject.roster.get(of.substring("roster.".length())) : measures.apply(of);
        if (key == null) {
            return null;
        }
        if (spec.containsKey("cases")) {
            return PlainYaml.map(spec.get("cases")).getOrDefault(key.toString(), spec.get("else"));
        }
        return PlainYaml.maps(spec.get("bands")).stream()
                .filter(band -> !band.containsKey("under")
                        || ((Fraction) key).compareTo(PlainYaml.number(band.get("under"))) < 0)
                .findFirst()
                .map(band -> band.get("use"))
                .orElse(spec.get("else"));
    }

    /** A statistic of the values of some subjects, of those that are like this one where they are enough; null of none. */
    static Fraction statistic(Map<String, Object> spec, Subject subject, List<Subject> peers, String measure) {
        List<Subject> near = within(spec.get("within"), subject, peers);
        List<Subject> taken = near.size() < PlainYaml.whole(spec.get("at_least"), 1) ? peers : near;
        return taken.isEmpty()
                ? null
                : Statistics.named(
                        spec.get("stat").toString(),
                        taken.stream().map(peer -> peer.number(measure)).toList());
    }

    /** Those with the same value of a roster column as this subject; all where no column is named. */
    static List<Subject> within(Object column, Subject subject, List<Subject> peers) {
        return column == null
                ? peers
                : peers.stream()
                        .filter(peer ->
                                peer.roster.get(column.toString()).equals(subject.roster.get(column.toString())))
                        .toList();
    }
}
