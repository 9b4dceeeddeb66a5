package org.platscore.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A random section {@code measures}, and what later sections may do with each measure. */
final class RandomMeasures {
    private final Dice dice;
    private final boolean headExcludes;
    private final Map<String, Object> section = Dice.map();

    /** Numbers of any kind, those that are never missing, and those that formulas may use: no statistic stands in. */
    private final List<String> numbers = new ArrayList<>();

    private final List<String> sure = new ArrayList<>();
    private final List<String> usable = new ArrayList<>();

    /** Never missing, not formulas, no divisor: these may be corrected. */
    private final List<String> correctable = new ArrayList<>();

    private final Map<String, List<String>> categories = new TreeMap<>();

    RandomMeasures(Dice dice, boolean headExcludes) {
        this.dice = dice;
        this.headExcludes = headExcludes;
        sure("staff", Dice.map("value", "roster.staff"));
        sure("accidents", Dice.map("value", "roster.accidents"));
        sure("paid", Dice.map("value", "roster.paid"));
        category("domain", RandomTables.DOMAINS, false);
        category("kind_of", RandomTables.CLASSES, false);
        category("open", RandomTables.OPENNESS, true);
        for (int i = dice.between(4, 8); i > 0; i--) {
            random("m" + i);
        }
    }

    private void category(String name, List<String> choices, boolean mayBeMissing) {
        Map<String, Object> spec = Dice.map("value", "roster." + (name.equals("kind_of") ? "class" : name));
        if (mayBeMissing) {
            spec.put("missing", dice.of("exclude", choices.get(choices.size() - 1)));
        }
        section.put(name, spec);
        categories.put(name, choices);
    }

    private void sure(String name, Map<String, Object> spec) {
        section.put(name, spec);
        numbers.add(name);
        sure.add(name);
        usable.add(name);
        if (!name.equals("staff")) {
            correctable.add(name);
        }
    }

    private void random(String name) {
        switch (dice.between(0, 9)) {
            case 0 -> sure(name, where(Dice.map("count", dice.of("services", "reviews"))));
            case 1, 2 -> sure(name, where(Dice.map("sum", dice.of("services.amount", "services.hours"))));
            case 3 -> sure(name, where(Dice.map("distinct", "services.client")));
            case 4, 5 -> {
                String column = dice.of("reviews.score", "services.hours", "services.amount");
                Map<String, Object> spec = where(Dice.map(dice.of("mean", "median", "min", "max"), column));
                if (dice.percent(40)) {
                    spec.put("trim", dice.of("1", Dice.map("drop", 1, "from", dice.between(3, 5))));
                }
                if (dice.percent(30)) {
                    spec.put("at_least", dice.between(2, 4));
                }
                unsure(name, spec);
            }
            case 6, 7 -> unsure(name, Dice.map("value", "roster." + dice.of("stock", "growth", "share")));
            default -> {
                String formula = new RandomFormulas(dice, usable, categories).number(dice.between(1, 3));
                unsure(name, Dice.map("formula", formula));
            }
        }
    }

    private void unsure(String name, Map<String, Object> spec) {
        section.put(name, spec);
        numbers.add(name);
        switch (dice.between(0, 9)) {
            case 0, 1 -> {
                spec.put("missing", dice.number(0, 9));
                sure.add(name);
                usable.add(name);
            }
            case 2 -> {
                spec.put(
                        "missing",
                        Dice.map(
                                "of",
                                "roster.domain",
                                "cases",
                                Dice.map("新材料", dice.number(0, 9), "现代农业", dice.of(sure)),
                                "else",
                                dice.number(0, 9)));
                sure.add(name);
                usable.add(name);
            }
            case 3 -> {
                spec.put("missing", dice.of(sure));
                sure.add(name);
                usable.add(name);
            }
            case 4, 5 -> spec.put("missing", statistic(dice));
            default -> {
                if (!headExcludes || dice.percent(50)) {
                    spec.put("missing", "exclude");
                }
                usable.add(name);
            }
        }
    }

    /** A benchmark that is a statistic. */
    static Map<String, Object> statistic(Dice dice) {
        Map<String, Object> statistic =
                Dice.map("stat", dice.of("mean", "median", "min", "max", "p" + dice.between(1, 99)));
        if (dice.percent(50)) {
            statistic.put("within", dice.of("domain", "class"));
        }
        if (dice.percent(50)) {
            statistic.put("at_least", dice.between(1, 3));
        }
        return statistic;
    }

    private Map<String, Object> where(Map<String, Object> spec) {
        if (dice.percent(50)) {
            boolean reviews = spec.values().iterator().next().toString().startsWith("reviews");
            spec.put("where", reviews ? Dice.map("aspect", dice.of(RandomTables.ASPECTS)) : whereServices());
        }
        return spec;
    }

    private Map<String, Object> whereServices() {
        return switch (dice.between(0, 8)) {
            case 0 -> Dice.map("kind", dice.of(RandomTables.KINDS));
            case 1 -> Dice.map("kind", dice.some(RandomTables.KINDS), "amount", Dice.map("over", dice.number(1, 20)));
            case 2 -> Dice.map("kind", Dice.map("not", dice.of(RandomTables.KINDS)));
            case 3 -> Dice.map("hours", Dice.map("min", dice.number(0, 4), "max", dice.number(5, 9)));
            case 4 -> Dice.map("date", Dice.map("outside", List.of("2021-03-01", "2022-06-30")));
            case 5 ->
                Dice.map(
                        "any",
                        List.of(
                                Dice.map("client", Dice.map("contains", dice.of("1", "客户"))),
                                Dice.map("amount", Dice.map("under", dice.number(1, 20)))));
            case 6 -> Dice.map("none", List.of(Dice.map("client", "客户1"), Dice.map("kind", "培训")));
            case 7 -> Dice.map("client", Dice.map("blank", dice.of("true", "false")));
            default -> Dice.map("client", Dice.map("matches", "[12]$"));
        };
    }

    Map<String, Object> section() {
        return section;
    }

    List<String> numbers() {
        return numbers;
    }

    List<String> sure() {
        return sure;
    }

    List<String> usable() {
        return usable;
    }

    List<String> correctable() {
        return correctable;
    }

    Map<String, List<String>> categories() {
        return categories;
    }
}
