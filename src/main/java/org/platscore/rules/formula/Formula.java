package org.platscore.rules.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.ValueType;

/** A checked formula: every name is known and every type fits. */
public final class Formula {

    private final String source;
    private final Expression root;
    private final Set<String> names;

    Formula(String source, Expression root, Set<String> names) {
        this.source = source;
        this.root = root;
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Returns the formula as written. */
    public String source() {
        return source;
    }

    /** Returns the type of its value. */
    public ValueType type() {
        return root.type();
    }

    /** Returns the names it uses, in the order they stand. */
    public Set<String> names() {
        return names;
    }

    /**
     * Returns its value: a {@code BigFraction}, {@code String} or {@code Boolean}; null where it has none: something it needs is
     * missing, a divisor is 0, a root or logarithm is out of range, a power has more than 10,000 digits.
     */
    public @Nullable Object value(Values values) {
        return root.value(values);
    }

    /**
     * Returns the formula in the words of a spreadsheet, without the {@code =} before it. Where the formula has no value, it is an
     * error there.
     *
     * @param cells the cell reference of each name; a number's cell holds a text where it is missing, a category's is an error
     */
    public String spreadsheet(Function<String, String> cells) {
        return root.spreadsheet(cells);
    }

    /** That a value must be at least this much, or above it, for the formula to hold. */
    public record Need(String name, BigFraction least, boolean beyond) {}

    /** Returns what a condition asks of single names outright, such as {@code B >= 20 AND C > 5}. */
    public List<Need> needs() {
        List<Expression> parts = root instanceof Expression.All ? ((Expression.All) root).of() : List.of(root);
        return parts.stream()
                .filter(each -> each instanceof Comparison)
                .map(each -> ((Comparison) each).need())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String toString() {
        return source;
    }
}
