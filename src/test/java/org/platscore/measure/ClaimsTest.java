package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;
import tools.jackson.databind.JsonNode;

/** Figures beside the measured one: what subjects claim, what an earlier run found, what reviewers make of it. */
class ClaimsTest {

    private static final String RULES = """
            platscore: 1
            title: 比对
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text}
                  name: {header: name, type: text}
                  said: {header: said, type: number}
                  kind: {header: kind, type: text}
                  guess: {header: guess, type: number}
              log:
                files: log.csv
                belongs_to: who
                columns:
                  who: {header: who, type: subject, required: true}
                  amount: {header: 金额（元）, type: money}
                  score: {header: score, type: number}
            measures:
              income: {label: 收入, unit: 元, sum: log.amount, claimed: roster.said%s}
              panel: {label: 评分, mean: log.score, claimed: roster.guess, tolerance: 100%%, spread: 20, trim: 1, missing: exclude}
              kind: {label: 类别, value: roster.kind, missing: exclude}
              growth: {label: 增长, formula: "income / previous.income - 1", missing: exclude}
              rise: {label: 总分, formula: "previous.total", missing: 7}
              was: {label: 往年类别, formula: 'IF(previous.kind = "甲", 1, 0)', missing: exclude}
            rubric:
              - {id: A, weight: 100, measure: income, score: {linear: {zero: 0, full: 2000}}}
            """;

    @TempDir
    Path folder;

    private Office office(String tolerance, String said, String... rows) {
        return office(tolerance, said, "", rows);
    }

    private Office office(String tolerance, String said, String guess, String[] rows) {
        return Office.in(folder)
                .rules(RULES.formatted(tolerance))
                .file("platforms.csv", "id,name,said,kind,guess\nP1,甲平台," + said + ",甲," + guess + "\nP2,乙平台,,乙,\n")
                .file("log.csv", "who,金额（元）,score\nP2,0,\n" + String.join("\n", rows) + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                            | tolerance          | said | paid  | told
            equal                              | ''                 | 100  | 100   | false
            off by a fen without tolerance     | ''                 | 100  | 99.99 | true
            just within, of the measured       | ', tolerance: 5%'  | 105  | 100   | false
            just beyond, of the measured       | ', tolerance: 5%'  | 95.2 | 100.3 | true
            less is off as well                | ', tolerance: 5%'  | 95   | 100   | false
            nothing measured                   | ', tolerance: 5%'  | 1    | 0     | true
            a negative figure                  | ', tolerance: 10%' | -91  | -100  | false
            nothing claimed                    | ''                 | ''   | 100   | false
            """)
    void aClaimIsHeldAgainstTheMeasuredFigure(String label, String tolerance, String said, String paid, boolean told) {
        Office.Outcome outcome = office(tolerance, said, "P1," + paid + ",").assess();
        JsonNode income = outcome.of("P1").get("measures").get("income");
        assertThat(outcome.findings().contains("claim-mismatch")).isEqualTo(told);
        assertThat(decimal(income.get("claimed"))).isEqualTo(said.isEmpty() ? null : new BigDecimal(said));
        assertThat(decimal(income.get("used"))).isEqualByComparingTo(paid);
    }

    @Test
    void aClaimOfWhatWasNotMeasuredIsTold() {
        Office.Outcome outcome = office("", "", "1", new String[] {"P1,1,"}).assess();
        assertThat(outcome.findings()).contains("“评分”申报 1，但没有核算出数值；申报数不计");
    }

    /** P2 has no guess, so that the mean of the others, 4, stands in, and its whole is 104. */
    @ParameterizedTest
    @CsvSource({"104, false", "103, true"})
    void aClaimOfAFormulaIsHeldAgainstWhatCountsWithTheStatisticThatStandsIn(String said, boolean told) {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES.formatted("")
                        .replace("claimed: roster.said", "missing: error")
                        .replace("measures:", """
                                measures:
                                  guess: {label: 估计, value: roster.guess, missing: {stat: mean}}
                                  whole: {label: 合计, formula: income + guess, claimed: roster.said}"""))
                .file("platforms.csv", "id,name,said,kind,guess\nP1,甲平台,,甲,4\nP2,乙平台," + said + ",乙,\n")
                .file("log.csv", "who,金额（元）,score\nP1,100,\nP2,100,\n")
                .assess();
        assertThat(outcome.of("P2").get("measures").get("whole").get("measured").decimalValue())
                .isEqualByComparingTo("104");
        assertThat(outcome.findings().contains("“合计”申报 " + said + "，核算 104")).isEqualTo(told);
        assertThat(outcome.findings().contains("“合计”申报")).isEqualTo(told);
    }

    @Test
    void aValueFarOffTheMedianIsToldAtItsPlace() {
        Office.Outcome outcome = office(", tolerance: 100%", "", "P1,,70", "P1,,90.5", "P1,,71", "P1,,51", "P1,,50.99")
                .assess();
        assertThat(outcome.findings().lines().filter(line -> line.contains("reviewers-disagree")))
                .containsExactly(
                        "warn,reviewers-disagree,log,log.csv,,4,score,90.5,P1,“评分”的这个值与中位数 70 相差 20.5，超过 20。,请评分人复核；照常计入。");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                               | asked                                     | rows                          | told
            always trimmed                        | 'trim: 1'                                 | 'P1,,60 P1,,61'               | 只有 2 个值，不到 3 个
            more asked for than is trimmed        | 'trim: 1, at_least: 4'                    | 'P1,,60 P1,,61'               | 只有 2 个值，不到 4 个
            too few to be trimmed at all          | 'trim: {drop: 1, from: 5}, at_least: 2'   | 'P1,,60'                      | 只有 1 个值，不到 2 个
            enough to be trimmed away             | 'trim: {drop: 2, from: 3}'                | 'P1,,60 P1,,61 P1,,62'        | 只有 3 个值，不到 5 个
            """)
    void howManyValuesAreNeededIsTold(String label, String asked, String rows, String told) {
        Office.Outcome outcome = office("", "", rows.split(" "))
                .rules(RULES.formatted("").replace("trim: 1", asked))
                .assess();
        assertThat(outcome.findings()).contains("P1 甲平台 的“评分”" + told + "，按缺值处理");
    }

    @Test
    void anEarlierRunIsReadExactlyAndByIdInAnyCase() {
        office("", "", "P1,333.33,", "p2,100,").assess().results();
        Path earlier = folder.resolve("out/results.json");
        Office now = office("", "", "P1,1000,", "P2,150,");
        now.file("previous/results.json", read(earlier).replace("\"P2\"", "\"p2\""));
        Office.Outcome outcome = now.assess();
        assertThat(decimal(outcome.of("P1").get("measures").get("growth").get("used")))
                .isEqualByComparingTo("2.00003000030000300003000030000");
        assertThat(decimal(outcome.of("P2").get("measures").get("growth").get("used")))
                .isEqualTo(new BigDecimal("0.5"));
        assertThat(decimal(outcome.of("P1").get("measures").get("rise").get("used")))
                .isEqualTo(new BigDecimal("16.67"));
        assertThat(decimal(outcome.of("P1").get("measures").get("was").get("used")))
                .isEqualTo(BigDecimal.ONE);
        assertThat(outcome.findings()).doesNotContain("no-value");
        assertThat(read(folder.resolve("out/manifest.json")))
                .contains("\"previous\": \"previous/results.json\"")
                .contains("\"path\": \"../data/previous/results.json\"");
    }

    @Test
    void withoutAnEarlierRunItsFiguresAreMissingWhichIsTold() {
        Office.Outcome outcome = office("", "", "P1,10,").assess();
        JsonNode measures = outcome.of("P1").get("measures");
        assertThat(measures.get("growth").get("used").isNull()).isTrue();
        assertThat(measures.get("rise").get("used").isNull()).isTrue();
        assertThat(outcome.findings()).contains("warn,no-value,previous,,");
    }

    @Test
    void whoIsNotInTheEarlierRunOrHadAnotherNameThereIsTold() {
        office("", "", "P1,10,").assess().results();
        String earlier = read(folder.resolve("out/results.json")).replace("2022-12-31", "2021-12-31");
        Office office = office("", "", "P1,10,");
        office.file("other.json", earlier.replace("\"P2\"", "\"P3\"").replace("甲平台", "甲 平台"));
        assertThat(with(office, "other.json").findings())
                .contains("warn,no-value,previous,other.json,,,,,P2,上次结果里没有编号 P2（乙平台 在那里的编号是 P3）")
                .doesNotContain("ambiguous-value");
        office.file("other.json", earlier.replace("\"P2\"", "\"P3\"").replace("乙平台", "丙平台"));
        assertThat(with(office, "other.json").findings())
                .contains("warn,no-value,previous,other.json,,,,,P2,上次结果里没有 P2 乙平台");
        office.file("other.json", earlier.replace("乙平台", "丙平台"));
        assertThat(with(office, "other.json").findings())
                .contains("warn,ambiguous-value,previous,other.json,,,,,P2,编号 P2 在上次结果里是“丙平台”，现在是“乙平台”")
                .doesNotContain("no-value");
    }

    @Test
    void resultsThatDoNotEndBeforeTheseAreTold() {
        office("", "", "P1,10,").assess().results();
        String same = read(folder.resolve("out/results.json"));
        Office office = office("", "", "P1,10,");
        office.file("other.json", same);
        assertThat(with(office, "other.json").findings())
                .contains("warn,ambiguous-value,previous,other.json,,,,,,上次结果的考核期是 2021-01-01 至 2022-12-31，不早于这次的");
        office.file("other.json", same.replace("2022-12-31", "2022-12-30"));
        assertThat(with(office, "other.json").findings()).doesNotContain("ambiguous-value");
    }

    @Test
    void anEarlierRunThatDoesNotFitIsTold() {
        office("", "", "P1,10,").assess().results();
        String earlier = read(folder.resolve("out/results.json"));
        Office office = office("", "", "P1,10,");
        office.file("other.json", earlier.replace("\"income\"", "\"revenue\""));
        assertThat(with(office, "other.json").findings()).contains("上次结果里没有度量“income”");
        office.file("other.json", earlier.replaceAll("(\"kind\": \\{[^}]*\"used\": )\"甲\"", "$14"));
        Office.Outcome typed = with(office, "other.json");
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.findings()).contains("stop,bad-value,previous,other.json");
        office.file("other.json", "{}");
        Office.Outcome foreign = with(office, "other.json");
        assertThat(foreign.exit()).isEqualTo(1);
        assertThat(foreign.findings()).contains("unreadable-file");
        assertThat(with(office, "missing.json").exit()).isEqualTo(2);
    }

    private Office.Outcome with(Office office, String name) {
        return office.assess("--previous", folder.resolve("data").resolve(name).toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNull() ? null : node.decimalValue();
    }
}
