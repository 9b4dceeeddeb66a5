package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Cells of personal columns, and residents' numbers among credit codes, are masked where rows behind a figure are told. */
class PersonalRowsTest {

    private static final String RULES = Office.unitRules("回访", "", """
              calls:
                files: calls.csv
                belongs_to: unit
                columns:
                  unit: {header: 单位, type: subject, required: true}
                  phone: {header: 电话, type: text, personal: true}
                  pay: {header: 月薪, type: number, personal: true}
                  code: {header: 代码, type: credit-code}
                derive: {year: "pay * 12"}
            measures:
              people: {label: 人数, unit: 人, distinct: calls.phone}
              pay: {label: 月薪合计, sum: calls.pay, spread: 20}
              year: {label: 年薪合计, sum: calls.year}
              firms: {label: 单位数, unit: 家, distinct: calls.code}
              calls: {label: 次数, unit: 次, count: calls}
            rubric:
              - {id: A, label: 回访, weight: 100, measure: people, score: {formula: "people + (pay + year + firms + calls) * 0"}}
            """);

    @TempDir
    Path folder;

    @BeforeEach
    void assess() {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\n")
                .file("calls.csv", """
                        单位,电话,月薪,代码
                        P1,tel-one,7001,914403001922038216
                        P1,tel-one,7002,11010519491231002X
                        P1,tel-two,7903,914403001922038216
                        """)
                .rules(RULES);
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
    }

    @Test
    void personalCellsBehindAFigureAreMasked() {
        for (String format : new String[] {"text", "json"}) {
            assertThat(rows(format))
                    .contains("***", "914403001922038216", "110105************")
                    .doesNotContain("tel-one", "TEL-ONE", "tel-two", "7001", "7903", "84012", "94836", "19491231");
        }
    }

    @Test
    void aResidentsNumberInTheRosterIsMaskedWhereAMethodIsChosenByItOrAColumnMadeOfIt() throws Exception {
        Office.in(folder)
                .file("units.csv", "编号,名称,代码\nP1,甲,11010519491231002X\n")
                .rules(Office.unitRules("代码", "code: {header: 代码, type: credit-code}", """
                            derive: {owner: code}
                        measures:
                          owner: {label: 业主, value: roster.owner}
                        rubric:
                          - id: A
                            weight: 100
                            measure: owner
                            score: {by: {of: roster.code, cases: {914403001922038216: {levels: {else: 50}}}, else: {levels: {else: 100}}}}
                        """));
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();

        String told = run("explain", "P1", "--rows", "--run", folder + "/out").out();
        assertThat(told + Files.readString(folder.resolve("out/results.json")))
                .contains("代码为 110105************", "原文“110105************”")
                .doesNotContain("19491231");
    }

    @Test
    void aResidentsNumberInADerivedColumnIsMaskedAmongTheRowsBehindAFigure() {
        Office.in(folder)
                .rules(RULES.replace("year: \"pay * 12\"", "year: \"pay * 12\", firm: code")
                        .replace("calls.code", "calls.firm"));
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        for (String format : new String[] {"text", "json"}) {
            assertThat(rows(format))
                    .contains("914403001922038216", "110105************")
                    .doesNotContain("19491231");
        }
    }

    @Test
    void aResidentsNumberThatABenchmarkIsChosenByIsMasked() {
        Office.in(folder)
                .file("units.csv", "编号,名称,代码,数\nP1,甲,11010519491231002X,5\n")
                .rules(Office.unitRules("代码", """
                        code: {header: 代码, type: credit-code}
                        size: {header: 数, type: number}
                        """, """
                        measures:
                          size: {label: 数, value: roster.size}
                        rubric:
                          - id: A
                            weight: 100
                            measure: size
                            score: {linear: {zero: 0, full: {of: roster.code, cases: {914403001922038216: 8}, else: 10}}}
                        """));
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        for (String format : new String[] {"text", "json"}) {
            assertThat(rows(format)).doesNotContain("19491231");
        }
        assertThat(rows("json")).contains("chosen_by", "110105************");
    }

    @Test
    void aNumberOfABatchIsShownWhateverItLooksLike() throws Exception {
        String told = roster("batch: {header: 代码, type: text}", "batch", "11010519491231002X");
        assertThat(told).contains("11010519491231002X").doesNotContain("***");
    }

    @Test
    void aResidentsNumberThatACorrectionSetsIsMasked() throws Exception {
        Office.in(folder).file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP1,业主,核定,110105194912310021,更正,李\n");
        String told = roster("code: {header: 代码, type: credit-code}", "code", "914403001922038216");
        assertThat(told).contains("914403001922038216", "110105************").doesNotContain("19491231");
    }

    @Test
    void aResidentsNumberThatIsShiftedBeyondTheHeadsIsMasked() throws Exception {
        Office.in(folder)
                .rules(RULES.replace(", personal: true", ""))
                .file("calls.csv", "单位,电话,月薪,代码\nP1,tel,7001,914403001922038216\nP1,t,el,7001,11010519491231002X\n");
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/findings.csv")))
                .contains("extra-cells", "110105************")
                .doesNotContain("19491231");
    }

    /** Assesses a roster whose column is a measure, and returns what results.json and {@code explain} tell. */
    private String roster(String column, String name, String cell) throws Exception {
        Office.in(folder)
                .file("units.csv", "编号,名称,代码\nP1,甲," + cell + "\n")
                .rules(Office.unitRules("代码", column, """
                        measures:
                          owner: {label: 业主, value: roster.%s}
                        rubric:
                          - {id: A, weight: 100, measure: owner, score: {levels: {else: 100}}}
                        """.formatted(name)));
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        return run("explain", "P1", "--rows", "--run", folder + "/out").out()
                + Files.readString(folder.resolve("out/results.json"));
    }

    @Test
    void sumsStillCountThem() {
        assertThat(rows("text")).contains("rows that count: 3, sum 21,906").contains("rows that count: 3, sum 262,872");
    }

    @Test
    void theSumOfTheRowsThatAreLeftOutIsMasked() {
        Office.in(folder)
                .rules(RULES.replace(
                        "derive: {year", "checks: [{id: well-paid, reject: {pay: {over: 7500}}}]\n    derive: {year"));
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(rows("text"))
                .contains("rows that count: 2, sum 14,003", "left out: 1, sum ***")
                .doesNotContain("7,903", "94,836");
        assertThat(rows("json")).contains("\"sum\": 14003", "\"sum\": \"***\"").doesNotContain("7903", "94836");
    }

    @Test
    void howFarAPersonalValueIsOffIsNotTold() throws Exception {
        assertThat(Files.readString(folder.resolve("out/findings.csv")))
                .contains("reviewers-disagree")
                .doesNotContain("901")
                .doesNotContain("7002")
                .doesNotContain("7,002");
    }

    @Test
    void theMedianThatAPersonalValueIsFarOffIsNotTold() throws Exception {
        StringBuilder rows = new StringBuilder("单位,电话,月薪,代码\n");
        for (int i = 0; i < 11; i++) {
            rows.append("P1,tel-")
                    .append(i)
                    .append(i == 3 ? ",9900099," : ",7001,")
                    .append("\n");
        }
        Office.in(folder).file("calls.csv", rows.toString());
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/far", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(Files.readString(folder.resolve("far/findings.csv")))
                .contains("off its column's median ***")
                .doesNotContain("7001")
                .doesNotContain("7,001")
                .doesNotContain("9900099");
    }

    private String rows(String format) {
        CommandRun.Seen seen =
                run("explain", "P1", "--run", folder + "/out", "--rows", "--format", format, "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();
        return seen.out();
    }

    private CommandRun.Seen run(String... arguments) {
        return new CommandRun(folder).run(arguments);
    }
}
