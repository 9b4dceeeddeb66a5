package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Quantity;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.Check;
import org.platscore.rules.condition.Cells;

/** The rows of one subject that have the same cells in the columns of a check over groups. Only its first row's place is kept. */
final class RowGroup {

    private final Locator locator;
    private final int row;
    private final Subject subject;
    private final List<Object> shown = new ArrayList<>();
    private BigFraction sum = BigFraction.ZERO;
    private long rows;

    RowGroup(DataRow first, Check.Grouped grouped) {
        this.locator = first.locator;
        this.row = first.number;
        this.subject = Objects.requireNonNull(first.subject);
        for (String name : grouped.per()) {
            int column = first.spec.position(name);
            Object value = Objects.requireNonNull(first.value(column));
            Object masked = Masking.value(first.spec.input(), name, value);
            shown.add(
                    masked instanceof String text
                            ? Fault.brief(text)
                            : first.spec.type(column).told(masked));
        }
    }

    void add(DataRow row, Check.Grouped grouped) {
        rows++;
        @Nullable Object cell = grouped.sum() == null ? null : Cells.value(row.cell(grouped.sum()));
        if (cell instanceof BigFraction number) {
            sum = sum.add(number);
        }
    }

    /** Tells the group if it is over the bound. */
    void tell(TableSpec spec, Check check, Findings findings) {
        Check.Grouped grouped = Objects.requireNonNull(check.grouped());
        BigFraction figure = grouped.sum() == null ? BigFraction.of(rows) : sum;
        if (figure.compareTo(grouped.over()) <= 0) {
            return;
        }
        int column = spec.position(grouped.sum() == null ? grouped.per().get(0) : grouped.sum());
        Place place = locator.place(row, spec.cell(column));
        boolean personal = grouped.sum() != null && spec.personal(column);
        Message what = grouped.sum() == null
                ? Message.of("intake.group-count", shown, grouped.over(), rows)
                : personal
                        ? Message.of("intake.group-personal", shown, label(spec, column), rows)
                        : Message.of(
                                "intake.group-sum",
                                shown,
                                label(spec, column),
                                quantity(spec, column, figure),
                                quantity(spec, column, grouped.over()),
                                rows);
        findings.add(new Finding(
                check.severity(),
                check.id(),
                spec.name(),
                place,
                personal ? Masking.HIDDEN : Exact.plain(figure),
                subject.id(),
                check.because().isEmpty() ? what : Message.of("intake.group-because", check.because(), what),
                Message.of(check.severity() == Severity.STOP ? "intake.group-stop-do" : "intake.group-warn-do")));
    }

    private static Quantity quantity(TableSpec spec, int column, BigFraction number) {
        return spec.type(column).quantity(number);
    }

    private static String label(TableSpec spec, int column) {
        int columns = spec.columns().size();
        return column < columns
                ? spec.columns().get(column).label()
                : spec.derived().get(column - columns).name();
    }
}
