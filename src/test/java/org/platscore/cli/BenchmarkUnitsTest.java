package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Benchmarks are told with the units of what they are held against and chosen by, as the points are. */
class BenchmarkUnitsTest {

    @TempDir
    Path folder;

    @Test
    void findingsAndExplanationsTellThemAlike() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("scoring-rules.yaml"), Office.unitRules("基准", """
                kind: {header: 类别, type: choice, choices: [甲, 乙]}
                worth: {header: 原值（元）, type: money}
                income: {header: 收入（元）, type: money}
                """, """
                measures:
                  worth: {label: 原值, unit: 元, value: units.worth}
                  income: {label: 收入, unit: 元, value: units.income}
                rubric:
                  - {id: A, weight: 30, measure: income, score: {linear: {zero: 0, full: {of: worth, bands: [{under: 600万, use: 100万}]}}}}
                  - {id: B, weight: 30, measure: income, score: {per_unit: {every: {of: roster.kind, cases: {甲: 50万, 乙: 0}}, points: 5}}}
                  - {id: C, weight: 40, measure: income, score: {steps: [{from: {stat: mean}, points: 40}]}}
                """));
        Files.writeString(
                data.resolve("units.csv"), "编号,名称,类别,原值（元）,收入（元）\nU1,甲家,甲,5000000,500000\nU2,乙家,乙,7000000,250000\n");
        CommandRun run = new CommandRun(folder);
        CommandRun.Seen seen = run.run("assess", "{dir}/data", "--out", "{dir}/out", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/findings.csv")))
                .contains("基准“按原值：低于 600 万元——100 万元”没有数值", "“按类别：甲——50 万元；乙——0 元”");
        assertThat(explained(run, "A")).contains("基准：按原值：低于 600 万元——100 万元；原值为 500 万元，取 100 万元");
        assertThat(explained(run, "B")).contains("基准：按类别：甲——50 万元；乙——0 元；类别为“甲”，取 50 万元");
        assertThat(explained(run, "C")).contains("基准：全部比较对象的平均值 = 37.5 万元\n      取自 2 个对象：U1 50 万元、U2 25 万元\n");
    }

    private static String explained(CommandRun run, String indicator) {
        return run.run("explain", "U1", indicator, "--run", "{dir}/out", "--lang", "zh")
                .out();
    }
}
