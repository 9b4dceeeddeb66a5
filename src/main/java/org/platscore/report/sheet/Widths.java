package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.platscore.finding.WholeCharacters;

/**
 * Column widths by own measure, in widths of a digit: a wide character counts 2, others 1, and 2 are added; from 6 to 40.
 * What a viewer measures depends on its fonts and comes out too narrow for Chinese.
 */
final class Widths {

    static final int LEAST = 6;
    static final int MOST = 40;
    private static final int MEASURED_ROWS = 5_000;
    /** About how many points a width of 1 takes. */
    static final double POINTS = 6;
    /** Width to height of what is printed on a lying A4 sheet, less what columns come out wider in some viewers. */
    private static final double LYING = 1.25;

    private static final double MOST_STRETCH = 1.8;
    /** Most widths tried where all goes on one sheet of paper: long names in one line, two or three, whatever leaves larger type. */
    private static final int[] MOST_ON_ONE_SHEET = {MOST, 62, 84, 124};

    private static final double MUCH_BETTER = 1.03;
    /** Between what stands left and right below a title, with room for viewers with wider letters. */
    private static final int SIDE_GAP = 8;

    private Widths() {}

    /**
     * Returns the widths of all columns of a page. A page that is scaled to fit one sheet of paper in height leaves room at its
     * sides: its columns are widened to use it.
     *
     * @param rowHeight height of a row of one line, in points
     */
    static int[] of(Page page, float rowHeight) {
        int[] widths = measured(page, rowHeight);
        widen(widths, 0, widths.length - 1, side(page));
        return widths;
    }

    /** Returns the width of what stands left and right below a page's title, and a gap between them. */
    static int side(Page page) {
        return units(page.left()) + units(page.right()) + SIDE_GAP;
    }

    /** Widens neighbouring columns evenly until they are this wide together. */
    static void widen(int[] widths, int from, int to, int wanted) {
        int lacking = wanted - Arrays.stream(widths, from, to + 1).sum();
        for (int c = from; c <= to && lacking > 0; c++) {
            int more = (lacking + to - c) / (to - c + 1);
            widths[c] += more;
            lacking -= more;
        }
    }

    private static int[] measured(Page page, float rowHeight) {
        if (!page.paper().onePage() || !page.paper().landscape()) {
            return ofContent(page, MOST);
        }
        int[] best = new int[0];
        double bestScale = 0;
        for (int most : MOST_ON_ONE_SHEET) {
            int[] widths = ofContent(page, most);
            double scale = Math.min(LYING / points(widths), 1 / height(page, rowHeight, widths));
            if (scale > bestScale * MUCH_BETTER) {
                best = widths;
                bestScale = scale;
            }
        }
        double stretch = Math.max(1, Math.min(MOST_STRETCH, height(page, rowHeight, best) * LYING / points(best)));
        for (int c = 0; c < best.length; c++) {
            best[c] = (int) Math.round(best[c] * stretch);
        }
        return best;
    }

    private static double points(int[] widths) {
        return Arrays.stream(widths).sum() * POINTS;
    }

    /** Returns about how high a page is, in points. */
    private static double height(Page page, float rowHeight, int[] widths) {
        double height = 100 + 30d * page.after().size();
        for (Table table : page.tables()) {
            height += rowHeight * (table.headRows() + table.sums().size());
            for (List<Cell> row : table.shown()) {
                int lines = 1;
                for (int c = 0; c < row.size(); c++) {
                    lines = Math.max(lines, row.get(c).value() instanceof String text ? lines(text, widths[c]) : 1);
                }
                height += lines == 1 ? rowHeight : 6 + 15 * lines;
            }
        }
        return height;
    }

    private static int[] ofContent(Page page, int cap) {
        int[] widths = new int[page.columns()];
        int[] figures = new int[page.columns()];
        int[] most = new int[page.columns()];
        Arrays.fill(widths, LEAST);
        Arrays.fill(most, Integer.MAX_VALUE);
        for (Table table : page.tables()) {
            List<Column> columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                widths[i] = Math.max(widths[i], table.head() ? ofHead(column) : column.least());
                most[i] = column.fixed() ? least(column, table.head()) : most[i];
            }
            if (columns.stream().allMatch(Column::fixed)) {
                continue;
            }
            int rows = 0;
            for (List<Cell> row : table.shown()) {
                widen(widths, figures, row, cap);
                if (++rows == MEASURED_ROWS) {
                    break;
                }
            }
            table.sums().forEach(row -> widen(widths, figures, row, cap));
        }
        for (int i = 0; i < widths.length; i++) {
            // A figure is not wrapped: cut, it is shown as ###.
            widths[i] = Math.max(figures[i], Math.min(widths[i], most[i]));
        }
        return widths;
    }

    private static void widen(int[] widths, int[] figures, List<Cell> row, int cap) {
        for (int i = 0; i < row.size(); i++) {
            if (i + 1 < row.size() && row.get(i + 1).form() == Form.JOINED) {
                continue;
            }
            int wanted = units(shown(row.get(i))) + 2;
            widths[i] = Math.max(widths[i], Math.min(cap, wanted));
            if (row.get(i).value() instanceof BigDecimal) {
                figures[i] = Math.max(figures[i], wanted - 1);
            }
        }
    }

    private static int ofHead(Column column) {
        int label = units(column.label());
        int line = column.headLines() == 1 ? label : even((label + column.headLines() - 1) / column.headLines());
        return Math.max(least(column, true), Math.min(MOST, Math.max(line + 2, units(column.marks()))));
    }

    /** Returns the least width of a column: what it asks for, and room for the longest word of its head. */
    private static int least(Column column, boolean head) {
        int word = 0;
        int longest = 0;
        for (int c : head ? column.label().codePoints().toArray() : new int[0]) {
            word = c == ' ' ? 0 : wide(c) ? 2 : word + 1;
            longest = Math.max(longest, word);
        }
        return Math.max(column.least(), Math.min(MOST, longest + 2));
    }

    private static int even(int units) {
        return units + units % 2;
    }

    /** Returns the width of a text, its longest line if it has several. */
    static int units(String text) {
        int longest = 0;
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                longest = Math.max(longest, units);
                units = 0;
            } else if (wide(c)) {
                units += 2;
                i += WholeCharacters.pair(text, i) ? 1 : 0;
            } else {
                units++;
            }
        }
        return Math.max(longest, units);
    }

    /** Returns how many lines a text takes in a column of this width. */
    static int lines(String text, int width) {
        int room =
                Math.max(2, width * 12 / 11 - (width < 12 ? 1 : 2)); // a wide character is 11 points, two digits are 12
        int lines = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            lines += wrapped(from == 0 && end < 0 ? text : text.substring(from, end < 0 ? text.length() : end), room);
            if (end < 0) {
                break;
            }
            from = end + 1;
        }
        return lines;
    }

    /** Returns a line to sign on with line ends between its parts, which blanks keep apart, so that each line fits the width. */
    static String broken(String text, int width) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String part : text.split("(?<=(?:\u3000\u3000| {3}))(?![\u3000 年月日])")) {
            if (!lines.toString().isBlank() && used + units(part.strip()) > width) {
                lines.setLength(lines.toString().stripTrailing().length());
                lines.append('\n');
                used = 0;
            }
            lines.append(part);
            used += units(part);
        }
        return lines.toString();
    }

    /** Returns how many lines a text without line ends takes: broken between wide characters and between words. */
    private static int wrapped(String text, int room) {
        if (2 * text.length() <= room || units(text) <= room) {
            return 1;
        }
        int lines = 1;
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            int part = 2;
            if (wide(text.charAt(at))) {
                end += WholeCharacters.pair(text, at) ? 1 : 0;
            } else {
                while (end < text.length() && text.charAt(end - 1) != ' ' && !wide(text.charAt(end))) {
                    end++;
                }
                part = end - at;
            }
            int seen = part - (text.charAt(end - 1) == ' ' ? 1 : 0);
            if (used + seen > room && used > 0) {
                lines++;
                used = 0;
            }
            if (seen > room) {
                lines += (seen - 1) / room;
                used = (seen - 1) % room + 1;
            } else {
                used += part;
            }
            at = end;
        }
        return lines;
    }

    /** Returns a cell's value about as the viewer shows it. */
    static String shown(Cell cell) {
        Object value = cell.value();
        if (value == null) {
            return "";
        }
        if (!(value instanceof BigDecimal)) {
            return value.toString();
        }
        BigDecimal number = (BigDecimal) value;
        if (cell.form().format().endsWith("%")) {
            return number.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
        }
        String plain =
                number.setScale(cell.form().decimals(), RoundingMode.HALF_UP).toPlainString();
        int whole = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        return cell.form().grouped() ? plain + ",".repeat(Math.max(0, (whole - 1) / 3)) : plain;
    }

    private static boolean wide(int c) {
        return c >= 0x2E80 || (c >= 0x2010 && c <= 0x2312) || c == 0xB7 || c == 0xD7;
    }
}
