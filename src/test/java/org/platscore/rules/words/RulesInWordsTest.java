package org.platscore.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.Office;
import org.platscore.finding.Lang;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** The rules told back. {@code -Dgolden=write} writes the texts of the sample anew; read them before you commit them. */
class RulesInWordsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/platscore/rules/words");

    private static final Rulebook SAMPLE =
            RulesFile.read(Path.of("scoring-rules.yaml")).accepted();

    @ParameterizedTest
    @EnumSource(Lang.class)
    void theSampleRulesAreToldInPlainWords(Lang lang) throws IOException {
        Path golden = FOLDER.resolve("sample." + lang.key() + ".txt");
        String told = RulesInWords.of(SAMPLE).stream()
                .map(each -> "  ".repeat(each.level()) + each.in(lang) + "\n")
                .collect(Collectors.joining());
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, told, StandardCharsets.UTF_8);
        }
        assertThat(told).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void noNameOfTheFileIsLeftWhereThereIsALabel() {
        String told =
                RulesInWords.of(SAMPLE).stream().map(each -> each.in(Lang.ZH)).collect(Collectors.joining("\n"));

        assertThat(SAMPLE.measures())
                .allSatisfy(measure -> assertThat(told).doesNotContainPattern("\\b" + measure.name() + "\\b"));
    }

    @ParameterizedTest
    @CsvSource({
        "service_income / staff, 服务收入 ÷ 专职人员数, 服务收入 ÷ 专职人员数",
        "'MIN(weight, -2 * staff)', '取小(分值, −2 × 专职人员数)', 'the least of (weight, −2 × 专职人员数)'",
        "D >= 18 AND NOT staff <> 3, 服务效益 ≥ 18 且 并非 专职人员数 ≠ 3, 服务效益 ≥ 18 and not 专职人员数 ≠ 3",
        "ABS(staff - 3), 绝对值(专职人员数 − 3), the absolute value of (专职人员数 − 3)",
        "previous.staff - 1, 上次的专职人员数 − 1, the earlier 专职人员数 − 1",
        "accreditation = \"A * B\", 资质认定 = \"A * B\", 资质认定 = \"A * B\""
    })
    void aFormulaIsToldWithLabelsAndSigns(String source, String chinese, String english) {
        RulesWording wording = new RulesWording(SAMPLE);

        assertThat(wording.told(source).in(Lang.ZH)).isEqualTo(chinese);
        assertThat(wording.told(source).in(Lang.EN)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "'fixed: {bands: [{from: 70, amount: 5万}], for: [good]}', '定额：总分 70 分及以上 5 万元，限于良好'",
        "'fixed: {good: 5万}', 定额：良好 5 万元",
        "'rate: {of: staff, percent: 5%, for: [good], limit: 3万}', '按专职人员数计奖：5%，最高 3 万元，限于良好'",
        "'pool: {amount: 9万, by: equal, for: [excellent, good]}', '资金池为 9 万元，平均分配，限于优秀、良好'",
        "'pool: {amount: 9万, by: equal}', '资金池为 9 万元，平均分配'"
    })
    void aPartIsToldWithTheGradesThatTakePart(String part, String words) throws IOException {
        String sample = Files.readString(Path.of("scoring-rules.yaml"), StandardCharsets.UTF_8);
        String rules = sample.substring(0, sample.indexOf("\nrewards:"))
                + "\nrewards:\n  budget: 100万\n  parts:\n    - {id: one, label: 奖励一, " + part + "}\n";
        Rulebook rulebook =
                RulesFile.read(rules.getBytes(StandardCharsets.UTF_8)).accepted();

        assertThat(Objects.requireNonNull(rulebook.rewards())
                        .parts()
                        .get(0)
                        .sentence(new RulesWording(rulebook))
                        .in(Lang.ZH))
                .isEqualTo(words);
        assertThat(RulesInWords.of(rulebook).stream().map(each -> each.in(Lang.ZH)))
                .contains("奖励一：" + words + "。");
    }

    @Test
    void aColumnOfTheRosterIsToldFromOneOfTheSameLabel() {
        String rules = """
                platscore: 1
                title: 试评细则
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  units:
                    label: 平台名册
                    files: units.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text}
                      name: {header: 名称, type: text}
                      code: {header: 信用代码, type: credit-code}
                      class: {header: 类别, type: text}
                      rate: {header: 系数, type: number}
                  log:
                    files: log.csv
                    belongs_to: unit
                    columns:
                      unit: {header: 单位, type: subject, required: true}
                      code: {header: 信用代码, type: credit-code}
                      class: {header: 类别, type: text}
                    derive: {share: "IF(class = roster.class, roster.rate, 1)"}
                    checks:
                      - {id: own, reject: {code: {same_as: roster.code}}}
                measures:
                  n: {label: 次数, sum: log.share, where: {roster.class: 甲, class: 乙}}
                rubric:
                  - {id: A, weight: 100, measure: n, for: {class: 甲}, score: {linear: {zero: 0, full: 10}}}
                """;
        assertThat(told(rules, Lang.ZH))
                .contains("信用代码与平台名册.信用代码相同")
                .contains("平台名册.类别为甲，且类别为乙")
                .contains("如果(类别 = 平台名册.类别, 系数, 1)")
                .contains("只考核这样的平台：类别为甲。");
    }

    @Test
    void tooFewPartsOfTheWholeMeanNoAssessment() {
        String rules = "at_least: 2\n" + Office.unitRules("试评细则", "x: {header: 甲数, type: number}", """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, weight: 40, measure: x, score: {linear: {zero: 0, full: 10}}}
                  - id: G
                    weight: 60
                    at_least: 2
                    of:
                      - {id: B, weight: 30, measure: x, score: {linear: {zero: 0, full: 10}}}
                      - {id: C, weight: 30, measure: x, score: {linear: {zero: 0, full: 20}}}
                """);
        assertThat(told(rules, Lang.ZH))
                .containsOnlyOnce("下列各项中参与考核的不足 2 项时，不予评定。")
                .containsOnlyOnce("参与考核的不足 2 项时，整组不考核。");
        assertThat(told(rules, Lang.EN))
                .containsOnlyOnce("With fewer than 2 of the following left, there is no assessment.")
                .containsOnlyOnce("With fewer than 2 left, the group is left out.");
    }

    @ParameterizedTest
    @CsvSource({
        "'peers: {by: min-max}', '最轻的扣 0 分、最重的扣满', '0 points off for the mildest'",
        "'peers: {by: rank, lower_is_better: true}', '比它轻的占比，相同的算一半（数值低者为重）', '(lower is graver)'",
        "'peers: {by: share-of-best}', '按与全部比较对象中最重的之比扣分', 'the gravest value'",
        "'peers: {by: z-score}', '加三个标准差扣满', 'the full deduction at the mean plus three'",
        "'peers: {by: z-score, lower_is_better: true}', '减三个标准差扣满', '0 points off at the mean plus three'",
        "'formula: \"MIN(3, value)\"', '按公式取小(3, 甲数) 扣分', 'off by the formula'"
    })
    void aDeductionIsToldAsOneWhateverItsMethod(String method, String chinese, String english) {
        String rules = Office.unitRules("试评细则", "x: {header: 甲数, type: number}", """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, weight: 100, measure: x, score: {linear: {zero: 0, full: 10}}}
                deductions:
                  - {id: G, limit: 3, measure: x, score: {%s}}
                """.formatted(method));

        assertThat(told(rules, Lang.ZH)).contains(chinese).doesNotContain("最好", "不如");
        assertThat(told(rules, Lang.EN)).contains(english).doesNotContain("best", "worse", "worst");
    }

    @Test
    void aDayIsBeforeOrAfterAnother() {
        String rules = Office.unitRules(
                "试评细则",
                "x: {header: 甲数, type: number}\nday: " + "{header: 成立日期, type: date, min: 2000-01-01, max: 2022-12-31}",
                """
                measures:
                  x: {label: 甲数, value: units.x}
                rubric:
                  - {id: A, weight: 30, measure: x, for: {day: {min: 2010-01-01}}, score: {linear: {zero: 0, full: 10}}}
                  - {id: B, weight: 30, measure: x, for: {day: {max: 2011-01-01}}, score: {linear: {zero: 0, full: 20}}}
                  - {id: C, weight: 20, measure: x, for: {day: {over: 2012-01-01}}, score: {linear: {zero: 0, full: 30}}}
                  - {id: D, weight: 20, measure: x, for: {day: {under: 2013-01-01}}, score: {linear: {zero: 0, full: 40}}}
                """);

        assertThat(told(rules, Lang.ZH))
                .contains("“成立日期”不早于 2000-01-01，不晚于 2022-12-31")
                .contains("成立日期不早于 2010-01-01。", "成立日期不晚于 2011-01-01。")
                .contains("成立日期晚于 2012-01-01。", "成立日期早于 2013-01-01。");
        assertThat(told(rules, Lang.EN))
                .contains("\"成立日期\": not before 2000-01-01, not after 2022-12-31")
                .contains("成立日期 is not before 2010-01-01.", "成立日期 is not after 2011-01-01.")
                .contains("成立日期 is after 2012-01-01.", "成立日期 is before 2013-01-01.");
    }

    private static String told(String rules, Lang lang) {
        return RulesInWords.of(
                        RulesFile.read(rules.getBytes(StandardCharsets.UTF_8)).accepted())
                .stream()
                .map(each -> each.in(lang))
                .collect(Collectors.joining("\n"));
    }
}
