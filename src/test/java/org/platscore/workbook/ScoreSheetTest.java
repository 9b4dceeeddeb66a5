package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.cli.Main;

/** What an operator reads on its score sheet: which rows do not count and what they hold, what it claimed, what was decided. */
class ScoreSheetTest {

    private static final String RULES = """
            platscore: 1
            title: 平台绩效考核评分细则
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 编号, type: text, required: true}
                  name: {header: 名称, type: text, required: true}
                  claimed: {header: 申报收入（元）, type: money}
              services:
                files: services.csv
                belongs_to: platform
                columns:
                  record: {header: 服务编号, type: text}
                  platform: {header: 平台编号, type: subject, required: true}
                  date: {header: 服务日期, type: date, required: true}
                  amount: {header: 到账金额（元）, type: money, required: true}
                  hours: {header: 机时, type: number, required: true}
                checks:
                  - {id: outside-period, reject: {date: {outside: period}}, because: 服务日期不在考核期内}
                  - {id: repeated, unique: [record], because: 服务编号重复，保留第一条}
            measures:
              income: {label: 服务收入, unit: 元, sum: services.amount, claimed: roster.claimed, tolerance: 5%}
              hours: {label: 服务机时, unit: 小时, sum: services.hours}
            rubric:
              - {id: A, label: 收入, weight: 60, measure: income, score: {linear: {zero: 0, full: 10万}}}
              - {id: B, label: 机时, weight: 20, measure: hours, score: {linear: {zero: 0, full: 100}}}
              - {id: C, label: 分档, weight: 5, measure: hours, score: {steps: [{over: 50, points: 2}, {from: 100, points: 0}, {else: 5}]}}
              - {id: D, label: 折线, weight: 5, measure: hours, score: {curve: [[10, 5], [60, 5], [100, 0]]}}
              - {id: E, label: 标准分, weight: 5, measure: hours, score: {peers: {by: z-score, lower_is_better: true}}}
              - {id: F, label: 位次, weight: 5, measure: hours, score: {peers: {by: rank, within: name}}}
            deductions:
              - {id: G, label: 闲置, limit: 2, measure: hours, score: {per_unit: {every: 30, points: 1}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: pass, label: 合格}
            """;

    private static final String SERVICES = """
            服务编号,平台编号,服务日期,到账金额（元）,机时
            S1,P1,2021-03-05,50000,40
            S2,P1,2023-03-05,20000,5
            S3,P1,2020-03-05,30000,2.5
            S1,P1,2021-04-05,1200,1
            S5,P1,2021-04-05,约3万,约8
            S6,P1,昨天,4000,约8
            """;

    @TempDir
    private static Path folder;

    private static List<List<String>> front;
    private static List<List<String>> data;
    private static List<List<String>> rows;

    @BeforeAll
    static void assess() throws IOException {
        Path input = Files.createDirectories(folder.resolve("data"));
        Files.writeString(input.resolve("scoring-rules.yaml"), RULES);
        Files.writeString(input.resolve("platforms.csv"), "编号,名称,申报收入（元）\nP1,甲平台,80000\n");
        Files.writeString(input.resolve("services.csv"), SERVICES);
        Files.writeString(input.resolve("decisions.csv"), "编号,等次,理由,决定人,日期\nP1,良好,整改到位,局长办公会,2023-03-01\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new String[] {
                    "assess",
                    input.toString(),
                    "--out",
                    folder.resolve("out").toString(),
                    "--score-sheets",
                    "--lang",
                    "zh"
                },
                stream,
                stream);
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        try (XSSFWorkbook book = Recalculated.open(folder.resolve("out/score-sheets/P1-甲平台.xlsx"))) {
            front = texts(book, 0);
            data = texts(book, 1);
            rows = texts(book, 2);
        }
    }

    private static List<List<String>> texts(XSSFWorkbook book, int sheet) {
        List<List<String>> texts = new ArrayList<>();
        for (Row row : book.getSheetAt(sheet)) {
            List<String> line = new ArrayList<>();
            for (Cell cell : row) {
                String value = Recalculated.value(cell).toString();
                if (!value.isEmpty()) {
                    line.add(value);
                }
            }
            texts.add(line);
        }
        return texts;
    }

    @Test
    void rowsLeftOutStandByReasonWithWhatTheyHold() {
        assertThat(front)
                .contains(
                        List.of("1.0", "bad-value", "2.0", "到账金额 4,000 元", "“约3万”不是数。"),
                        List.of("2.0", "outside-period", "2.0", "到账金额 5 万元；机时 7.5 小时", "服务日期不在考核期内"),
                        List.of(
                                "3.0",
                                "repeated",
                                "1.0",
                                "到账金额 1,200 元；机时 1 小时",
                                "服务编号重复，保留第一条（与 services.csv:2:1 重复）"),
                        List.of("合计", "5.0", "到账金额 5.52 万元；机时 8.5 小时", "逐条见“剔除记录”"));
    }

    @Test
    void eachRowLeftOutStandsOnASheetOfItsOwn() {
        assertThat(rows).filteredOn(row -> row.contains("services.csv")).hasSize(7);
    }

    @Test
    void claimedMeasuredAndUsedStandSideBySide() {
        assertThat(data).anySatisfy(row -> assertThat(row).startsWith("1.0", "服务收入", "8.0", "5.0", "—", "5.0", "万元"));
    }

    @Test
    void fullMarksStandWhereTheMethodGivesThem() {
        assertThat(front)
                .anySatisfy(row -> assertThat(row).startsWith("B", "机时", "40.0", "小时", "100", "20.0"))
                .anySatisfy(row -> assertThat(row).startsWith("C", "分档", "40.0", "小时", "不超过 50", "5.0"))
                .anySatisfy(row -> assertThat(row).startsWith("D", "折线", "40.0", "小时", "60", "5.0"))
                .anySatisfy(row -> assertThat(row).startsWith("E", "标准分", "40.0", "小时", "全部比较对象的平均值减三个标准差", "5.0"))
                .anySatisfy(row -> assertThat(row).startsWith("F", "位次", "40.0", "小时", "名称相同的对象中最好", "5.0"));
    }

    @Test
    void aDeductionHasNoStandardOfFullMarks() {
        assertThat(front).anySatisfy(row -> assertThat(row).startsWith("G", "闲置", "40.0", "小时", "—", "2.0"));
    }

    @Test
    void whoWasLiftedToTheBestGradeHasNoneAbove() {
        assertThat(front).contains(List.of("上一等次", "已是最高等次"));
    }

    @Test
    void aDecisionStandsBesideTheGradeOfTheRules() {
        assertThat(front)
                .anySatisfy(row -> assertThat(String.join(" ", row)).contains("会议决定由合格改定为良好：整改到位（局长办公会 2023-03-01）"));
    }
}
