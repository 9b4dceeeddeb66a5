package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A score sheet of a workbook alone is no result: what is open in it is not called unassessed. */
class ProvisionalSheetTest {

    private static final String RULES = Office.unitRules("试评", "", """
              form:
                files: "forms/*.csv"
                belongs_to: {label: 编号}
                fields:
                  staff: {label: 人数, type: integer}
              log:
                files: log.csv
                belongs_to: who
                columns:
                  who: {header: 编号, type: subject, required: true}
            measures:
              staff: {label: 人数, value: form.staff, missing: exclude}
              visits: {label: 次数, count: log}
            rubric:
              - id: G
                label: 运行
                weight: 100
                combine: geometric
                of:
                  - {id: A, label: 人员, weight: 50, measure: staff, score: {linear: {zero: 0, full: 10}}}
                  - {id: B, label: 服务, weight: 50, measure: visits, score: {linear: {zero: 0, full: 10}}}
            """);

    @TempDir
    Path folder;

    @Test
    void whatWasLeftOutOfAScoredFileIsCounted() throws IOException {
        CommandRun.Seen seen = scored(new CommandRun(folder), "约5");
        assertThat(seen.err()).contains("计了分的文件里有 1 条“剔除”的问题（1 份），所在的行或项没有计入");
    }

    @Test
    void pointsSoFarAreThoseOfTheHead() throws IOException {
        CommandRun run = new CommandRun(folder);
        CommandRun.Seen seen = scored(run, "5");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(run.cells("sheets/U1-甲家.xlsx", 0))
                .containsPattern("已得分\\|+0\\.00")
                .containsPattern("已得分\\|+100\\.00\\|+0\\.00");
    }

    private CommandRun.Seen scored(CommandRun run, String staff) throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), RULES);
        Files.writeString(folder.resolve("units.csv"), "编号,名称\nU1,甲家\n");
        Files.writeString(folder.resolve("u1.csv"), "编号,U1\n人数," + staff + "\n");
        return run.run(
                "score", "{dir}/u1.csv", "--rules", "{dir}/rules.yaml", "--report", "{dir}/sheets", "--lang", "zh");
    }
}
