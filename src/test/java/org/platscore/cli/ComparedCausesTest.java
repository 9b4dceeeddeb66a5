package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** What a change is said to come from, where the subject's own figures moved and so did others'. */
class ComparedCausesTest {

    private static final String RULES = Office.unitRules("原因", "x: {header: 甲数, type: number}", """
            measures:
              x: {label: 甲数, value: units.x}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 10}}}
            rewards:
              budget: 1万
              parts:
                - {id: own, label: 按数, rate: {of: x, percent: 100%}}
                - {id: pool, label: 按分, pool: {amount: rest, by: total}}
            """);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void assess() {
        assess("before", "20.00001", "5");
        assess("own", "21.00001", "5");
        assess("both", "20.00002", "8");
    }

    @Test
    void moneyThatOthersMayHaveMovedIsNotBlamedOnAFigureWithoutEffectAlone() {
        assertThat(compared("both")).contains("U1 甲家\n  总分 100，", "来自数据、其他单位\n");
    }

    @Test
    void othersAreNotBlamedWhereNothingOfTheirsDiffers() {
        assertThat(compared("own"))
                .contains("U1 甲家\n  总分 100，", "来自数据\n", "来自其他单位\n")
                .doesNotContain("来自数据、");
    }

    @Test
    void figuresThatDifferDoNotLookAlike() {
        assertThat(compared("both")).contains("20.00001 → 20.00002").doesNotContain("≈20 → ≈20");
    }

    /** U1 does better, and gets less, since U2 does better still; of U3 nothing changes. */
    @Test
    void othersAreNamedWhereTheyMovedTheStandardThatAFigureOfItsOwnIsHeldAgainst(@TempDir Path two) {
        String rules = Office.unitRules("基准", "x: {header: 甲数, type: number}", """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, label: 甲, weight: 40, measure: x, score: {linear: {zero: 0, full: {stat: max}}}}
                  - {id: B, label: 乙, weight: 30, measure: x, score: {peers: {by: min-max}}}
                  - {id: C, label: 丙, weight: 30, measure: x, score: {linear: {zero: 0, full: 100}}}
                """);
        CommandRun run =
                twice(two, rules, "编号,名称,甲数\nU1,甲家,5\nU2,乙家,10\nU3,丙家,1\n", "编号,名称,甲数\nU1,甲家,6\nU2,乙家,20\nU3,丙家,1\n");
        assertThat(compared(run))
                .contains(
                        "    A 甲  −8（20 → 12）：数值 5 → 6，来自数据、其他单位\n",
                        "→ 7.89）：数值 5 → 6，来自数据、其他单位\n",
                        "    C 丙  +0.3（1.5 → 1.8）：数值 5 → 6，来自数据\n",
                        "    A 甲  −2（4 → 2），来自其他单位\n");
    }

    /** That U1 stays good is decided; that its share grows, for U2 is no longer good. */
    @Test
    void moneyIsNotADecisionsThatLeavesTheGradeAsItWas(@TempDir Path decided) {
        Office office = Office.in(decided)
                .rules(Office.unitRules("议定", "x: {header: 甲数, type: number}", """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 10}}}
                grades:
                  - {id: good, label: 良好, min: 60}
                  - {id: fail, label: 不合格}
                rewards:
                  budget: 1万
                  parts:
                    - {id: pool, label: 均分, pool: {amount: rest, by: equal, for: [good]}}
                """))
                .file("units.csv", "编号,名称,甲数\nU1,甲家,9\nU2,乙家,8\nU3,丙家,1\n");
        CommandRun run = new CommandRun(decided);
        run.run("assess", "{dir}/data", "--out", "{dir}/before");
        office.file("decisions.csv", "编号,等次,理由,决定人\nU1,良好,会议,局长\nU2,不合格,会议,局长\n");
        run.run("assess", "{dir}/data", "--out", "{dir}/after");

        assertThat(compared(run))
                .contains(
                        "U1 甲家\n  总分 90，奖励 5,000 元 → 10,000 元（+5,000），来自会议决定、其他单位\n",
                        "U2 乙家\n  总分 80，等次 良好 → 不合格，奖励 5,000 元 → 0 元（−5,000），来自会议决定\n");
    }

    @Test
    void measuresAreToldByLabelAndUnitAsTheLaterRulesHaveThem(@TempDir Path named) throws Exception {
        String rules = Office.unitRules("单位", """
                              x: {header: 甲数, type: money, unit: 元}
                              s: {header: 占比, type: percent}""", """
                measures:
                  x: {label: 服务收入, unit: 元, value: units.x}
                  s: {label: 中小微占比, unit: "%", value: units.s}
                rubric:
                  - {id: A, label: 甲, weight: 60, measure: x, score: {linear: {zero: 0, full: 1000万}}}
                  - {id: B, label: 乙, weight: 40, measure: s, score: {linear: {zero: 0, full: 100%}}}
                """);
        CommandRun run = twice(named, rules, "编号,名称,甲数,占比\nU1,甲家,5130000,45%\n", "编号,名称,甲数,占比\nU1,甲家,5100000.5,50%\n");

        CommandRun.Seen told =
                run.run("compare", "{dir}/before", "{dir}/after", "--xlsx", "{dir}/compared.xlsx", "--lang", "zh");

        assertThat(told.out())
                .contains(
                        "：数值 513 万元 → 5,100,000.5 元，来自数据\n",
                        "：数值 45% → 50%，来自数据\n",
                        "    服务收入：513 万元 → 5,100,000.5 元（数据）\n",
                        "    中小微占比：45% → 50%（数据）\n");
        assertThat(run.cells("compared.xlsx", 1)).contains("服务收入（元）|5,130,000|5,100,000.5|", "中小微占比（%）|45|50|");
        assertThat(run.run("compare", "{dir}/before", "{dir}/after", "--lang", "en")
                        .out())
                .contains("    服务收入: 5,130,000 yuan → 5,100,000.5 yuan (data)\n");
    }

    @Test
    void aSubjectIsFoundByItsIdInAnyCase(@TempDir Path renamed) {
        CommandRun run = twice(renamed, RULES, "编号,名称,甲数\nu1,甲家,4\nU2,乙家,8\n", "编号,名称,甲数\nU1,甲公司,5\nU2,乙家,8\n");

        assertThat(compared(run)).contains("U1 甲公司（原为 u1 甲家）\n", "数值 4 → 5");
    }

    /** U1 and U3 have other ids now. 乙家 is U1's name now, but U2's successor is nobody: an id that is there is who it was. */
    @Test
    void aSubjectWhoseIdIsNowhereIsFoundByItsName(@TempDir Path renamed) throws IOException {
        CommandRun run = twice(
                renamed, RULES, "编号,名称,甲数\nU1,甲家,4\nU2,乙家,8\nU3,丙家,6\n", "编号,名称,甲数\nU1,乙家,5\nV3,丙 家,7\nV4,甲家,8\n");

        assertThat(compared(run))
                .contains("U1 乙家（原为 U1 甲家）\n", "V3 丙 家（原为 U3 丙家）\n", "有变化 2 家，新增 1 家，减少 1 家，没有变化 0 家。");

        Path before = renamed.resolve("before/results.json");
        Files.writeString(before, Files.readString(before).replace("乙家", "丙家"));
        assertThat(compared(run)).as("a name that two had says nothing").contains("有变化 1 家，新增 2 家，减少 2 家，没有变化 0 家。");

        Path after = renamed.resolve("after/results.json");
        Files.writeString(after, Files.readString(after).replace("甲家", "丙家"));
        Files.writeString(before, Files.readString(before).replaceFirst("丙家", "乙家"));
        assertThat(compared(run))
                .as("of two with one name now the first is meant")
                .contains("有变化 2 家，新增 1 家，减少 1 家，没有变化 0 家。");
    }

    @Test
    void factsOfTheRosterAreToldByHeadAndUnitAYearUngrouped(@TempDir Path facts) throws Exception {
        String rules = Office.unitRules("单位", """
                              x: {header: 甲数, type: number}
                              opened: {header: 建成年份, type: integer}
                              value: {header: 设备原值, type: money, unit: 万元}
                              own: {header: 自筹占比, type: percent}
                              open: {header: 对外开放, type: boolean}
                              field: {header: [所属领域, 领域], type: text}""", """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 10}}}
                """);
        String head = "编号,名称,甲数,建成年份,设备原值,自筹占比,对外开放,领域\n";
        CommandRun run =
                twice(facts, rules, head + "U1,甲家,5,2015,513,45%,否,\n", head + "U1,甲家,6,2016,510.00005,50%,是,新材料\n");

        assertThat(compared(run)).contains("""
                            名册中的建成年份：2015 → 2016
                            名册中的设备原值：5,130,000 元 → 5,100,000.5 元
                            名册中的自筹占比：45% → 50%
                            名册中的对外开放：否 → 是
                            名册中的所属领域：无 → 新材料
                        """.indent(0));
    }

    /** Assesses a roster and then another by the same rules. */
    private static CommandRun twice(Path scratch, String rules, String before, String after) {
        CommandRun run = new CommandRun(scratch);
        for (String[] each : new String[][] {{"before", before}, {"after", after}}) {
            Office.in(scratch).rules(rules).file("units.csv", each[1]);
            CommandRun.Seen seen = run.run("assess", "{dir}/data", "--out", "{dir}/" + each[0]);
            assertThat(seen.status()).as(seen.err()).isZero();
        }
        return run;
    }

    private static String compared(CommandRun run) {
        return run.run("compare", "{dir}/before", "{dir}/after", "--lang", "zh").out();
    }

    private static void assess(String out, String first, String second) {
        Office.in(folder).rules(RULES).file("units.csv", "编号,名称,甲数\nU1,甲家," + first + "\nU2,乙家," + second + "\n");
        CommandRun.Seen seen = new CommandRun(folder).run("assess", "{dir}/data", "--out", "{dir}/" + out);
        assertThat(seen.status()).as(seen.err()).isZero();
    }

    private static String compared(String after) {
        return new CommandRun(folder)
                .run("compare", "{dir}/before", "{dir}/" + after, "--lang", "zh")
                .out();
    }
}
