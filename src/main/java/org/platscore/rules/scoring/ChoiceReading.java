package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.PercentSigns;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * Reads {@code {of: …, cases: {…}, else: …}} and {@code {of: …, bands: […]}}.
 *
 * @param reader reads one of the things that are chosen
 */
record ChoiceReading<T>(Vocabulary vocabulary, Diagnostics diagnostics, Function<Node, @Nullable T> reader) {

    /** Returns the choice; null, with its errors, if it is faulty. */
    @Nullable
    Choice<T> read(Fields fields) {
        Term of = of(fields);
        boolean byCases = fields.has("cases");
        boolean byBands = fields.has("bands");
        if (byCases == byBands) {
            diagnostics.error(
                    byCases ? "R021" : "R005",
                    byCases ? fields.keyMark("bands") : fields.mark(),
                    Message.of(byCases ? "scoring.cases-and-bands" : "scoring.no-cases"),
                    Message.of("scoring.fix.cases-or-bands"));
        }
        if (of != null && byCases != byBands) {
            needs(byCases ? ValueType.CATEGORY : ValueType.NUMBER, of, fields);
        }
        Map<String, T> cases = byCases ? cases(fields, of) : Map.of();
        Node elseNode = fields.node("else");
        T otherwise = elseNode == null ? null : reader.apply(elseNode);
        Bands<T> bands = byBands ? bands(fields, of) : new Bands<>(List.of(), null, false);
        if (bands.rest != null && elseNode != null) {
            diagnostics.error(
                    "R021",
                    fields.keyMark("else"),
                    Message.of("scoring.unreachable-else"),
                    Message.of("scoring.fix.unreachable-else"));
        }
        fields.done();
        covered(fields, of, elseNode, bands);
        Node.Scalar name = fields.scalar("of");
        if (of == null || name == null || byCases == byBands) {
            return null;
        }
        return new Choice<>(
                ref(name.text()), of.label(), cases, bands.list, bands.rest == null ? otherwise : bands.rest);
    }

    /** Warns of choices or numbers for which nothing is said, and of an {@code else} that nothing is left for. */
    private void covered(Fields fields, @Nullable Term of, @Nullable Node elseNode, Bands<T> bands) {
        if (diagnostics.hasErrors()) {
            return;
        }
        Node cases = fields.node("cases");
        if (cases instanceof Node.Mapping && of != null && !of.choices().isEmpty()) {
            List<String> keys = ((Node.Mapping) cases)
                    .entries().stream()
                            .map(entry -> Folded.text(entry.key().text()))
                            .toList();
            List<String> left = of.choices().stream()
                    .filter(choice -> !keys.contains(Folded.text(choice)))
                    .toList();
            boolean misspelt = keys.size() > of.choices().size() - left.size();
            if (elseNode == null && !left.isEmpty() && !misspelt) {
                diagnostics.warning(
                        "R021",
                        fields.keyMark("cases"),
                        Message.of("scoring.cases-left", left),
                        Message.of("scoring.fix.cases-left"));
            } else if (elseNode != null && left.isEmpty()) {
                diagnostics.warning(
                        "R021",
                        fields.keyMark("else"),
                        Message.of("scoring.cases-all"),
                        Message.of("scoring.fix.cases-all"));
            }
        }
        if (!bands.list.isEmpty() && bands.rest == null && elseNode == null && !bands.open) {
            diagnostics.warning(
                    "R021",
                    fields.keyMark("bands"),
                    Message.of(
                            "scoring.bands-left",
                            bands.list.get(bands.list.size() - 1).under()),
                    Message.of("scoring.fix.cases-left"));
        }
    }

    private record Bands<T>(
            List<Choice.Band<T>> list, @Nullable T rest, boolean open) {}

    private static Ref ref(String name) {
        return name.startsWith("roster.") ? new Ref(true, name.substring("roster.".length())) : new Ref(false, name);
    }

    private @Nullable Term of(Fields fields) {
        if (fields.required("of") == null) {
            return null;
        }
        Node.Scalar scalar = fields.scalar("of");
        if (scalar == null) {
            return null;
        }
        Ref ref = ref(scalar.text());
        Map<String, Term> terms = ref.roster() ? vocabulary.roster() : vocabulary.measures();
        Term term = terms.get(ref.name());
        if (term == null && ref.roster() && vocabulary.personal().contains(ref.name())) {
            diagnostics.personal(scalar.mark(), scalar.text());
        } else if (term == null) {
            Set<String> known = new LinkedHashSet<>(vocabulary.measures().keySet());
            vocabulary.roster().keySet().forEach(column -> known.add("roster." + column));
            diagnostics.unknown(
                    ref.roster() ? "R011" : "R012", scalar.mark(), Message.of("scoring.kind.of"), scalar.text(), known);
        }
        return term;
    }

    private void needs(ValueType type, Term of, Fields fields) {
        if (of.type() != type) {
            boolean cases = type == ValueType.CATEGORY;
            diagnostics.error(
                    "R014",
                    fields.valueMark("of"),
                    Message.of(cases ? "scoring.cases-of-number" : "scoring.bands-of-category", of.name()),
                    Message.of(cases ? "scoring.fix.cases-of-number" : "scoring.fix.bands-of-category"));
        }
    }

    private Map<String, T> cases(Fields fields, @Nullable Term of) {
        Node node = fields.node("cases");
        Fields cases = node == null ? null : Fields.of(node, diagnostics);
        if (node == null || cases == null) {
            return Map.of();
        }
        List<String> choices = of == null ? List.of() : of.choices();
        Map<String, T> found = new LinkedHashMap<>();
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            T use = reader.apply(entry.value());
            if (category(entry.key(), choices, found.keySet(), diagnostics) && use != null) {
                found.put(entry.key().text(), use);
            }
        }
        if (((Node.Mapping) node).entries().isEmpty()) {
            diagnostics.error(
                    "R005", node.mark(), Message.of("scoring.no-cases"), Message.of("scoring.fix.cases-or-bands"));
        }
        return found;
    }

    /** Returns whether a category may be listed; if not, tells that it is none of the choices or listed already. */
    static boolean category(Node.Scalar key, List<String> choices, Collection<String> listed, Diagnostics diagnostics) {
        String folded = Folded.text(key.text());
        if (!choices.isEmpty()
                && choices.stream().noneMatch(each -> Folded.text(each).equals(folded))) {
            diagnostics.unknown("R023", key.mark(), Message.of("scoring.kind.choice"), key.text(), choices);
            return false;
        }
        if (listed.stream().anyMatch(each -> Folded.text(each).equals(folded))) {
            diagnostics.error(
                    "R010",
                    key.mark(),
                    Message.of("scoring.category-twice", key.text()),
                    Message.of("scoring.fix.category-twice"));
            return false;
        }
        return true;
    }

    private Bands<T> bands(Fields fields, @Nullable Term of) {
        List<Choice.Band<T>> bands = new ArrayList<>();
        List<Node> edges = new ArrayList<>();
        T rest = null;
        boolean open = false;
        BigFraction last = null;
        List<Node> items = fields.items("bands");
        if (items.isEmpty()) {
            diagnostics.error(
                    "R005",
                    fields.keyMark("bands"),
                    Message.of("scoring.no-cases"),
                    Message.of("scoring.fix.cases-or-bands"));
        }
        for (Node item : items) {
            Fields band = Fields.of(item, diagnostics, "{under: 100, use: 5}");
            if (band == null) {
                continue;
            }
            BigFraction under = band.number("under");
            Node edge = band.node("under");
            if (edge != null) {
                edges.add(edge);
            }
            Node use = band.required("use");
            T thing = use == null ? null : reader.apply(use);
            band.done();
            boolean below = under != null && last != null && under.compareTo(last) <= 0;
            if (open || below) {
                diagnostics.error(
                        below && !open ? "R019" : "R021",
                        below && !open ? band.valueMark("under") : item.mark(),
                        Message.of("scoring.unreachable-band"),
                        Message.of("scoring.fix.unreachable-band"));
            }
            if (under != null) {
                last = under;
                if (thing != null) {
                    bands.add(new Choice.Band<>(under, thing));
                }
            } else if (!band.has("under")) {
                open = true;
                rest = thing;
            }
        }
        PercentSigns.check(edges, of, diagnostics);
        return new Bands<>(List.copyOf(bands), rest, open);
    }
}
