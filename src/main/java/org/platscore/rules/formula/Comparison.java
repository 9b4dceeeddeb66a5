package org.platscore.rules.formula;

import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.ValueType;

/** Two values of one type compared; numbers exactly, texts after NFKC and trimming. */
record Comparison(Operator operator, Expression left, Expression right) implements Expression {

    /** The comparisons. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("<>"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Returns the operator that is written so. */
        static Operator of(String written) {
            String sign = written.equals("==") ? "=" : written.equals("!=") ? "<>" : written;
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalStateException("no comparison " + written);
        }

        /** Returns whether it asks for more than being the same. */
        boolean ordering() {
            return this != EQUAL && this != UNEQUAL;
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** Returns what it asks of a name that stands alone beside a number. */
    Optional<Formula.Need> need() {
        boolean turned = right instanceof Expression.Name;
        Expression name = turned ? right : left;
        Expression number = turned ? left : right;
        Operator more = turned ? Operator.LESS : Operator.MORE;
        Operator least = turned ? Operator.AT_MOST : Operator.AT_LEAST;
        boolean asks = operator == more || operator == least || operator == Operator.EQUAL;
        return asks
                        && name instanceof Expression.Name
                        && number instanceof Expression.Literal
                        && ((Expression.Literal) number).constant() instanceof BigFraction
                ? Optional.of(new Formula.Need(
                        ((Expression.Name) name).name(),
                        (BigFraction) ((Expression.Literal) number).constant(),
                        operator == more))
                : Optional.empty();
    }

    @Override
    public ValueType type() {
        return ValueType.TRUTH;
    }

    @Override
    public @Nullable Object value(Values values) {
        Object a = left.value(values);
        Object b = right.value(values);
        if (a == null || b == null) {
            return null;
        }
        int order = switch (left.type()) {
            case NUMBER -> Exact.compare((BigFraction) a, (BigFraction) b);
            case CATEGORY -> Folded.text((String) a).compareTo(Folded.text((String) b));
            case TRUTH -> ((Boolean) a).compareTo((Boolean) b);
        };
        return operator.holds(order);
    }

    @Override
    public String spreadsheet(Function<String, String> cells) {
        if (left.type() != ValueType.CATEGORY) {
            return "(" + left.strictly(cells) + operator.sign + right.strictly(cells) + ")";
        }
        // A spreadsheet's = does not tell case apart.
        String same = "EXACT(" + left.spreadsheet(cells) + "," + right.spreadsheet(cells) + ")";
        return operator == Operator.EQUAL ? same : "NOT(" + same + ")";
    }
}
