package org.platscore.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A random section {@code rewards}. */
final class RandomRewards {
    private final Dice dice;
    private final RandomMeasures measures;
    private final RandomFormulas formulas;
    private final List<String> grades;

    /** Rewards for these grades; formulas of pools are over what these are over. */
    RandomRewards(Dice dice, RandomMeasures measures, RandomFormulas formulas, List<String> grades) {
        this.dice = dice;
        this.measures = measures;
        this.formulas = formulas;
        this.grades = grades;
    }

    Map<String, Object> section(int fullMarks) {
        Map<String, Object> rewards = Dice.map("budget", dice.number(20, 400));
        List<Object> parts = new ArrayList<>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            parts.add(part("part" + i, fullMarks));
        }
        if (parts.isEmpty() || dice.percent(60)) {
            parts.add(Dice.map("id", "rest-pool", "label", "绩效奖励", "pool", pool(true)));
        }
        rewards.put("parts", parts);
        if (dice.percent(30)) {
            rewards.put(
                    "minus",
                    dice.some(List.of("paid", dice.of(measures.sure()))).stream()
                            .distinct()
                            .toList());
        }
        if (dice.percent(60)) {
            rewards.put("limit", dice.percent(30) ? List.of(limit(), limit()) : limit());
        }
        if (dice.percent(60)) {
            rewards.put("unit", dice.of("1", "10", "0.1", "5", "0.03"));
        }
        if (dice.percent(50)) {
            rewards.put("rounding", dice.of("largest-remainder", "down"));
        }
        if (dice.percent(85)) {
            rewards.put("over_budget", "scale");
        }
        return rewards;
    }

    private Object limit() {
        return switch (dice.between(0, 3)) {
            case 0 -> dice.number(5, 60);
            case 1 -> byGrade(5, 60);
            case 2 -> Dice.map("percent", dice.between(20, 900) + "%", "of", "staff");
            default ->
                Dice.map("of", "roster.class", "cases", Dice.map("A", dice.number(5, 60)), "else", dice.number(5, 60));
        };
    }

    private Map<String, Object> part(String id, int fullMarks) {
        Map<String, Object> part = Dice.map("id", id, "label", "奖励" + id);
        switch (dice.between(0, 4)) {
            case 0 -> part.put("fixed", byGrade(5, 50));
            case 1 ->
                part.put(
                        "fixed",
                        Dice.map(
                                "bands",
                                List.of(
                                        Dice.map("from", fullMarks * 7 / 10, "amount", dice.number(20, 50)),
                                        Dice.map("from", fullMarks * 4 / 10, "amount", dice.number(5, 20))),
                                "for",
                                dice.some(grades)));
            case 2, 3 -> part.put("rate", rate());
            default -> part.put("pool", pool(false));
        }
        return part;
    }

    private Map<String, Object> byGrade(int low, int high) {
        Map<String, Object> amounts = Dice.map();
        dice.some(grades).forEach(grade -> amounts.put(grade, dice.number(low, high)));
        return amounts;
    }

    private Map<String, Object> rate() {
        Map<String, Object> rate = Dice.map("of", dice.of(measures.sure()));
        switch (dice.between(0, 2)) {
            case 0 -> {
                Map<String, Object> percents = Dice.map();
                dice.some(grades).forEach(grade -> percents.put(grade, dice.between(1, 30) * 10 + "%"));
                rate.put("percent", percents);
            }
            case 1 -> rate.putAll(Dice.map("percent", dice.between(5, 300) + "%", "for", dice.some(grades)));
            default ->
                rate.putAll(Dice.map(
                        "brackets",
                        List.of(
                                Dice.map("over", dice.between(0, 2), "percent", "250%"),
                                Dice.map("over", dice.between(3, 6), "percent", "110%"),
                                Dice.map("over", dice.between(7, 20), "percent", "33%")),
                        "for",
                        dice.some(grades)));
        }
        if (dice.percent(50)) {
            rate.put("limit", dice.percent(70) ? dice.number(1, 30) : dice.of("staff", caseAmounts(3, 20)));
        }
        return rate;
    }

    private Map<String, Object> pool(boolean last) {
        Map<String, Object> pool =
                Dice.map("amount", last && dice.percent(75) ? "rest" : dice.number(10, 150), "by", by());
        pool.put("for", dice.some(grades));
        if (dice.percent(20)) {
            pool.put("where", Dice.map("class", dice.some(RandomTables.CLASSES)));
        }
        if (dice.percent(60)) {
            pool.put("limit", dice.percent(60) ? "room" : dice.of(dice.number(8, 50), "staff", caseAmounts(8, 30)));
        }
        if (dice.percent(40)) {
            pool.put("floor", dice.percent(80) ? dice.number(0, 7) : caseAmounts(1, 7));
        }
        return pool;
    }

    private Object caseAmounts(int low, int high) {
        return Dice.map(
                "of",
                "roster.domain",
                "cases",
                Dice.map("新材料", dice.number(low, high)),
                "else",
                dice.number(low, high));
    }

    private String by() {
        return switch (dice.between(0, 3)) {
            case 0 -> "equal";
            case 1 -> "total";
            case 2 -> "total - " + dice.between(10, 60);
            default -> formulas.number(2);
        };
    }
}
