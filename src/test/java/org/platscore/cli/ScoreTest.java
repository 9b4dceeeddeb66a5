package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Lang;
import org.platscore.report.BatchSheets;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

class ScoreTest {

    private static final Path SUBMISSIONS = Path.of("sample-data/submissions");

    private static final String RULES = """
            platscore: 1
            title: 试评细则
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 平台编号, type: text, required: true}
                  name: {header: 平台名称, type: text, required: true}
              form:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                fields:
                  name: {label: 平台名称, type: text}
                  staff: {label: 人员数, type: integer}
                  fund: {label: 经费, type: money, unit: 万元}
            measures:
              staff: {label: 人员数, unit: 人, value: form.staff}
              fund: {label: 经费, unit: 元, value: form.fund}
            rubric:
              - {id: A, label: 人员, weight: 60, measure: staff, score: {linear: {zero: 0, full: 60}}}
              - {id: B, label: 经费, weight: 40, measure: fund, score: {peers: {by: min-max}}}
            grades:
              - {id: good, label: 良好, min: 60, at_most: 1}
              - {id: pass, label: 合格}
            rewards:
              budget: 10万
              parts:
                - {id: base, label: 奖励, fixed: {good: 10万}}
            """;

    private record Seen(int status, byte[] out, String err) {
        List<String> lines() {
            return new String(out, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Seen run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--lang", "zh"));
        Stream.of(arguments).forEach(each -> all.add(each.toString()));
        int status = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Seen(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private static Path form(Path file, Consumer<XSSFSheet> content) throws IOException {
        Files.createDirectories(file.getParent());
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book.createSheet("自评表"));
            book.write(out);
        }
        return file;
    }

    private static void put(XSSFSheet sheet, int row, int column, Object value) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        if (value instanceof Number number) {
            line.createCell(column).setCellValue(number.doubleValue());
        } else {
            line.createCell(column).setCellValue(value.toString());
        }
    }

    private static Path plain(Path file, String id, int staff, double fund) throws IOException {
        return form(file, sheet -> {
            put(sheet, 0, 0, "平台编号");
            put(sheet, 0, 1, id);
            put(sheet, 1, 0, "平台名称");
            put(sheet, 1, 1, "平台" + id);
            put(sheet, 2, 0, "人员数（人）");
            put(sheet, 2, 1, staff);
            put(sheet, 3, 0, "经费（万元）");
            put(sheet, 3, 1, fund);
        });
    }

    private static Path rules(Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(rules, RULES, StandardCharsets.UTF_8);
        return rules;
    }

    @Test
    void aWorkbookAloneGivesThePointsOfTheFullAssessmentForWhatDependsOnItAlone(@TempDir Path folder)
            throws IOException {
        Path out = folder.resolve("out");
        assertThat(run("assess", "sample-data", "--out", out, "--score-sheets=false")
                        .status())
                .isZero();
        Map<String, String> full = new LinkedHashMap<>();
        List<String> scores = Files.readAllLines(out.resolve("scores.csv"), StandardCharsets.UTF_8);
        List<String> ids = List.of(scores.get(0).split(","));
        scores.stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            for (String id : List.of("A1", "A3", "A4", "B1", "B2", "B3", "B4", "F1", "F2")) {
                full.put(cells[1] + " " + id, cells[ids.indexOf(id)]);
            }
        });
        Seen seen = run("score", SUBMISSIONS, "--roster", "sample-data/platforms.csv");
        assertThat(seen.status()).isZero();
        List<String> head = List.of(seen.lines().get(0).split(","));
        Map<String, String> alone = new LinkedHashMap<>();
        seen.lines().stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            for (String id : List.of("A1", "A3", "A4", "B1", "B2", "B3", "B4", "F1", "F2")) {
                alone.put(cells[1] + " " + id, cells[head.indexOf(id)]);
            }
        });
        List<String> corrected =
                Files.readAllLines(Path.of("sample-data/adjustments.csv"), StandardCharsets.UTF_8).stream()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .toList();
        alone.keySet().removeIf(key -> corrected.contains(key.split(" ")[0]));
        full.keySet().removeIf(key -> corrected.contains(key.split(" ")[0]));
        assertThat(alone).hasSizeGreaterThan(200).containsExactlyInAnyOrderEntriesOf(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "fods", "ots", "ett", "xltm", "xlt"})
    void aWorkbookOfAnotherProgramIsALineAndNotPassedOver(String ending, @TempDir Path folder) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("P01." + ending), "<?xml version=\"1.0\"?><document/>");
        Seen seen = run("score", in, "--rules", rules(folder));
        assertThat(seen.status()).isEqualTo(4);
        assertThat(seen.lines()).hasSize(2).last().asString().contains("P01." + ending + ",,,failed,");
    }

    @Test
    void brokenFilesFailByThemselvesAndTheBytesDoNotDependOnJobs(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        Path in = folder.resolve("in");
        for (int i = 1; i <= 40; i++) {
            plain(in.resolve(String.format("P%02d.xlsx", i)), "P" + i, i, i * 1.5);
        }
        BrokenFiles.write(in, in.resolve("P01.xlsx"));
        Seen one = run("score", in, "--rules", rules, "--jobs", 1);
        assertThat(one.status()).isEqualTo(4);
        assertThat(one.lines()).hasSize(61);
        assertThat(one.lines().stream().filter(line -> line.contains(",scored,")))
                .hasSize(40);
        List<String> failed =
                one.lines().stream().filter(line -> line.contains(",failed,")).toList();
        assertThat(failed).hasSize(20).allMatch(line -> !line.split(",", -1)[10].isEmpty());
        assertThat(one.err()).contains("计分完成：60 份，其中失败 20 份。");
        for (int jobs : new int[] {2, 8}) {
            assertThat(run("score", in, "--rules", rules, "--jobs", jobs).out()).isEqualTo(one.out());
        }
    }

    @Test
    void aFormOfOnesOwnIsReadByItsLabels(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        form(folder.resolve("in/below.xlsx"), sheet -> {
            List<String> labels = List.of("平台编号：", "平台名称", "人员数", "经费（元）");
            List<Object> values = List.of("P7", "甲平台", 30, 25_000);
            for (int i = 0; i < labels.size(); i++) {
                put(sheet, 3, i, labels.get(i));
                put(sheet, 4, i, values.get(i));
            }
        });
        form(folder.resolve("in/merged.xlsx"), sheet -> {
            List<String> labels = List.of("平 台 编 号", "平台名称*", "人员数（必填）", "经费");
            List<Object> values = List.of("P8", "乙平台", "３０", "2.5万元");
            for (int i = 0; i < labels.size(); i++) {
                put(sheet, 2 * i, 1, labels.get(i));
                put(sheet, 2 * i, 4, values.get(i));
                sheet.addMergedRegion(new CellRangeAddress(2 * i, 2 * i + 1, 1, 3));
            }
        });
        Seen seen = run("score", folder.resolve("in"), "--rules", rules);
        assertThat(seen.status()).isZero();
        assertThat(seen.lines().get(1)).contains(",P7,甲平台,scored,30.00,40,pass,good,0,0,,30.00,");
        assertThat(seen.lines().get(2)).contains(",P8,乙平台,scored,30.00,40,pass,good,0,0,,30.00,");
    }

    @Test
    void aWorkbookWhoseSheetsNameTwoSubjectsFails(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(rules, twoForms("平台编号"), StandardCharsets.UTF_8);
        for (String owner : List.of("P1", "p1", "平台P1", "P2", "P9")) {
            twoSheets(folder.resolve("in/" + owner + ".xlsx"), "平台编号", owner);
        }
        Path roster = folder.resolve("roster.csv");
        Files.writeString(roster, "平台编号,平台名称\nP1,平台P1\nP2,平台P2\n", StandardCharsets.UTF_8);
        for (List<Object> more : List.of(List.<Object>of(), List.<Object>of("--roster", roster))) {
            for (String owner : List.of("P1", "p1", "平台P1")) {
                assertThat(score(folder.resolve("in/" + owner + ".xlsx"), rules, more))
                        .endsWith(",P1,平台P1,scored,50.00,0,pass,pass,0,0,,30.00,20.00");
            }
            for (String owner : List.of("P2", "P9")) {
                assertThat(score(folder.resolve("in/" + owner + ".xlsx"), rules, more))
                        .contains(",,,failed,,,,,0,0,")
                        .contains("不是同一家：P1、" + owner);
            }
        }
        Seen checked = run("check", folder.resolve("in/P2.xlsx"), "--rules", rules);
        assertThat(checked.err()).contains("unknown-subject").contains("不是同一家：P1、P2");
    }

    @Test
    void anIdOnOneSheetAndANameOnAnotherMayBeOfOneSubject(@TempDir Path folder) throws IOException {
        String byName = twoForms("平台名称")
                .replace("name: {label: 平台名称, type: text}", "name: {sheet: 自评表, label: 平台名称, type: text}");
        Path told = folder.resolve("told.yaml");
        Files.writeString(told, byName, StandardCharsets.UTF_8);
        Path untold = folder.resolve("untold.yaml");
        Files.writeString(
                untold,
                byName.replace("      name: {sheet: 自评表, label: 平台名称, type: text}\n", ""),
                StandardCharsets.UTF_8);
        for (String owner : List.of("平台P1", "平台P2")) {
            twoSheets(folder.resolve(owner + ".xlsx"), "平台名称", owner);
        }
        Path one = folder.resolve("平台P1.xlsx");
        assertThat(score(one, told, List.of())).endsWith(",P1,平台P1,scored,50.00,0,pass,pass,0,0,,30.00,20.00");
        assertThat(score(one, untold, List.of())).endsWith(",P1,,scored,50.00,0,pass,pass,0,0,,30.00,20.00");
        assertThat(score(folder.resolve("平台P2.xlsx"), told, List.of()))
                .contains(",,,failed,,,,,0,0,")
                .contains("不是同一家：P1、平台P2");
    }

    /** Returns rules whose money stands on a sheet of its own, which says beside a label whose it is. */
    private static String twoForms(String label) {
        return RULES.replace("      fund: {label: 经费, type: money, unit: 万元}\n", """
                      money:
                        files: "submissions/*.xlsx"
                        belongs_to: {sheet: 经费, label: %s}
                        fields:
                          fund: {sheet: 经费, label: 经费, type: money, unit: 万元}
                    """.formatted(label))
                .replace("belongs_to: {label: 平台编号}", "belongs_to: {sheet: 自评表, label: 平台编号}")
                .replace("form.fund", "money.fund")
                .replace("peers: {by: min-max}", "linear: {zero: 0, full: 100万}");
    }

    /** Writes labels and values, a pair a row. */
    private static void pairs(XSSFSheet sheet, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            put(sheet, i / 2, i % 2, cells[i]);
        }
    }

    /** Writes a workbook of P1 whose second sheet, with the money, names an owner beside a label. */
    private static void twoSheets(Path file, String label, String owner) throws IOException {
        form(file, sheet -> {
            pairs(sheet, "平台编号", "P1", "平台名称", "平台P1", "人员数", 30);
            pairs(sheet.getWorkbook().createSheet("经费"), label, owner, "经费（万元）", 50);
        });
    }

    private static String score(Path file, Path rules, List<Object> more) {
        List<Object> arguments = new ArrayList<>(List.of("score", file, "--rules", rules));
        arguments.addAll(more);
        return run(arguments.toArray()).lines().get(1);
    }

    @Test
    void aCohortIsOneFieldWithPeersQuotasAndRewards(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        plain(folder.resolve("in/b.xlsx"), "P2", 50, 30);
        plain(folder.resolve("in/c.xlsx"), "P3", 10, 20);
        plain(folder.resolve("in/d.xlsx"), "P1", 10, 20);
        plain(folder.resolve("in/e.xlsx"), "ｐ 1", 10, 90);
        Seen seen = run("score", folder.resolve("in") + "/*.xlsx", "--rules", rules, "--cohort");
        assertThat(seen.status()).isEqualTo(4);
        assertThat(seen.lines().get(1)).endsWith(",P1,平台P1,scored,60.00,0,pass,pass,0,0,,60.00,0.00,2,pass,0");
        assertThat(seen.lines().get(2)).endsWith(",P2,平台P2,scored,90.00,0,good,good,0,0,,50.00,40.00,1,good,100000");
        assertThat(seen.lines().get(3)).endsWith(",P3,平台P3,scored,30.00,0,pass,pass,0,0,,10.00,20.00,3,pass,0");
        assertThat(seen.lines().get(4)).contains(",P1,平台P1,failed,").contains("交了两份表");
        assertThat(seen.lines().get(5)).contains(",failed,").contains("交了两份表");
    }

    @Test
    void aCohortHasNoRanksGradesAndRewardsByWhatOnlyLogsAndRostersTell(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        String withLog = RULES.replace("measures:\n", """
                  log:
                    files: log.csv
                    belongs_to: platform
                    columns:
                      platform: {header: 平台编号, type: subject, required: true}
                      income: {header: 到账金额（元）, type: money}
                measures:
                  income: {label: 服务收入, unit: 元, sum: log.income}
                """)
                .replace("  form:\n", "      domain: {header: 领域, type: text}\n  form:\n");
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        plain(folder.resolve("in/b.xlsx"), "P2", 50, 30);
        String base = "{id: base, label: 奖励, fixed: {good: 10万}}";
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put(withLog.replace("at_most: 1", "at_most: 1, requires: \"income > 0\""), "服务收入");
        cases.put(withLog.replace("at_most: 1", "at_most: {share: 50%}, within: domain"), "领域");
        cases.put(withLog.replace("rewards:\n", "ties: [income]\nrewards:\n"), "服务收入");
        cases.put(withLog.replace("grades:\n", """
                        vetoes:
                          - {id: idle, label: 无收入, when: "income < 1", grade: pass}
                        grades:
                        """), "服务收入");
        cases.put(withLog.replace(base, "{id: base, label: 奖励, rate: {of: income, percent: {good: 10%}}}"), "服务收入");
        cases.put(
                withLog.replace(base, "{id: base, label: 奖励, pool: {amount: rest, by: income, for: [good]}}"), "服务收入");
        cases.put(
                withLog.replace(
                        base,
                        "{id: base, label: 奖励, pool: {amount: rest, by: equal, for: [good], where: {domain: 甲}}}"),
                "领域");
        cases.put(
                withLog.replace(base, base + "\n  limit: {good: {of: roster.domain, cases: {甲: 1万}, else: 2万}}"), "领域");
        cases.put(withLog.replace(base, base + "\n  minus: [income]"), "服务收入");
        for (Map.Entry<String, String> each : cases.entrySet()) {
            Files.writeString(rules, each.getKey(), StandardCharsets.UTF_8);
            Seen seen = run("score", folder.resolve("in"), "--rules", rules, "--cohort");
            assertThat(seen.status()).as(seen.err()).isZero();
            assertThat(seen.lines().get(1)).contains(",60.00,0,good,good,").endsWith(",60.00,0.00,,,");
            assertThat(seen.lines().get(2)).contains(",90.00,0,good,good,").endsWith(",50.00,40.00,,,");
            assertThat(seen.err()).contains("no-value").contains("“" + each.getValue() + "”");
        }
    }

    @Test
    void twoWorkbooksOfOneSubjectAreScoredEachAndTold(@TempDir Path folder) throws IOException {
        rules(folder);
        plain(folder.resolve("submissions/a.xlsx"), "P01", 30, 10);
        plain(folder.resolve("submissions/b.xlsx"), "P02", 30, 10);
        plain(folder.resolve("submissions/c.xlsx"), "P01", 60, 10);
        Seen seen = run("score", folder.resolve("submissions"), "--rules", folder.resolve("scoring-rules.yaml"));
        assertThat(seen.status()).isZero();
        assertThat(seen.lines()).hasSize(4);
        assertThat(seen.err().lines().filter(line -> line.startsWith("注意：")))
                .singleElement()
                .asString()
                .contains("P01", "a.xlsx", "c.xlsx")
                .doesNotContain("b.xlsx");
    }

    @Test
    void aFailedFileTakesNoPlaceInItsCohort(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(rules, RULES.replace("measures:\n", """
                            checks:
                              - {id: too-much, stop: {fund: {over: 1亿}}, because: 经费过大}
                        measures:
                        """), StandardCharsets.UTF_8);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        plain(folder.resolve("in/b.xlsx"), "P2", 50, 30);
        plain(folder.resolve("in/c.xlsx"), "P3", 10, 20);
        List<String> sound =
                run("score", folder.resolve("in"), "--rules", rules, "--cohort").lines();
        assertThat(sound.get(2)).endsWith(",P2,平台P2,scored,90.00,0,good,good,0,0,,50.00,40.00,1,good,100000");
        plain(folder.resolve("in/d.xlsx"), "P0", 50, 20000);
        form(folder.resolve("in/e.xlsx"), sheet -> {
            pairs(sheet, "平台编号", "P4", "平台名称", "平台P4", "经费（万元）", 40);
        });
        Seen seen = run("score", folder.resolve("in"), "--rules", rules, "--cohort");
        assertThat(seen.status()).isEqualTo(4);
        assertThat(seen.lines().subList(0, 4)).isEqualTo(sound);
        assertThat(seen.lines().get(4))
                .contains(",P0,平台P0,failed,90.00,0,good,good,1,")
                .endsWith(",,,");
        assertThat(seen.lines().get(5))
                .contains(",P4,平台P4,failed,", ",pass,pass,1,")
                .endsWith(",,,");
    }

    @Test
    void aRowThatTwoWorkbooksOfACohortHoldCountsForTheFirst(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(
                rules,
                RULES.replace("measures:\n", """
                          tools:
                            files: "submissions/*.xlsx"
                            belongs_to: {label: 平台编号}
                            columns:
                              number: {header: 设备编号, type: text, required: true}
                            checks:
                              - {id: same-tool, unique: [number], because: 一台设备只算一家}
                        measures:
                          tools: {label: 设备数, unit: 台, count: tools}
                        """)
                        .replace(
                                "measure: fund, score: {peers: {by: min-max}}",
                                "measure: tools, score: {linear: {zero: 0, full: 4}}"),
                StandardCharsets.UTF_8);
        for (String id : List.of("P1", "P2")) {
            form(folder.resolve("in/" + id + ".xlsx"), sheet -> {
                pairs(sheet, "平台编号", id, "平台名称", "平台" + id, "人员数", 30, "经费（万元）", 1);
                put(sheet, 6, 0, "设备编号");
                put(sheet, 7, 0, "T-1");
                put(sheet, 8, 0, "T-" + id);
            });
        }
        Seen alone = run("score", folder.resolve("in"), "--rules", rules);
        assertThat(alone.lines())
                .filteredOn(line -> line.endsWith(",30.00,20.00"))
                .hasSize(2);
        Seen cohort = run("score", folder.resolve("in"), "--rules", rules, "--cohort", "--report", folder.resolve("r"));
        assertThat(cohort.status()).isZero();
        assertThat(cohort.lines().get(1)).contains(",30.00,20.00,");
        assertThat(cohort.lines().get(2)).contains(",30.00,10.00,");
        assertThat(text(folder.resolve("r/P2-平台P2.xlsx"), 2))
                .contains("一台设备只算一家（与 ")
                .contains("P1.xlsx ▸ 自评表 ▸ A8 重复）");
    }

    @Test
    void whatIsToBeToldOfTheWholeFieldIsToldBeforeTheSummary(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        plain(folder.resolve("in/b.xlsx"), "P2", 60, 10);
        Seen tie = run("score", folder.resolve("in"), "--rules", rules, "--cohort");
        assertThat(tie.status()).isZero();
        assertThat(tie.err()).contains("tie-at-quota").containsSubsequence("P1", "P2", "计分完成：2 份");
        Files.writeString(rules, RULES.replace("at_most: 1", "at_most: 2").replace("budget: 10万", "budget: 5万"));
        Seen over = run("score", folder.resolve("in"), "--rules", rules, "--cohort");
        assertThat(over.status()).isEqualTo(1);
        assertThat(over.err()).contains("budget-exceeded").contains("20 万元").contains("5 万元");
        assertThat(over.lines().get(1)).contains(",P1,平台P1,scored,100.00,").endsWith(",1,good,");
    }

    @Test
    void aNeededBlankFailsItsFileWithSheetAndCell(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        form(folder.resolve("in/a.xlsx"), sheet -> {
            put(sheet, 0, 0, "平台编号");
            put(sheet, 0, 1, "P1");
            put(sheet, 1, 0, "平台名称");
            put(sheet, 1, 1, "甲");
            put(sheet, 2, 0, "人员数");
            put(sheet, 3, 0, "经费（万元）");
            put(sheet, 3, 1, 2);
        });
        Seen scored = run("score", folder.resolve("in/a.xlsx"), "--rules", rules, "--format", "jsonl");
        assertThat(scored.status()).isEqualTo(4);
        assertThat(scored.lines()).hasSize(1);
        assertThat(scored.lines().get(0))
                .contains("\"status\":\"failed\",\"points\":0.00,\"pending\":40")
                .contains("\"reason\":\"自评表 ▸ B3 指标“A 人员”需要人员数，而该平台没有数值。\"")
                .contains("\"points\":0.00,\"status\":\"missing\"")
                .contains("\"points\":null,\"status\":\"pending\"");
        Seen checked = run("check", folder.resolve("in/a.xlsx"), "--rules", rules);
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.err()).contains("a.xlsx ▸ 自评表 ▸ B3  指标“A 人员”需要人员数");
    }

    @Test
    void aNeededCellThatCannotBeReadFailsItsFileWithWhatIsWrongInIt(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        form(folder.resolve("in/a.xlsx"), sheet -> {
            pairs(sheet, "平台编号", "P1", "平台名称", "甲", "人员数", 50.5, "经费（万元）", 2);
        });
        Seen seen = run("score", folder.resolve("in/a.xlsx"), "--rules", rules);
        assertThat(seen.lines().get(1)).contains("自评表 ▸ B3 “50.5”不是整数").contains("自评表 ▸ B3 指标“A 人员”需要人员数，而该平台没有数值");
    }

    @Test
    void aClaimIsNotHeldAgainstALogThatIsNotThere(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(
                rules,
                RULES.replace("measures:\n", """
                          log:
                            files: log.csv
                            belongs_to: platform
                            columns:
                              platform: {header: 平台编号, type: subject, required: true}
                              amount: {header: 金额（元）, type: money}
                        measures:
                          income: {label: 收入, unit: 元, sum: log.amount, claimed: form.fund}
                        """)
                        .replace(
                                "measure: fund, score: {peers: {by: min-max}}",
                                "measure: income, score: {linear: {zero: 0, full: 10}}"),
                StandardCharsets.UTF_8);
        plain(folder.resolve("in/a.xlsx"), "P1", 30, 10);
        Seen seen = run("score", folder.resolve("in"), "--rules", rules);
        assertThat(seen.lines().get(1)).contains(",P1,平台P1,scored,30.00,40,pass,good,0,0,,30.00,");
    }

    /** P3 left its staff blank, so that the mean of the others, 20, stands in, and its whole is 30; alone there is no mean. */
    @Test
    void aClaimIsHeldAgainstWhatCountsWithAStatisticOfTheField(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(
                rules,
                RULES.replace("value: form.staff", "value: form.staff, missing: {stat: mean}")
                        .replace("measures:\n", """
                        measures:
                          whole: {label: 合计, formula: staff + 10, claimed: form.fund}
                        """),
                StandardCharsets.UTF_8);
        plain(folder.resolve("in/a.xlsx"), "P1", 10, 0.002);
        plain(folder.resolve("in/b.xlsx"), "P2", 30, 0.004);
        form(
                folder.resolve("in/c.xlsx"),
                sheet -> pairs(sheet, "平台编号", "P3", "平台名称", "平台P3", "人员数", "", "经费（万元）", 0.003));
        form(
                folder.resolve("in/d.xlsx"),
                sheet -> pairs(sheet, "平台编号", "P4", "平台名称", "平台P4", "人员数", "", "经费（万元）", 0.0031));
        assertThat(warnings(run("score", folder.resolve("in"), "--rules", rules, "--cohort")))
                .containsExactly("0", "0", "0", "1");
        assertThat(warnings(run("score", folder.resolve("in"), "--rules", rules)))
                .containsExactly("0", "0", "0", "0");
    }

    private static List<String> warnings(Seen seen) {
        int column = List.of(seen.lines().get(0).split(",")).indexOf("warn");
        return seen.lines().stream()
                .skip(1)
                .map(line -> line.split(",")[column])
                .toList();
    }

    @Test
    void whatLooksIntoALogThatIsNotThereIsOpen(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        String tools = """
                  log:
                    files: log.csv
                    belongs_to: platform
                    columns:
                      platform: {header: 平台编号, type: subject, required: true}
                      tool: {header: 设备编号, type: text}
                  tools:
                    files: "submissions/*.xlsx"
                    belongs_to: {label: 平台编号}
                    columns:
                      number: {header: 设备编号, type: text, required: true}
                    checks: CHECKS
                measures:
                  tools: {label: 设备数, unit: 台, count: tools, where: WHERE}
                """;
        String rubric = RULES.replace(
                "measure: fund, score: {peers: {by: min-max}}", "measure: tools, score: {linear: {zero: 0, full: 4}}");
        form(folder.resolve("in/P1.xlsx"), sheet -> {
            List<Object> cells = List.of("平台编号", "P1", "平台名称", "平台P1", "人员数", 30, "经费（万元）", 1, "设备编号", "", "T-1", "");
            for (int i = 0; i < cells.size(); i++) {
                put(sheet, i / 2 + i / 8, i % 2, cells.get(i));
            }
        });
        String used = "{number: {in: log.tool}}";
        for (String[] each : List.of(
                new String[] {"[]", used},
                new String[] {"[{id: unused, reject: {none: [" + used + "]}}]", "{number: {not: blank}}"})) {
            String text = tools.replace("CHECKS", each[0]).replace("WHERE", each[1]);
            Files.writeString(rules, rubric.replace("measures:\n", text), StandardCharsets.UTF_8);
            Seen seen = run("score", folder.resolve("in"), "--rules", rules);
            assertThat(seen.lines()).describedAs(seen.err()).hasSize(2);
            assertThat(seen.lines().get(seen.lines().size() - 1))
                    .contains(",P1,平台P1,scored,30.00,40,pass,good,0,0,,30.00,");
        }
    }

    @Test
    void whatAsksForAFactOfARosterThatIsNotThereIsOpen(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        String tools = """
                  tools:
                    files: "submissions/*.xlsx"
                    belongs_to: {label: 平台编号}
                    columns:
                      number: {header: 设备编号, type: text, required: true}
                    derive: {share: "COALESCE(roster.rate, 1)", double: "2 * share"}
                    checks: CHECKS
                measures:
                  tools: {label: 设备, SUM, where: WHERE}
                """;
        String name = "      name: {header: 平台名称, type: text, required: true}\n";
        String rubric = RULES.replace(
                        "measure: fund, score: {peers: {by: min-max}}",
                        "measure: tools, score: {linear: {zero: 0, full: 4}}")
                .replace(name, name + "      rate: {header: 系数, type: number}\n");
        form(folder.resolve("in/P1.xlsx"), sheet -> {
            List<Object> cells = List.of("平台编号", "P1", "平台名称", "平台P1", "人员数", 30, "经费（万元）", 1, "设备编号", "", "T-1", "");
            for (int i = 0; i < cells.size(); i++) {
                put(sheet, i / 2 + i / 8, i % 2, cells.get(i));
            }
        });
        String all = "{number: {blank: false}}";
        for (String[] each : List.of(
                new String[] {"[]", "sum: tools.double", all},
                new String[] {"[]", "count: tools", "{share: {over: 0.5}}"},
                new String[] {"[]", "count: tools", "{number: {same_as: roster.id}, roster.rate: {blank: true}}"},
                new String[] {"[{id: poor, reject: {double: {under: 5}}}]", "count: tools", all},
                new String[] {"[{id: out, reject: {none: [{roster.rate: {min: 0}}]}}]", "count: tools", all},
                new String[] {"[{id: twice, unique: [share]}]", "count: tools", all})) {
            String text =
                    tools.replace("CHECKS", each[0]).replace("SUM", each[1]).replace("WHERE", each[2]);
            Files.writeString(rules, rubric.replace("measures:\n", text), StandardCharsets.UTF_8);
            Seen seen = run("score", folder.resolve("in"), "--rules", rules);
            assertThat(seen.lines()).describedAs(seen.err()).hasSize(2);
            assertThat(seen.lines().get(1))
                    .describedAs(text)
                    .contains(",P1,平台P1,scored,30.00,40,pass,good,0,0,,30.00,");
            Path roster = folder.resolve("roster.csv");
            Files.writeString(roster, "平台编号,平台名称,系数\nP1,平台P1,2\n", StandardCharsets.UTF_8);
            assertThat(run("score", folder.resolve("in"), "--rules", rules, "--roster", roster)
                            .lines()
                            .get(1))
                    .contains(",P1,平台P1,scored,")
                    .doesNotContain(",40,pass,good,");
        }
    }

    @Test
    void aPersonalFieldTellsNoFactOfTheRosterThatIsShown(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        String name = "      name: {header: 平台名称, type: text, required: true}\n";
        String staff = "      staff: {label: 人员数, type: integer}\n";
        Files.writeString(
                rules,
                RULES.replace(name, name + "      town: {header: 住址, type: text}\n")
                        .replace(staff, staff + "      town: {label: 住址, type: text, personal: true}\n")
                        .replace(
                                "peers: {by: min-max}",
                                "by: {of: roster.town, cases: {厦门: {linear: {zero: 0, full: 1}}}, else: {linear: {zero: 0, full: 9}}}"),
                StandardCharsets.UTF_8);
        form(
                folder.resolve("in/P1.xlsx"),
                sheet -> pairs(sheet, "平台编号", "P1", "平台名称", "平台P1", "人员数", 30, "住址", "海沧路一号", "经费（元）", 9));
        Seen seen = run("score", folder.resolve("in"), "--rules", rules, "--format", "jsonl");
        assertThat(seen.lines()).hasSize(1);
        assertThat(seen.lines().get(0))
                .contains("\"points\":30.00,\"pending\":40")
                .doesNotContain("海沧");
    }

    @Test
    void readersThatHadEnoughAreNoError(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = {"--lang", "zh", "score", folder.resolve("in").toString(), "--rules", rules.toString()};
        assertThat(Main.run(arguments, closed, new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void eachWorkbookWithPointsHasItsScoreSheet(@TempDir Path folder) throws IOException {
        Path rules = rules(folder);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        plain(folder.resolve("in/b.xlsx"), "P2", 50, 30);
        Path sheets = folder.resolve("sheets");
        Path out = folder.resolve("results.csv");
        assertThat(run("score", folder.resolve("in"), "--rules", rules, "--report", sheets, "--out", out)
                        .status())
                .isZero();
        assertThat(sheets).isDirectoryContaining("glob:**/P1-平台P1.xlsx").isDirectoryContaining("glob:**/P2-平台P2.xlsx");
        assertThat(Files.readAllLines(out, StandardCharsets.UTF_8)).hasSize(3);
        assertThat(text(sheets.resolve("P2-平台P2.xlsx"), 0))
                .contains("试评暂评表", "可能等次|合格至良好", "未定分值|40.00", "已得分|50.00")
                .doesNotContain("评分表", "领域平均", "（盖章）");
        Path final1 = folder.resolve("final");
        run("score", folder.resolve("in"), "--rules", rules, "--report", final1, "--cohort");
        assertThat(text(final1.resolve("P2-平台P2.xlsx"), 0))
                .contains("试评评分表", "名次|1", "等次|良好", "奖励（万元）|10.00")
                .doesNotContain("暂评", "未定");
    }

    @Test
    void ofTwoRunsIntoOneFolderOfScoreSheetsTheSecondIsRefused(@TempDir Path folder) throws Exception {
        Path rules = rules(folder);
        plain(folder.resolve("in/a.xlsx"), "P1", 60, 10);
        Path sheets = folder.resolve("sheets");
        Rulebook read = Objects.requireNonNull(RulesFile.read(rules).rulebook());
        try (BatchSheets first = BatchSheets.in(sheets, "--report", read, Lang.ZH)) {
            Seen seen = run("score", folder.resolve("in"), "--rules", rules, "--report", sheets);
            assertThat(first).isNotNull();
            assertThat(seen.status()).isEqualTo(5);
            assertThat(seen.err()).contains("“" + sheets + "”", "另一个 platscore", "--report");
        }
        assertThat(sheets).isEmptyDirectory();
        Path left = Files.createDirectories(sheets.resolve(".platscore/new"));
        Files.writeString(left.resolve("1.xlsx"), "of a run that died");
        assertThat(run("score", folder.resolve("in"), "--rules", rules, "--report", sheets)
                        .status())
                .isZero();
        try (Stream<Path> files = Files.list(sheets)) {
            assertThat(files).containsExactly(sheets.resolve("P1-平台P1.xlsx"));
        }
    }

    @Test
    void anArgumentWithNothingInItIsNotTheCurrentFolder() {
        Seen seen = run("score", "", "--rules", "scoring-rules.yaml");
        assertThat(seen.status()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).contains("FILE");
    }

    @Test
    void figuresThatOnlyLogsTellAreNotShownAsNought(@TempDir Path folder) throws IOException {
        Path sheets = folder.resolve("sheets");
        run("score", SUBMISSIONS.resolve("P01.xlsx"), "--roster", "sample-data/platforms.csv", "--report", sheets);
        try (Stream<Path> files = Files.list(sheets)) {
            assertThat(text(files.findFirst().orElseThrow(), 1)).contains("专职人员数|15|—|15|人|", "服务次数|—|—|—|次|未定：工作簿里没有");
        }
    }

    /** Returns a sheet's filled cells as shown, a row a line, with a bar between neighbours. */
    private static String text(Path file, int sheet) throws IOException {
        DataFormatter shown = new DataFormatter(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            book.getSheetAt(sheet).forEach(row -> {
                row.forEach(cell -> {
                    String value = shown.formatCellValue(cell).strip();
                    text.append(value.isEmpty() ? "" : value + "|");
                });
                text.append('\n');
            });
        }
        return text.toString();
    }

    @Test
    void aFolderThatCannotBeOpenedFails(@TempDir Path scratch) throws IOException {
        Path rules = Files.writeString(scratch.resolve("rules.yaml"), RULES);
        Path closed = Files.createDirectories(scratch.resolve("in/closed"));
        assertThat(closed.toFile().setReadable(false)).isTrue();
        boolean readable = Files.isReadable(closed); // by a user who may read everything, such as root
        for (String named : List.of("in", "in/**/*.xlsx", "in/closed")) {
            Seen seen = run("score", scratch.resolve(named), "--rules", rules);
            assertThat(seen.status()).as(named).isEqualTo(readable ? 2 : 4);
            assertThat(seen.err().contains("没有权限")).as(named).isNotEqualTo(readable);
        }
        assertThat(run("score", scratch.resolve("in/*.xlsx"), "--rules", rules).status())
                .isEqualTo(2);
    }
}
