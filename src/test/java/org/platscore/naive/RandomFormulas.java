package org.platscore.naive;

import java.util.List;
import java.util.Map;

/** Random formulas of the right types over some names. */
final class RandomFormulas {
    private final Dice dice;
    private final List<String> numbers;
    private final Map<String, List<String>> categories;

    /** Formulas over numbers and categories, each of these with its choices. */
    RandomFormulas(Dice dice, List<String> numbers, Map<String, List<String>> categories) {
        this.dice = dice;
        this.numbers = numbers;
        this.categories = categories;
    }

    String number(int depth) {
        if (depth == 0 || dice.percent(15)) {
            return numbers.isEmpty() || dice.percent(30) ? dice.number(0, 12) : dice.of(numbers);
        }
        String a = number(depth - 1);
        String b = number(depth - 1);
        return switch (dice.between(0, 17)) {
            case 0, 1 -> a + " + " + b;
            case 2, 3 -> "(" + a + " - " + b + ")";
            case 4 -> "(" + a + ") * " + dice.number(0, 3);
            case 5, 6 -> "(" + a + ") / (" + b + ")";
            case 7 -> "-(" + a + ") + " + b;
            case 8 -> "MIN(" + a + ", " + b + ")";
            case 9 -> "MAX(" + a + ", " + b + ", 1)";
            case 10 -> "ROUND(" + a + ", " + dice.between(0, 2) + ")";
            case 11 -> dice.of("FLOOR", "CEILING", "ABS") + "(" + a + ")";
            case 12 -> "IF(" + condition(depth - 1) + ", " + a + ", " + b + ")";
            case 13 -> "COALESCE(" + a + ", " + b + ")";
            case 14 -> "SQRT(" + a + ")";
            case 15 -> dice.of("LN", "LOG10") + "(" + a + ")";
            case 16 -> "(" + a + ") ^ 2";
            default -> "ABS(" + a + ") ^ 0.5";
        };
    }

    String condition(int depth) {
        if (depth == 0 || dice.percent(50)) {
            return comparison();
        }
        String a = condition(depth - 1);
        String b = condition(depth - 1);
        return switch (dice.between(0, 3)) {
            case 0 -> a + " AND " + b;
            case 1 -> "(" + a + " OR " + b + ")";
            case 2 -> a + " OR " + b + " AND " + comparison();
            default -> "NOT " + a;
        };
    }

    private String comparison() {
        if (!categories.isEmpty() && dice.percent(30)) {
            String name = dice.of(List.copyOf(categories.keySet()));
            return name + dice.of(" = ", " <> ") + '"' + dice.of(categories.get(name)) + '"';
        }
        return number(1) + dice.of(" = ", " <> ", " < ", " <= ", " > ", " >= ", " == ", " != ") + dice.number(0, 9);
    }
}
