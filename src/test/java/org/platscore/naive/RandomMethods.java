package org.platscore.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random scoring methods for an indicator of some weight. */
final class RandomMethods {
    private final Dice dice;
    private final RandomMeasures measures;
    private final BigDecimal weight;

    RandomMethods(Dice dice, RandomMeasures measures, BigDecimal weight) {
        this.dice = dice;
        this.measures = measures;
        this.weight = weight;
    }

    /** Puts {@code measure} (where needed) and {@code score} into an indicator. */
    void putInto(Map<String, Object> leaf) {
        int kind = dice.between(0, 9);
        if (kind == 0) {
            leaf.put("score", Dice.map("best_of", alternatives()));
        } else if (kind == 1) {
            leaf.put("score", Dice.map("formula", formula(measures.usable())));
        } else {
            putMeasureAndScore(leaf, dice.percent(20));
        }
    }

    private void putMeasureAndScore(Map<String, Object> into, boolean category) {
        if (category) {
            String name = dice.of(List.copyOf(measures.categories().keySet()));
            into.put("measure", name);
            into.put("score", Dice.map("levels", levels(measures.categories().get(name))));
        } else {
            into.put("measure", dice.of(measures.numbers()));
            into.put("score", onNumber(2));
        }
    }

    private List<Object> alternatives() {
        List<Object> alternatives = new ArrayList<>();
        for (int i = dice.between(2, 3); i > 0; i--) {
            Map<String, Object> alternative = Dice.map();
            putMeasureAndScore(alternative, dice.percent(20));
            alternatives.add(alternative);
        }
        return alternatives;
    }

    private Map<String, Object> levels(List<String> choices) {
        Map<String, Object> levels = Dice.map();
        List<String> listed = dice.percent(50) ? choices : dice.some(choices);
        listed.forEach(choice -> levels.put(choice, points()));
        if (listed.size() < choices.size() || dice.percent(30)) {
            levels.put("else", points());
        }
        return levels;
    }

    private Map<String, Object> onNumber(int depth) {
        return switch (dice.between(0, depth > 0 ? 8 : 7)) {
            case 0, 1 -> Dice.map("linear", linear());
            case 2 -> Dice.map("steps", steps());
            case 3 -> Dice.map("curve", curve());
            case 4 -> Dice.map("per_unit", perUnit());
            case 5, 6 -> Dice.map("peers", peers());
            case 7 -> {
                List<String> names = new ArrayList<>(measures.usable());
                names.add("value");
                names.add("value");
                yield Dice.map("formula", formula(names));
            }
            default -> Dice.map("by", by(depth - 1));
        };
    }

    private Map<String, Object> linear() {
        int zero = dice.between(-4, 12);
        int full = dice.percent(70) ? zero + dice.between(1, 15) : zero - dice.between(1, 8);
        Object from = dice.percent(75) ? zero : benchmark();
        Object to = dice.percent(60) ? dice.percent(10) ? full + "00%" : full : benchmark();
        return Dice.map("zero", from, "full", to.equals(from) ? full : to);
    }

    private List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (int edge : dice.rising(dice.between(1, 4), -2, 15)) {
            boolean computed = dice.percent(8);
            steps.add(0, Dice.map(dice.of("from", "from", "over"), computed ? benchmark() : edge, "points", points()));
            if (computed) {
                break;
            }
            if (dice.percent(10)) {
                String other = ((Map<?, ?>) steps.get(0)).containsKey("from") ? "over" : "from";
                steps.add(0, Dice.map(other, edge, "points", points()));
            }
        }
        if (dice.percent(50)) {
            steps.add(Dice.map("else", points()));
        }
        return steps;
    }

    private List<Object> curve() {
        List<Object> curve = new ArrayList<>();
        for (int x : dice.rising(dice.between(2, 4), -3, 15)) {
            curve.add(List.of(x, points()));
        }
        return curve;
    }

    private Map<String, Object> perUnit() {
        Map<String, Object> perUnit =
                Dice.map("every", dice.percent(80) ? dice.between(1, 5) : dice.of("staff", "0.7"), "points", points());
        if (dice.percent(50)) {
            perUnit.put("after", dice.percent(70) ? dice.number(-2, 8) : benchmark());
        }
        if (dice.percent(50)) {
            perUnit.put("base", points());
        }
        if (dice.percent(50)) {
            perUnit.put("whole", dice.of("true", "false"));
        }
        return perUnit;
    }

    private Map<String, Object> peers() {
        Map<String, Object> peers = Dice.map("by", dice.of("min-max", "share-of-best", "rank", "z-score"));
        if (dice.percent(50)) {
            peers.put("within", dice.of("domain", "class"));
        }
        if (dice.percent(40)) {
            peers.put("lower_is_better", dice.of("true", "true", "false"));
        }
        return peers;
    }

    private Map<String, Object> by(int depth) {
        if (dice.percent(50)) {
            return Dice.map(
                    "of",
                    dice.of("roster.class", "kind_of"),
                    "cases",
                    Dice.map("A", onNumber(depth), "B", onNumber(depth)),
                    "else",
                    onNumber(depth));
        }
        List<Object> bands = new ArrayList<>();
        for (int edge : dice.rising(dice.between(1, 2), 0, 10)) {
            bands.add(Dice.map("under", edge, "use", onNumber(depth)));
        }
        bands.add(Dice.map("use", onNumber(depth)));
        return Dice.map("of", dice.of(measures.numbers()), "bands", bands);
    }

    private Object benchmark() {
        return switch (dice.between(0, 4)) {
            case 0 -> dice.of(measures.numbers());
            case 1 ->
                Dice.map(
                        "of",
                        dice.of("roster.domain", "domain"),
                        "cases",
                        Dice.map("新材料", dice.number(1, 15), "生态环保", dice.of(measures.sure())),
                        "else",
                        dice.number(1, 15));
            case 2 ->
                Dice.map(
                        "of",
                        dice.of(measures.numbers()),
                        "bands",
                        List.of(Dice.map("under", dice.between(0, 9), "use", dice.number(1, 9)), Dice.map("use", 12)));
            default -> RandomMeasures.statistic(dice);
        };
    }

    private String formula(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add("weight");
        return new RandomFormulas(dice, all, measures.categories()).number(dice.between(1, 3));
    }

    /** Points from 0 to the weight, in eighths of it. */
    private String points() {
        return weight.multiply(new BigDecimal(dice.between(0, 8)))
                .multiply(new BigDecimal("0.125"))
                .stripTrailingZeros()
                .toPlainString();
    }
}
