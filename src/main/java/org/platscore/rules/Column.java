package org.platscore.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Severity;

/**
 * A column of a table or a field of a form.
 *
 * @param name as declared
 * @param label display text: the first header or label
 * @param type what its cells hold
 * @param headers the heads (or labels) it goes by, in order of preference; empty only for a field with {@code cell}
 * @param sheet the form's sheet where the label stands; null: any, and for tables
 * @param cell a form cell named outright, such as {@code B5}; null: found by label
 * @param required whether a blank cell is a fault
 * @param min least value, inclusive: a {@code BigDecimal} or {@code LocalDate}; null where unbounded
 * @param max greatest value, inclusive; null where unbounded
 * @param choices canonical choice to its synonyms, in file order; empty for other types
 * @param defaultValue what a blank cell holds, as a cell value; null: nothing
 * @param unit unit of a money column whose files say none, such as {@code 万元}; null: 元 with a warning
 * @param onBad what a faulty cell does
 * @param blanks texts that count as blank in this column
 * @param personal whether its cells are masked wherever they are shown
 * @param scale of a {@code scale}: the number that each choice stands for; empty for other types
 */
public record Column(
        String name,
        String label,
        ColumnType type,
        List<String> headers,
        @Nullable String sheet,
        @Nullable String cell,
        boolean required,
        @Nullable Object min,
        @Nullable Object max,
        Map<String, List<String>> choices,
        @Nullable Object defaultValue,
        @Nullable String unit,
        OnBad onBad,
        List<String> blanks,
        boolean personal,
        Map<String, BigDecimal> scale) {

    /** A column that anybody may see and that is no scale. */
    public Column(
            String name,
            String label,
            ColumnType type,
            List<String> headers,
            @Nullable String sheet,
            @Nullable String cell,
            boolean required,
            @Nullable Object min,
            @Nullable Object max,
            Map<String, List<String>> choices,
            @Nullable Object defaultValue,
            @Nullable String unit,
            OnBad onBad,
            List<String> blanks) {
        this(
                name,
                label,
                type,
                headers,
                sheet,
                cell,
                required,
                min,
                max,
                choices,
                defaultValue,
                unit,
                onBad,
                blanks,
                false,
                Map.of());
    }

    /** Returns a column under one head of which nothing more is asked. */
    public static Column plain(
            String name, String label, ColumnType type, String header, @Nullable String unit, OnBad onBad) {
        return new Column(
                name,
                label,
                type,
                List.of(header),
                null,
                null,
                false,
                null,
                null,
                Map.of(),
                null,
                unit,
                onBad,
                List.of());
    }

    /** What a faulty cell does to its row. */
    public enum OnBad {
        /** The row is left out. */
        REJECT(Severity.REJECT),
        /** The cell counts as blank. */
        WARN(Severity.WARN),
        /** The run ends. */
        STOP(Severity.STOP);

        private final Severity severity;

        OnBad(Severity severity) {
            this.severity = severity;
        }

        /** Returns the severity of the finding that such a cell gives. */
        public Severity severity() {
            return severity;
        }
    }
}
