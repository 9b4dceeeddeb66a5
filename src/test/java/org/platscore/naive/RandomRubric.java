package org.platscore.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Random groups and indicators whose weights add up, bonuses, deductions, and the head keys that bear on them. */
final class RandomRubric {
    private final Dice dice;
    private final RandomMeasures measures;
    private final List<String> ids = new ArrayList<>();

    RandomRubric(Dice dice, RandomMeasures measures) {
        this.dice = dice;
        this.measures = measures;
    }

    /** Ids of all nodes, bonuses and deductions written so far. */
    List<String> ids() {
        return ids;
    }

    void putInto(Map<String, Object> rules, int fullMarks) {
        int groups = dice.between(1, 4);
        putJoining(rules, groups);
        rules.put("rubric", children("G", new BigDecimal(fullMarks), groups, 2, rules.containsKey("weights")));
        for (String list : List.of("bonuses", "deductions")) {
            if (dice.percent(40)) {
                List<Object> leaves = new ArrayList<>();
                for (int i = dice.between(1, 2); i > 0; i--) {
                    BigDecimal limit = new BigDecimal(dice.between(1, 10));
                    Map<String, Object> leaf = named(list.substring(0, 1).toUpperCase(Locale.ROOT) + i);
                    leaf.put("limit", limit);
                    leaves.add(leaf(leaf, limit));
                }
                rules.put(list, leaves);
                if (dice.percent(40)) {
                    rules.put(list.equals("bonuses") ? "bonus_limit" : "deduction_limit", dice.between(1, 8));
                }
            }
        }
        if (dice.percent(30)) {
            rules.put("total_limit", fullMarks + dice.between(0, 5));
        }
    }

    private Map<String, Object> named(String id) {
        ids.add(id);
        return Dice.map("id", id, "label", "指标" + id);
    }

    private void putJoining(Map<String, Object> group, int children) {
        if (dice.percent(30)) {
            group.put("combine", dice.of("sum", "geometric", "harmonic", "minimum", "maximum"));
        }
        if (dice.percent(25)) {
            group.put("weights", "relative");
        }
        if (dice.percent(15)) {
            group.put("at_least", dice.between(1, Math.min(2, children)));
        }
    }

    private List<Object> children(String id, BigDecimal weight, int count, int depth, boolean relative) {
        List<Object> children = new ArrayList<>();
        List<BigDecimal> weights = relative ? anyWeights(count) : parts(weight, count);
        for (int i = 0; i < weights.size(); i++) {
            Map<String, Object> child = named(id + (i + 1));
            child.put("weight", weights.get(i));
            if (dice.percent(10)) {
                child.put("for", condition());
            }
            if (depth > 0 && dice.percent(depth == 2 ? 70 : 30)) {
                int grandchildren = dice.between(1, 4);
                putJoining(child, grandchildren);
                child.put(
                        "of",
                        children(
                                id + (i + 1) + "_",
                                weights.get(i),
                                grandchildren,
                                depth - 1,
                                child.containsKey("weights")));
                children.add(child);
            } else {
                children.add(leaf(child, weights.get(i)));
            }
        }
        return children;
    }

    private Map<String, Object> leaf(Map<String, Object> leaf, BigDecimal weight) {
        new RandomMethods(dice, measures, weight).putInto(leaf);
        return leaf;
    }

    private Map<String, Object> condition() {
        return switch (dice.between(0, 3)) {
            case 0 -> Dice.map("class", dice.some(RandomTables.CLASSES));
            case 1 -> Dice.map("domain", Dice.map("not", dice.of(RandomTables.DOMAINS)));
            case 2 -> Dice.map("staff", Dice.map("min", dice.between(2, 6)));
            default -> Dice.map("any", List.of(Dice.map("class", "A"), Dice.map("open", "健全")));
        };
    }

    private List<BigDecimal> anyWeights(int count) {
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            weights.add(new BigDecimal(dice.number(1, 9)));
        }
        return weights;
    }

    /** Splits a weight into parts above 0 that are multiples of a tenth of it. */
    private List<BigDecimal> parts(BigDecimal weight, int count) {
        List<BigDecimal> parts = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>(dice.rising(count - 1, 1, 9));
        cuts.add(10);
        int before = 0;
        for (int cut : cuts) {
            parts.add(weight.multiply(new BigDecimal(cut - before))
                    .movePointLeft(1)
                    .stripTrailingZeros());
            before = cut;
        }
        return parts.stream().map(part -> new BigDecimal(part.toPlainString())).toList();
    }
}
