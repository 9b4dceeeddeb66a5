package org.platscore.rules.formula;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.names.ValueType;

/** A function of its arguments. */
record Call(Function function, List<Expression> arguments, ValueType type) implements Expression {

    private static final int ANY = Integer.MAX_VALUE;

    /** The functions; there are no others. */
    enum Function {
        /** The second argument where the first holds, else the third; the other one is not looked at. */
        IF(3, 3),
        /** The first argument with a value. */
        COALESCE(1, ANY),
        MIN(1, ANY),
        MAX(1, ANY),
        ABS(1, 1),
        /** Half away from 0, to the second argument's decimals; below 0 to tens, hundreds and so on. */
        ROUND(2, 2),
        /** The greatest whole number that is not greater. */
        FLOOR(1, 1),
        /** The smallest whole number that is not smaller. */
        CEILING(1, 1),
        SQRT(1, 1),
        LN(1, 1),
        LOG10(1, 1);

        private final int least;
        private final int most;

        Function(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /** Returns the function of this name, as written; null if there is none. */
        static @Nullable Function named(String name) {
            for (Function function : values()) {
                if (function.name().equals(name)) {
                    return function;
                }
            }
            return null;
        }

        /** Returns how it is written. */
        String usage() {
            return switch (this) {
                case IF -> "IF(c, a, b)";
                case ROUND -> "ROUND(x, n)";
                case MIN, MAX, COALESCE -> name() + "(a, b, …)";
                default -> name() + "(x)";
            };
        }

        /** Returns the least number of arguments. */
        int least() {
            return least;
        }

        /** Returns whether it takes more than the least number of arguments. */
        boolean open() {
            return most == ANY;
        }

        /** Returns whether it takes this many arguments. */
        boolean takes(int count) {
            return count >= least && count <= most;
        }
    }

    @Override
    public @Nullable Object value(Values values) {
        return switch (function) {
            case IF -> {
                Boolean condition = arguments.get(0).truth(values);
                yield condition == null
                        ? null
                        : arguments.get(condition ? 1 : 2).value(values);
            }
            case COALESCE -> {
                Object first = null;
                for (int i = 0; first == null && i < arguments.size(); i++) {
                    first = arguments.get(i).value(values);
                }
                yield first;
            }
            default -> {
                List<BigFraction> numbers = new ArrayList<>(arguments.size());
                for (Expression argument : arguments) {
                    BigFraction number = argument.number(values);
                    if (number == null) {
                        yield null;
                    }
                    numbers.add(number);
                }
                yield of(numbers);
            }
        };
    }

    private @Nullable BigFraction of(List<BigFraction> numbers) {
        BigFraction number = numbers.get(0);
        return switch (function) {
            case MIN -> numbers.stream().reduce(number, Exact::min);
            case MAX -> numbers.stream().reduce(number, Exact::max);
            case ABS -> number.abs();
            case ROUND -> round(number, numbers.get(1));
            case FLOOR -> Exact.round(number, 0, RoundingMode.FLOOR);
            case CEILING -> Exact.round(number, 0, RoundingMode.CEILING);
            case SQRT -> Approximate.sqrt(number);
            case LN -> Approximate.ln(number);
            case LOG10 -> Approximate.log10(number);
            case IF, COALESCE -> throw new IllegalStateException(function + " is not a function of numbers");
        };
    }

    /** As in a spreadsheet, a number of decimals that is not whole loses its fraction. */
    private static @Nullable BigFraction round(BigFraction number, BigFraction decimals) {
        BigInteger places = decimals.getNumerator().divide(decimals.getDenominator());
        return places.abs().compareTo(BigInteger.valueOf(Approximate.MOST_DIGITS)) > 0
                ? null
                : Exact.round(number, places.intValueExact(), RoundingMode.HALF_UP);
    }

    @Override
    public String spreadsheet(java.util.function.Function<String, String> cells) {
        String first = arguments.get(0).spreadsheet(cells);
        return switch (function) {
            // What is a whole number exactly may fall short of it by a hair in a worksheet.
            case FLOOR -> "INT(ROUND(" + first + ",9))";
            case CEILING -> "(-INT(-ROUND(" + first + ",9)))";
            case ROUND -> "ROUND(ROUND(" + first + ",9)," + arguments.get(1).spreadsheet(cells) + ")";
            case COALESCE -> {
                boolean numbers = type == ValueType.NUMBER;
                List<String> each = arguments.stream()
                        .map(argument -> numbers ? argument.strictly(cells) : argument.spreadsheet(cells))
                        .toList();
                String rest = each.get(each.size() - 1);
                for (int i = each.size() - 2; i >= 0; i--) {
                    rest = "IFERROR(" + each.get(i) + "," + rest + ")";
                }
                yield rest;
            }
            case MIN, MAX ->
                function
                        + arguments.stream()
                                .map(argument -> argument.strictly(cells))
                                .collect(Collectors.joining(",", "(", ")"));
            default ->
                function
                        + arguments.stream()
                                .map(argument -> argument.spreadsheet(cells))
                                .collect(Collectors.joining(",", "(", ")"));
        };
    }
}
