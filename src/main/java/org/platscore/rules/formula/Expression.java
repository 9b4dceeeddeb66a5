package org.platscore.rules.formula;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.names.ValueType;

/**
 * A part of a formula whose types fit. Operators of one rank stand side by side in one record, so that a long sum is no deep
 * tree.
 */
sealed interface Expression
        permits Expression.Literal,
                Expression.Name,
                Expression.Negative,
                Expression.Sum,
                Expression.Product,
                Expression.Power,
                Comparison,
                Expression.Not,
                Expression.All,
                Expression.Any,
                Call {

    /** Returns the type of the value. */
    ValueType type();

    /** Returns the value: a {@code BigFraction}, {@code String} or {@code Boolean}; null where there is none. */
    @Nullable
    Object value(Values values);

    /** Returns the same in a spreadsheet's words; {@code cells} gives a name's cell reference. */
    String spreadsheet(Function<String, String> cells);

    /** Returns the value of a number. */
    default @Nullable BigFraction number(Values values) {
        return (BigFraction) value(values);
    }

    /** Returns the value of a condition. */
    default @Nullable Boolean truth(Values values) {
        return (Boolean) value(values);
    }

    /** A number, text or truth value. */
    record Literal(Object constant, ValueType type) implements Expression {

        @Override
        public Object value(Values values) {
            return constant;
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return switch (type) {
                case NUMBER -> Exact.plain((BigFraction) constant);
                case CATEGORY -> '"' + ((String) constant).replace("\"", "\"\"") + '"';
                case TRUTH -> (Boolean) constant ? "TRUE" : "FALSE";
            };
        }
    }

    /** A measure, an id, or one of {@code value}, {@code weight}, {@code total}. */
    record Name(String name, ValueType type) implements Expression {

        @Override
        public @Nullable Object value(Values values) {
            return values.value(name);
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return cells.apply(name);
        }
    }

    /** Unary minus. */
    record Negative(Expression of) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public @Nullable Object value(Values values) {
            BigFraction number = of.number(values);
            return number == null ? null : number.negate();
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return "(-" + of.spreadsheet(cells) + ")";
        }
    }

    /** An operand and whether it is taken off: subtracted from a sum, divided out of a product. */
    record Operand(Expression of, boolean off) {}

    /** Additions and subtractions from the left. */
    record Sum(List<Operand> operands) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public @Nullable Object value(Values values) {
            BigFraction sum = BigFraction.ZERO;
            for (Operand operand : operands) {
                BigFraction number = operand.of().number(values);
                if (number == null) {
                    return null;
                }
                sum = operand.off() ? sum.subtract(number) : sum.add(number);
            }
            return sum;
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return joined(operands, "+", "-", cells);
        }
    }

    /** Multiplications and divisions from the left; without a value where a divisor is 0. */
    record Product(List<Operand> operands) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public @Nullable Object value(Values values) {
            BigFraction product = BigFraction.ONE;
            for (Operand operand : operands) {
                BigFraction number = operand.of().number(values);
                if (number == null || (operand.off() && number.signum() == 0)) {
                    return null;
                }
                product = operand.off() ? product.divide(number) : product.multiply(number);
            }
            return product;
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return joined(operands, "*", "/", cells);
        }
    }

    /** Powers from the left. To the power 0, where a spreadsheet has none of 0, it is told to take the power of 1. */
    record Power(List<Expression> operands) implements Expression {

        /** An exponent that is longer is not written more than once, so that powers in powers do not grow beyond all bounds. */
        private static final int LONGEST_TWICE = 500;

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public @Nullable Object value(Values values) {
            BigFraction power = operands.get(0).number(values);
            for (Expression exponent : operands.subList(1, operands.size())) {
                BigFraction by = exponent.number(values);
                if (power == null || by == null) {
                    return null;
                }
                power = Approximate.power(power, by);
            }
            return power;
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            StringBuilder text = new StringBuilder(operands.get(0).spreadsheet(cells));
            boolean zero = mayBeZero(operands.get(0));
            for (Expression exponent : operands.subList(1, operands.size())) {
                String by = exponent.spreadsheet(cells);
                if (zero && mayBeZero(exponent) && by.length() <= LONGEST_TWICE) {
                    text.insert(0, "(")
                            .append("*(")
                            .append(by)
                            .append("<>0)+(")
                            .append(by)
                            .append("=0))");
                }
                text.append('^').append(by);
                zero = true;
            }
            return "(" + text + ")";
        }

        private static boolean mayBeZero(Expression each) {
            return !(each instanceof Literal literal && ((BigFraction) literal.constant()).signum() != 0);
        }
    }

    /** A condition turned round. */
    record Not(Expression of) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.TRUTH;
        }

        @Override
        public @Nullable Object value(Values values) {
            Boolean truth = of.truth(values);
            return truth == null ? null : !truth;
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return "NOT(" + of.spreadsheet(cells) + ")";
        }
    }

    /** AND: from the left up to the first that does not hold; a condition without a value met before ends it without one. */
    record All(List<Expression> of) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.TRUTH;
        }

        @Override
        public @Nullable Object value(Values values) {
            return upTo(false, of, values);
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return nested(of, cells, each -> each.get(0) + "," + each.get(1) + ",FALSE");
        }
    }

    /** OR: from the left up to the first that holds; a condition without a value met before ends it without one. */
    record Any(List<Expression> of) implements Expression {

        @Override
        public ValueType type() {
            return ValueType.TRUTH;
        }

        @Override
        public @Nullable Object value(Values values) {
            return upTo(true, of, values);
        }

        @Override
        public String spreadsheet(Function<String, String> cells) {
            return nested(of, cells, each -> each.get(0) + ",TRUE," + each.get(1));
        }
    }

    /** A spreadsheet's AND and OR look at all conditions; its IF looks no further than it needs. */
    private static String nested(
            List<Expression> conditions, Function<String, String> cells, Function<List<String>, String> branches) {
        String rest = conditions.get(conditions.size() - 1).spreadsheet(cells);
        for (int i = conditions.size() - 2; i >= 0; i--) {
            rest = "IF(" + branches.apply(List.of(conditions.get(i).spreadsheet(cells), rest)) + ")";
        }
        return rest;
    }

    private static @Nullable Boolean upTo(boolean deciding, List<Expression> conditions, Values values) {
        for (Expression condition : conditions) {
            Boolean truth = condition.truth(values);
            if (truth == null || truth == deciding) {
                return truth;
            }
        }
        return !deciding;
    }

    private static String joined(List<Operand> operands, String on, String off, Function<String, String> cells) {
        StringBuilder text = new StringBuilder("(");
        for (Operand operand : operands) {
            text.append(text.length() == 1 ? "" : operand.off() ? off : on)
                    .append(operand.of().spreadsheet(cells));
        }
        return text.append(')').toString();
    }

    /**
     * Returns this number where a text in its cell, which stands for a missing value, would be compared, left out or counted
     * instead of being an error.
     */
    default String strictly(Function<String, String> cells) {
        String text = spreadsheet(cells);
        return this instanceof Name ? text + "+0" : text;
    }
}
