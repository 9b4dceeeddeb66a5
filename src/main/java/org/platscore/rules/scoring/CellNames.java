package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.names.Ref;

/**
 * Where a worksheet keeps what a method needs to score one subject. Every text may stand as an operand in a formula: a cell
 * reference, or something in parentheses. The cell of a number that is missing holds a text, so that arithmetic on it is an error.
 */
public interface CellNames {

    /** Returns the number that is scored, in the unit of its cell; benchmarks are given in the same unit. */
    String value();

    /** Returns the category that is scored; an error where it is missing. */
    String category();

    /** Returns the weight as written. */
    String weight();

    /** Returns a benchmark, in the unit of {@link #value()}. */
    String benchmark(Benchmark benchmark);

    /**
     * Returns points that stand in the rules.
     *
     * @param owner the step, corner, benchmark or method that they belong to, by identity
     * @param part which of its points, such as a category; empty where it has only one
     */
    String points(Object owner, String part);

    /** Returns what a formula's name stands for: {@code value}, {@code weight} or a measure, in the units of the rules. */
    String name(String name);

    /** Returns a category as a text constant, spelt as in the cell that it is compared with; null if it is too long for one. */
    @Nullable
    String text(Ref of, String category);

    /** Returns the category that is scored as a text constant, spelt as in its cell; null if it is too long for one. */
    @Nullable
    String text(String category);

    /** Returns what the data choose now, for a choice by a roster column, which stands in no cell. */
    <T> @Nullable T chosen(Choice<T> choice);

    /** Returns the peers of the measure that is scored. */
    PeerCells peers(@Nullable String within);

    /** Returns the same for an indicator that scores another measure; null: the same. */
    CellNames on(@Nullable String measure);

    /**
     * What a worksheet knows of the peers. The figures are cell references.
     *
     * @param range their values; texts in it are no peers
     * @param peer whether the subject is itself one of them if it has a value
     */
    record PeerCells(
            String range, String count, String least, String greatest, String mean, String deviation, boolean peer) {}

    /** Returns points that do not look at what is scored: an error where that is missing all the same. */
    String ifThere(String points);

    /** Returns points cut to between 0 and the weight. */
    default String cut(String points) {
        return "MAX(0,MIN(" + weight() + "," + points + "))";
    }

    /**
     * Returns what is chosen, as nested IFs where the choice is by a measure; an error where nothing fits; null where a worksheet
     * cannot say it.
     *
     * @param inCells one of the things that is chosen from
     */
    default <T> @Nullable String choice(Choice<T> choice, Function<T, @Nullable String> inCells) {
        if (choice.of().roster()) {
            T chosen = chosen(choice);
            return chosen == null ? "NA()" : inCells.apply(chosen);
        }
        List<String> tests = new ArrayList<>();
        List<@Nullable String> uses = new ArrayList<>();
        String cell = name(choice.of().name());
        choice.bands().forEach(band -> {
            tests.add(cell + "+0<" + Exact.plain(band.under()));
            uses.add(inCells.apply(band.use()));
        });
        choice.cases().forEach((category, use) -> {
            String text = text(choice.of(), category);
            tests.add("EXACT(" + cell + "," + text + ")");
            uses.add(text == null ? null : inCells.apply(use));
        });
        T otherwise = choice.otherwise();
        String rest = otherwise == null ? "NA()" : inCells.apply(otherwise);
        for (int i = tests.size() - 1; i >= 0; i--) {
            rest = rest == null || uses.get(i) == null
                    ? null
                    : "IF(" + tests.get(i) + "," + uses.get(i) + "," + rest + ")";
        }
        return rest;
    }
}
