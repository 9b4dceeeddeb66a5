package org.platscore.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * Section 3: one value per subject.
 *
 * @param measures those that are sound
 * @param vocabulary all that are declared, and the roster's columns
 * @param doubt what of it is faulty
 */
record MeasuresSection(List<Measure> measures, Vocabulary vocabulary, Doubt doubt) {

    private static final String PREVIOUS = "previous.";

    static MeasuresSection read(
            @Nullable Node node, InputsSection inputs, Head head, Namespace names, Diagnostics diagnostics) {
        Set<String> doubtful = new LinkedHashSet<>();
        Map<String, Term> roster = roster(inputs, doubtful);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        if (node instanceof Node.Mapping) {
            if (diagnostics.hasDoubled((Node.Mapping) node)) {
                diagnostics.vague("measures");
            }
            Labels labels = new Labels(diagnostics);
            for (Node.Entry entry : ((Node.Mapping) node).entries()) {
                names.give(entry.key(), diagnostics);
                labels.takeOf(entry.value());
                Draft draft = Draft.read(entry, inputs, head, diagnostics);
                drafts.put(draft.name(), draft);
            }
        } else if (node != null) {
            Fields.of(node, diagnostics);
        }
        Map<String, Term> terms = new LinkedHashMap<>();
        drafts.values().forEach(draft -> {
            terms.put(draft.name(), draft.term());
            if (draft.type() == null) {
                doubtful.add(draft.name());
            }
        });
        Doubt doubt = new Doubt(doubtful, terms.isEmpty(), roster.isEmpty());
        Shares shares = new Shares(drafts);
        Map<String, Measure.Definition> definitions = formulas(drafts, terms, shares, doubt, diagnostics);
        terms.replaceAll((name, term) -> shares.keeps(name) ? term.inShares() : term);
        Vocabulary vocabulary = new Vocabulary(terms, roster, personal(inputs));
        List<Measure> measures = new ArrayList<>();
        Map<String, Missing> stands = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            Missing missing = MissingReading.read(draft, terms.get(draft.name()), vocabulary, doubt, head, diagnostics);
            stands.put(draft.name(), missing);
            Measure.Definition definition = definitions.getOrDefault(draft.name(), draft.definition());
            Measure measure = draft.measure(terms.get(draft.name()), shares.has(draft.name()), definition, missing);
            draft.refuseClaimOfCategory(measure, diagnostics);
            if (measure != null) {
                measures.add(measure);
            }
        }
        MissingReading.cycles(stands, drafts, diagnostics);
        return new MeasuresSection(List.copyOf(measures), vocabulary, doubt);
    }

    /** Returns the same, with no name of a later section to be called unknown. */
    MeasuresSection withoutNames() {
        return new MeasuresSection(measures, vocabulary, new Doubt(doubt.names(), true, doubt.noRoster()));
    }

    private static Map<String, Term> roster(InputsSection inputs, Set<String> doubtful) {
        Map<String, Term> roster = new LinkedHashMap<>();
        inputs.roster().forEach((name, known) -> {
            if (known.personal()) {
                return;
            }
            ColumnType type = known.type();
            roster.put(name, term(name, known));
            if (type == null) {
                doubtful.add("roster." + name);
            }
        });
        return roster;
    }

    private static Set<String> personal(InputsSection inputs) {
        return inputs.roster().values().stream()
                .filter(Columns.Known::personal)
                .map(Columns.Known::name)
                .collect(Collectors.toSet());
    }

    /** Returns the names that a measure's formula may use: the measures, and the earlier value of each. */
    private static Map<String, Term> withPrevious(Map<String, Term> terms) {
        Map<String, Term> names = new LinkedHashMap<>(terms);
        terms.values().forEach(term -> names.put(PREVIOUS + term.name(), previous(term)));
        names.put(PREVIOUS + "total", new Term(PREVIOUS + "total", "total", ValueType.NUMBER, List.of()));
        return names;
    }

    private static Term previous(Term term) {
        return new Term(PREVIOUS + term.name(), term.label(), term.type(), term.choices());
    }

    private static Term term(String name, Columns.Known known) {
        ValueType type = known.type() == null ? ValueType.NUMBER : known.type().valueType();
        Term term = new Term(name, known.label(), type, type == ValueType.NUMBER ? List.of() : known.choices());
        return known.type() == ColumnType.PERCENT ? term.inShares() : term;
    }

    /** Reads the formulas, those that others use first, so that each knows the types of its names. */
    private static Map<String, Measure.Definition> formulas(
            Map<String, Draft> drafts, Map<String, Term> terms, Shares shares, Doubt doubt, Diagnostics diagnostics) {
        Map<String, Measure.Definition> definitions = new LinkedHashMap<>();
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> {
            if (draft.formula() != null) {
                uses.put(name, Dependencies.names(draft.formula().text()));
            }
        });
        Dependencies.Order order = Dependencies.order(uses);
        for (List<String> cycle : order.cycles()) {
            Draft first = drafts.get(cycle.get(0));
            if (first != null && first.formula() != null) {
                diagnostics.error(
                        "R017",
                        first.formula().mark(),
                        Message.of("rules.cycle", String.join(" → ", cycle)),
                        Message.of("rules.fix.cycle"));
            }
        }
        Map<String, Term> names = withPrevious(terms);
        for (String name : order.names()) {
            Draft draft = drafts.get(name);
            if (draft == null || draft.formula() == null) {
                continue;
            }
            Diagnostics found = new Diagnostics();
            Formula formula = Formulas.read(draft.formula(), names, null, found);
            doubt.settle(found, draft.formula(), diagnostics);
            if (formula == null || order.inCycle(name)) {
                doubt.names().add(name);
            } else {
                definitions.put(name, new Measure.Computed(formula));
                shares.add(name, formula);
                Term term = new Term(name, draft.label(), formula.type(), List.of(), draft.unit());
                terms.put(name, term);
                names.put(name, term);
                names.put(PREVIOUS + name, previous(term));
            }
        }
        return definitions;
    }
}
