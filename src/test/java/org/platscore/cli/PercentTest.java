package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Measures in %: shares (0.45) and percentages (45) are told alike, in every sentence. */
class PercentTest {

    private static final String RULES = Office.unitRules("比率", """
            p: {header: 占比, type: percent}
            said: {header: 申报占比, type: percent}
            n: {header: 百分数, type: number}
            low: {header: 低百分数, type: number}
            part: {header: 部分, type: number}
            sum_of: {header: 全部, type: number}
            """, """
            measures:
              p: {label: 占比, unit: "%", value: units.p, claimed: units.said}
              n: {label: 百分数, unit: "%", value: units.n}
              q: {label: 商, unit: "%", formula: "part / sum_of"}
              r: {label: 百倍, unit: "%", formula: "part / sum_of * 100"}
              s: {label: 其余, unit: "%", formula: "1 - p"}
              t: {label: 半数, unit: "%", formula: "n / 2"}
              u: {label: 少数, unit: "%", formula: "part / sum_of * 100 / 10"}
              low: {label: 低百分数, unit: "%", value: units.low}
              part: {label: 部分, value: units.part}
              sum_of: {label: 全部, value: units.sum_of}
            rubric:
              - {id: A, label: 甲, weight: 20, measure: p, score: {linear: {zero: 0%, full: 90%}}}
              - {id: B, label: 乙, weight: 20, measure: n, score: {linear: {zero: 0, full: 90}}}
              - {id: C, label: 丙, weight: 20, measure: q, score: {per_unit: {every: 4.5%, points: 1}}}
              - {id: D, label: 丁, weight: 20, measure: r, score: {steps: [{from: 90, points: 20}, {from: 45, points: 10}]}}
              - {id: E, label: 戊, weight: 10, measure: s, score: {linear: {zero: 100%, full: 10%}}}
              - {id: F, label: 己, weight: 10, measure: t, score: {linear: {zero: 0, full: 45}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: pass, label: 合格}
            """);

    private static final String UNITS = """
            编号,名称,占比,申报占比,百分数,低百分数,部分,全部
            U1,甲家,45%,50%,45,12.5,9,20
            U2,乙家,90%,90%,90,8,18,20
            """;

    @TempDir
    private static Path folder;

    private static CommandRun run;

    @BeforeAll
    static void assess() {
        run = CommandRun.withSheets(folder, Office.in(folder).rules(RULES).file("units.csv", UNITS));
    }

    @Test
    void rulesTellStandardsInPercent() {
        assertThat(run.run("check", "{dir}/data", "--explain-rules", "--lang", "zh")
                        .out())
                .contains("以占比计，0%得 0 分，90%得满分")
                .contains("以百分数计，0%得 0 分，90%得满分")
                .contains("以商计，每 4.5%得 1 分")
                .contains("90%")
                .contains("以其余计，100%得 0 分，10%得满分")
                .contains("以半数计，0%得 0 分，45%得满分")
                .doesNotContain("0.9");
    }

    @Test
    void theScoreSheetTellsValuesAndStandardsInPercent() throws IOException {
        assertThat(run.cells("out/score-sheets/U1-甲家.xlsx", 0))
                .contains("占比为 45%", "百分数为 45%", "商为 45%", "百倍为 45%", "其余为 55%", "半数为 22.5%")
                .contains("|甲|45.0%|—|90%|")
                .contains("占比由 45%达到 ")
                .doesNotContain("0.9|", "0.45");
    }

    @Test
    void thePageOfRulesTellsStandardsInPercent() throws IOException {
        assertThat(run.cells("out/assessment.xlsx", 3)).contains("90%得满分").doesNotContain("0.9 ");
    }

    @Test
    void aSmallPercentageIsNotTakenForAShare() throws IOException {
        assertThat(run.cells("out/assessment.xlsx", 2))
                .contains("|4.5", "|12.5")
                .doesNotContain("450", "1250");
    }

    @Test
    void explanationAndAdviceTellValuesInPercent() {
        assertThat(run.run("explain", "U1", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("占比为 45%", "商为 45%", "百倍为 45%")
                .doesNotContain("0.45", "0.9");
        assertThat(run.run("advise", "U1", "--run", "{dir}/out", "--lang", "zh").out())
                .contains("45%", " 个百分点：45% → ")
                .doesNotContain("0.45");
    }

    @Test
    void theExplanationOfAnIndicatorTellsBenchmarksAndPeersWithTheirUnit() throws IOException {
        Path data = Files.createDirectories(folder.resolve("held"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("比率", """
                part: {header: 占比, type: percent}
                paid: {header: 收入（万元）, type: money}
                """, """
                measures:
                  part: {label: 占比, unit: "%", value: units.part}
                  paid: {label: 收入, unit: 元, value: units.paid}
                rubric:
                  - {id: A, weight: 40, measure: part, score: {linear: {zero: 0%, full: {stat: max}}}}
                  - id: B
                    weight: 30
                    measure: part
                    score:
                      linear:
                        zero: 0%
                        full: {of: paid, bands: [{under: 50万, use: 80%}, {use: 95%}]}
                  - {id: C, weight: 30, measure: paid, score: {peers: {by: rank}}}
                """));
        Files.writeString(data.resolve("units.csv"), "编号,名称,占比,收入（万元）\nU1,甲家,45%,30.5\nU2,乙家,90%,120\n");
        CommandRun.Seen seen = run.run("assess", "{dir}/held", "--out", "{dir}/held-out", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();

        assertThat(explained("A")).contains("最大值 = 90%", "取自 2 个对象：U1 45%、U2 90%");
        assertThat(explained("B")).contains("；收入为 30.5 万元，取 80%").doesNotContain("0.8", "305,000");
        assertThat(explained("C")).contains("比较对象 2 个：U1 30.5 万元、U2 120 万元");
    }

    @Test
    void anEarlierValueIsToldWithTheUnitOfItsMeasure() throws IOException {
        Path data = Files.createDirectories(folder.resolve("grown"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("比率", """
                paid: {header: 收入（万元）, type: money}
                """, """
                measures:
                  paid: {label: 收入, unit: 元, value: units.paid}
                  growth: {label: 增长, unit: "%", formula: "paid / previous.paid - 1", missing: exclude}
                rubric:
                  - {id: A, weight: 60, measure: growth, score: {linear: {zero: 0%, full: 50%}}}
                  - {id: B, weight: 40, measure: paid, score: {linear: {zero: 0, full: 100万}}}
                """));
        Files.writeString(data.resolve("units.csv"), "编号,名称,收入（万元）\nU1,甲家,40\n");
        run.run("assess", "{dir}/grown", "--out", "{dir}/grown-first");
        Files.writeString(data.resolve("units.csv"), "编号,名称,收入（万元）\nU1,甲家,50\n");
        String earlier = "{dir}/grown-first/results.json";
        CommandRun.Seen seen = run.run("assess", "{dir}/grown", "--out", "{dir}/grown-out", "--previous", earlier);
        assertThat(seen.status()).as(seen.err()).isZero();

        assertThat(run.run("explain", "U1", "A", "--run", "{dir}/grown-out", "--lang", "zh")
                        .out())
                .contains("paid（收入）= 50 万元、previous.paid = 40 万元");
    }

    private static String explained(String indicator) {
        return run.run("explain", "U1", indicator, "--run", "{dir}/held-out", "--lang", "zh")
                .out();
    }

    @Test
    void aClaimThatIsOffIsToldInPercent() throws IOException {
        assertThat(Files.readString(folder.resolve("out/findings.csv")))
                .contains("50%")
                .doesNotContain("0.45");
    }

    @Test
    void sharesByTheirColumnAreToldInPercent() throws IOException {
        Path data = Files.createDirectories(folder.resolve("days"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("比率", "", """
                  days:
                    files: days.csv
                    belongs_to: unit
                    columns:
                      unit: {header: 编号, type: subject, required: true}
                      open: {header: 开放, type: boolean}
                      mood: {header: 评价, type: scale, values: {好: 1, 差: 0.2}}
                      marks: {header: 打分, type: scale, values: {好: 100, 差: 20}}
                      hours: {header: 机时, type: number}
                    derive: {use: "hours / 8"}
                measures:
                  open: {label: 开放率, unit: "%", mean: days.open}
                  mood: {label: 好评率, unit: "%", mean: days.mood}
                  marks: {label: 好评度, unit: "%", mean: days.marks}
                  use: {label: 利用率, unit: "%", mean: days.use}
                rubric:
                  - {id: A, weight: 25, measure: open, score: {linear: {zero: 0%, full: 100%}}}
                  - {id: B, weight: 25, measure: mood, score: {linear: {zero: 0%, full: 100%}}}
                  - {id: C, weight: 25, measure: marks, score: {linear: {zero: 0, full: 100}}}
                  - {id: D, weight: 25, measure: use, score: {linear: {zero: 0%, full: 100%}}}
                """));
        Files.writeString(data.resolve("units.csv"), "编号,名称\nU1,甲家\n");
        Files.writeString(data.resolve("days.csv"), "编号,开放,评价,打分,机时\nU1,是,好,好,6\nU1,否,差,差,4\n");
        CommandRun.Seen seen = run.run("assess", "{dir}/days", "--out", "{dir}/days-out", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(run.run("explain", "U1", "--run", "{dir}/days-out", "--lang", "zh")
                        .out())
                .contains("开放率为 50%", "好评率为 60%", "好评度为 60%", "利用率为 62.5%");
    }

    @Test
    void whatNoBandTakesIsToldWithItsUnit() throws IOException {
        Path data = Files.createDirectories(folder.resolve("bands"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("比率", """
                rate: {header: 比率, type: percent}
                income: {header: 收入（元）, type: money}
                """, """
                measures:
                  rate: {label: 比率, unit: "%", value: units.rate}
                  income: {label: 收入, unit: 元, value: units.income}
                rubric:
                  - {id: A, weight: 40, measure: income, score: {by: {of: rate, bands: [{under: 30%, use: {linear: {zero: 0, full: 100万}}}]}}}
                  - {id: B, weight: 30, measure: rate, score: {by: {of: income, bands: [{under: 20万, use: {linear: {zero: 0%, full: 90%}}}]}}}
                  - {id: C, weight: 30, measure: rate, score: {linear: {zero: 0%, full: 90%}}}
                """));
        Files.writeString(data.resolve("units.csv"), "编号,名称,比率,收入（元）\nU1,甲家,45%,250000\n");
        CommandRun.Seen seen = run.run("assess", "{dir}/bands", "--out", "{dir}/bands-out", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(Files.readString(folder.resolve("bands-out/findings.csv")))
                .contains("比率为 45%，没有规定评分方法", "收入为 25 万元，没有规定评分方法");
    }

    @Test
    void whatAFormulaOnlyAsksOrMultipliesByMakesNoShareOfIt() throws IOException {
        Path data = Files.createDirectories(folder.resolve("factors"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("比率", """
                open: {header: 开放, type: boolean}
                mood: {header: 评价, type: scale, values: {好: 1, 差: 0.8}}
                rate: {header: 自评, type: integer}
                """, """
                measures:
                  open: {label: 开放, value: units.open}
                  mood: {label: 系数, value: units.mood}
                  rate: {label: 自评, value: units.rate}
                  aim: {label: 目标率, unit: "%", formula: "IF(open = 1, 60, 30)"}
                  done: {label: 修正率, unit: "%", formula: "rate * mood"}
                rubric:
                  - {id: A, weight: 50, measure: aim, score: {linear: {zero: 0, full: 90}}}
                  - {id: B, weight: 50, measure: done, score: {linear: {zero: 0, full: 90}}}
                """));
        Files.writeString(data.resolve("units.csv"), "编号,名称,开放,评价,自评\nU1,甲家,是,差,85\n");
        CommandRun.Seen seen = run.run("assess", "{dir}/factors", "--out", "{dir}/factors-out", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(run.run("explain", "U1", "--run", "{dir}/factors-out", "--lang", "zh")
                        .out())
                .contains("目标率为 60%", "修正率为 68%");
    }

    @Test
    void percentagesAmongThePlainNumbersOfARosterAreToldOnceWhateverFilesTheyStandIn() throws IOException {
        Path data = Files.createDirectories(folder.resolve("parts"));
        Files.writeString(data.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: 比率
                period: {from: 2024-01-01, to: 2024-12-31}
                inputs:
                  units:
                    files: "units*.csv"
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text, required: true}
                      name: {header: 名称, type: text, required: true}
                      rate: {header: 完成率, type: number}
                measures:
                  rate: {label: 完成率, value: units.rate}
                rubric:
                  - {id: A, weight: 100, measure: rate, score: {linear: {zero: 0, full: 1}}}
                """);
        Files.writeString(data.resolve("units1.csv"), "编号,名称,完成率\nU1,甲家,87%\nU2,乙家,90\n");
        Files.writeString(data.resolve("units2.csv"), "编号,名称,完成率\nU3,丙家,92%\nU4,丁家,\n");
        Files.writeString(data.resolve("units3.csv"), "编号,名称,完成率\nU5,戊家,95%\nU6,己家,96\n");
        assertThat(run.run("check", "{dir}/parts", "--format", "csv", "--lang", "zh")
                        .out()
                        .lines()
                        .filter(each -> each.contains("unit-unclear")))
                .singleElement()
                .asString()
                .contains("units1.csv,,2,完成率,87%");
    }
}
