package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.assessment.Assessment;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.intake.IntakeOptions;
import org.platscore.rules.RulesFile;

/** The examples of findings.md that need a whole run come out as the page says. */
class FindingsOfResultsTest {

    private static final String SENTENCE = ".+[。？.?)）]";

    private static final Pattern BLOCK = Pattern.compile("```(data|told|rules) ?(\\S*)\n(.*?)```", Pattern.DOTALL);

    private static final String RULES = """
            platscore: 1
            title: 示例
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 平台编号, type: text}
                  name: {header: 平台名称, type: text}
                  said: {header: 申报收入, type: number}
              log:
                files: log.csv
                belongs_to: who
                columns:
                  who: {header: 平台编号, type: subject, required: true}
                  paid: {header: 到账金额, type: money}
                  what: {header: 服务内容, type: text}
              reviews:
                files: reviews.csv
                belongs_to: who
                columns:
                  who: {header: 平台编号, type: subject, required: true}
                  score: {header: 评分, type: number}
            measures:
              income: {label: 服务收入, unit: 元, sum: log.paid, claimed: roster.said, tolerance: 5%}
              panel: {label: 专家评分, mean: reviews.score, at_least: 2, spread: 20, missing: exclude}
              tests: {label: 检测次数, unit: 次, count: log, where: {what: 检测}}
              growth: {label: 增长率, formula: "income / previous.income - 1", missing: exclude}
            """;

    /** From the points on: what an example does without rules of its own. */
    private static final String OUTCOME = """
            rubric:
              - {id: A, weight: 80, measure: income, score: {linear: {zero: 0, full: 200}}}
              - {id: B, weight: 10, measure: panel, score: {linear: {zero: 0, full: 100}}}
              - {id: C, weight: 10, measure: growth, score: {linear: {zero: 0, full: 1}}}
            grades:
              - {id: best, label: 优秀, min: 10, at_most: 1}
              - {id: rest, label: 其余}
            """;

    @TempDir
    Path folder;

    record Example(String code, Map<String, String> files, String outcome, String told) {
        @Override
        public String toString() {
            return code;
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String section :
                Files.readString(Path.of("src/site/markdown/findings.md")).split("(?m)^### ")) {
            Map<String, String> files = new LinkedHashMap<>();
            String outcome = OUTCOME;
            Matcher block = BLOCK.matcher(section);
            while (block.find()) {
                if (block.group(1).equals("data")) {
                    files.put(block.group(2), block.group(3));
                } else if (block.group(1).equals("rules")) {
                    outcome = block.group(3);
                } else {
                    String code = section.lines().findFirst().orElseThrow();
                    examples.add(
                            new Example(code, files, outcome, block.group(3).strip()));
                }
            }
        }
        return examples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExampleGivesItsFinding(Example example) throws IOException {
        Files.writeString(folder.resolve("platforms.csv"), "平台编号,平台名称,申报收入\nP01,甲平台,\nP02,乙平台,\n");
        Files.writeString(folder.resolve("log.csv"), "平台编号,到账金额（元）\nP01,100\n");
        Files.writeString(folder.resolve("reviews.csv"), "平台编号,评分\n");
        for (Map.Entry<String, String> file : example.files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var rules = RulesFile.read((RULES + example.outcome).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .accepted();
        List<Finding> met =
                Assessment.run(folder, rules, IntakeOptions.of(1)).findings().sorted();
        List<String> told = met.stream().map(FindingsOfResultsTest::told).toList();
        assertThat(example.told).contains(" " + example.code + " ");
        assertThat(told).contains(example.told);
        for (Finding each : met) {
            for (Lang lang : Lang.values()) {
                assertThat(each.message().in(lang)).matches(SENTENCE);
                assertThat(each.action().in(lang)).matches(SENTENCE);
            }
        }
    }

    private static String told(Finding each) {
        String place = each.place() == null ? "-" : each.place().shown();
        return (each.severity().key() + " " + each.code() + " " + place + " " + each.value() + " " + each.subject())
                .strip();
    }
}
