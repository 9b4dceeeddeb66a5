package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objections in practice: a correction is decided, the run repeated, what moved is told, and every run can be verified. */
class ObjectionTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String RULES = """
            platscore: 1
            title: 平台考核
            edition: 2022
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: 编号, name: 名称}
                columns:
                  编号: {header: 编号, type: text, required: true}
                  名称: {header: 名称, type: text, required: true}
                  staff: {header: 人数, type: number}
              services:
                files: services.csv
                belongs_to: platform
                columns:
                  platform: {header: 平台, type: subject, required: true}
                  amount: {header: 到账金额（元）, type: money}
            measures:
              income: {label: 服务收入, unit: 元, sum: services.amount}
              staff: {label: 人数, value: roster.staff, missing: exclude}
              per_head: {label: 人均收入, formula: "income / staff", missing: exclude}
            rubric:
              - id: A
                label: 效益
                weight: 80
                of:
                  - {id: A1, label: 服务收入, weight: 50, measure: income, score: {linear: {zero: 0, full: 1000}}}
                  - {id: A2, label: 人均收入, weight: 30, measure: per_head, score: {linear: {zero: 0, full: 100}}}
              - {id: B, label: 位次, weight: 20, measure: income, score: {peers: {by: rank}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: pass, label: 合格}
            rewards:
              budget: 1万
              parts: [{id: pool, label: 绩效奖励, pool: {amount: rest, by: total, for: [good]}}]
              unit: 100
            """;

    private static final String LARGE_ONLY =
            RULES.replace("sum: services.amount", "sum: services.amount, where: {amount: {min: 400}}");

    @TempDir
    Path folder;

    private Path data = Path.of("");

    private record Seen(int status, String out, String err) {}

    @BeforeEach
    void anAssessmentIsDone() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        write("scoring-rules.yaml", RULES);
        write("platforms.csv", "编号,名称,人数\nP1,甲,10\nP2,乙,10\nP3,丙,\n");
        write("services.csv", "平台,到账金额（元）\nP1,900\nP2,500\nP2,300\nP3,400\n");
        assess("first");
    }

    @Test
    void aCorrectionIsTracedToEveryFigureThatItMoves() throws IOException {
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核减,200,异议复核：一份合同重复计入,复核组,2023-03-20\n");
        assess("second");

        Seen told = run("compare", out("first"), out("second"), "--fail-on-change");

        assertThat(told.status).isEqualTo(4);
        assertThat(told.out.lines().skip(1))
                .containsExactly(
                        "规则相同。",
                        "P2 乙",
                        "  总分 74 → 84（+10），名次 2 → 1，奖励 4,500 元 → 5,600 元（+1,100），来自其他单位",
                        "    B 位次  +10（10 → 20），来自其他单位",
                        "P1 甲",
                        "  总分 92 → 66（−26），名次 1 → 2，奖励 5,500 元 → 4,400 元（−1,100），来自更正",
                        "    A1 服务收入  −10（45 → 35）：数值 900 元 → 700 元，来自更正",
                        "    A2 人均收入  −6（27 → 21）：数值 90 → 70，来自更正",
                        "    B 位次  −10（20 → 10）：数值 900 元 → 700 元，来自更正",
                        "    服务收入：900 元 → 700 元（更正）",
                        "    人均收入：90 → 70（更正）",
                        "有变化 2 家，新增 0 家，减少 0 家，没有变化 1 家。");
        assertThat(run("compare", out("first"), out("first"), "--fail-on-change").status)
                .isZero();
    }

    /** From the results alone a changed cell cannot be told from a formula; the manifests say whether there may be one. */
    @Test
    void whatMayBeOtherDataIsNotPutDownToACorrectionBesideItAlone() throws IOException {
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核定,800,复核,复核组,2023-03-20\n");
        assess("corrected");
        write("platforms.csv", "编号,名称,人数\nP1,甲,12\nP2,乙,10\nP3,丙,\n");
        assess("other");

        assertThat(run("compare", out("first"), out("other")).out)
                .contains("    服务收入：900 元 → 800 元（更正）\n", "    人数：10 → 12（数据或更正）\n");
        assertThat(run("compare", out("first"), out("corrected")).out).contains("    人均收入：90 → 80（更正）\n");
        Files.delete(folder.resolve("first/manifest.json"));
        assertThat(run("compare", out("first"), out("corrected")).out).contains("    人均收入：90 → 80（数据或更正）\n");
    }

    @Test
    void pointsThatTheRulesDoNotRoundAreNotPadded() throws IOException {
        write(
                "scoring-rules.yaml",
                RULES.replace("edition: 2022", "rounding: {indicator: none, total: none}")
                        .replace("full: 1000}", "full: 7000}"));
        assess("one");
        write("services.csv", "平台,到账金额（元）\nP1,910\nP2,500\nP2,300\nP3,400\n");
        assess("two");

        Seen told = run("compare", out("one"), out("two"), "--format", "csv", "--xlsx", out("two.xlsx"));

        assertThat(told.status).as(told.err).isZero();
        assertThat(told.out).contains(",0.3,0,").doesNotContain("0.30", ",0.0,", ",0.00");
        assertThat(new CommandRun(folder).cells("two.xlsx", 0)).contains("|53.4286|53.8|0.3714|");
    }

    @Test
    void theResultsOfARunAreAListThatIsPaidAlike() throws IOException {
        Seen paid = run(
                "reward",
                out("first") + "/results.json",
                "--rules",
                data.resolve("scoring-rules.yaml").toString());

        assertThat(paid.status).as(paid.err).isZero();
        List<String> expected = new ArrayList<>(
                List.of(Files.readString(folder.resolve("first/rewards.csv")).split("\r\n")));
        expected.removeIf(line -> line.startsWith("合计"));
        assertThat(paid.out.split("\r\n")).containsExactlyElementsOf(expected);

        Seen bare = run(
                "reward",
                out("first") + "/scores.csv",
                "--rules",
                data.resolve("scoring-rules.yaml").toString());
        assertThat(bare.status).as(bare.err).isZero();
        assertThat(bare.out).isEqualTo(paid.out);
    }

    @Test
    void newDataAndNewRulesAndNewSubjectsAreToldApart() throws IOException {
        write("services.csv", "平台,到账金额（元）\nP1,900\nP2,500\nP2,350\nP4,100\n");
        write("platforms.csv", "编号,名称,人数\nP1,甲方,10\nP2,乙,10\nP4,丁,\n");
        assess("later");
        JsonNode subjects = compared("first", "later");

        assertThat(subject(subjects, "P2").at("/causes/0").asString()).isEqualTo("data");
        assertThat(subject(subjects, "P1").get("renamed").asBoolean()).isTrue();
        assertThat(subject(subjects, "P1").at("/before/name").asString()).isEqualTo("甲");
        assertThat(subject(subjects, "P3").get("status").asString()).isEqualTo("gone");
        assertThat(subject(subjects, "P4").get("status").asString()).isEqualTo("new");

        write("scoring-rules.yaml", RULES.replace("full: 1000", "full: 2000"));
        assess("rules");
        JsonNode other = compared("later", "rules");
        assertThat(subject(other, "P1").get("causes").toString()).isEqualTo("[\"rules\"]");
        assertThat(subject(other, "P1").at("/split/0/id").asString()).isEqualTo("A1");
    }

    @Test
    void whatAFormulaTakesBesideItsMeasureIsNotPutDownToOthers() throws IOException {
        write(
                "scoring-rules.yaml",
                RULES.replace(
                        "measure: per_head, score: {linear: {zero: 0, full: 100}}",
                        "measure: income, score: {formula: \"MIN(weight, value / staff / 4)\"}"));
        assess("formula");
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,人数,核定,12,社保记录,复核组,2023-03-20\n");
        assess("corrected");

        assertThat(run("compare", out("formula"), out("corrected")).out)
                .contains("    A2 人均收入  −3.75（22.5 → 18.75），来自更正\n");
    }

    @Test
    void aTargetOfItsOwnThatIsAnotherIsNotPutDownToOthersAlone() throws IOException {
        write(
                "scoring-rules.yaml",
                RULES.replace("rubric:", "  target: {label: 目标, formula: \"staff * 200\", missing: exclude}\nrubric:")
                        .replace(
                                "measure: per_head, score: {linear: {zero: 0, full: 100}}",
                                "measure: income, score: {linear: {zero: 0, full: target}}"));
        assess("target");
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,人数,核定,12,社保记录,复核组,2023-03-20\n");
        assess("corrected");

        assertThat(run("compare", out("target"), out("corrected")).out)
                .contains("    A2 人均收入  −2.25（13.5 → 11.25），来自更正、其他单位\n");
    }

    @Test
    void aFactOfTheRosterThatIsAnotherIsNotPutDownToOthersAlone() throws IOException {
        String scaled = RULES.replace("staff: {header: 人数, type: number}", """
                staff: {header: 人数, type: number}
                      class: {header: 类别, type: choice, choices: [A, B]}""")
                .replace(
                        "{peers: {by: rank}}",
                        "{by: {of: roster.class, cases: {A: {linear: {zero: 0, full: 1000}}},"
                                + " else: {peers: {by: rank}}}}");
        write("scoring-rules.yaml", scaled);
        write("platforms.csv", "编号,名称,人数,类别\nP1,甲,10,A\nP2,乙,10,A\nP3,丙,,B\n");
        assess("classes");
        write("platforms.csv", "编号,名称,人数,类别\nP1,甲,10,A\nP2,乙,10,B\nP3,丙,,B\n");
        assess("moved");

        JsonNode subjects = compared("classes", "moved");
        assertThat(subject(subjects, "P2").get("causes").toString()).isEqualTo("[\"data\",\"others\"]");
        assertThat(subject(subjects, "P2").at("/split/0/causes").toString()).isEqualTo("[\"data\",\"others\"]");
        assertThat(subject(subjects, "P1").get("causes").toString()).isEqualTo("[\"others\"]");
    }

    @Test
    void aFactOfTheRosterThatIsAnotherIsNamedWithBothValues() throws IOException, InvalidFormatException {
        write(
                "scoring-rules.yaml",
                RULES.replace("staff: {header: 人数, type: number}", """
                staff: {header: 人数, type: number}
                      class: {header: 类别, type: choice, choices: [A, B]}
                      founded: {header: 年份, type: number}""")
                        .replace(
                                "{peers: {by: rank}}",
                                "{by: {of: roster.class, cases: {A: {linear: {zero: 0, full: 1000}}},"
                                        + " else: {peers: {by: rank}}}}"));
        write("platforms.csv", "编号,名称,人数,类别,年份\nP1,甲,10,A,2001\nP2,乙,10,A,\nP3,丙,,B,2003\n");
        assess("classes");
        write("platforms.csv", "编号,名称,人数,类别,年份\nP1,甲,10,A,2001\nP2,乙,10,B,2002.5\nP3,丙,,B,2003\n");
        assess("moved");

        JsonNode subjects = compared("classes", "moved");
        assertThat(subject(subjects, "P2").get("attributes").toString())
                .isEqualTo("[{\"column\":\"class\",\"before\":\"A\",\"after\":\"B\"},"
                        + "{\"column\":\"founded\",\"before\":null,\"after\":2002.5}]");
        assertThat(subject(subjects, "P1").get("attributes").toString()).isEqualTo("[]");
        assertThat(csv("classes", "moved")).anyMatch(row -> row.contains(",class: A → B;founded:  → 2002.5,"));
        Seen told = run("compare", out("classes"), out("moved"), "--xlsx", out("moved.xlsx"));
        assertThat(told.out).contains("    名册中的类别：A → B\n    名册中的年份：无 → 2002.5\n");
        try (XSSFWorkbook book = new XSSFWorkbook(folder.resolve("moved.xlsx").toFile())) {
            assertThat(book.getSheetAt(0).getCellComments().values())
                    .extracting(note -> note.getString().getString())
                    .containsExactly("名册中的类别：A → B\n名册中的年份：无 → 2002.5");
        }
    }

    @Test
    void otherRulesAreACauseOfEveryChange() throws IOException {
        String whole = RULES.replace("edition: 2022", "edition: 2022\nrounding: {total: 0}");
        write("scoring-rules.yaml", whole);
        write("platforms.csv", "编号,名称,人数\nP1,甲,10\nP2,乙,11\nP3,丙,\n");
        write("services.csv", "平台,到账金额（元）\nP1,5000\nP2,800\nP3,400\n");
        assess("whole");
        write("scoring-rules.yaml", whole.replace("budget: 1万", "budget: 2万"));
        write("services.csv", "平台,到账金额（元）\nP1,6000\nP2,800\nP3,400\n");
        assess("budget");
        write(
                "scoring-rules.yaml",
                whole.replace("budget: 1万", "budget: 2万")
                        .replace("weight: 80\n", "weight: 80\n    combine: geometric\n"));
        assess("joined");

        JsonNode paid = subject(compared("whole", "budget"), "P1");
        assertThat(paid.get("split")).isEmpty();
        assertThat(paid.get("causes").valueStream().map(JsonNode::asString)).containsExactly("data", "rules");

        JsonNode joined = subject(compared("budget", "joined"), "P2");
        assertThat(joined.get("total_change").asInt()).isZero();
        assertThat(joined.get("status").asString()).isEqualTo("changed");
        assertThat(joined.get("causes").valueStream().map(JsonNode::asString)).containsExactly("rules");
    }

    @Test
    void whatOtherRulesMadeOfTheSameDataIsNotCalledData() throws IOException {
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP2,服务收入,核减,100,异议复核,复核组,2023-03-20\n");
        assess("corrected");
        write("scoring-rules.yaml", LARGE_ONLY);
        assess("large");

        JsonNode second = subject(compared("corrected", "large"), "P2");
        assertThat(second.get("causes").toString()).isEqualTo("[\"rules\"]");
        assertThat(second.at("/figures/0").toString())
                .isEqualTo(
                        "{\"measure\":\"income\",\"before\":700,\"after\":400,\"cause\":\"rules\",\"causes\":[\"rules\"]}");
        assertThat(second.get("split")
                        .valueStream()
                        .map(each -> each.get("causes").toString()))
                .isNotEmpty()
                .containsOnly("[\"rules\"]");
        assertThat(run("compare", out("corrected"), out("large")).out)
                .contains("    服务收入：700 元 → 400 元（规则）\n", "    人均收入：70 → 40（规则）\n")
                .doesNotContain("数据", "更正");
    }

    @Test
    void aFigureThatDataOrOtherRulesMayHaveMovedIsToldSo() throws IOException {
        write("scoring-rules.yaml", LARGE_ONLY);
        write("services.csv", "平台,到账金额（元）\nP1,950\nP2,500\nP2,300\nP3,400\n");
        assess("both");
        assertThat(run("compare", out("first"), out("both")).out)
                .contains("    服务收入：900 元 → 950 元（数据或规则）\n", "    服务收入：800 元 → 500 元（数据或规则）\n");
        JsonNode figure = subject(compared("first", "both"), "P1").at("/figures/0");
        assertThat(figure.get("cause").isNull()).isTrue();
        assertThat(figure.get("causes").toString()).isEqualTo("[\"data\",\"rules\"]");

        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核减,50,异议复核,复核组,2023-03-20\n");
        write("scoring-rules.yaml", RULES);
        assess("corrected");
        assertThat(run("compare", out("both"), out("corrected")).out).contains("    服务收入：950 元 → 900 元（更正或规则）\n");
    }

    @Test
    void thatDataAreTheSameIsTakenFromManifestsAlone() throws IOException {
        write("scoring-rules.yaml", LARGE_ONLY);
        assess("large");
        Files.copy(folder.resolve("large/results.json"), folder.resolve("large.json"));
        String known = "    服务收入：800 元 → 500 元（规则）\n";
        String open = "    服务收入：800 元 → 500 元（数据或规则）\n";
        assertThat(run("compare", out("first"), out("large")).out).contains(known);
        assertThat(run("compare", out("first"), out("large.json")).out).contains(open);

        run("assess", data.toString(), "--out", out("charset"), "--score-sheets=false", "--charset", "UTF-8");
        assertThat(run("compare", out("first"), out("charset")).out).contains(open);

        Path results = folder.resolve("large/results.json");
        Files.writeString(results, Files.readString(results) + " ");
        assertThat(run("compare", out("first"), out("large")).out).contains(open);
    }

    @Test
    void aCorrectionThatStandsMovesNothing() throws IOException {
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核减,200,异议复核,复核组,2023-03-20\n");
        assess("corrected");
        write("services.csv", "平台,到账金额（元）\nP1,1000\nP2,500\nP2,300\nP3,400\n");
        assess("later");
        assertThat(run("compare", out("corrected"), out("later")).out)
                .contains(
                        "    A1 服务收入  +5（35 → 40）：数值 700 元 → 800 元，来自数据\n",
                        "    服务收入：700 元 → 800 元（数据）\n",
                        "    人均收入：70 → 80（数据）\n")
                .doesNotContain("更正");
        assertThat(subject(compared("first", "later"), "P1")
                        .at("/figures/0/causes")
                        .toString())
                .isEqualTo("[\"data\",\"correction\"]");

        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核减,300,异议复核,复核组,2023-03-20\n");
        write("services.csv", "平台,到账金额（元）\nP1,1200\nP2,500\nP2,300\nP3,400\n");
        assess("both");
        assertThat(run("compare", out("later"), out("both")).out)
                .contains("    服务收入：800 元 → 900 元（数据或更正）\n", "    人均收入：80 → 90（数据或更正）\n");
    }

    @Test
    void aMeasureThatOtherRulesAddComesFromThem() throws IOException {
        write("services.csv", "平台,到账金额（元）\nP1,950\nP2,800\nP3,400\n");
        write(
                "scoring-rules.yaml",
                RULES.replace("rubric:", "  visits: {label: 服务次数, count: services}\nrubric:")
                        .replace("measure: income, score: {peers", "measure: visits, score: {peers"));
        assess("second");

        assertThat(run("compare", out("first"), out("second")).out).contains("    服务次数：无 → 1（规则）\n");
        assertThat(run("compare", out("second"), out("first")).out).contains("    服务次数：1 → 无（规则）\n");
    }

    @Test
    void theSplitOfEveryTotalAddsUpExactly() throws IOException {
        write("services.csv", "平台,到账金额（元）\nP1,333.33\nP2,777.7\nP3,1\n");
        write(
                "scoring-rules.yaml",
                RULES.replace("    label: 效益\n", "    label: 效益\n    combine: geometric\n") + "bonuses:\n"
                        + "  - {id: F1, limit: 5, measure: income, score: {per_unit: {every: 100, points: 1}}}\n"
                        + "  - {id: F2, limit: 5, measure: staff, score: {per_unit: {every: 2, points: 1}}}\n"
                        + "bonus_limit: 6\ndeductions:\n  - {id: G1, limit: 9, measure: income, score: {per_unit: {every: 99, points: 1}}}\n"
                        + "deduction_limit: 4\ntotal_limit: 90\n");
        assess("second");

        JsonNode subjects = compared("first", "second");
        for (JsonNode subject : subjects) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode shift : subject.get("split")) {
                sum = sum.add(shift.get("change").decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(subject.get("total_change").decimalValue());
        }
        List<String> lines = csv("first", "second");
        List<String> heads = List.of(lines.get(0).split(",", -1));
        int change = heads.indexOf("total_change");
        int first = heads.indexOf("A1");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            BigDecimal sum = BigDecimal.ZERO;
            for (String cell : cells.subList(first, cells.size())) {
                sum = sum.add(new BigDecimal(cell));
            }
            assertThat(sum).as(line).isEqualByComparingTo(new BigDecimal(cells.get(change)));
        }
        assertThat(heads.get(heads.size() - 1)).isEqualTo("limits");
    }

    @Test
    void theWorkbookOfAComparisonIsTheSameEachTime() throws IOException {
        write("services.csv", "平台,到账金额（元）\nP1,900\nP2,700\nP3,400\n");
        assess("second");
        for (String name : List.of("a.xlsx", "b.xlsx")) {
            Seen seen = run(
                    "compare",
                    out("first"),
                    out("second"),
                    "--xlsx",
                    folder.resolve(name).toString());
            assertThat(seen.status).as(seen.err).isZero();
        }
        assertThat(folder.resolve("a.xlsx")).hasSameBinaryContentAs(folder.resolve("b.xlsx"));
        assertThat(Files.list(folder)
                        .filter(each -> each.getFileName().toString().startsWith(".")))
                .isEmpty();
    }

    @Test
    void whatIsNoResultIsToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"platscore_results\": 7}");

        Seen broken = run("compare", folder.resolve("broken.json").toString(), out("first"));
        assertThat(broken.status).isEqualTo(1);
        assertThat(broken.out).isEmpty();
        assertThat(broken.err).contains("broken.json:1:23  这份结果的格式版本是 7，本程序只认得 1。");
        assertThat(run("compare", folder.resolve("none").toString(), out("first")).status)
                .isEqualTo(2);
    }

    @Test
    void aManifestOfAnotherFormatIsNotTakenForThisOne() throws IOException {
        Path manifest = Path.of(out("first")).resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"platscore_manifest\": 1", "\"platscore_manifest\": 2"));

        Seen seen = run("verify", out("first"));
        assertThat(seen.status).isEqualTo(4);
        assertThat(seen.err).contains("manifest.json:2:25  这份结果的格式版本是 2，本程序只认得 1。");
    }

    @Test
    void aFinishedRunStands() throws IOException {
        Seen seen = run("verify", out("first"));

        assertThat(seen.status).as(seen.out).isZero();
        assertThat(seen.out).endsWith("核对完毕：每个数字都成立。\n");

        Files.move(data, folder.resolve("moved"));
        Seen elsewhere =
                run("verify", out("first"), "--input", folder.resolve("moved").toString());
        assertThat(elsewhere.status).as(elsewhere.out).isZero();
        Seen lost = run("verify", out("first"));
        assertThat(lost.status).isEqualTo(4);
        assertThat(lost.out).contains("不见了  ../data/services.csv").contains("请用 --input 指出它现在的位置");
    }

    @Test
    void aRunNamedThroughALinkElsewhereStands() throws IOException {
        Path place = Files.createDirectories(folder.resolve("links/below"));
        Path link = Files.createSymbolicLink(place.resolve("latest"), folder.resolve("first"));

        Seen seen = run("verify", link.toString());
        assertThat(seen.status).as(seen.out).isZero();
        assertThat(run("explain", "P1", "--run", link.toString()).status).isZero();
    }

    @Test
    void aRunThatMovedTogetherWithItsDataStands() throws IOException {
        Path place = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(data, place.resolve("data"));
        Files.move(folder.resolve("first"), place.resolve("first"));

        assertThat(run("verify", place.resolve("first").toString()).status).isZero();
    }

    @Test
    void aRunWithEarlierResultsAndFilesLeftOutStands() throws IOException {
        write("scoring-rules.yaml", RULES.replace("income / staff", "income / staff + previous.income"));
        write("services.csv", "平台,到账金额（元）\nP1,950\nP2,500\n\"P3,400\n");
        Seen made = run(
                "assess",
                data.toString(),
                "--out",
                out("later"),
                "--score-sheets=false",
                "--previous",
                out("first") + "/results.json",
                "--skip-unreadable");
        assertThat(made.status).as(made.err).isZero();

        Seen seen = run("verify", out("later"));

        assertThat(seen.status).as(seen.out + seen.err).isZero();
    }

    @Test
    void oneChangedDigitInTheResultsIsNamed() throws IOException {
        Path results = folder.resolve("first/results.json");
        Files.writeString(results, Files.readString(results).replaceFirst("\"used\": 900", "\"used\": 901"));

        Seen seen = run("verify", out("first"));

        assertThat(seen.status).isEqualTo(4);
        assertThat(seen.out)
                .contains("  已改动  results.json\n")
                .contains("  P1  results[P1].measures.income.used：901 → 900\n")
                .endsWith("核对完毕：共 3 处不一致。\n");
    }

    @Test
    void oneChangedCellInAnInputIsNamedWithAllThatItChanges() throws IOException {
        write("services.csv", "平台,到账金额（元）\nP1,900\nP2,500\nP2,310\nP3,400\n");
        write("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\n");

        Seen seen = run("verify", out("first"));

        assertThat(seen.status).isEqualTo(4);
        assertThat(seen.out)
                .contains("  已改动  ../data/services.csv\n")
                .contains("  新增    adjustments.csv\n")
                .contains("  P2  results[P2].measures.income.used：800 → 810\n")
                .contains("  P2  results[P2].rubric[A].of[A1].points：40.00 → 40.50\n")
                .contains("  已改动  assessment.xlsx\n");
    }

    @Test
    void outputsAndManifestsThatAreGoneOrDamagedAreNamed() throws IOException {
        Files.delete(folder.resolve("first/notice.xlsx"));
        Files.writeString(folder.resolve("first/scores.csv"), "x");
        Seen seen = run("verify", out("first"));
        assertThat(seen.status).isEqualTo(4);
        assertThat(seen.out).contains("不见了  notice.xlsx\n").contains("已改动  scores.csv\n");

        Files.writeString(folder.resolve("first/manifest.json"), "{");
        assertThat(run("verify", out("first")).status).isEqualTo(4);
        Files.delete(folder.resolve("first/manifest.json"));
        assertThat(run("verify", out("first")).status).isEqualTo(4);
        assertThat(run("verify", out("none")).status).isEqualTo(2);
    }

    private JsonNode compared(String before, String after) {
        Seen seen = run("compare", out(before), out(after), "--format", "json");
        assertThat(seen.status).as(seen.err).isZero();
        return MAPPER.readTree(seen.out).get("subjects");
    }

    private List<String> csv(String before, String after) {
        Seen seen = run("compare", out(before), out(after), "--format", "csv");
        assertThat(seen.status).as(seen.err).isZero();
        return List.of(seen.out.replace("\uFEFF", "").strip().split("\r\n"));
    }

    private static JsonNode subject(JsonNode subjects, String id) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        subjects.forEach(each -> byId.put(each.get("id").asString(), each));
        return Objects.requireNonNull(byId.get(id), id);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(data.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private void assess(String name) {
        Seen seen = run("assess", data.toString(), "--out", out(name), "--score-sheets=false");
        assertThat(seen.status).as(seen.err).isZero();
    }

    private static Seen run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", "zh"));
        int status = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Seen(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
