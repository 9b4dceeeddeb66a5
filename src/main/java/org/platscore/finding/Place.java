package org.platscore.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file of the user's.
 *
 * @param file path relative to the assessment folder, written with {@code /} (NFC)
 * @param sheet the sheet's name; null in text files
 * @param row 1-based row of a sheet or starting line of a record in a text file; 0 where the whole file or sheet is meant
 * @param column 1-based column; 0 where the whole row is meant
 * @param header the column's head or the field's label as it stands in the file; empty where there is none
 */
public record Place(String file, @Nullable String sheet, int row, int column, String header) {

    /** Returns the place of a whole file. */
    public static Place file(String file) {
        return new Place(file, null, 0, 0, "");
    }

    /** Returns this place's row as a whole. */
    public Place wholeRow() {
        return new Place(file, sheet, row, 0, "");
    }

    /** Returns {@code file:line:column} for a text file, {@code file ▸ sheet ▸ C17} for a workbook. */
    public String shown() {
        StringBuilder text = new StringBuilder(file);
        if (sheet == null) {
            if (row > 0) {
                text.append(':').append(row);
                if (column > 0) {
                    text.append(':').append(column);
                }
            }
            return text.toString();
        }
        text.append(" ▸ ").append(sheet);
        if (row > 0) {
            text.append(" ▸ ").append(column > 0 ? letters(column) + row : Integer.toString(row));
        }
        return text.toString();
    }

    /** Returns the letters that a spreadsheet gives a 1-based column: A, B, … Z, AA. */
    public static String letters(int column) {
        StringBuilder text = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            text.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return text.toString();
    }
}
