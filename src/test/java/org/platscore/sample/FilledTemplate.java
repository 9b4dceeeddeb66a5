package org.platscore.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.platscore.finding.Lang;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Head;
import org.platscore.report.sheet.Workbooks;
import org.platscore.report.template.Template;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** The template that the sample's rules give for a platform, being filled in. */
final class FilledTemplate {

    private static final Rulebook RULES =
            Objects.requireNonNull(RulesFile.read(Path.of("scoring-rules.yaml")).rulebook());

    private static final List<String> ROSTER = List.of("id", "name", "domain", "class", "operator", "code");

    private final XSSFWorkbook book;

    private FilledTemplate(XSSFWorkbook book) {
        this.book = book;
    }

    static FilledTemplate of(Platform platform) {
        Subject subject = new Subject(
                0,
                platform.id(),
                platform.name(),
                ROSTER,
                Arrays.asList(
                        platform.id(),
                        platform.name(),
                        platform.domain().label(),
                        platform.type(),
                        platform.operator(),
                        platform.code()));
        try {
            Path file = Files.createTempFile("template", ".xlsx");
            Template.write(RULES, subject, file, Lang.ZH);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return new FilledTemplate(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in the cell beside a label. */
    void fill(String sheet, String label, Cell value) {
        org.apache.poi.ss.usermodel.Cell found = label(sheet, label);
        put(sheet, found.getRowIndex(), found.getColumnIndex() + 1, value);
    }

    /** Fills in the cell beside a label, which somebody has written anew. */
    void fill(String sheet, String label, String anew, Cell value) {
        fill(sheet, label, value);
        org.apache.poi.ss.usermodel.Cell found = label(sheet, label);
        if (!Head.of(found.getStringCellValue()).full().equals(Head.of(anew).full())) {
            found.setCellValue(anew);
        }
    }

    /** Returns the row, from 1, of a label or of one that was written in its place. */
    int row(String sheet, String label) {
        return label(sheet, label).getRowIndex() + 1;
    }

    /** Writes a cell. */
    void put(String sheet, int row, int column, Cell value) {
        XSSFSheet target = book.getSheet(sheet);
        XSSFRow line = target.getRow(row) == null ? target.createRow(row) : target.getRow(row);
        org.apache.poi.ss.usermodel.Cell cell = line.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        value.into(cell, cell.getCellStyle());
    }

    private org.apache.poi.ss.usermodel.Cell label(String sheet, String label) {
        for (Row row : book.getSheet(sheet)) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                boolean text = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING;
                if (text && Head.of(cell.getStringCellValue()).bare().equals(label)) {
                    return cell;
                }
            }
        }
        throw new IllegalStateException("no label " + label);
    }

    byte[] bytes() {
        try {
            Path file = Files.createTempFile("submission", ".xlsx");
            Workbooks.write(book, "自评表", file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
