package org.platscore.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.cli.Main;

/** Steps at statistics, whose order the rules do not tell: more for more, unless the lowest values get the most. */
class FullMarksTest {
    private static final String RULES = """
            platscore: 1
            title: 分档
            period: {from: 2024-01-01, to: 2024-12-31}
            inputs:
              units:
                files: units.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 编号, type: text}
                  name: {header: 名称, type: text}
                  x: {header: 甲数, type: number}
            measures:
              x: {label: 甲数, value: roster.x}
            rubric:
              - {id: A, label: 升档, weight: 50, measure: x, score: {steps: [{from: {stat: p50}, points: 10}, {from: {stat: p90}, points: 50}]}}
              - {id: B, label: 降档, weight: 30, measure: x, score: {steps: [{over: {stat: mean}, points: 5}, {from: {stat: max}, points: 0}, {else: 30}]}}
              - {id: C, label: 零起, weight: 20, measure: x, score: {steps: [{from: 0, points: 20}, {over: {stat: mean}, points: 5}]}}
            """;

    @Test
    void stepsAtStatisticsGoWithTheirPoints(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("scoring-rules.yaml"), RULES);
        Files.writeString(data.resolve("units.csv"), "编号,名称,甲数\nU1,甲家,10\nU2,乙家,8\nU3,丙家,1\n");
        Path out = folder.resolve("out");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, UTF_8)) {
            int code = Main.run(new String[] {"assess", data.toString(), "--out", out.toString()}, stream, stream);
            assertThat(code).as(said.toString(UTF_8)).isZero();
        }
        String sheet = CellDump.of(out.resolve("score-sheets/U1-甲家.xlsx"), List.of("评分表"));
        assertThat(sheet)
                .containsPattern("升档\\n(.*\\n){2}E\\d+ 全部对象的第 90 百分位数\\n")
                .containsPattern("降档\\n(.*\\n){2}E\\d+ 不超过 全部对象的平均值\\n")
                .containsPattern("零起\\n(.*\\n){2}E\\d+ 0，不超过 全部对象的平均值\\n");
    }
}
