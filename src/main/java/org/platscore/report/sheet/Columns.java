package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.List;

/** What columns, small numbers and heights are called, made once for all cells. */
final class Columns {

    private final List<String> letters = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private float lastPoints;
    private String lastHeight = "0.0";

    /** Returns the letters of a column, counted from 0. */
    String letters(int column) {
        while (letters.size() <= column) {
            letters.add(Spot.letters(letters.size()));
        }
        return letters.get(column);
    }

    String number(int number) {
        while (numbers.size() <= number) {
            numbers.add(Integer.toString(numbers.size()));
        }
        return numbers.get(number);
    }

    /** Returns a height in points as a sheet keeps it, in twentieths of a point. */
    String height(float points) {
        if (points != lastPoints) {
            lastPoints = points;
            lastHeight = Float.toString((short) (points * 20) / 20f);
        }
        return lastHeight;
    }

    /** Returns the name of a cell, such as {@code B7}. */
    String cell(int row, int column) {
        return letters(column) + (row + 1);
    }

    /** Returns the name of a range, such as {@code A1:B7}. */
    String range(int top, int bottom, int left, int right) {
        return cell(top, left) + ":" + cell(bottom, right);
    }
}
