package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.RulesReading;

/** An assessment folder on which {@link Intake} is tried. */
final class Desk {

    /** A roster of three, and the input that reads it. */
    static final String ROSTER = "编号,名称,信用代码\nP01,甲平台,914403001922038216\nP02,乙平台,\nP03,丙平台,\n";

    private static final String HEAD = """
            platscore: 1
            title: 试
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              roster:
                files: roster.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 编号, type: text, required: true}
                  name: {header: 名称, type: text, required: true}
                  code: {header: 信用代码, type: credit-code}
            """;

    private static final String TAIL = """
            measures:
              one: {label: 一, value: roster.name}
              two: {label: 二, formula: "1"}
              three: {label: 三, count: %s, missing: exclude}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: three, score: {linear: {zero: 0, full: 1}}}
            """;

    private final Path folder;
    private FileOptions options = FileOptions.STANDARD;

    private Desk(Path folder) {
        this.folder = folder;
    }

    static Desk in(Path folder) {
        return new Desk(folder).file("roster.csv", ROSTER);
    }

    /** Returns a desk on a folder as it lies. */
    static Desk at(Path folder) {
        return new Desk(folder);
    }

    Desk file(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Desk bytes(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a workbook, of the old format if the name ends so. */
    Desk book(String name, Consumer<Workbook> content) {
        Path file = folder.resolve(name);
        try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            content.accept(book);
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Desk charset(Charset named) {
        options = options.with(named);
        return this;
    }

    /** Returns this desk with passwords for workbooks. */
    Desk passwords(String... passwords) {
        options = new FileOptions(options.charset(), List.of(passwords), options.workbookLimit());
        return this;
    }

    /** Returns rules with these inputs besides the roster; {@code table} is one of them. */
    static Rulebook rules(String inputs, String table) {
        return rulebook(HEAD + inputs.indent(2) + TAIL.formatted(table));
    }

    static Rulebook rulebook(String yaml) {
        RulesReading reading = RulesFile.read(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.rulebook())
                .as(() -> yaml + "\n"
                        + reading.diagnostics().stream()
                                .map(each -> each.mark() + " " + each.message().in(Lang.ZH))
                                .toList())
                .isNotNull();
        return Objects.requireNonNull(reading.rulebook());
    }

    /** Reads the folder by rules that have these inputs. */
    Read read(String inputs, String table) {
        return read(rules(inputs, table), 2);
    }

    Read read(Rulebook rules, int jobs) {
        List<String> rows = new ArrayList<>();
        RowConsumer consumer = new RowConsumer() {
            @Override
            public void accepted(Input input, Subject subject, PlacedRow row) {
                StringBuilder text = new StringBuilder(input.name() + " " + subject.id());
                for (Column column : input.columns()) {
                    text.append(" | ").append(shown(row.cell(column.name())));
                }
                input.derived().forEach(each -> text.append(" | ").append(shown(row.cell(each.name()))));
                rows.add(text.toString());
            }

            @Override
            public void rejected(Input input, Subject subject, String code, PlacedRow row) {
                rows.add(input.name() + " " + subject.id() + " rejected");
            }
        };
        IntakeResult result = Intake.read(folder, rules, new IntakeOptions(options, jobs), consumer);
        return new Read(result, rows);
    }

    static String shown(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof java.math.BigDecimal number ? Exact.plain(number) : value.toString();
    }

    /** What came of a reading: the rows as text in the order they came. */
    record Read(IntakeResult result, List<String> rows) {

        /** Returns findings as {@code severity code place value}, in the order of findings.csv. */
        List<String> findings() {
            return result.findings().sorted().stream().map(Read::told).toList();
        }

        /** Returns the findings of a code. */
        List<Finding> of(String code) {
            return result.findings().sorted().stream()
                    .filter(each -> each.code().equals(code))
                    .toList();
        }

        /** Returns a form's values as text. */
        String form(String input, int subject) {
            return String.join(
                    " | ",
                    Objects.requireNonNull(result.forms().get(input)).get(subject).values().stream()
                            .map(Desk::shown)
                            .toList());
        }

        private static String told(Finding each) {
            String place = each.place() == null ? "-" : each.place().shown();
            return (each.severity().key() + " " + each.code() + " " + place + " " + each.value()).strip();
        }
    }
}
