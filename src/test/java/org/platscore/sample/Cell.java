package org.platscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;

/** The content of one cell, as it was typed: a text, a number or a day. */
sealed interface Cell {

    Cell BLANK = new Text("");

    /** What a CSV file shows. */
    String csv();

    /** Writes the content; {@code day} is the style of days. */
    void into(org.apache.poi.ss.usermodel.Cell cell, CellStyle day);

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(BigDecimal number) {
        return new Figure(number);
    }

    static Cell of(long number) {
        return new Figure(BigDecimal.valueOf(number));
    }

    static Cell of(LocalDate day) {
        return new Day(day);
    }

    /** A text; the empty one leaves the cell blank. */
    record Text(String text) implements Cell {
        @Override
        public String csv() {
            return text;
        }

        @Override
        public void into(org.apache.poi.ss.usermodel.Cell cell, CellStyle day) {
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }

    /** A number cell. */
    record Figure(BigDecimal number) implements Cell {
        @Override
        public String csv() {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        @Override
        public void into(org.apache.poi.ss.usermodel.Cell cell, CellStyle day) {
            cell.setCellValue(number.doubleValue());
        }
    }

    /** A day: ISO in a CSV file, a date serial in a workbook. */
    record Day(LocalDate date) implements Cell {
        @Override
        public String csv() {
            return date.toString();
        }

        @Override
        public void into(org.apache.poi.ss.usermodel.Cell cell, CellStyle day) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        }
    }
}
