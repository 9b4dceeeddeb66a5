package org.platscore.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Place;

/**
 * A row and what it gives to a measure.
 *
 * @param standing whether it counts, or why it does not
 * @param code the finding's code where the row was rejected; else empty
 * @param place of the cell that counts; of the row where rows are counted
 * @param shown the cell's text as it stands in the file
 * @param value what it contributes, or would if it counted: a number, for {@code distinct} what is told apart; null for none
 * @param told the value as it may be shown: masked where the cell is
 * @param reason why it does not count; null where it does
 * @param group why rows of its kind do not count; null where it does
 */
public record MeasureRow(
        Standing standing,
        String code,
        Place place,
        String shown,
        @Nullable Object value,
        @Nullable Object told,
        @Nullable Message reason,
        @Nullable Message group) {

    /** What becomes of a row. */
    public enum Standing {
        COUNTED,
        /** A cell equal to one counted before: {@code distinct} counts it once. */
        REPEATED,
        /** One of the highest or lowest values, which {@code trim} drops. */
        TRIMMED,
        BLANK,
        OTHER,
        PASSED_OVER,
        REJECTED;

        /** Returns the word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns whether the row enters the figure. */
    public boolean counted() {
        return standing == Standing.COUNTED;
    }
}
