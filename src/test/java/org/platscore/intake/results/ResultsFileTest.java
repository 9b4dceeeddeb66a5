package org.platscore.intake.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;

/** What a run wrote into results.json comes back exactly, and anything else is told with its place. */
class ResultsFileTest {

    private static final String RULES = """
            platscore: 1
            title: 读回
            edition: 2022
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text, required: true}
                  name: {header: name, type: text, required: true}
                  kind: {header: kind, type: text}
                  score: {header: score, type: number}
                  income: {header: income, type: money, unit: 元}
            measures:
              score: {value: roster.score}
              income: {value: roster.income, missing: exclude}
              third: {formula: "score / 3"}
            rubric:
              - id: A
                weight: 100
                of:
                  - {id: A1, weight: 60, measure: score, score: {linear: {zero: 0, full: 100}}}
                  - {id: A2, weight: 40, measure: income, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: rest, label: 其他}
            rewards:
              budget: 100
              parts: [{id: share, pool: {amount: rest, by: total, for: [good, rest]}}]
              unit: 1
            """;

    @TempDir
    Path folder;

    private String json = "";

    @BeforeEach
    void run() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("platforms.csv", "id,name,kind,score,income\nP1,甲,企业,95,80\nP2,乙,,50,\n")
                .file(
                        "adjustments.csv",
                        "subject,measure,operation,value,reason,decided_by,date\nP1,income,subtract,30,重复,审计处,2023-02-01\n")
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        json = Files.readString(folder.resolve("out/results.json"), StandardCharsets.UTF_8);
    }

    @Test
    void everyFigureComesBackExactly() {
        Results results = Objects.requireNonNull(read(json).results());

        assertThat(results.title()).isEqualTo("读回");
        assertThat(results.edition()).isEqualTo("2022");
        assertThat(results.period().to()).hasToString("2022-12-31");
        assertThat(results.rulesSha256()).hasSize(64);
        assertThat(results.grades()).containsExactly(Map.entry("good", 1), Map.entry("rest", 1));
        assertThat(results.budget()).isEqualTo(Exact.of("100"));
        ResultSubject first = Objects.requireNonNull(results.subject("P1"));
        assertThat(first.total()).isEqualTo(Exact.of("77"));
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.gradeLabel()).isEqualTo("良好");
        assertThat(first.veto()).isNull();
        assertThat(first.attributes()).containsEntry("kind", "企业");
        ResultSubject.Value income = Objects.requireNonNull(first.measures().get("income"));
        assertThat(income.measured()).isEqualTo(Exact.of("80"));
        assertThat(income.corrected()).isEqualTo(Exact.of("50"));
        assertThat(income.used()).isEqualTo(Exact.of("50"));
        assertThat(Objects.requireNonNull(first.measures().get("third")).used()).isEqualTo(BigFraction.of(95, 3));
        assertThat(first.nodes()).extracting(ResultSubject.Node::id).containsExactly("A", "A1", "A2");
        ResultSubject second = Objects.requireNonNull(results.subject("P2"));
        assertThat(second.nodes().get(2).points()).isNull();
        assertThat(second.attributes()).containsEntry("kind", null);
        ResultSubject.Reward reward = second.reward();
        assertThat(Exact.sum(List.copyOf(reward.parts().values())).add(reward.rounded()))
                .isEqualTo(reward.amount());
    }

    @Test
    void membersOfLaterVersionsArePassedOver() {
        String later = json.replace("\"title\":", "\"new\": {\"a\": [1, null]}, \"title\":")
                .replace("\"rank\": 1,", "\"rank\": 1, \"extra\": [],");

        assertThat(read(later).findings()).isEmpty();
        assertThat(read("\uFEFF" + later).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"platscore_results": 2}|unreadable-file|r.json:1:23|这份结果的格式版本是 2，本程序只认得 1。
                    {"a": 1}|unreadable-file|r.json:1:1|这不是 platscore 写出的 results.json。
                    []|unreadable-file|r.json:1:1|这不是 platscore 写出的 results.json。
                    {"platscore_results": 1|unreadable-file|r.json:1:24|第 1 行第 24 列不合 JSON 的写法。
                    {"a": 1, "a": 2}|unreadable-file|r.json:1:13|第 1 行第 13 列不合 JSON 的写法。
                    {"platscore_results": 1} x|unreadable-file|r.json:1:26|第 1 行第 26 列不合 JSON 的写法。
                    {"a": 1e999999999}|unreadable-file|r.json:1:7|这个数太长或太大。
                    {"a": 1e2147483648}|unreadable-file|r.json:1:7|这个数太长或太大。
                    {"a": -1E-99999999999}|unreadable-file|r.json:1:7|这个数太长或太大。
                    {"a": NaN}|unreadable-file|r.json:1:10|第 1 行第 10 列不合 JSON 的写法。
                    """)
    void anotherFileIsTold(String text, String code, String place, String message) {
        ResultsReading reading = read(text);

        assertThat(reading.results()).isNull();
        assertThat(told(reading.findings())).containsExactly(code + " " + place + " " + message);
    }

    @Test
    void nestingTooDeepIsToldWhereItIsTooDeep() {
        assertThat(told(read("{\"a\": 1,\n\"results\": " + "[".repeat(400) + "]".repeat(400) + "}")
                        .findings()))
                .containsExactly("unreadable-file r.json:2:312 第 2 行第 312 列不合 JSON 的写法。");
    }

    @Test
    void allFaultsOfAnEditedFileAreToldTogether() {
        String edited = json.replace("\"total\": 77.00", "\"total\": \"77\"")
                .replace("\"id\": \"P2\"", "\"id\": \"P1\"")
                .replace("      \"bonus\": 0.00,\n", "");

        ResultsReading reading = read(edited);

        assertThat(reading.results()).isNull();
        assertThat(reading.findings())
                .extracting(each -> each.code() + " " + each.header())
                .containsExactlyInAnyOrder(
                        "bad-value results[0].total",
                        "missing-value results[0].bonus",
                        "missing-value results[1].bonus",
                        "duplicate-subject results[1].id");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a figure that is yes             | 50             | true  | bad-value results[0].measures.income.used
                    a figure of nothing              | 50             | []    | bad-value results[0].measures.income.used
                    an indicator's value that is yes | 95             | true  | bad-value results[0].rubric[0].of[0].value
                    """)
    void aFigureIsANumberOrAWord(String label, String number, String instead, String told) {
        String member = told.substring(told.lastIndexOf('.') + 1);
        String edited =
                json.replaceFirst("\"" + member + "\": " + number + ",", "\"" + member + "\": " + instead + ",");

        assertThat(read(edited).findings())
                .as(label)
                .extracting(each -> each.code() + " " + each.header())
                .containsExactly(told);
    }

    @ParameterizedTest(name = "{0} => {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    "title": "读回"           | "title": null        | title              | ' null “title”应是文字。'
                    "title": "读回"           | "title": 5           | title              | ' 5 “title”应是文字。'
                    "budget": 100             | "budget": "100"      | rewards.budget     | ' 100 “rewards.budget”应是数。'
                    "allocated": 100          | "allocated": null    | rewards.allocated  | ' null “rewards.allocated”应是数。'
                    "total": 77.00            | "total": "77"        | results[0].total   | P1 77 “results[0].total”应是数。
                    "rank": 1                 | "rank": 1.5          | results[0].rank    | P1 1.5 “results[0].rank”应是不小于 0 的整数。
                    "rank": 1                 | "rank": -1           | results[0].rank    | P1 -1 “results[0].rank”应是不小于 0 的整数。
                    "rank": 1                 | "rank": 2147483648   | results[0].rank    | P1 2147483648 “results[0].rank”应是不小于 0 的整数。
                    "taken": true             | "taken": "是"        | results[0].grade_path[0].taken | P1 是 “results[0].grade_path[0].taken”应是 true 或 false。
                    "from": "2021-01-01"      | "from": "2021-13-01" | period.from        | ' 2021-13-01 “period.from”应是 2022-03-05 这样的日期。'
                    "attributes": [{][^}]*[}] | "attributes": null   | results[0].attributes | P1 null “results[0].attributes”应是一个对象 {…}。
                    "attributes": [{][^}]*[}] | "attributes": [true] | results[0].attributes | P1 […] “results[0].attributes”应是一个对象 {…}。
                    "veto": null              | "veto": true         | results[0].veto    | P1 true “results[0].veto”应是一个对象 {…}。
                    "bonuses": \\[\\]     | "bonuses": {}        | results[0].bonuses | P1 {…} “results[0].bonuses”应是一个数组 […]。
                    "bonuses": \\[\\]     | "bonuses": [false]   | results[0].bonuses[0] | ' false “results[0].bonuses[0]”应是一个对象 {…}。'
                    """)
    void aMemberOfAnotherTypeIsTold(String member, String instead, String header, String told) {
        assertThat(read(json.replaceFirst(member, instead)).findings())
                .extracting(each -> each.code() + " " + each.header() + " " + each.subject() + " " + each.value() + " "
                        + each.message().in(Lang.ZH))
                .containsExactly("bad-value " + header + " " + told);
    }

    @Test
    void aFigureThatIsGoneIsNotTakenForOneWithoutAValue() {
        String used = json.replaceFirst("\"used\": 50,", "");
        String whole = json.replaceFirst("(?s)\"income\": \\{.*?},\\s*", "");

        assertThat(read(used).findings())
                .extracting(each -> each.code() + " " + each.header())
                .containsExactly("missing-value results[0].measures.income.used");
        assertThat(read(whole).findings())
                .extracting(each -> each.code() + " " + each.header() + " " + each.subject())
                .containsExactly("missing-value results[0].measures.income P1");
    }

    @Test
    void anIdIsOneInAnyCase() {
        assertThat(read(json.replace("\"id\": \"P2\"", "\"id\": \"ｐ1\"")).findings())
                .extracting(each -> each.code() + " " + each.header())
                .containsExactly("duplicate-subject results[1].id");
    }

    @Test
    void halvesOfCharactersAreReplaced() {
        Results results =
                Objects.requireNonNull(read(json.replace("\"title\": \"读回\"", "\"title\": \"读\\ud83d回\\ud83d\\ude00\""))
                        .results());

        assertThat(results.title()).isEqualTo("读\uFFFD回\uD83D\uDE00");
    }

    @Test
    void noPrefixOfAFileIsTakenForTheWhole() {
        for (int end = 0; end < json.length() - 2; end += 97) {
            ResultsReading reading = read(json.substring(0, end));
            assertThat(reading.results()).as("first %d characters", end).isNull();
            assertThat(reading.findings()).isNotEmpty();
        }
    }

    @Test
    void bytesThatAreNoTextAreToldWithTheirLine() {
        byte[] bytes = "{\n\"a\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(told(read(bytes).findings())).containsExactly("unreadable-file r.json:2:7 这里的字节不是 UTF-8 编码的文字。");
    }

    private ResultsReading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ResultsReading read(byte[] bytes) {
        try {
            return ResultsFile.read(Files.write(folder.resolve("r.json"), bytes), "r.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.code() + " "
                        + Objects.requireNonNull(each.place(), "place").shown() + " "
                        + each.message().in(Lang.ZH))
                .toList();
    }

    @Test
    void aFileThatMayNotBeReadIsToldWithTheReason() throws IOException {
        Path closed = Files.writeString(folder.resolve("closed.json"), "{}");
        assertThat(closed.toFile().setReadable(false)).isTrue();
        Finding told = ResultsFile.read(closed, "results.json").findings().get(0);
        String reason = "The file cannot be read: permission is lacking, or another program holds it.";
        if (Files.isReadable(closed)) { // by a user who may read everything, such as root
            assertThat(told.message().in(Lang.EN)).isNotEqualTo(reason);
        } else {
            assertThat(told.message().in(Lang.EN)).isEqualTo(reason);
            assertThat(told.action().in(Lang.EN)).startsWith("Make sure");
        }
    }
}
