package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Lang;
import org.platscore.report.data.ReportOptions;

class ReportsTest {

    private static final List<String> PAGES =
            List.of("考核结果", "评分明细", "指标数据", "评分细则", "奖励分配", "数据核查", "核减记录", "计算底稿", "计算底稿2", "运行信息");

    @TempDir
    Path folder;

    @Test
    void twoRunsGiveEqualBytesInEveryFile() throws IOException {
        Map<String, byte[]> one = contents(write("one", MadeUpRun.of(42), Lang.ZH, true));
        Map<String, byte[]> two = contents(write("two", MadeUpRun.of(42), Lang.ZH, true));
        assertThat(one.keySet()).isEqualTo(two.keySet()).hasSize(7 + 42);
        one.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(two.get(name)));
    }

    @Test
    void everyFileOfTheContractIsWritten() throws IOException {
        assertThat(contents(write("out", MadeUpRun.of(1), Lang.ZH, true)).keySet())
                .isEqualTo(Set.of(
                        "assessment.xlsx",
                        "findings.csv",
                        "manifest.json",
                        "notice.xlsx",
                        "results.json",
                        "rewards.csv",
                        "score-sheets/P01-=甲检测_公共技术服务平台.xlsx",
                        "scores.csv"));
    }

    @Test
    void scoreSheetsAreLeftOutWhereNotAskedFor() throws IOException {
        assertThat(contents(write("out", MadeUpRun.of(3), Lang.ZH, false)).keySet())
                .noneMatch(name -> name.startsWith("score-sheets"));
    }

    @Test
    void theTextFilesAreAsKept() throws IOException {
        Path out = write("out", MadeUpRun.of(4), Lang.ZH, false);
        for (String name : List.of("scores.csv", "rewards.csv", "findings.csv", "results.json")) {
            Golden.check(name, Files.readString(out.resolve(name)));
        }
    }

    @Test
    void theWorkbooksCellsAreAsKept() throws IOException {
        Path out = write("out", MadeUpRun.of(4), Lang.ZH, true);
        Golden.check("assessment.txt", CellDump.of(out.resolve("assessment.xlsx"), PAGES));
        Golden.check("notice.txt", CellDump.of(out.resolve("notice.xlsx"), List.of("公示名单")));
        Golden.check(
                "score-sheet.txt",
                CellDump.of(out.resolve("score-sheets/P01-=甲检测_公共技术服务平台.xlsx"), List.of("评分表", "剔除记录")));
    }

    @Test
    void inEnglishTheSameFiguresStandUnderEnglishHeads() throws IOException {
        Path out = write("out", MadeUpRun.of(4), Lang.EN, false);
        Golden.check("assessment-en.txt", CellDump.of(out.resolve("assessment.xlsx"), List.of("Results", "Rewards")));
    }

    @Test
    void partsAndChangesAddUpToTheAmountInEveryRowOfRewards() throws IOException {
        Path out = write("out", MadeUpRun.of(42), Lang.ZH, false);
        List<String> lines = Files.readAllLines(out.resolve("rewards.csv"));
        assertThat(lines).hasSize(1 + 42 + 1);
        assertThat(lines.get(43)).startsWith("合计,,,,");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 4; i < cells.length - 1; i++) {
                sum = sum.add(new BigDecimal(cells[i]));
            }
            assertThat(sum).as(line).isEqualByComparingTo(new BigDecimal(cells[cells.length - 1]));
        }
    }

    @Test
    void findingsCanBeWrittenAloneForAStoppedRun() throws IOException {
        Path file = folder.resolve("out.findings.csv");
        Reports.findingsCsv(MadeUpRun.of(1).findings().sorted(), file, Lang.ZH);
        Golden.check("findings.csv", Files.readString(file));
    }

    private Path write(String name, AssessmentResult result, Lang lang, boolean scoreSheets) throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, "platscore: 1\n");
        Path out = Files.createDirectory(folder.resolve(name));
        Reports.write(
                result,
                out,
                new ReportOptions(lang, scoreSheets, "1.0.0", folder, rules, folder.resolve("out"), Map.of()));
        return out;
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
