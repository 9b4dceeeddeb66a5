package org.platscore.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Texts;
import org.platscore.measure.MeasureTable;
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
    private static final BigFraction WAN = BigFraction.of(10_000);
    /** In 万元, to the last 分: with two, prices of some hundred 元 would all look alike. */
    private static final int DECIMALS_OF_SMALL_AMOUNTS = 6;

    private static final int DECIMALS_OF_SMALL = 4;
    private static final int DECIMALS_OF_LARGE = 2;

    static Figure of(Measure measure, MeasureTable table, Lang lang) {
        if (measure.share()) {
            return new Figure("", BigFraction.ONE, Form.PERCENT);
        }
        int decimals = 0;
        BigFraction largest = BigFraction.ZERO;
        for (var values : table.values()) {
            MeasureValue value = Objects.requireNonNull(values.get(measure.name()));
            decimals = Math.max(decimals, decimals(value.claimed()));
            decimals = Math.max(decimals, decimals(value.measured()));
            decimals = Math.max(decimals, decimals(value.corrected()));
            decimals =
                    value.effective() == value.measured() ? decimals : Math.max(decimals, decimals(value.effective()));
            if (value.effective() instanceof BigFraction) {
                largest = Exact.max(largest, ((BigFraction) value.effective()).abs());
            }
        }
        if (measure.unit().equals(YUAN)) {
            boolean small = largest.signum() > 0 && largest.compareTo(WAN) < 0;
            return new Figure(
                    Texts.say("report.unit.wan-bare", List.of(), lang),
                    WAN,
                    Form.amount(small ? Math.min(DECIMALS_OF_SMALL_AMOUNTS, 4 + decimals) : DECIMALS_OF_LARGE));
        }
        int most = largest.compareTo(BigFraction.of(10)) < 0 ? DECIMALS_OF_SMALL : DECIMALS_OF_LARGE;
        return new Figure(measure.unit(), BigFraction.ONE, Form.amount(Math.min(most, decimals)));
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
        BigFraction number = (BigFraction) value;
        boolean whole = divisor.equals(BigFraction.ONE); // spares the search for common factors
        BigDecimal shown = Exact.decimal(whole ? number : number.divide(divisor));
        return Cell.number(shown, form);
    }
}
