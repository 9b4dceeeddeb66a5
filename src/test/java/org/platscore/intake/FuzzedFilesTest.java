package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.ZipParts;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;

/** Whatever happens to a file on its way, reading it ends in rows or in a finding; seeded, {@code -Dfuzz=N} times as long. */
class FuzzedFilesTest {

    private static final int TIMES = Integer.getInteger("fuzz", 1);
    private static final List<String> ODD = List.of(
            "",
            "-1",
            "0",
            "99999999999999999999",
            "2147483648",
            "1e999",
            "A0",
            "XFE1",
            "ZZZZZZZ99",
            "é",
            "&#x0;",
            "%s",
            "true",
            "s",
            "\uD83D");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"rows.csv, 200", "rows.xlsx, 120", "rows.xls, 300", "parts.xlsx, 160"})
    void aDamagedFileIsReadOrNamed(String name, int rounds) throws IOException {
        String file = name.equals("parts.xlsx") ? "rows.xlsx" : name;
        byte[] sound = sound(file);
        SplittableRandom dice = new SplittableRandom(name.hashCode());
        for (int round = 0; round < rounds * TIMES; round++) {
            byte[] damaged = name.equals("parts.xlsx") ? partDamaged(sound, dice) : damaged(sound, dice);
            check(name + " " + round, file, damaged);
        }
    }

    private void check(String label, String file, byte[] bytes) {
        Desk desk = Desk.in(folder).bytes(file, bytes);
        assertThatCode(() -> {
                    Desk.Read read = desk.read(INPUT.formatted(file), "rows");
                    for (Finding each : read.result().findings().met()) {
                        assertThat(each.message().in(Lang.ZH)).isNotBlank();
                        assertThat(each.action().in(Lang.EN)).isNotBlank();
                    }
                    if (read.rows().isEmpty()) {
                        assertThat(read.findings()).isNotEmpty();
                    }
                })
                .as(label)
                .doesNotThrowAnyException();
    }

    private static final String INPUT = """
            rows:
              files: %s
              belongs_to: who
              columns:
                who: {header: 平台, type: subject, required: true}
                day: {header: 日期, type: date}
                paid: {header: 金额（元）, type: money}
                note: {header: 备注, type: text}
            """;

    private byte[] sound(String file) throws IOException {
        if (file.endsWith(".csv")) {
            StringBuilder text = new StringBuilder("平台,日期,金额（元）,备注\r\n");
            for (int i = 0; i < 30; i++) {
                text.append("P0").append(1 + i % 3).append(",2021-03-05,\"1,200.5\",\"甲\"\"乙\n丙\"\r\n");
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        Desk.in(folder).book(file, FuzzedFilesTest::fill);
        return Files.readAllBytes(folder.resolve(file));
    }

    private static void fill(Workbook book) {
        Sheet sheet = book.createSheet("台账");
        var day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        Row head = sheet.createRow(0);
        String[] heads = {"平台", "日期", "金额（元）", "备注"};
        for (int i = 0; i < heads.length; i++) {
            head.createCell(i).setCellValue(heads[i]);
        }
        for (int i = 1; i < 40; i++) {
            Row row = sheet.createRow(i);
            row.setZeroHeight(i == 7);
            row.createCell(0).setCellValue("P0" + (1 + i % 3));
            row.createCell(1).setCellValue(44625 + i);
            row.getCell(1).setCellStyle(day);
            if (i % 5 == 0) {
                row.createCell(2).setCellFormula("SUM(A1:A2)*" + i);
            } else {
                row.createCell(2).setCellValue(i * 1.25);
            }
            if (i % 2 == 0) {
                row.createCell(3).setCellValue("备注 " + i);
            } else {
                row.createCell(3).setCellValue(i % 3 == 0);
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(3, 5, 0, 0));
        book.createSheet("说明").createRow(0).createCell(0).setCellValue("看");
        book.setSheetHidden(1, true);
    }

    /** Bytes changed, left out, doubled, or cut off. */
    private static byte[] damaged(byte[] sound, SplittableRandom dice) {
        byte[] bytes = sound.clone();
        switch (dice.nextInt(5)) {
            case 0 -> {
                for (int i = dice.nextInt(1, 20); i > 0; i--) {
                    bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
                }
            }
            case 1 -> {
                return Arrays.copyOf(bytes, dice.nextInt(bytes.length));
            }
            case 2 -> {
                int from = dice.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + dice.nextInt(200));
                byte[] shorter = new byte[bytes.length - (to - from)];
                System.arraycopy(bytes, 0, shorter, 0, from);
                System.arraycopy(bytes, to, shorter, from, bytes.length - to);
                return shorter;
            }
            case 3 -> {
                int from = dice.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + dice.nextInt(64));
                Arrays.fill(bytes, from, to, (byte) (dice.nextBoolean() ? 0 : 0xFF));
            }
            default -> {
                int from = dice.nextInt(bytes.length);
                int to = dice.nextInt(bytes.length);
                int length = Math.min(1 + dice.nextInt(512), bytes.length - Math.max(from, to));
                System.arraycopy(sound, from, bytes, to, length);
            }
        }
        return bytes;
    }

    private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");

    /** One part of a workbook changed as text: the archive itself is sound. */
    private static byte[] partDamaged(byte[] sound, SplittableRandom dice) throws IOException {
        Map<String, byte[]> parts = ZipParts.of(sound);
        String name = List.copyOf(parts.keySet()).get(dice.nextInt(parts.size()));
        String text = new String(parts.get(name), StandardCharsets.UTF_8);
        for (int i = dice.nextInt(1, 4); i > 0; i--) {
            text = changed(text, dice);
        }
        if (dice.nextInt(15) == 0) {
            parts.remove(name);
        } else {
            parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        }
        return ZipParts.zipped(parts);
    }

    private static String changed(String text, SplittableRandom dice) {
        boolean tag = dice.nextBoolean();
        Matcher matcher = (tag ? TAG : ATTRIBUTE).matcher(text);
        List<int[]> spans = matcher.results()
                .map(each -> tag ? new int[] {each.start(), each.end()} : new int[] {each.start(1), each.end(1)})
                .toList();
        if (spans.isEmpty()) {
            return text;
        }
        int[] span = spans.get(dice.nextInt(spans.size()));
        String old = text.substring(span[0], span[1]);
        String odd = ODD.get(dice.nextInt(ODD.size()));
        String now = tag ? (dice.nextBoolean() ? "" : old + old) : odd;
        return text.substring(0, span[0]) + now + text.substring(span[1]);
    }
}
