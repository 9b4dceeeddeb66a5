package org.platscore.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.rules.names.PercentSigns;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Benchmarks;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/** Reads what a subject without a value gets. */
final class MissingReading {

    private static final List<String> WORDS = List.of("error", "exclude");

    private MissingReading() {}

    static Missing read(
            Draft draft, @Nullable Term term, Vocabulary vocabulary, Doubt doubt, Head head, Diagnostics diagnostics) {
        Node node = draft.missing();
        boolean category = term != null && term.type() == ValueType.CATEGORY;
        if (node == null) {
            return category && head.missing() instanceof Missing.Number ? new Missing.Error() : head.missing();
        }
        String word = node instanceof Node.Scalar ? ((Node.Scalar) node).text().strip() : "";
        if (word.equals("error")) {
            return new Missing.Error();
        }
        if (word.equals("exclude")) {
            return new Missing.Exclude();
        }
        if (category && term != null && !doubt.about(draft.name())) {
            return category(node, word, term, diagnostics);
        }
        if (node instanceof Node.Scalar && !vocabulary.measures().containsKey(word) && !numberLike(word)) {
            Map<String, String> known = new LinkedHashMap<>();
            WORDS.forEach(each -> known.put(each, each));
            if (Nearest.among(WORDS).all(word).isEmpty()) {
                known.putAll(Term.labels(vocabulary.measures()));
            }
            diagnostics.unknown("R023", node.mark(), Message.of("rules.kind.word", "missing"), word, known);
            return new Missing.Error();
        }
        Diagnostics found = new Diagnostics();
        Benchmark benchmark = Benchmarks.read(node, vocabulary, true, found);
        if (!doubt.about(draft.name())) {
            doubt.settle(found, node, diagnostics);
        }
        PercentSigns.check(List.of(node), term, diagnostics);
        return benchmark == null ? new Missing.Error() : new Missing.Number(benchmark);
    }

    private static boolean numberLike(String word) {
        return !word.isEmpty() && word.chars().anyMatch(Character::isDigit);
    }

    private static Missing category(Node node, String word, Term term, Diagnostics diagnostics) {
        if (!(node instanceof Node.Scalar) || word.isEmpty()) {
            diagnostics.error(
                    "R006",
                    node.mark(),
                    Message.of("rules.missing-category"),
                    Message.of("rules.fix.missing-category"));
            return new Missing.Error();
        }
        if (!term.choices().isEmpty() && !term.choices().contains(word)) {
            diagnostics.unknown(
                    "R023", node.mark(), Message.of("rules.kind.choice", term.name()), word, term.choices());
        }
        return new Missing.Category(word);
    }

    /** Refuses stand-ins that stand in for each other, also by way of formulas. Circles of formulas alone are told already. */
    static void cycles(Map<String, Missing> stands, Map<String, Draft> drafts, Diagnostics diagnostics) {
        Map<String, Set<String>> instead = new LinkedHashMap<>();
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        stands.forEach((name, missing) -> {
            Set<String> used = new TreeSet<>();
            if (missing instanceof Missing.Number) {
                ((Missing.Number) missing)
                        .benchmark().mentions().stream()
                                .filter(ref -> !ref.roster())
                                .forEach(ref -> used.add(ref.name()));
            }
            instead.put(name, used);
            Node.Scalar formula = Objects.requireNonNull(drafts.get(name)).formula();
            Set<String> all = new TreeSet<>(used);
            all.addAll(formula == null ? Set.of() : Dependencies.names(formula.text()));
            uses.put(name, all);
        });
        for (List<String> cycle : Dependencies.order(uses).cycles()) {
            List<String> standing = IntStream.range(0, cycle.size() - 1)
                    .filter(i -> instead.getOrDefault(cycle.get(i), Set.of()).contains(cycle.get(i + 1)))
                    .mapToObj(cycle::get)
                    .toList();
            Draft draft = standing.isEmpty() ? null : drafts.get(standing.get(0));
            Node node = draft == null ? null : draft.missing();
            if (node != null) {
                boolean alone = standing.size() == cycle.size() - 1;
                diagnostics.error(
                        "R017",
                        node.mark(),
                        Message.of(
                                alone ? "rules.missing-cycle" : "rules.missing-formula-cycle",
                                String.join(" → ", cycle)),
                        Message.of("rules.fix.missing-cycle"));
            }
        }
    }
}
