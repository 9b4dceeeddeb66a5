package org.platscore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Seeded data for the benchmarks; the same bytes each time. */
final class BenchData {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String[] KINDS = {"检测", "研发", "中试", "设计", "咨询", "培训", "内部使用"};
    private static final String[] SIZES = {"大型", "中型", "小型", "微型"};
    private static final String LOG_HEAD = "服务编号,平台编号,服务单位,统一社会信用代码,企业规模,服务日期,服务类型,机时,到账金额（元）,备注";
    private static final int CODES = 200_000;

    private final SplittableRandom random = new SplittableRandom(20_221_231);
    private final String[] codes = new String[CODES];

    BenchData() {
        for (int i = 0; i < CODES; i++) {
            codes[i] = code();
        }
    }

    /** Writes an assessment folder with one service log of so many rows, as CSV or as XLSX. */
    void logs(Path folder, int rows, boolean workbook) throws IOException {
        if (Files.exists(folder.resolve("scoring-rules.yaml"))) {
            return;
        }
        Files.createDirectories(folder);
        platforms(folder, 42);
        if (workbook) {
            logWorkbook(folder.resolve("log.xlsx"), rows);
        } else {
            logCsv(folder.resolve("log.csv"), rows);
        }
        copyRules(folder, "log-rules.yaml");
    }

    /** Writes a folder of so many submitted workbooks of 5 sheets with 40 × 10 cells, and a rules file beside it. */
    void workbooks(Path folder, int count) throws IOException {
        if (Files.exists(folder.resolve("scoring-rules.yaml"))) {
            return;
        }
        Files.createDirectories(folder.resolve("in"));
        platforms(folder, count);
        for (int i = 1; i <= count; i++) {
            try (Workbook book = new XSSFWorkbook();
                    OutputStream out =
                            Files.newOutputStream(folder.resolve("in").resolve(id(i) + ".xlsx"))) {
                submission(book, i);
                book.write(out);
            }
        }
        copyRules(folder, "form-rules.yaml");
    }

    /** Writes an assessment folder with so many subjects and a rubric of 60 indicators, all from the roster. */
    void subjects(Path folder, int count) throws IOException {
        if (Files.exists(folder.resolve("scoring-rules.yaml"))) {
            return;
        }
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("platforms.csv"), StandardCharsets.UTF_8)) {
            out.write("编号,名称,领域");
            for (int m = 1; m <= 60; m++) {
                out.write(",度量" + m);
            }
            out.write("\n");
            for (int i = 1; i <= count; i++) {
                out.write(id(i) + ",公共技术服务平台第" + i + "号,领域" + i % 7);
                for (int m = 1; m <= 60; m++) {
                    out.write("," + random.nextInt(10_000) / 100 + "." + (10 + random.nextInt(90)));
                }
                out.write("\n");
            }
        }
        Files.writeString(folder.resolve("scoring-rules.yaml"), subjectRules(), StandardCharsets.UTF_8);
    }

    private static String subjectRules() {
        StringBuilder rules =
                new StringBuilder("platscore: 1\ntitle: 规模测试\nperiod: {from: 2021-01-01, to: 2022-12-31}\n"
                        + "full_marks: 120\nreport: {group: domain}\ninputs:\n  platforms:\n    files: platforms.csv\n"
                        + "    roster: {id: id, name: name}\n    columns:\n      id: {header: 编号, type: text}\n"
                        + "      name: {header: 名称, type: text}\n      domain: {header: 领域, type: text}\n");
        for (int m = 1; m <= 60; m++) {
            rules.append("      c" + m + ": {header: 度量" + m + ", type: number}\n");
        }
        rules.append("measures:\n");
        for (int m = 1; m <= 60; m++) {
            rules.append("  m" + m + ": {label: 度量" + m + ", value: roster.c" + m + "}\n");
        }
        rules.append("rubric:\n");
        for (int g = 0; g < 6; g++) {
            rules.append("  - id: G" + g + "\n    label: 指标组" + g + "\n    weight: 20\n    of:\n");
            for (int m = g * 10 + 1; m <= g * 10 + 10; m++) {
                rules.append("      - {id: I" + m + ", label: 指标" + m + ", weight: 2, measure: m" + m
                        + ", score: {linear: {zero: 0, full: 100}}}\n");
            }
        }
        rules.append("grades:\n  - {id: excellent, label: 优秀, min: 75, at_most: 15%}\n  - {id: pass, label: 合格}\n");
        return rules.toString();
    }

    private static void copyRules(Path folder, String name) throws IOException {
        try (var rules = BenchData.class.getResourceAsStream(name)) {
            if (rules == null) {
                throw new IllegalStateException(name);
            }
            Files.write(folder.resolve("scoring-rules.yaml"), rules.readAllBytes());
        }
    }

    private static void platforms(Path folder, int count) throws IOException {
        StringBuilder text = new StringBuilder("平台编号,平台名称,所属领域\n");
        for (int i = 1; i <= count; i++) {
            text.append(id(i) + ",公共技术服务平台第" + i + "号,领域" + i % 7 + "\n");
        }
        Files.writeString(folder.resolve("platforms.csv"), text, StandardCharsets.UTF_8);
    }

    private void logCsv(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(LOG_HEAD + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(String.join(",", logRow(i)));
                out.write("\n");
            }
        }
    }

    private void logWorkbook(Path file, int rows) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("服务台账");
            String[] head = LOG_HEAD.split(",");
            Row top = sheet.createRow(0);
            for (int c = 0; c < head.length; c++) {
                top.createCell(c).setCellValue(head[c]);
            }
            for (int i = 0; i < rows; i++) {
                Row row = sheet.createRow(i + 1);
                String[] cells = logRow(i);
                for (int c = 0; c < cells.length; c++) {
                    if (c == 7 || c == 8) {
                        row.createCell(c).setCellValue(Double.parseDouble(cells[c]));
                    } else {
                        row.createCell(c).setCellValue(cells[c]);
                    }
                }
            }
            book.write(out);
        }
    }

    /** A row of the log: one record in a thousand stands there twice, one date in twenty is out of the period. */
    private String[] logRow(int i) {
        int record = i % 1000 == 999 ? i - 1 : i;
        int platform = record * 31 % 42 + 1;
        int year = random.nextInt(20) == 0 ? 2020 : 2021 + random.nextInt(2);
        return new String[] {
            String.format("%s-%08d", id(platform), record),
            id(platform),
            "鹭湾岚硕第" + i % 9973 + "技术有限公司",
            codes[random.nextInt(CODES)],
            SIZES[random.nextInt(SIZES.length)],
            year + "-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28)),
            KINDS[random.nextInt(KINDS.length)],
            random.nextInt(80) + "." + random.nextInt(10),
            100 + random.nextInt(99_900) + "." + two(random.nextInt(100)),
            "样品检测及出具报告"
        };
    }

    private void submission(Workbook book, int number) {
        for (int s = 0; s < 5; s++) {
            Sheet sheet = book.createSheet(s == 0 ? "基本信息" : "附表" + s);
            for (int r = 0; r < 40; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < 10; c++) {
                    if (c % 2 == 0) {
                        row.createCell(c).setCellValue("指标" + s + "-" + r + "-" + c / 2);
                    } else {
                        row.createCell(c).setCellValue(random.nextInt(100_000) / 10);
                    }
                }
            }
        }
        Row top = book.getSheetAt(0).getRow(0);
        top.getCell(0).setCellValue("平台编号");
        top.getCell(1).setCellValue(id(number));
    }

    private String code() {
        StringBuilder code = new StringBuilder("91350299");
        while (code.length() < 17) {
            code.append(LETTERS.charAt(random.nextInt(10)));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(LETTERS.charAt((31 - sum % 31) % 31)).toString();
    }

    private static String id(int number) {
        return String.format("P%05d", number);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
