package org.platscore.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.rules.Input;

/**
 * Percentages among the plain numbers of one input. There 87% is 0.87 and 87 is 87, so a column that has both is told, whatever
 * files they stand in.
 */
final class MixedPercents {

    private final Input input;
    /** By column: those of all files read so far, in their order. */
    private final List<Seen> seen = new ArrayList<>();

    MixedPercents(Input input) {
        this.input = input;
        input.columns().forEach(column -> seen.add(new Seen()));
    }

    /** What was seen in one column. */
    static final class Seen {

        private @Nullable Place first;
        private String value = "";
        private BigDecimal share = BigDecimal.ONE;
        private BigDecimal greatest = BigDecimal.ZERO;

        /** Takes note of a cell with a percent sign. */
        void add(Place place, String shown, @Nullable Object number) {
            if (first == null) {
                first = place;
                value = shown;
            }
            if (number instanceof BigDecimal each) {
                share = share.max(each.abs());
            }
        }

        /** Takes note of a number that is the greatest of several, with and without the sign. */
        void sized(BigDecimal number) {
            greatest = greatest.max(number);
        }

        private void take(Seen other) {
            if (other.first != null) {
                add(other.first, other.value, other.share);
            }
            sized(other.greatest);
        }

        /** Returns whether there is a number above 1, and above all those with the sign, so that it has none itself. */
        private boolean mixed() {
            return first != null && greatest.compareTo(share) > 0;
        }
    }

    /** Takes what was seen in a sheet or form, by column. */
    void add(List<Seen> columns) {
        for (int i = 0; i < columns.size(); i++) {
            seen.get(i).take(columns.get(i));
        }
    }

    /** Tells each column that has both, at its first cell with the sign. */
    void tell(Consumer<Finding> findings) {
        for (int i = 0; i < seen.size(); i++) {
            Seen column = seen.get(i);
            if (column.mixed()) {
                String label = input.columns().get(i).label();
                findings.accept(new Finding(
                        Severity.WARN,
                        "unit-unclear",
                        input.name(),
                        Objects.requireNonNull(column.first),
                        column.value,
                        "",
                        Message.of("intake.percents-mixed", label),
                        Message.of("intake.percents-mixed-do")));
            }
        }
    }
}
