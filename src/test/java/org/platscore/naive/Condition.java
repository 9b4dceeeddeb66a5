package org.platscore.naive;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A condition on one row: a mapping of column to test, all of which must hold. */
final class Condition {
    private final Map<String, Object> row;
    private final Map<String, Object> roster;
    private final Map<String, Object> period;

    /** A condition on a row whose subject has this roster row, in a period of {@code from} and {@code to}. */
    Condition(Map<String, Object> row, Map<String, Object> roster, Map<String, Object> period) {
        this.row = row;
        this.roster = roster;
        this.period = period;
    }

    boolean holds(Object condition) {
        return PlainYaml.map(condition).entrySet().stream().allMatch(entry -> holds(entry.getKey(), entry.getValue()));
    }

    private boolean holds(String key, Object test) {
        return switch (key) {
            case "any" -> PlainYaml.list(test).stream().anyMatch(this::holds);
            case "all" -> PlainYaml.list(test).stream().allMatch(this::holds);
            case "none" -> PlainYaml.list(test).stream().noneMatch(this::holds);
            default -> passes(row.get(key), test);
        };
    }

    private boolean passes(Object cell, Object test) {
        if (test instanceof List<?> texts) {
            return texts.stream().anyMatch(text -> equal(cell, text));
        }
        if (!(test instanceof Map)) {
            return equal(cell, test);
        }
        Map<String, Object> tests = PlainYaml.map(test);
        if (cell == null && tests.keySet().equals(Set.of("not"))) {
            return true;
        }
        return tests.entrySet().stream().allMatch(entry -> passes(cell, entry.getKey(), entry.getValue()));
    }

    private boolean passes(Object cell, String test, Object bound) {
        if (test.equals("blank")) {
            return (cell == null) == Boolean.parseBoolean(bound.toString());
        }
        if (cell == null) {
            return false;
        }
        return switch (test) {
            case "is" -> equal(cell, bound);
            case "not" -> !equal(cell, bound);
            case "min" -> compared(cell, bound) >= 0;
            case "max" -> compared(cell, bound) <= 0;
            case "over" -> compared(cell, bound) > 0;
            case "under" -> compared(cell, bound) < 0;
            case "outside" -> {
                List<Object> bounds =
                        bound.equals("period") ? List.of(period.get("from"), period.get("to")) : PlainYaml.list(bound);
                yield compared(cell, bounds.get(0)) < 0 || compared(cell, bounds.get(1)) > 0;
            }
            case "contains" -> plain(cell).contains(plain(bound));
            case "matches" ->
                Pattern.compile(bound.toString()).matcher(plain(cell)).find();
            case "same_as" -> {
                Object other = bound.toString().startsWith("roster.")
                        ? roster.get(bound.toString().substring("roster.".length()))
                        : row.get(bound.toString());
                yield other != null && plain(cell).equals(plain(other));
            }
            default -> throw new IllegalArgumentException("no such test: " + test);
        };
    }

    private static boolean equal(Object cell, Object text) {
        if (cell == null) {
            return false;
        }
        return cell instanceof String ? plain(cell).equals(plain(text)) : compared(cell, text) == 0;
    }

    private static int compared(Object cell, Object bound) {
        return cell instanceof LocalDate day
                ? day.compareTo(LocalDate.parse(bound.toString()))
                : ((Fraction) cell).compareTo(Fraction.read(bound.toString()));
    }

    /** Text as it is compared: after NFKC and trimming, with case. */
    static String plain(Object text) {
        return Normalizer.normalize(text.toString(), Normalizer.Form.NFKC).strip();
    }
}
