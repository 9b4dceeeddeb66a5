package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.published.ProgramRun;

/**
 * Amounts, rates, limits, the budget and a figure changed inside the workbook give the rewards that the program finds from
 * changed rules or data; sums, domains and charts' figures follow.
 */
class WhatIfRewardsTest {

    private static final int START = 3;
    private static final int NUMBER = 5;

    private static final String RULES = """
            platscore: 1
            title: 平台绩效考核评分细则
            period: {from: 2021-01-01, to: 2022-12-31}
            report: {group: domain, scatter: income}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 编号, type: text, required: true}
                  name: {header: 名称, type: text, required: true}
                  domain: {header: 领域, type: text}
                  quality: {header: 质量, type: number}
                  income: {header: 收入（万元）, type: money}
                  received: {header: 已补助（万元）, type: money}
                  own: {header: 自筹（万元）, type: money}
            measures:
              quality: {label: 质量, value: roster.quality}
              income: {label: 收入, unit: 元, value: roster.income}
              received: {label: 已补助, unit: 元, value: roster.received}
              own: {label: 自筹, unit: 元, value: roster.own, missing: exclude}
            rubric:
              - {id: A, label: 质量, weight: 80, measure: quality, score: {linear: {zero: 0, full: 100}}}
              - {id: B, label: 收入, weight: 20, measure: income, score: {steps: [{from: 10万, points: 20}, {else: 0}]}}
            grades:
              - {id: good, label: 良好, min: 80}
              - {id: pass, label: 合格, min: 60}
              - {id: fail, label: 不合格}
            rewards:
              budget: 400万
              parts:
                - {id: base, label: 等次奖励, fixed: {good: 80万, pass: 50万}}
                - {id: share, label: 收入奖励, rate: {of: income, percent: {good: 10%, pass: 5%}, limit: 30万}}
                - {id: flat, label: 收入补助, rate: {of: income, percent: 2%, for: [good]}}
                - {id: marks, label: 质量补助, rate: {of: quality, brackets: [{over: 85, percent: 100000%}], for: [good]}}
              minus: [received]
              limit: [{good: 100万, pass: {of: roster.domain, cases: {农业: 60万}, else: 70万}}, {percent: 50%, of: own}]
              rounding: down
              over_budget: scale
            """;

    private static final String DATA = """
            编号,名称,领域,质量,收入（万元）,已补助（万元）,自筹（万元）
            P1,甲平台,新材料,95,410.5,12,150
            P2,乙平台,新材料,90,120,0,1000
            P3,丙平台,农业,82,95.55,3.21,
            P4,丁平台,农业,70,77,0,1000
            P5,戊平台,农业,60,15,80,
            P6,己平台,新材料,30,20,0,
            """;

    /** What is changed, in the rules or the data and in the workbook. */
    enum Change {
        FIXED_AMOUNT("fixed: {good: 80万", "fixed: {good: 61.5万", rule("base", "良好", 61.5)),
        RATE("pass: 5%", "pass: 7.5%", rule("share", "合格", 0.075)),
        LIMIT_OF_A_PART("limit: 30万", "limit: 9.9万", rule("share", "本项限额", 9.9)),
        WHERE_A_RATE_STARTS(
                "percent: 2%, for: [good]",
                "brackets: [{over: 100万, percent: 2%}], for: [good]", rule("flat", "收入", START, 100)),
        WHERE_A_RATE_OF_MARKS_STARTS("over: 85", "over: 92.5", rule("marks", "质量", START, 92.5)),
        LIMIT_OF_EACH("[{good: 100万", "[{good: 66万", rule("", "良好", 66)),
        LIMIT_WHOSE_MEASURE_IS_LOST("410.5,12,150", "410.5,12,", own("P1", cell -> cell.setCellValue("—"))),
        LIMIT_WHOSE_MEASURE_IS_EMPTIED("410.5,12,150", "410.5,12,0", own("P1", Cell::setBlank)),
        LIMIT_WHOSE_MEASURE_IS_FOUND("95.55,3.21,", "95.55,3.21,50", own("P3", cell -> cell.setCellValue(50))),
        LIMIT_BY_A_CHOICE("农业: 60万", "农业: 45万", rule("", "合格，领域为农业", 45)),
        BUDGET_THAT_SCALES("budget: 400万", "budget: 111万", book -> {
            for (Row row : book.getSheet("评分细则")) {
                if (WhatIf.text(row, 1).equals("预算")) {
                    row.getCell(NUMBER).setCellValue(111);
                }
            }
        }),
        UNIT_BELOW_ONE_YUAN("rounding: down", "unit: 0.3\n  rounding: down", book -> {
            for (Row row : book.getSheet("评分细则")) {
                if (WhatIf.text(row, 1).equals("取整单位")) {
                    assertThat(row.getCell(NUMBER).getNumericCellValue()).isEqualTo(0.01);
                    assertThat(WhatIf.text(row, NUMBER + 1)).isEqualTo("元");
                    row.getCell(NUMBER).setCellValue(0.3);
                }
            }
        }),
        A_FIGURE("P2,乙平台,新材料,90,120,0", "P2,乙平台,新材料,90,222.22,0", book -> {
            for (Row row : book.getSheet("指标数据")) {
                if (WhatIf.text(row, 0).equals("P2")) {
                    row.getCell(3).setCellValue(222.22);
                }
            }
        });

        private final WhatIf.Change made;

        Change(String from, String to, Consumer<XSSFWorkbook> inside) {
            this.made = new WhatIf.Change(from, to, inside);
        }
    }

    @TempDir
    private static Path folder;

    private static WhatIf whatIf;

    /** Changes what a platform paid itself, of which a limit is a share. */
    private static Consumer<XSSFWorkbook> own(String id, Consumer<Cell> change) {
        return book -> {
            for (Row row : book.getSheet("指标数据")) {
                if (WhatIf.text(row, 0).equals(id)) {
                    change.accept(row.getCell(5));
                }
            }
        };
    }

    private static Consumer<XSSFWorkbook> rule(String id, String when, double number) {
        return rule(id, when, NUMBER, number);
    }

    private static Consumer<XSSFWorkbook> rule(String id, String when, int column, double number) {
        return book -> {
            int changed = 0;
            for (Row row : book.getSheet("评分细则")) {
                boolean limit = id.isEmpty() && WhatIf.text(row, 1).equals("每家限额");
                if ((limit || (!id.isEmpty() && WhatIf.text(row, 0).equals(id)))
                        && WhatIf.text(row, 2).equals(when)) {
                    row.getCell(column).setCellValue(number);
                    changed++;
                }
            }
            assertThat(changed).isEqualTo(1);
        };
    }

    /** Writes rules and data into a folder. */
    static void write(Path input) throws IOException {
        Files.writeString(input.resolve("scoring-rules.yaml"), RULES);
        Files.writeString(input.resolve("platforms.csv"), DATA);
    }

    @BeforeAll
    static void changeAndRecalculate() throws IOException {
        whatIf = WhatIf.of(folder, "platforms.csv", RULES, DATA, Change.values(), change -> change.made);
    }

    @ParameterizedTest
    @EnumSource
    void rewardsAndWhatIsDrawnFollowAChange(Change change) throws IOException {
        ProgramRun run = whatIf.run(change.name(), change.made);
        Path expected = run.out().resolve("assessment.xlsx");
        Path found = whatIf.recalculated(change.name());
        for (String sheet : List.of("考核结果", "奖励分配", "领域分析", "图表")) {
            Map<String, Double> wanted = figures(expected, sheet);
            Map<String, Double> got = figures(found, sheet);
            assertThat(got.keySet()).as(sheet).isEqualTo(wanted.keySet());
            wanted.forEach((cell, value) ->
                    assertThat(got.get(cell)).as(sheet + " " + cell).isCloseTo(value, within(1e-9)));
        }
        Map<String, Double> amounts = new TreeMap<>();
        run.results()
                .get("results")
                .forEach(each ->
                        amounts.merge("all", each.get("reward").get("amount").asDouble(), Double::sum));
        assertThat(figures(found, "奖励分配").values())
                .anySatisfy(figure -> assertThat(figure).isCloseTo(amounts.get("all"), within(1e-6)));
        assertThat(figures(whatIf.base(), "奖励分配")).isNotEqualTo(figures(expected, "奖励分配"));
    }

    /** Returns the numbers of a sheet by their cells. */
    private static Map<String, Double> figures(Path file, String name) throws IOException {
        Map<String, Double> figures = new TreeMap<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            Sheet sheet = book.getSheet(name);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (Recalculated.value(cell) instanceof Double number) {
                        figures.put(cell.getAddress().formatAsString(), number);
                    }
                }
            }
        }
        return figures;
    }
}
