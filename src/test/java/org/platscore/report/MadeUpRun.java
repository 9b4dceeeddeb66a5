package org.platscore.report;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Correction;
import org.platscore.intake.FileRead;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.MeasureValue;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** A finished run made by hand, of any number of subjects: what the report's tests look at without running the engine. */
public final class MadeUpRun {

    private static final String[] DOMAINS = {"新材料", "现代农业", "生物医药与健康"};

    private final Rulebook rules;
    private final int subjects;

    private MadeUpRun(int subjects) {
        this.subjects = subjects;
        this.rules = MadeUpRules.of();
    }

    public static AssessmentResult of(int subjects) {
        return new MadeUpRun(subjects).result();
    }

    private AssessmentResult result() {
        List<Subject> roster = new ArrayList<>();
        List<SubjectScore> scores = new ArrayList<>();
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        List<Award> awards = new ArrayList<>();
        BigFraction allocated = BigFraction.ZERO;
        for (int i = 0; i < subjects; i++) {
            roster.add(subject(i));
            values.add(measures(i));
            SubjectScore score = score(i, values.get(i));
            scores.add(score);
            standings.add(standing(i, score.total()));
            Award award = award(i);
            awards.add(award);
            allocated = allocated.add(award.amount());
        }
        Findings findings = findings();
        List<Correction> corrections = List.of(new Correction(
                0,
                "income",
                Correction.Operation.SUBTRACT,
                BigFraction.of(30_000),
                "=HYPERLINK(\"x\") 发票重复，核减",
                "审计组",
                LocalDate.of(2023, 2, 1),
                new Place("adjustments.csv", null, 2, 4, "数值")));
        List<FileRead> files = List.of(
                new FileRead("platforms", "platforms.csv", "ab".repeat(32), 1234, subjects, subjects, 0, 0),
                new FileRead("services", "service-logs/甲.csv", "cd".repeat(32), 987654, 830, 812, 9, 9),
                new FileRead("services", "service-logs/坏.csv", null, 0, 0, 0, 0, 0));
        IntakeResult intake =
                new IntakeResult(roster, Map.of(), Map.of(), corrections, List.of(), null, files, List.of(), findings);
        return new AssessmentResult(
                rules,
                intake,
                new Scores(scores, new MeasureTable(values, null)),
                standings,
                new Allocation(awards, allocated, allocated, Map.of()),
                findings,
                null,
                Map.of());
    }

    private Subject subject(int i) {
        String name = i == 0 ? "=甲检测/公共技术服务平台" : i == 1 ? "海峡两岸现代农业种质资源与生物育种公共技术服务平台（国家级）" : "第" + (i + 1) + "公共技术服务平台";
        return new Subject(
                i,
                "P" + (i < 9 ? "0" : "") + (i + 1),
                name,
                List.of("id", "name", "domain"),
                List.of("P" + (i < 9 ? "0" : "") + (i + 1), name, DOMAINS[i % DOMAINS.length]));
    }

    private Map<String, MeasureValue> measures(int i) {
        BigFraction income = BigFraction.of(5_130_000L - 100_000L * i);
        BigFraction corrected = i == 0 ? income.subtract(30_000) : null;
        Map<String, MeasureValue> values = new LinkedHashMap<>();
        values.put(
                "income",
                new MeasureValue(null, income, corrected, corrected == null ? income : corrected, null, false, 812, 9));
        BigFraction rate = i == 1 ? null : BigFraction.of(1, 3);
        values.put("rate", new MeasureValue(null, rate, null, rate, null, false, -1, -1));
        values.put("system", new MeasureValue(null, "健全", null, "健全", null, false, -1, -1));
        return values;
    }

    private SubjectScore score(int i, Map<String, MeasureValue> values) {
        List<NodeScore> groups = new ArrayList<>();
        BigFraction total = BigFraction.ZERO;
        for (RubricNode node : rules.rubric().of()) {
            List<NodeScore> leaves = new ArrayList<>();
            BigFraction sum = BigFraction.ZERO;
            for (RubricNode each : ((RubricNode.Group) node).of()) {
                RubricNode.Leaf leaf = (RubricNode.Leaf) each;
                MeasureValue value = leaf.measure() == null ? null : values.get(leaf.measure());
                boolean excluded = value != null && value.used() == null;
                BigFraction points = Exact.round(
                        leaf.weight().multiply(BigFraction.of(97 - 2 * Math.min(i, 40), 100)), 2, RoundingMode.HALF_UP);
                leaves.add(new NodeScore(
                        leaf,
                        excluded ? BigFraction.ZERO : leaf.weight(),
                        excluded ? null : points,
                        excluded ? null : points,
                        value == null ? null : value.used(),
                        excluded ? NodeScore.Status.EXCLUDED : NodeScore.Status.SCORED,
                        Message.verbatim(excluded ? "没有数据，按细则不考核" : "达到满分线的一部分，按直线计"),
                        List.of()));
                sum = excluded ? sum : sum.add(points);
            }
            groups.add(new NodeScore(
                    node, node.weight(), sum, sum, null, NodeScore.Status.SCORED, Message.verbatim("相加"), leaves));
            total = total.add(sum);
        }
        NodeScore rubric = new NodeScore(
                rules.rubric(),
                rules.fullMarks(),
                total,
                total,
                null,
                NodeScore.Status.SCORED,
                Message.verbatim(""),
                groups);
        BigFraction one = i % 2 == 0 ? BigFraction.ONE : BigFraction.ZERO;
        NodeScore bonus = new NodeScore(
                rules.bonuses().get(0),
                BigFraction.of(3),
                one,
                one,
                one,
                NodeScore.Status.SCORED,
                Message.verbatim("每项 1 分"),
                List.of());
        boolean out = subjects > 3 && i == subjects - 1;
        return new SubjectScore(
                i,
                rubric,
                List.of(bonus),
                List.of(),
                one,
                BigFraction.ZERO,
                out ? null : total.add(one),
                out ? rules.vetoes().get(0) : null);
    }

    private Standing standing(int i, @Nullable BigFraction total) {
        if (total == null) {
            return new Standing(i, null, null, List.of(), null);
        }
        int at = i == 0 ? 0 : i < 3 ? 1 : i < 30 ? 2 : 3;
        Grade grade = rules.grades().get(at);
        List<Standing.Step> path = new ArrayList<>();
        for (int g = 0; g <= at; g++) {
            path.add(new Standing.Step(
                    rules.grades().get(g), g == at, Message.verbatim(g == at ? "总分达到等次线" : "总分低于等次线")));
        }
        return new Standing(i, i + 1, grade, path, null);
    }

    private Award award(int i) {
        BigFraction base = BigFraction.of(i == 0 ? 800_000 : i < 3 ? 500_000 : 0);
        BigFraction pool = i < 3 ? BigFraction.of(1_000_000, 3) : BigFraction.ZERO;
        BigFraction limited = i == 0 ? BigFraction.of(-100_000) : BigFraction.ZERO;
        BigFraction sum = base.add(pool).add(limited);
        BigFraction amount =
                Exact.round(sum.divide(10_000), 0, RoundingMode.DOWN).multiply(10_000);
        Map<String, BigFraction> parts = new LinkedHashMap<>();
        parts.put("base", base);
        parts.put("pool", pool);
        return new Award(
                amount, parts, BigFraction.ZERO, limited, BigFraction.ZERO, amount.subtract(sum), null, Map.of());
    }

    private static Findings findings() {
        Findings findings = new Findings();
        findings.add(new Finding(
                Severity.REJECT,
                "outside-period",
                "services",
                new Place("service-logs/甲.csv", null, 17, 3, "服务日期"),
                "2020-12-31",
                "P01",
                Message.verbatim("服务日期不在考核期内"),
                Message.verbatim("核对日期；确在考核期内的，改正后重报")));
        findings.add(new Finding(
                Severity.REJECT,
                "outside-period",
                "services",
                new Place("service-logs/乙.xlsx", "服务台账", 9, 3, "服务日期"),
                "2023-01-05",
                "P01",
                Message.verbatim("服务日期不在考核期内"),
                Message.verbatim("核对日期；确在考核期内的，改正后重报")));
        findings.add(new Finding(
                Severity.WARN,
                "large-amount",
                "services",
                new Place("service-logs/乙.xlsx", "服务台账", 21, 7, "到账金额"),
                "-2,000,000",
                "P02",
                Message.verbatim("单笔金额较大，请复核"),
                Message.verbatim("对照发票，确认后不必改")));
        findings.add(new Finding(
                Severity.INFO,
                "extra-column",
                "services",
                Place.file("service-logs/甲.csv"),
                "备注, \"内部\"",
                "",
                Message.verbatim("列“备注”不在规则里，没有读取"),
                Message.verbatim("不必处理")));
        return findings;
    }
}
