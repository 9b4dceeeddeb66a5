package org.platscore.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One log, written in whatever way an office may write it, gives one and the same results.json. */
class ManyFormsTest {

    private static final String RULES = """
            platscore: 1
            title: 一份台账，多种写法
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: roster.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 平台编号, type: text, required: true}
                  name: {header: 平台名称, type: text, required: true}
              services:
                files: "log.*"
                belongs_to: platform
                columns:
                  record: {header: 服务编号, type: text, required: true}
                  platform: {header: 平台编号, type: subject, required: true}
                  date: {header: 服务日期, type: date, required: true}
                  client: {header: 服务单位, type: text}
                  amount: {header: 到账金额, type: money}
                  hours: {header: 机时, type: number}
                checks:
                  - {id: outside-period, reject: {date: {outside: period}}, because: 不在考核期内}
                  - {id: large, warn: {amount: {over: 8万}}, because: 金额较大}
            measures:
              income: {label: 服务收入, sum: services.amount}
              hours: {label: 机时, mean: services.hours}
              clients: {label: 服务单位, distinct: services.client}
            rubric:
              - {id: A, label: 收入, weight: 50, measure: income, score: {linear: {zero: 0, full: 200万}}}
              - {id: B, label: 机时, weight: 30, measure: hours, score: {linear: {zero: 0, full: 40}}}
              - {id: C, label: 单位, weight: 20, measure: clients, score: {per_unit: {every: 1, points: 1}}}
            """;

    private static final List<String> HEAD = List.of("服务编号", "平台编号", "服务日期", "服务单位", "到账金额（元）", "机时（小时）");
    private static final int AMOUNT = 4;

    @TempDir
    Path folder;

    /** A way of writing. */
    private record Way(String label, Writer writer) {
        @Override
        public String toString() {
            return label;
        }
    }

    private interface Writer {
        void write(List<List<Object>> rows, Path folder) throws IOException;
    }

    static List<Way> ways() {
        return List.of(
                new Way("GB18030", (rows, to) -> text(rows, to, ",", Charset.forName("GB18030"))),
                new Way("UTF-16 with a mark", (rows, to) -> text(rows, to, ",", StandardCharsets.UTF_16)),
                new Way("semicolons", (rows, to) -> text(rows, to, ";", StandardCharsets.UTF_8)),
                new Way("tabs", (rows, to) -> text(rows, to, "\t", StandardCharsets.UTF_8)),
                new Way(".xlsx", (rows, to) -> book(rows, to.resolve("log.xlsx"), new XSSFWorkbook())),
                new Way(".xls", (rows, to) -> book(rows, to.resolve("log.xls"), new HSSFWorkbook())),
                new Way("amounts in 万元", (rows, to) -> text(inTenThousands(rows), to, ",", StandardCharsets.UTF_8)),
                new Way(
                        "amounts in 万元, .xlsx",
                        (rows, to) -> book(inTenThousands(rows), to.resolve("log.xlsx"), new XSSFWorkbook())),
                new Way("columns in another order", (rows, to) -> text(columns(rows), to, ",", StandardCharsets.UTF_8)),
                new Way("rows in another order", (rows, to) -> {
                    List<List<Object>> other = new ArrayList<>(rows.subList(1, rows.size()));
                    Collections.shuffle(other, new Random(5));
                    other.add(0, rows.get(0));
                    text(other, to, ",", StandardCharsets.UTF_8);
                }),
                new Way("a blank row", (rows, to) -> {
                    List<List<Object>> more = new ArrayList<>(rows);
                    more.add(7, Collections.nCopies(HEAD.size(), ""));
                    text(more, to, ",", StandardCharsets.UTF_8);
                }),
                new Way("a title row", (rows, to) -> {
                    List<List<Object>> more = new ArrayList<>(rows);
                    more.add(0, List.of("2021—2022 年服务台账", "", "", "", "", ""));
                    book(more, to.resolve("log.xlsx"), new XSSFWorkbook());
                }),
                new Way("in two files", (rows, to) -> {
                    List<List<Object>> rest = new ArrayList<>(rows.subList(40, rows.size()));
                    rest.add(0, rows.get(0));
                    text(rows.subList(0, 40), to, ",", StandardCharsets.UTF_8);
                    book(rest, to.resolve("log.xlsx"), new XSSFWorkbook());
                }));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theResultIsTheSame(Way way) throws IOException {
        List<List<Object>> rows = rows();
        String plain = results("plain", to -> text(rows, to, ",", StandardCharsets.UTF_8));
        assertThat(plain).contains("\"reject\": 5").doesNotContain("\"total\": 0.00");
        assertThat(results("other", to -> way.writer.write(rows, to))).isEqualTo(plain);
    }

    private interface Fill {
        void into(Path folder) throws IOException;
    }

    private String results(String name, Fill fill) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        Files.writeString(data.resolve("roster.csv"), "平台编号,平台名称\nP1,甲平台\nP2,乙平台\nP3,丙平台\n");
        Files.writeString(data.resolve("scoring-rules.yaml"), RULES);
        fill.into(data);
        return ProgramRun.assess(data, folder.resolve(name + "-out")).text("results.json");
    }

    private static List<List<Object>> rows() {
        Random random = new Random(20221231);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(HEAD));
        for (int i = 0; i < 90; i++) {
            LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i % 30 == 29 ? 900 + i : random.nextInt(700));
            Object amount = i % 40 == 11 ? "约3" : BigDecimal.valueOf(random.nextInt(9_000_000), 2);
            rows.add(List.of(
                    "R" + i,
                    "P" + (1 + random.nextInt(3)),
                    day,
                    "单位" + random.nextInt(30),
                    amount,
                    BigDecimal.valueOf(random.nextInt(400), 1)));
        }
        return rows;
    }

    private static List<List<Object>> inTenThousands(List<List<Object>> rows) {
        List<List<Object>> changed = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> copy = new ArrayList<>(row);
            copy.set(AMOUNT, row.get(AMOUNT) instanceof BigDecimal amount ? amount.movePointLeft(4) : row.get(AMOUNT));
            changed.add(copy);
        }
        changed.get(0).set(AMOUNT, "到账金额（万元）");
        return changed;
    }

    private static List<List<Object>> columns(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> List.of(row.get(5), row.get(3), row.get(0), row.get(4), row.get(2), row.get(1)))
                .toList();
    }

    private static void text(List<List<Object>> rows, Path folder, String delimiter, Charset charset)
            throws IOException {
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : cell.toString())
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        Files.write(folder.resolve("log.csv"), text.getBytes(charset));
    }

    private static void book(List<List<Object>> rows, Path file, Workbook book) throws IOException {
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("台账");
            CellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    Cell cell = row.createCell(j);
                    Object value = rows.get(i).get(j);
                    if (value instanceof BigDecimal number) {
                        cell.setCellValue(number.doubleValue());
                    } else if (value instanceof LocalDate date) {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            book.write(out);
        }
    }
}
