package org.platscore.rules;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Quantity;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;

/**
 * A rules file that was read without an error.
 *
 * @param file the file's bytes
 * @param title of the assessment
 * @param edition its edition, a text; empty where none is given
 * @param period the days that are assessed
 * @param subject what one assessed unit is called
 * @param rounding of points and totals
 * @param missing what a subject gets whose roster column that chooses a method or benchmark is blank: the head's default
 * @param totalLimit the most that a total may reach; null where nothing bounds it
 * @param groupColumn roster column for the report's group sheets; null where none is named
 * @param scatterMeasure measure for the report's scatter chart; null where none is named
 * @param inputs in file order; exactly one is the roster
 * @param measures in file order
 * @param rubric the head as a group without id, whose weight is the full marks
 * @param bonuses leaves whose weight is their limit
 * @param deductions leaves whose weight is their limit
 * @param bonusLimit the most that all bonuses give; null where nothing bounds them
 * @param deductionLimit the most that all deductions take; null where nothing bounds them
 * @param vetoes in file order
 * @param grades best first; empty where the file has none
 * @param ties what decides among equal totals, in order
 * @param rewards null where the file has none
 * @param vocabulary measures and roster columns by name
 */
public record Rulebook(
        RulesBytes file,
        String title,
        String edition,
        Period period,
        String subject,
        Rounding rounding,
        Missing missing,
        @Nullable BigFraction totalLimit,
        @Nullable String groupColumn,
        @Nullable String scatterMeasure,
        List<Input> inputs,
        List<Measure> measures,
        RubricNode.Group rubric,
        List<RubricNode.Leaf> bonuses,
        List<RubricNode.Leaf> deductions,
        @Nullable BigFraction bonusLimit,
        @Nullable BigFraction deductionLimit,
        List<Veto> vetoes,
        List<Grade> grades,
        List<TieKey> ties,
        @Nullable Rewards rewards,
        Vocabulary vocabulary) {

    /** Returns the full marks of the whole rubric. */
    public BigFraction fullMarks() {
        return rubric.weight();
    }

    /**
     * Returns the full marks of a node for a subject to whom everything applies: its weight as written, but its part of its
     * group's full marks where weights only stand in proportion; the limit of a bonus or deduction.
     */
    public BigFraction fullMarks(RubricNode node) {
        return fullMarks(node, rubric, rubric.weight()).orElse(node.weight());
    }

    private static Optional<BigFraction> fullMarks(RubricNode node, RubricNode.Group group, BigFraction marks) {
        BigFraction written = group.of().stream().map(RubricNode::weight).reduce(BigFraction.ZERO, BigFraction::add);
        for (RubricNode child : group.of()) {
            boolean found = child.id().equals(node.id());
            if (!found && child instanceof RubricNode.Leaf) {
                continue;
            }
            BigFraction own = child.weight().multiply(marks).divide(written);
            Optional<BigFraction> marksOf = found ? Optional.of(own) : fullMarks(node, (RubricNode.Group) child, own);
            if (marksOf.isPresent()) {
                return marksOf;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what a subject gets without a value of a measure, or of a roster column that chooses: the head's default, where a
     * number stands in for no category.
     */
    public Missing missing(Ref ref) {
        if (!ref.roster()) {
            return measure(ref.name()).missing();
        }
        Term column = vocabulary.roster().get(ref.name());
        boolean category = column != null && column.type() == ValueType.CATEGORY;
        return category && missing instanceof Missing.Number ? new Missing.Error() : missing;
    }

    /**
     * Returns a roster cell as what chooses a method or a benchmark: a {@code BigFraction} or a {@code String}, for a blank one
     * the head's number; null where nothing stands in.
     */
    public @Nullable Object choosing(String column, @Nullable Object cell) {
        Object value = Cells.value(cell);
        return value == null
                        && missing(new Ref(true, column)) instanceof Missing.Number number
                        && number.benchmark() instanceof Benchmark.Constant constant
                ? constant.number()
                : value;
    }

    /** Returns the display text of a measure or a roster column. */
    public String label(Ref ref) {
        Term term = (ref.roster() ? vocabulary.roster() : vocabulary.measures()).get(ref.name());
        return term == null ? ref.name() : term.label();
    }

    /** Returns the roster input. */
    public Input roster() {
        for (Input input : inputs) {
            if (input.roster() != null) {
                return input;
            }
        }
        throw new NoSuchElementException("no roster");
    }

    /** Returns the input of this name. */
    public Input input(String name) {
        for (Input input : inputs) {
            if (input.name().equals(name)) {
                return input;
            }
        }
        throw new NoSuchElementException(name);
    }

    /** Returns a number of a measure or of a column of the roster as a sentence tells it. */
    public Quantity told(Ref ref, BigFraction number) {
        Column column = ref.roster() ? roster().column(ref.name()) : null;
        return column != null
                ? column.type().quantity(number)
                : ref.roster() ? new Quantity(number, "") : measure(ref.name()).quantity(number);
    }

    /** Returns the measure of this name. */
    public Measure measure(String name) {
        for (Measure measure : measures) {
            if (measure.name().equals(name)) {
                return measure;
            }
        }
        throw new NoSuchElementException(name);
    }
}
