package org.platscore.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BestOf;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.scoring.FormulaMethod;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** Which measures rules speak of. */
final class Mentions {

    private final Set<String> names = new LinkedHashSet<>();

    private Mentions() {}

    /** Returns the measures that an indicator's method looks at: those it scores, then those it asks besides. */
    static Set<String> of(RubricNode.Leaf leaf) {
        Mentions mentions = new Mentions();
        mentions.name(leaf.measure());
        mentions.method(leaf.method());
        return mentions.names;
    }

    /** Returns the measures that a measure is worked out from: its formula's, and those that its stand-in needs. */
    static Set<String> of(Measure measure) {
        Mentions mentions = new Mentions();
        if (measure.definition() instanceof Measure.Computed) {
            mentions.names.addAll(
                    ((Measure.Computed) measure.definition()).formula().names());
        }
        mentions.missing(measure.missing());
        return mentions.names;
    }

    /** Returns the measures that a stand-in for a missing value needs. */
    static Set<String> of(Missing missing) {
        Mentions mentions = new Mentions();
        mentions.missing(missing);
        return mentions.names;
    }

    /** Returns whether an indicator's points depend on a measure in another way than by scoring it. */
    static boolean inMethods(Rulebook rules, String measure) {
        return mentioned(rules.rubric(), measure)
                || rules.bonuses().stream().anyMatch(leaf -> besides(leaf, measure))
                || rules.deductions().stream().anyMatch(leaf -> besides(leaf, measure));
    }

    private static boolean mentioned(RubricNode node, String measure) {
        return node instanceof RubricNode.Leaf
                ? besides((RubricNode.Leaf) node, measure)
                : ((RubricNode.Group) node).of().stream().anyMatch(child -> mentioned(child, measure));
    }

    private static boolean besides(RubricNode.Leaf leaf, String measure) {
        Mentions mentions = new Mentions();
        mentions.asked(leaf.method());
        return mentions.names.contains(measure);
    }

    private void missing(Missing missing) {
        if (missing instanceof Missing.Number) {
            benchmark(((Missing.Number) missing).benchmark());
        }
    }

    private void name(@Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    private void method(ScoringMethod method) {
        if (method instanceof BestOf) {
            ((BestOf) method).alternatives().forEach(each -> name(each.measure()));
        }
        asked(method);
    }

    private void asked(ScoringMethod method) {
        if (method instanceof BestOf) {
            ((BestOf) method).alternatives().forEach(each -> asked(each.method()));
        } else if (method instanceof By) {
            Choice<ScoringMethod> choice = ((By) method).choice();
            ref(choice.of());
            choice.cases().values().forEach(this::asked);
            choice.bands().forEach(band -> asked(band.use()));
            if (choice.otherwise() != null) {
                asked(choice.otherwise());
            }
        } else if (method instanceof FormulaMethod) {
            names.addAll(((FormulaMethod) method).formula().names());
            names.remove("value");
            names.remove("weight");
        } else if (method instanceof Linear) {
            benchmark(((Linear) method).zero());
            benchmark(((Linear) method).full());
        } else if (method instanceof Steps) {
            ((Steps) method).steps().forEach(step -> benchmark(step.edge()));
        } else if (method instanceof PerUnit) {
            benchmark(((PerUnit) method).after());
            benchmark(((PerUnit) method).every());
        }
    }

    private void benchmark(Benchmark benchmark) {
        benchmark.mentions().forEach(this::ref);
    }

    private void ref(Ref ref) {
        if (!ref.roster()) {
            names.add(ref.name());
        }
    }
}
