package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Finding;

/** What a text in a cell means is the same in a text file and in a workbook: the table is {@code cells.csv}. */
class CellTextTest {

    private static final Map<String, String> CSV = new HashMap<>();
    private static final Map<String, String> BOOK = new HashMap<>();
    private static final Map<String, String> OLD_BOOK = new HashMap<>();

    record Case(String label, String type, String head, String text, String expected) {
        @Override
        public String toString() {
            return type + ": " + label;
        }
    }

    static List<Case> cases() throws IOException, CsvException {
        try (InputStream in = Objects.requireNonNull(CellTextTest.class.getResourceAsStream("cells.csv"));
                CSVReader reader = new CSVReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.readAll().stream()
                    .skip(1)
                    .map(row -> new Case(row[0], row[1], row[2], row[3], row[4]))
                    .toList();
        }
    }

    @BeforeAll
    static void readAll(@TempDir Path folder) throws IOException, CsvException {
        Map<String, List<Case>> groups = new LinkedHashMap<>();
        for (Case each : cases()) {
            groups.computeIfAbsent(each.type + each.head, k -> new ArrayList<>())
                    .add(each);
        }
        int number = 0;
        for (List<Case> group : groups.values()) {
            Path place = folder.resolve("g" + number++);
            Desk.Read csv = csv(place.resolve("csv"), group);
            Desk.Read book = book(place.resolve("book"), "rows.xlsx", group);
            Desk.Read oldBook = book(place.resolve("old"), "rows.xls", group);
            for (int i = 0; i < group.size(); i++) {
                CSV.put(group.get(i).toString(), value(csv, i));
                BOOK.put(group.get(i).toString(), value(book, i));
                OLD_BOOK.put(group.get(i).toString(), value(oldBook, i));
            }
        }
    }

    private static Desk.Read csv(Path folder, List<Case> group) {
        StringBuilder text = new StringBuilder("行,编号," + group.get(0).head + "\n");
        for (int i = 0; i < group.size(); i++) {
            text.append("R")
                    .append(i)
                    .append(",P01,\"")
                    .append(group.get(i).text)
                    .append("\"\n");
        }
        return Desk.in(folder).file("rows.csv", text.toString()).read(inputs(group.get(0), "rows.csv"), "rows");
    }

    private static Desk.Read book(Path folder, String name, List<Case> group) {
        return Desk.in(folder)
                .book(name, book -> {
                    Sheet sheet = book.createSheet();
                    fill(sheet.createRow(0), "行", "编号", group.get(0).head);
                    for (int i = 0; i < group.size(); i++) {
                        fill(sheet.createRow(i + 1), "R" + i, "P01", group.get(i).text);
                    }
                })
                .read(inputs(group.get(0), name), "rows");
    }

    private static void fill(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    private static String inputs(Case first, String file) {
        String options = first.type.equals("choice") ? ", choices: {大型: [大], 中型: [中]}" : "";
        return """
               rows:
                 files: %s
                 belongs_to: who
                 columns:
                   row: {header: 行, type: text, required: true}
                   who: {header: 编号, type: subject, required: true}
                   value: {header: "%s", type: %s%s}
               """.formatted(file, first.head, first.type, options);
    }

    /** Returns the value of a row, or the code of what rejected it. */
    private static String value(Desk.Read read, int row) {
        String start = "rows P01 | R" + row + " | P01 | ";
        Stream<String> faults = read.result().findings().met().stream()
                .filter(each -> each.severity() == org.platscore.finding.Severity.REJECT)
                .filter(each -> Objects.requireNonNull(each.place()).row() == row + 2)
                .map(Finding::code)
                .map("!"::concat);
        Stream<String> values =
                read.rows().stream().filter(each -> each.startsWith(start)).map(each -> each.substring(start.length()));
        return String.join(" and ", Stream.concat(values, faults).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTextFileSaysIt(Case given) {
        assertThat(CSV.get(given.toString())).isEqualTo(given.expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWorkbookSaysIt(Case given) {
        assertThat(BOOK.get(given.toString())).isEqualTo(given.expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWorkbookOfTheOldFormatSaysIt(Case given) {
        assertThat(OLD_BOOK.get(given.toString())).isEqualTo(given.expected);
    }
}
