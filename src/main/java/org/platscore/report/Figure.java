package org.platscore.report;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Form;
import org.platscore.rules.Measure;

/**
 * How the values of one measure are shown: in which unit, and with how many decimals, the same for all subjects.
 *
 * @param unit the unit shown; amounts of 元 are shown in 万元
 * @param divisor what values are divided by to be shown
 * @param form how numbers stand
 */
record Figure(String unit, BigFraction divisor, Form form) {

    private static final String YUAN = "元";
    private static final int MOST_DECIMALS = 4;

    static Figure of(Measure measure, Run run) {
        if (measure.unit().equals(YUAN)) {
            return new Figure("万元", BigFraction.of(10_000), Form.amount(2));
        }
        if (measure.unit().equals("%")) {
            return new Figure("", BigFraction.ONE, Form.PERCENT);
        }
        int decimals = 0;
        for (var values : run.scores().measures().values()) {
            MeasureValue value = Objects.requireNonNull(values.get(measure.name()));
            decimals = Stream.of(value.measured(), value.corrected(), value.effective())
                    .mapToInt(Figure::decimals)
                    .reduce(decimals, Math::max);
        }
        return new Figure(measure.unit(), BigFraction.ONE, Form.amount(Math.min(MOST_DECIMALS, decimals)));
    }

    private static int decimals(@Nullable Object value) {
        return value instanceof BigFraction ? Exact.decimal((BigFraction) value).scale() : 0;
    }

    /** Returns a value; a dash with {@code reason} where there is none. */
    Cell cell(@Nullable Object value, String reason) {
        if (value == null) {
            return Cell.missing(reason);
        }
        if (!(value instanceof BigFraction)) {
            return Cell.centred(value.toString());
        }
        BigDecimal shown = Exact.decimal(((BigFraction) value).divide(divisor));
        return Cell.number(shown, form);
    }
}
