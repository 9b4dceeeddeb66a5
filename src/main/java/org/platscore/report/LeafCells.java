package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.rules.RubricNode;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.CellNames;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.scoring.ScoringContext;

/** The cells of one subject at one indicator. */
final class LeafCells implements CellNames {

    /** Stands for the number of the subject's row, so that subjects may share a formula. */
    private static final String ROW = "\u0001";

    private final Model model;
    private final RubricNode.Leaf leaf;
    private final Subject subject;
    private final @Nullable String measure;
    private final ScoringContext context;
    private final List<LeafCells> others = new ArrayList<>();
    private boolean chose;
    private boolean own;

    LeafCells(Model model, RubricNode.Leaf leaf, Subject subject, @Nullable String measure) {
        this.model = model;
        this.leaf = leaf;
        this.subject = subject;
        this.measure = measure;
        this.context = model.view().context(leaf, subject, measure);
    }

    private String measure() {
        if (measure == null) {
            throw new IllegalStateException("indicator " + leaf.id() + " has no measure");
        }
        return measure;
    }

    /** Returns the formula of the indicator's points with the number of the subject's row left open. */
    @Nullable
    String open() {
        return leaf.method().spreadsheet(this);
    }

    /** Returns an open formula as it is in a row. */
    static String inRow(int row, String open) {
        return open.replace(ROW, Integer.toString(row + 1));
    }

    private String cell(String name) {
        return model.measures().used(name).looseColumn() + ROW;
    }

    @Override
    public String value() {
        return cell(measure());
    }

    @Override
    public String category() {
        return category(measure());
    }

    private String category(String name) {
        String cell = cell(name);
        return model.measures().complete(name) ? cell : "IF(" + cell + "=\"—\",NA()," + cell + ")";
    }

    @Override
    public String weight() {
        return model.weight(leaf);
    }

    @Override
    public String benchmark(Benchmark benchmark) {
        BigFraction unit = model.run().figure(measure()).divisor();
        if (benchmark instanceof Benchmark.Constant) {
            String cell = model.rules().of(benchmark, "number");
            BigFraction number = ((Benchmark.Constant) benchmark).number();
            return cell == null ? Exact.plain(number.divide(unit)) : cell;
        }
        if (benchmark instanceof Benchmark.OfMeasure) {
            String other = ((Benchmark.OfMeasure) benchmark).measure();
            BigFraction factor = model.run().figure(other).divisor().divide(unit);
            String cell = cell(other);
            return factor.compareTo(BigFraction.ONE) == 0
                    ? "(" + cell + "+0)"
                    : "(" + cell + "*" + Exact.plain(factor) + ")";
        }
        if (benchmark instanceof Benchmark.Statistic) {
            own = true;
            // Added to 0, so that a statistic without a value is an error in comparisons too.
            return "("
                    + model.workings()
                            .statistic(leaf, measure(), (Benchmark.Statistic) benchmark, subject)
                            .fixed() + "+0)";
        }
        String chosen = choice(((Benchmark.Chosen) benchmark).choice(), this::benchmark);
        return chosen == null ? unsayable() : chosen;
    }

    @Override
    public String points(Object owner, String part) {
        String cell = model.rules().of(owner, part);
        return cell == null ? unsayable() : cell;
    }

    @Override
    public String name(String name) {
        if (name.equals("weight")) {
            return weight();
        }
        String named = name.equals("value") ? measure() : name;
        if (!model.measures().has(named)) {
            return unsayable();
        }
        if (model.run().rules().measure(named).type() != ValueType.NUMBER) {
            return category(named);
        }
        return model.measures().inRulesUnit(named, cell(named));
    }

    @Override
    public @Nullable String text(Ref of, String category) {
        own = true;
        return constant(category, context.value(of));
    }

    @Override
    public @Nullable String text(String category) {
        own = true;
        return constant(category, context.value(new Ref(false, measure())));
    }

    /** A cell may spell a category in another way that counts as the same. */
    private static @Nullable String constant(String category, @Nullable Object inCell) {
        String spelt = inCell instanceof String && Folded.text((String) inCell).equals(Folded.text(category))
                ? (String) inCell
                : category;
        return CellFormula.text(spelt);
    }

    @Override
    public String ifThere(String points) {
        return measure == null || model.measures().complete(measure)
                ? points
                : "IF(" + cell(measure) + "=\"—\",NA()," + points + ")";
    }

    @Override
    public <T> @Nullable T chosen(Choice<T> choice) {
        chose = true;
        return choice.pick(context.value(choice.of()));
    }

    /** Returns whether the roster chose something: other subjects may have other formulas. */
    boolean chose() {
        return chose || others.stream().anyMatch(LeafCells::chose);
    }

    /** Returns whether nothing but the row tells the formula from another subject's. */
    boolean alike() {
        return !own && !chose && others.stream().allMatch(LeafCells::alike);
    }

    @Override
    public PeerCells peers(@Nullable String within) {
        own = true;
        return model.workings().peers(leaf, measure(), within, subject);
    }

    @Override
    public CellNames on(@Nullable String other) {
        if (other == null || other.equals(measure)) {
            return this;
        }
        LeafCells cells = new LeafCells(model, leaf, subject, other);
        others.add(cells);
        return cells;
    }

    /** Returns what makes the formula an error that cannot be hidden, for {@link CellFormula} to see. */
    private static String unsayable() {
        return CellFormula.UNSAYABLE;
    }
}
