package org.platscore.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.Office;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Lang;
import org.platscore.intake.Chunks;
import org.platscore.intake.Intake;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.IntakeResult;
import org.platscore.measure.MeasureCollector;
import org.platscore.measure.Measures;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.RulesReading;

/** Texts read in pieces by several threads say what they say row by row: the same findings, counts of rows, and measures. */
class PiecesTest {

    private static final List<Integer> SIZES = List.of(64, 301, 4_000, 1 << 20);

    private static final String RULES = """
            platscore: 1
            title: 试
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 编号, type: text, required: true}
                  name: {header: 名称, type: text, required: true}
                  code: {header: 信用代码, type: credit-code}
              log:
                files: "log*.csv"
                belongs_to: platform
                blank: ["空缺"]
                columns:
                  record: {header: 记录, type: text, required: true}
                  platform: {header: 平台, type: subject, required: true}
                  code: {header: 代码, type: credit-code}
                  size: {header: 规模, type: choice, choices: {大: [大型], 小: []}, on_bad: warn, default: 小}
                  date: {header: 日期, type: date, required: true}
                  hours: {header: 机时, type: number, min: 0, blank: ["0"]}
                  amount: {header: 金额, type: money, unit: 元, min: -100, max: 100000000}
                  people: {header: 人数, type: integer, on_bad: warn}
                  paid: {header: 已付, type: boolean}
                  rating: {header: 评价, type: scale, values: {好: 10, 差: 2.5}}
                  note: {header: 说明, type: text}
                  share: {header: 占比, type: percent}
                where: {note: {not: 内部}}
                checks:
                  - {id: large, warn: {amount: {over: 90000}}}
                  - {id: period, reject: {date: {outside: period}}}
                  - {id: own, reject: {any: [{code: {same_as: roster.code}}, {note: {contains: 作废}}]}}
                  - {id: twice, unique: [record]}
                  - {id: late, reject: {people: 13}}
                  - {id: pair, unique: [code, date, hours], because: 重复}
            measures:
              rows: {label: 行, count: log}
              big: {label: 大, count: log, where: {size: 大, paid: true}}
              income: {label: 额, sum: log.amount, where: {rating: {min: 3}}}
              codes: {label: 家, distinct: log.code, where: {none: [{note: {blank: true}}]}}
              days: {label: 天, distinct: log.date}
              middle: {label: 中, median: log.hours, missing: exclude}
              rate: {label: 评, mean: log.rating, missing: exclude}
              yes: {label: 付, sum: log.paid}
              least: {label: 低, min: log.people, missing: exclude}
              part: {label: 比, max: log.share, missing: exclude}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: rows, score: {linear: {zero: 0, full: 1}}}
            """;

    private static final String[][] CELLS = {
        {
            "R1",
            "R2",
            "检-3",
            "A 7",
            "'x",
            "1.234E+15",
            "合计",
            "合计（3）",
            "示例",
            "例2",
            "R\u3000",
            "",
            "记录",
            "R9\u0301",
            "#N/A",
            "#1",
            "N-0003",
            "N-0001"
        },
        {"P01", "P02", "丙平台", "P09", "", "平台", "Ｐ０３", "乙平台 "},
        {
            "91350299MA0000001A",
            "91350299MA0000027Y",
            "91350299MA00003008",
            "914403001922038216",
            "91350299MA00000001",
            "",
            "914403001922038217",
            "110101199003070011",
            "代码",
            " 914403001922038216"
        },
        {"大", "小", "大型", "", "中", "规模", "空缺", "大 "},
        {
            "2021-03-05",
            "2022/3/5",
            "2021-02-30",
            "2020-12-31",
            "日期",
            "",
            "2022年3月5日",
            "2022-12-31",
            "44000",
            "2100-02-29"
        },
        {"1", "0", "2.5", "", "-", "空缺", "-3", "90分钟", "1e3", "机时", "12345678901234567890", "0.0000001", "1000000"},
        {"12.50", "100000", "1万", "-5", "-200", "约30", "", "无", "999999999999", "金额", "１２", "+7", "007", "95000.123456"
        },
        {"3", "13", "2.5", "", "3.0", "人数", "几"},
        {"是", "否", "", "也许", "已付", "Y", "√"},
        {"好", "差", "", "一般", "评价"},
        {
            "样品",
            "检测",
            "内部",
            "作废",
            "",
            "注:无",
            "小计(1)",
            "a\"b",
            "=\"样品\"",
            "多 字",
            "x'",
            "统计",
            "小计",
            "说明",
            "空缺",
            "\u200B",
            "内部\uFE0F",
            "#VALUE!",
            "#号"
        },
        {"20%", "0.3", "5", "", "占比", "2‰"}
    };

    @TempDir
    Path folder;

    static List<HostileCase> cases() {
        return HostileCase.all().stream()
                .filter(each -> each.heap() == 0)
                .filter(each ->
                        each.files().keySet().stream().allMatch(path -> path.endsWith(".csv") || path.endsWith(".tsv")))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHostileTextSaysTheSameInPieces(HostileCase hostile) {
        hostile.write(folder);
        RulesReading rules = RulesFile.read(folder.resolve("scoring-rules.yaml"));
        if (rules.rulebook() != null) {
            sameInPieces(rules.accepted());
        }
    }

    @Test
    void theSampleSaysTheSameInPieces() {
        Rulebook rules = RulesFile.read(Path.of("scoring-rules.yaml")).accepted();
        Path sample = Path.of("sample-data");
        String plain = outcome(sample, rules, 1, Chunks.NONE);
        assertThat(outcome(sample, rules, 2, new Chunks(1, 3_000))).isEqualTo(plain);
        assertThat(outcome(sample, rules, 8, new Chunks(1, 1 << 18))).isEqualTo(plain);
    }

    @Test
    void mostRowsOfTheSamplesTextsAreCountedWithoutBeingMade() {
        Rulebook rules = RulesFile.read(Path.of("scoring-rules.yaml")).accepted();
        CountedRows rows = new CountedRows("services");
        Intake.read(Path.of("sample-data"), rules, IntakeOptions.of(2).with(new Chunks(1, 1 << 18)), rows);
        assertThat(rows.asRows).isPositive();
        assertThat(rows.counted).isGreaterThan(3 * rows.asRows);
    }

    /** So many pieces of the usual size would take more memory than there is. */
    @Test
    void aTextTakesNoMorePiecesThanItFillsHoweverManyMayBeReadAtATime() {
        Rulebook rules = RulesFile.read(Path.of("scoring-rules.yaml")).accepted();
        Path sample = Path.of("sample-data");
        String plain = outcome(sample, rules, 1, Chunks.NONE);
        assertThat(outcome(sample, rules, Integer.MAX_VALUE, new Chunks(1, Chunks.STANDARD.bytes())))
                .isEqualTo(plain);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomTextSaysTheSameInPieces(int seed) throws IOException {
        Files.writeString(
                folder.resolve("platforms.csv"), "编号,名称,信用代码\nP01,甲平台,914403001922038216\nP02,乙平台,\nP03,丙平台,\n");
        Random random = new Random(seed);
        for (int file = 0; file <= random.nextInt(2); file++) {
            Files.write(folder.resolve("log" + file + ".csv"), text(random));
        }
        sameInPieces(RulesFile.read(RULES.getBytes(StandardCharsets.UTF_8)).accepted());
    }

    /** A column that nothing asks for, with more different texts than are kept. */
    @Test
    void textsThatDifferMuchSayTheSameInPieces() throws IOException {
        List<String> strange = List.of(
                "合计", "甲 合计", "小计：", "空缺单位", "'甲", " 甲", "甲\u3000", "\u200B", "\uFE0F", "1.甲", "計", "单\u0301", "");
        StringBuilder text = new StringBuilder("记录,平台,代码,规模,日期,机时,金额,人数,已付,评价,说明,占比,单位\n");
        for (int i = 0; i < 3_000; i++) {
            String customer = i % 61 == 60 ? strange.get(i / 61 % strange.size()) : "单位" + i;
            text.append("R" + i + ",P01,,大,2021-03-05,1,12.50,3,是,好,样品,20%," + customer + "\n");
        }
        Files.writeString(folder.resolve("platforms.csv"), "编号,名称,信用代码\nP01,甲平台,\n");
        Files.writeString(folder.resolve("log.csv"), text);
        String rules = RULES.replace(
                "    where: {note: {not: 内部}}",
                "      customer: {header: 单位, type: text, blank: [空缺单位]}\n    where: {note: {not: 内部}}");
        sameInPieces(RulesFile.read(rules.getBytes(StandardCharsets.UTF_8)).accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"金额（万）", "金额（百）", "金额（万元/年）", "金额（元/万元）", "单位：元、万元", "单位：万"})
    void unitsOfMoneySayTheSameInPieces(String unit) throws IOException {
        StringBuilder text = new StringBuilder(unit.startsWith("单") ? unit + "\n" : "");
        text.append("记录,平台,代码,规模,日期,机时（分钟）,金额,人数,已付,评价,说明,占比\n".replace("金额", unit.startsWith("金") ? unit : "金额"));
        for (int i = 0; i < 40; i++) {
            text.append("R" + i + ",P01,,大,2021-03-05,1,12.50" + (i % 9 == 8 ? "元" : "") + ",3,是,好,样品,20%\n");
        }
        Files.writeString(folder.resolve("platforms.csv"), "编号,名称,信用代码\nP01,甲平台,\n");
        Files.writeString(folder.resolve("log.csv"), text);
        Files.writeString(folder.resolve("log2.csv"), text.toString().replace("分钟", "小时"));
        sameInPieces(RulesFile.read(RULES.getBytes(StandardCharsets.UTF_8)).accepted());
    }

    /** Behind an inch mark no line of the piece surely ends a record: it is cut anywhere, also between the two bytes of a line end. */
    @Test
    void aLineEndOfTwoBytesIsOneLineWhereverAPieceIsCut() throws IOException {
        StringBuilder text = new StringBuilder("记录,平台,代码,规模,日期,机时,金额,人数,已付,评价,说明,占比\r\n");
        for (int i = 0; i < 40; i++) {
            text.append("R" + i + ",P01,,大," + (i == 39 ? "明天" : "2021-03-05") + ",1,12.50,3,是,好,");
            text.append((i == 25 ? "5\" 管" : "样品") + ",20%\r\n");
        }
        Files.writeString(folder.resolve("platforms.csv"), "编号,名称,信用代码\nP01,甲平台,\n");
        Files.writeString(folder.resolve("log.csv"), text);
        Rulebook rules = RulesFile.read(RULES.getBytes(StandardCharsets.UTF_8)).accepted();
        String plain = outcome(folder, rules, 1, Chunks.NONE);
        assertThat(plain).contains("row=41");
        for (int size = 200; size < 270; size++) {
            assertThat(difference(plain, outcome(folder, rules, 1, new Chunks(1, size))))
                    .as("pieces of %d bytes", size)
                    .isEmpty();
        }
    }

    /** Rows that say whose they are by their file alone: nothing in them need be there, nor be unlike a head. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " , , ,\u3000",
                "单位,记录,,备注",
                "备注,单位,,记录",
                "记录,单位,,备注",
                "记录,单位,金额,备注",
                "记录,单位,-,备注",
                "基本,,,",
                "基本,,收入,",
                "-,,-,",
                "合计（5台）,,,",
                "合计：,,3,",
                ",总计 [元],3,",
                "好,合计（5）,,",
                "合计表,,5,",
                "注：以上均已核对,,,",
                "注1:以上均已核对,,,",
                "填表人：甲,,,审核人：乙",
                "注：以上均已核对,,5,",
                "备注:好,某单位,,",
                "示例,某单位,3,好",
                ",(例)某单位,3,好",
                "好,示例,3,",
                "【示例1】好,某单位,3,"
            })
    void aRowThatIsNoneSaysTheSameInPieces(String odd) throws IOException {
        String rules = Office.unitRules("试", "", """
                  log:
                    files: "P*.csv"
                    belongs_to: file
                    columns:
                      record: {header: 记录, type: text}
                      client: {header: 单位, type: text, default: 个人}
                      amount: {header: 金额, type: money, unit: 元, default: 7}
                      note: {header: 备注, type: text}
                measures:
                  rows: {label: 行, count: log}
                  income: {label: 额, sum: log.amount}
                  clients: {label: 家, distinct: log.client}
                rubric:
                  - {id: A, label: 甲, weight: 100, measure: rows, score: {linear: {zero: 0, full: 1}}}
                """);
        Files.writeString(folder.resolve("units.csv"), "编号,名称\nP01,甲平台\nP02,乙平台\n");
        for (String file : List.of("P01.csv", "P02.csv")) {
            StringBuilder text = new StringBuilder(file.equals("P01.csv") ? "" : "基本,,收入,\n").append("记录,单位,金额,备注\n");
            for (int i = 0; i < 60; i++) {
                text.append(i == 40 ? odd : "R" + i + ",单位" + i % 7 + "," + (i % 9 == 8 ? "" : "5") + ",好")
                        .append('\n');
            }
            Files.writeString(folder.resolve(file), text);
        }
        sameInPieces(RulesFile.read(rules.getBytes(StandardCharsets.UTF_8)).accepted());
    }

    /** A row is known by the subject alone; what is written like a head beside it is a word like others. */
    @Test
    void aRowWithAWordOfTheHeadSaysTheSameInPieces() throws IOException {
        String rules = RULES.substring(0, RULES.indexOf("  log:\n")) + """
                  log:
                    files: log.csv
                    belongs_to: platform
                    columns:
                      need: {header: 需求, type: text}
                      platform: {header: 平台, type: subject, required: true}
                      by: {header: 提出方, type: text}
                measures:
                  rows: {label: 行, count: log}
                rubric:
                  - {id: A, label: 甲, weight: 100, measure: rows, score: {linear: {zero: 0, full: 1}}}
                """;
        StringBuilder text = new StringBuilder("需求,平台,提出方\n");
        for (int i = 0; i < 60; i++) {
            text.append(i == 50 ? "需求,平台,提出方\n" : "检测,P01," + (i % 7 == 6 ? "平台" : "企业") + "\n");
        }
        Files.writeString(folder.resolve("platforms.csv"), "编号,名称,信用代码\nP01,甲平台,\n");
        Files.writeString(folder.resolve("log.csv"), text);
        Rulebook read = RulesFile.read(rules.getBytes(StandardCharsets.UTF_8)).accepted();
        assertThat(outcome(folder, read, 1, Chunks.NONE)).contains("rows=59, accepted=59");
        sameInPieces(read);
    }

    /** Most rows are sound, so that pieces get far; each text has a few kinds of trouble. */
    private static byte[] text(Random random) {
        int trouble = random.nextInt(6) == 0 ? 2 : random.nextInt(6) == 0 ? 1000 : 30;
        String[] ends = {"\n", "\r\n", random.nextInt(20) == 0 ? "\r" : "\n"};
        String end = ends[random.nextInt(3)];
        String delimiter = new String[] {",", ",", ";", "\t"}[random.nextInt(4)];
        boolean quoting = random.nextInt(3) == 0;
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        text.append(String.join(delimiter, "记录", "平台", "代码", "规模", "日期", "机时", "金额", "人数", "已付", "评价", "说明", "占比"));
        text.append(random.nextInt(3) == 0 ? delimiter + "别的" : "").append(end);
        int rows = random.nextInt(400);
        for (int i = 0; i < rows; i++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < CELLS.length; c++) {
                boolean odd = random.nextInt(trouble * 6) == 0;
                String cell = odd
                        ? CELLS[c][random.nextInt(CELLS[c].length)]
                        : c == 0
                                ? "R" + (random.nextInt(50) == 0 ? 1 : i)
                                : CELLS[c][random.nextInt(c == 4 ? 2 : c == 1 || c == 2 || c == 10 ? 3 : 1)];
                cell = c == 6 && !odd ? random.nextInt(100_000) + "." + random.nextInt(100) : cell;
                row.add(quoting && random.nextInt(3) > 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            if (random.nextInt(trouble * 4) == 0) {
                strange(row, random);
            }
            text.append(String.join(delimiter, row)).append(random.nextInt(trouble * 30) == 0 ? "\n\n" : end);
        }
        if (random.nextInt(4) == 0 && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        if (random.nextInt(12) == 0) {
            bytes.writeBytes(new byte[] {(byte) 0xC3, '(', 0});
        }
        return bytes.toByteArray();
    }

    private static void strange(List<String> row, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> row.set(10, "\"两\n行\"");
            case 1 -> row.set(10, "\"说 \"\"好\"\" 话\" ");
            case 2 -> row.add("多");
            case 3 -> row.add("");
            case 4 -> row.subList(random.nextInt(11) + 1, row.size()).clear();
            case 5 -> row.replaceAll(cell -> "");
            case 6 -> row.set(10, random.nextInt(3) == 0 ? "\"开" : "a\rb");
            default -> row.set(10, "x".repeat(random.nextInt(300)));
        }
    }

    private void sameInPieces(Rulebook rules) {
        String plain = outcome(folder, rules, 1, Chunks.NONE);
        for (int size : SIZES) {
            for (int jobs : size == 301 ? List.of(1, 2, 8) : List.of(2)) {
                String pieces = outcome(folder, rules, jobs, new Chunks(1, size));
                assertThat(difference(plain, pieces))
                        .as("pieces of %d bytes, %d jobs", size, jobs)
                        .isEmpty();
            }
        }
        String watched = watched(folder, rules, 1, Chunks.NONE);
        for (int size : SIZES) {
            assertThat(difference(watched, watched(folder, rules, 2, new Chunks(1, size))))
                    .as("rows of one in pieces of %d bytes", size)
                    .isEmpty();
        }
    }

    private static List<String> difference(String plain, String pieces) {
        List<String> missing =
                new ArrayList<>(plain.lines().map(line -> "plain:  " + line).toList());
        pieces.lines().map(line -> "plain:  " + line).forEach(missing::remove);
        List<String> more =
                new ArrayList<>(pieces.lines().map(line -> "pieces: " + line).toList());
        plain.lines().map(line -> "pieces: " + line).forEach(more::remove);
        List<String> all = new ArrayList<>(missing.subList(0, Math.min(3, missing.size())));
        all.addAll(more.subList(0, Math.min(3, more.size())));
        return all.isEmpty() && !plain.equals(pieces) ? List.of("another order") : all;
    }

    private static String outcome(Path folder, Rulebook rules, int jobs, Chunks chunks) {
        MeasureCollector collector = Measures.collector(rules);
        IntakeResult intake = Intake.read(folder, rules, IntakeOptions.of(jobs).with(chunks), collector);
        return told(rules, intake, collector);
    }

    /** Returns the outcome, and before it what somebody sees of it who wants all rows of the second subject, as {@code explain} does. */
    private static String watched(Path folder, Rulebook rules, int jobs, Chunks chunks) {
        MeasureCollector collector = Measures.collector(rules);
        WatchedRows rows = new WatchedRows(collector, chunks != Chunks.NONE, 1);
        IntakeResult intake = Intake.read(folder, rules, IntakeOptions.of(jobs).with(chunks), rows);
        String told = told(rules, intake, collector);
        return intake.findings().stops() ? told : String.join("\n", rows.seen) + "\n" + told;
    }

    private static String told(Rulebook rules, IntakeResult intake, MeasureCollector collector) {
        StringBuilder text = new StringBuilder();
        boolean stopped = false;
        for (Finding each : intake.findings().sorted()) {
            text.append(each.severity())
                    .append(' ')
                    .append(each.code())
                    .append(' ')
                    .append(each.place());
            text.append(' ')
                    .append(each.value())
                    .append(' ')
                    .append(each.subject())
                    .append(' ');
            text.append(each.message().in(Lang.EN))
                    .append(each.action().in(Lang.EN))
                    .append('\n');
            stopped |= each.code().equals("stray-quote");
        }
        // Behind a stray quote nothing is used, so it does not matter how many rows were met before it.
        intake.files().forEach(file -> text.append(file).append('\n'));
        if (stopped) {
            return text.toString().replaceAll("rows=\\d+, accepted=\\d+, rejected=\\d+, passedOver=\\d+", "");
        }
        if (!intake.findings().stops()) {
            Measures.of(rules, intake, collector, new Findings()).values().forEach(text::append);
        }
        return text.toString();
    }
}
