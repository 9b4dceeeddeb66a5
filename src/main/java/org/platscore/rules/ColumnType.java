package org.platscore.rules;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.names.ValueType;

/** What a column's cells hold. */
public enum ColumnType {
    TEXT,
    NUMBER,
    INTEGER,
    /** An amount, kept in 元. */
    MONEY,
    /** A share: 20% is 0.2. */
    PERCENT,
    DATE,
    BOOLEAN,
    CHOICE,
    /** A choice whose words stand for numbers. */
    SCALE,
    /** A unified social credit code. */
    CREDIT_CODE,
    /** The id or name of a subject of the roster. */
    SUBJECT;

    /** Returns whether sums and means of such cells make sense. */
    public boolean summable() {
        return numeric() || this == SCALE;
    }

    /** Returns whether such a cell holds a number, or yes and no. */
    public boolean numeric() {
        return this == NUMBER || this == INTEGER || this == MONEY || this == PERCENT || this == BOOLEAN;
    }

    /** Returns whether its numbers have a unit of their own: amounts and shares. */
    public boolean hasUnit() {
        return this == MONEY || this == PERCENT;
    }

    /** Returns a number of such cells as a sentence tells it: an amount in 元, a share in percent, any other as it is. */
    public Quantity quantity(BigFraction number) {
        return switch (this) {
            case MONEY -> Quantity.yuan(number);
            case PERCENT -> Quantity.percent(number);
            default -> new Quantity(number, "");
        };
    }

    /** Returns such a cell, or a value to hold it against, as an argument of a message. */
    public Object told(Object cell) {
        if (cell instanceof BigDecimal number) {
            return hasUnit() ? quantity(Exact.of(number)) : Exact.plain(number);
        }
        if (cell instanceof BigFraction number) {
            return quantity(number);
        }
        return cell instanceof Boolean truth ? truth(truth) : cell.toString();
    }

    /** Returns yes or no. */
    public static Message truth(boolean truth) {
        return Message.of(truth ? "rules.yes" : "rules.no");
    }

    /** Returns the key of a text about a bound on such cells: a day is before or after another, a number below or above. */
    public String boundKey(String key) {
        return this == DATE ? key + "-date" : key;
    }

    /** Returns the type of a measure that takes such a cell's value. Dates have none that a rubric can use. */
    public ValueType valueType() {
        return summable() ? ValueType.NUMBER : ValueType.CATEGORY;
    }
}
