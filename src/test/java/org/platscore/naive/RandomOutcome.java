package org.platscore.naive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random vetoes, grades, ties and rewards. */
final class RandomOutcome {
    private final Dice dice;
    private final RandomMeasures measures;
    private final RandomFormulas overAll;
    private final List<String> ids;
    private final int fullMarks;
    private final List<String> grades;

    RandomOutcome(Dice dice, RandomMeasures measures, List<String> ids, int fullMarks) {
        this.dice = dice;
        this.measures = measures;
        this.ids = ids;
        this.fullMarks = fullMarks;
        this.grades = List.of("excellent", "good", "pass", "fail").subList(dice.between(0, 2), 4);
        List<String> names = new ArrayList<>(ids);
        names.add("total");
        names.addAll(measures.sure());
        this.overAll = new RandomFormulas(dice, names, measures.categories());
    }

    void putInto(Map<String, Object> rules) {
        boolean graded = dice.percent(85);
        if (dice.percent(45)) {
            rules.put("vetoes", vetoes(graded));
        }
        if (graded) {
            rules.put("grades", grades());
        }
        if (dice.percent(60)) {
            Set<String> names = new LinkedHashSet<>();
            for (int i = dice.between(1, 2); i > 0; i--) {
                names.add(dice.of(dice.percent(50) ? ids : measures.numbers()));
            }
            rules.put(
                    "ties",
                    names.stream()
                            .map(name -> (dice.percent(40) ? "-" : "") + name)
                            .toList());
        }
        if (graded && dice.percent(85)) {
            rules.put("rewards", new RandomRewards(dice, measures, overAll, grades).section(fullMarks));
        }
    }

    private List<Object> vetoes(boolean graded) {
        List<Object> vetoes = new ArrayList<>();
        for (int i = dice.between(1, 2); i > 0; i--) {
            String when = dice.percent(70)
                    ? "accidents >= " + dice.between(1, 2)
                    : new RandomFormulas(dice, measures.usable(), measures.categories()).condition(1);
            Map<String, Object> veto = Dice.map("id", "veto-" + i, "label", "否决" + i, "when", when);
            switch (graded ? dice.between(0, 2) : 2) {
                case 0 -> veto.put("grade", dice.of(grades));
                case 1 -> veto.put("at_best", dice.of(grades));
                default -> veto.put("out", "true");
            }
            vetoes.add(veto);
        }
        return vetoes;
    }

    private List<Object> grades() {
        List<Object> list = new ArrayList<>();
        List<Integer> lines = dice.rising(grades.size() - 1, 2, 8);
        for (int i = 0; i < grades.size(); i++) {
            Map<String, Object> grade = Dice.map("id", grades.get(i), "label", "等次" + (i + 1));
            if (i < grades.size() - 1) {
                grade.put("min", fullMarks * lines.get(lines.size() - 1 - i) / 10);
                putConditions(grade);
            }
            list.add(grade);
        }
        return list;
    }

    private void putConditions(Map<String, Object> grade) {
        if (dice.percent(60)) {
            grade.put("at_most", atMost());
            if (dice.percent(30)) {
                grade.put("within", dice.of("domain", "class"));
            }
        }
        if (dice.percent(30)) {
            grade.put("top", dice.of(dice.between(1, 5), dice.between(2, 9) * 10 + "%"));
        }
        if (dice.percent(30)) {
            grade.put("requires", overAll.condition(2));
        }
    }

    private Object atMost() {
        if (dice.percent(40)) {
            return dice.of(dice.between(1, 3), dice.between(1, 8) * 5 + "%");
        }
        Map<String, Object> bound =
                Dice.map("share", dice.between(1, 8) * 5 + "%", "round", dice.of("down", "up", "nearest"));
        if (dice.percent(50)) {
            bound.put("at_least", dice.between(1, 2));
        }
        return bound;
    }
}
