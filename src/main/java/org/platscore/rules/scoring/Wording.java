package org.platscore.rules.scoring;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.names.Ref;

/** How numbers and formulas of the rules are told: as they are written, or with units and labels. */
public interface Wording {

    /** Numbers without a unit, formulas as written. */
    Wording PLAIN = (number, measure) -> number;

    /** Returns a number that a measure (null: none) is held against, as an argument of a message. */
    Object figure(BigFraction number, @Nullable String measure);

    /** Returns a number that a column of the roster is held against, as an argument of a message. */
    default Object cell(BigFraction number, String column) {
        return number;
    }

    /** Returns a number that a measure or a column of the roster is held against, as an argument of a message. */
    default Object figure(BigFraction number, Ref of) {
        return of.roster() ? cell(number, of.name()) : figure(number, of.name());
    }

    /**
     * Returns a formula, as written if nothing else is said.
     *
     * @param measure what {@code value} stands for in it, null where it does not occur
     */
    default Message formula(Formula formula, @Nullable String measure) {
        return Message.verbatim(formula.source());
    }

    /** Returns this wording with numbers as amounts of money in 元, but for those that a measure is held against. */
    default Wording money() {
        Wording other = this;
        return new Wording() {
            @Override
            public Object figure(BigFraction number, @Nullable String measure) {
                return measure == null ? Quantity.yuan(number) : other.figure(number, measure);
            }

            @Override
            public Object cell(BigFraction number, String column) {
                return other.cell(number, column);
            }

            @Override
            public Message formula(Formula formula, @Nullable String measure) {
                return other.formula(formula, measure);
            }
        };
    }
}
