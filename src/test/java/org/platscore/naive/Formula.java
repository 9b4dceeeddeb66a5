package org.platscore.naive;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula, read and worked out in one go by recursive descent. Values are {@link Fraction}, {@link String} and
 * {@link Boolean}; null is "without a value". A branch that is not needed is read with {@code skipping} set, and gives
 * null without looking anything up.
 */
final class Formula {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]+(?:\\.[0-9]+)?)|\"([^\"]*)\"|([\\p{L}_][\\p{L}\\p{N}_]*)|(==|<>|!=|<=|>=|[-+*/^=<>(),]))");

    private final List<String> tokens = new ArrayList<>();
    private final Function<String, Object> names;
    private int next;
    private boolean skipping;

    private Formula(String text, Function<String, Object> names) {
        this.names = names;
        Matcher token = TOKEN.matcher(text.strip());
        while (token.lookingAt()) {
            tokens.add(token.group().strip());
            token.region(token.end(), text.strip().length());
        }
        if (token.regionStart() < text.strip().length()) {
            throw new IllegalArgumentException("cannot read the formula: " + text);
        }
    }

    /** The value of a formula, or null without one; names gives the value of a name, or null. */
    static Object value(String text, Function<String, Object> names) {
        Formula formula = new Formula(text, names);
        Object value = formula.or();
        if (formula.next < formula.tokens.size()) {
            throw new IllegalArgumentException("something is left over in the formula: " + text);
        }
        return value;
    }

    static Fraction number(String text, Function<String, Object> names) {
        return (Fraction) value(text, names);
    }

    /** Whether a condition holds; one without a value does not. */
    static boolean holds(String text, Function<String, Object> names) {
        return Boolean.TRUE.equals(value(text, names));
    }

    private Object or() {
        Object left = and();
        while (accept("OR")) {
            Object known = left;
            Object right = readIf(Boolean.FALSE.equals(known), this::and);
            left = Boolean.FALSE.equals(known) ? right : known;
        }
        return left;
    }

    private Object and() {
        Object left = not();
        while (accept("AND")) {
            Object known = left;
            Object right = readIf(Boolean.TRUE.equals(known), this::not);
            left = Boolean.TRUE.equals(known) ? right : known;
        }
        return left;
    }

    private Object not() {
        if (!accept("NOT")) {
            return comparison();
        }
        Object value = not();
        return value == null ? null : Boolean.valueOf(!((Boolean) value));
    }

    private Object comparison() {
        Object left = sum();
        for (String sign : List.of("=", "==", "<>", "!=", "<=", ">=", "<", ">")) {
            if (accept(sign)) {
                return compared(sign, left, sum());
            }
        }
        return left;
    }

    private static Object compared(String sign, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (sign.equals("=") || sign.equals("==")) {
            return left.equals(right);
        }
        if (sign.equals("<>") || sign.equals("!=")) {
            return !left.equals(right);
        }
        int order = ((Fraction) left).compareTo((Fraction) right);
        return switch (sign) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    private Object sum() {
        Object left = product();
        while (true) {
            if (accept("+")) {
                left = both(left, product(), Fraction::plus);
            } else if (accept("-")) {
                left = both(left, product(), Fraction::minus);
            } else {
                return left;
            }
        }
    }

    private Object product() {
        Object left = power();
        while (true) {
            if (accept("*")) {
                left = both(left, power(), Fraction::times);
            } else if (accept("/")) {
                left = both(left, power(), (a, b) -> b.sign() == 0 ? null : a.by(b));
            } else {
                return left;
            }
        }
    }

    private Object power() {
        Object left = negation();
        while (accept("^")) {
            left = both(left, negation(), Formula::raised);
        }
        return left;
    }

    private static Fraction raised(Fraction base, Fraction exponent) {
        if (base.sign() == 0 && exponent.sign() <= 0) {
            return exponent.sign() == 0 ? Fraction.ONE : null;
        }
        if (exponent.isWhole()) {
            return base.power(exponent.over().intValueExact());
        }
        if (base.sign() <= 0) {
            return base.sign() < 0 ? null : Fraction.ZERO;
        }
        return Approximation.power(base, exponent);
    }

    private Object negation() {
        if (!accept("-")) {
            return atom();
        }
        Object value = negation();
        return value == null ? null : ((Fraction) value).negated();
    }

    private Object atom() {
        String token = tokens.get(next++);
        if (token.equals("(")) {
            Object value = or();
            expect(")");
            return value;
        }
        if (Character.isDigit(token.charAt(0))) {
            return skipping ? null : Fraction.read(token);
        }
        if (token.startsWith("\"")) {
            return skipping ? null : token.substring(1, token.length() - 1);
        }
        if (next < tokens.size() && tokens.get(next).equals("(")) {
            next++;
            Object value = switch (token) {
                case "IF" -> choice();
                case "COALESCE" -> firstWithValue();
                default -> call(token, arguments());
            };
            expect(")");
            return value;
        }
        if (token.equals("TRUE") || token.equals("FALSE")) {
            return skipping ? null : Boolean.valueOf(token.equals("TRUE"));
        }
        return skipping ? null : names.apply(token);
    }

    private Object choice() {
        Object condition = or();
        expect(",");
        Object whenTrue = readIf(Boolean.TRUE.equals(condition), this::or);
        expect(",");
        Object whenFalse = readIf(Boolean.FALSE.equals(condition), this::or);
        return Boolean.TRUE.equals(condition) ? whenTrue : whenFalse;
    }

    private Object firstWithValue() {
        Object first = or();
        while (accept(",")) {
            Object found = first;
            Object another = readIf(found == null, this::or);
            first = found == null ? another : found;
        }
        return first;
    }

    private List<Fraction> arguments() {
        List<Fraction> arguments = new ArrayList<>();
        do {
            arguments.add((Fraction) or());
        } while (accept(","));
        return arguments;
    }

    private static Fraction call(String function, List<Fraction> arguments) {
        if (arguments.contains(null)) {
            return null;
        }
        Fraction first = arguments.get(0);
        return switch (function) {
            case "MIN" -> arguments.stream().reduce(first, Fraction::atMost);
            case "MAX" -> arguments.stream().reduce(first, Fraction::atLeast);
            case "ABS" -> first.sign() < 0 ? first.negated() : first;
            case "FLOOR" -> first.floor();
            case "CEILING" -> first.ceiling();
            case "ROUND" -> first.rounded(arguments.get(1).over().intValueExact(), RoundingMode.HALF_UP);
            case "SQRT" -> first.sign() < 0 ? null : first.sign() == 0 ? first : Approximation.squareRoot(first);
            case "LN" -> first.sign() <= 0 ? null : Approximation.naturalLogarithm(first);
            case "LOG10" -> first.sign() <= 0 ? null : Approximation.decimalLogarithm(first);
            default -> throw new IllegalArgumentException("no such function: " + function);
        };
    }

    private Object readIf(boolean needed, Supplier<Object> part) {
        boolean before = skipping;
        skipping |= !needed;
        Object value = part.get();
        skipping = before;
        return value;
    }

    private static Object both(Object left, Object right, BinaryOperator<Fraction> operation) {
        return left == null || right == null ? null : operation.apply((Fraction) left, (Fraction) right);
    }

    private boolean accept(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected " + token + " at token " + next + " of " + tokens);
        }
    }
}
