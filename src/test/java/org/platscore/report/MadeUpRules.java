package org.platscore.report;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Grade;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Period;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesBytes;
import org.platscore.rules.Veto;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.reward.Fixed;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.FormulaMethod;
import org.platscore.rules.scoring.Levels;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** The rules of {@link MadeUpRun}. */
final class MadeUpRules {

    private static final Mark MARK = new Mark(1, 1, 1);
    private static final ScoringMethod STRAIGHT =
            new Linear(new Benchmark.Constant(BigFraction.ZERO), new Benchmark.Constant(BigFraction.of(5_000_000)));

    private static final ScoringMethod LEVELS = new Levels(Map.of("健全", BigFraction.of(4)), BigFraction.ZERO);

    private MadeUpRules() {}

    static Rulebook of() {
        List<RubricNode> groups = new ArrayList<>();
        String[] names = {"运行管理", "资源能力", "服务数量", "服务效益", "评价"};
        int[] weights = {15, 20, 20, 30, 15};
        for (int g = 0; g < names.length; g++) {
            String id = String.valueOf((char) ('A' + g));
            groups.add(new RubricNode.Group(
                    id,
                    names[g],
                    BigFraction.of(weights[g]),
                    null,
                    RubricNode.Combine.SUM,
                    false,
                    1,
                    List.of(
                            leaf(id + "1", "服务收入", weights[g] - 8, "income"),
                            leaf(id + "2", "服务中小微企业数", 4, "rate"),
                            leaf(id + "3", "开放共享制度", 4, "system"))));
        }
        RubricNode.Group head =
                new RubricNode.Group("", "", BigFraction.of(100), null, RubricNode.Combine.SUM, false, 1, groups);
        List<Grade> grades = List.of(
                new Grade(
                        "excellent",
                        "优秀",
                        BigFraction.of(85),
                        new Grade.Quota(new Grade.Limit(true, BigFraction.of(3, 20)), RoundingMode.DOWN, 0, null),
                        null,
                        null),
                new Grade("good", "良好", BigFraction.of(75), null, new Grade.Limit(false, BigFraction.of(15)), null),
                new Grade("pass", "合格", BigFraction.of(60), null, null, null),
                new Grade("fail", "不合格", null, null, null, null));
        return new Rulebook(
                new RulesBytes("platscore: 1\n".getBytes(StandardCharsets.UTF_8)),
                "公共技术服务平台绩效考核评分细则",
                "2022",
                new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 12, 31)),
                "平台",
                new Rounding(2, 2, RoundingMode.HALF_UP),
                new Missing.Error(),
                BigFraction.of(105),
                "domain",
                "income",
                List.of(roster()),
                List.of(
                        measure("income", "服务收入", "元", ValueType.NUMBER),
                        measure("rate", "中小微企业收入占比", "", ValueType.NUMBER),
                        measure("system", "开放共享制度", "", ValueType.CATEGORY)),
                head,
                List.of(leaf("F1", "省部级以上奖励", 3, "income")),
                List.of(),
                BigFraction.of(4),
                null,
                List.of(new Veto("fraud", "弄虚作假", never(), null, null, true)),
                grades,
                List.of(),
                new Rewards(
                        BigFraction.of(2_800_000),
                        List.of(fixed("base", "等次奖励"), fixed("pool", "绩效奖励")),
                        List.of(),
                        List.of(),
                        BigFraction.of(10_000),
                        true,
                        false),
                new Vocabulary(Map.of(), Map.of(), Set.of()));
    }

    private static RubricNode.Leaf leaf(String id, String label, int weight, @Nullable String measure) {
        ScoringMethod method = measure == null ? FormulaMethod.of(formula("1", ValueType.NUMBER), Map.of()) : STRAIGHT;
        return new RubricNode.Leaf(
                id, label, BigFraction.of(weight), null, measure, "system".equals(measure) ? LEVELS : method);
    }

    private static Fixed fixed(String id, String label) {
        Map<String, BigFraction> amounts = new LinkedHashMap<>();
        amounts.put("excellent", BigFraction.of(800_000));
        amounts.put("good", BigFraction.of(500_000));
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("excellent", "优秀");
        labels.put("good", "良好");
        return new Fixed(id, label, new RewardPart.Grades(labels), amounts, List.of());
    }

    private static Formula never() {
        return formula("1 > 2", ValueType.TRUTH);
    }

    private static Formula formula(String text, ValueType type) {
        Formula formula = Formulas.read(new Node.Scalar(text, false, MARK), Map.of(), type, new Diagnostics());
        return java.util.Objects.requireNonNull(formula);
    }

    private static Measure measure(String name, String label, String unit, ValueType type) {
        return new Measure(
                name,
                label,
                unit,
                false,
                new Measure.RosterValue("domain"),
                type,
                List.of(),
                new Missing.Exclude(),
                null,
                MARK);
    }

    private static Input roster() {
        return new Input(
                "platforms",
                "平台名册",
                false,
                List.of("platforms.csv"),
                new Input.Roster("id", "name"),
                List.of(),
                null,
                List.of(column("id", "平台编号"), column("name", "平台名称"), column("domain", "所属领域")),
                null,
                List.of(),
                List.of(),
                List.of(),
                MARK);
    }

    private static Column column(String name, String label) {
        return new Column(
                name,
                label,
                ColumnType.TEXT,
                List.of(label),
                null,
                null,
                true,
                null,
                null,
                Map.of(),
                null,
                null,
                Column.OnBad.REJECT,
                List.of(),
                false,
                Map.of());
    }
}
