package org.platscore.report.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Units;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;

/**
 * Something to fill in: a field of a form, or a column of a table.
 *
 * @param column as the rules have it; for the cell that says whose workbook it is, a text of that label
 * @param label the words that stand beside or above it, without unit and star
 * @param unit in which it is filled in, empty where there is none
 * @param required whether it must be filled in
 * @param indicators what it bears on
 * @param value what is filled in already; null for nothing
 * @param owner whether it says whose workbook it is
 */
record Entry(
        Column column,
        String label,
        String unit,
        boolean required,
        List<RubricNode.Leaf> indicators,
        @Nullable Object value,
        boolean owner) {

    /** Returns a column's entry. */
    static Entry of(Input input, Column column, Uses uses, boolean required, @Nullable Object value) {
        String written = column.label();
        Head head = Head.of(written);
        String unit = head.unit().isEmpty() ? unit(input, column, uses) : head.unit();
        return new Entry(
                column,
                Head.withoutUnit(written),
                unit,
                required || uses.needed(input, column),
                uses.indicators(input, column),
                value,
                false);
    }

    /** Returns the entry of the labelled cell that says whose workbook it is. */
    static Entry owner(Column column, @Nullable Object value) {
        return new Entry(column, column.label(), "", true, List.of(), value, true);
    }

    private static String unit(Input input, Column column, Uses uses) {
        if (column.type() == ColumnType.MONEY) {
            return column.unit() == null ? "元" : column.unit();
        }
        if (column.type() == ColumnType.PERCENT) {
            return "%";
        }
        if (column.type() != ColumnType.NUMBER && column.type() != ColumnType.INTEGER) {
            return "";
        }
        Set<String> money = Set.of("元", "万元", "千元", "亿元", "%");
        for (Measure measure : uses.measures(input, column)) {
            if (Units.known(measure.unit()) && !money.contains(measure.unit())) {
                return measure.unit();
            }
        }
        return "";
    }

    /** Returns the label as it stands in the workbook: 专职人员数（人）*. */
    String text() {
        return label + (unit.isEmpty() ? "" : "（" + unit + "）") + (required ? "*" : "");
    }

    /** Returns a number of the rules, which is in 元 or a share, in the unit that is filled in. */
    BigDecimal inUnit(BigDecimal number) {
        if (column.type() == ColumnType.PERCENT) {
            return number.movePointRight(unit.equals("%") ? 2 : unit.equals("‰") ? 3 : 0);
        }
        List<BigDecimal> factors = column.type() == ColumnType.MONEY ? Units.amounts(unit) : List.of();
        return factors.size() == 1 ? number.divide(factors.get(0), MathContext.DECIMAL128) : number;
    }

    /** Returns what may be chosen; empty where nothing is. */
    List<String> choices(List<String> yesNo) {
        return column.type() == ColumnType.BOOLEAN
                ? yesNo
                : List.copyOf(column.choices().keySet());
    }
}
