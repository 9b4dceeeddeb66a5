package org.platscore.intake.sheet;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a text file by RFC 4180, each with its starting line. */
final class CsvRows implements SheetRows {

    private static final int SAMPLE = 20;
    /** So many lines are looked at for a sample of those that begin outside of a quoted cell. */
    private static final int LOOKED_AT = 200;

    private static final int LONGEST_RECORD = 1 << 20;

    private record Line(int number, String text) {}

    private final LineReader lines;
    private final Deque<Line> ahead;
    private final char delimiter;
    private final RFC4180Parser parser;
    private int widest = 1;
    /** The last line that was taken. */
    private int taken;
    /** How many lines so far went on a record that had begun above. */
    private int further;
    /** Whether blanks stand behind a closing quote of the current record. */
    private boolean spaced;

    private CsvRows(LineReader lines, Deque<Line> ahead, char delimiter) {
        this.lines = lines;
        this.ahead = ahead;
        this.delimiter = delimiter;
        this.parser = new RFC4180ParserBuilder().withSeparator(delimiter).build();
    }

    static CsvRows open(Reader text) throws IOException, FileFault {
        LineReader lines = new LineReader(text);
        Deque<Line> ahead = new ArrayDeque<>();
        List<String> sample = new ArrayList<>();
        boolean quoted = false;
        while (sample.size() < SAMPLE && ahead.size() < LOOKED_AT) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            ahead.add(new Line(lines.line(), line));
            if (!quoted) {
                sample.add(line);
            }
            quoted = Delimiter.open(line, quoted);
        }
        char delimiter = Delimiter.of(sample);
        if (!sample.isEmpty() && Delimiter.declared(sample.get(0))) {
            ahead.removeFirst();
        }
        return new CsvRows(lines, ahead, delimiter);
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        try {
            for (Line line = nextLine(); line != null; line = nextLine()) {
                int ordinal = line.number - further;
                String record = record(line);
                further += taken - line.number;
                RawRow row = row(line.number, ordinal, record);
                if (row != null) {
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    private @Nullable Line nextLine() throws IOException, FileFault {
        Line line = ahead.pollFirst();
        if (line == null) {
            String text = lines.next();
            line = text == null ? null : new Line(lines.line(), text);
        }
        taken = line == null ? taken : line.number;
        return line;
    }

    /** Returns a reader of further lines of the same text. */
    CsvRows resumed(LineReader further) {
        CsvRows rows = new CsvRows(further, new ArrayDeque<>(), delimiter);
        rows.widest = widest;
        return rows;
    }

    /** Has a line read before all others. */
    void add(int number, String text) {
        ahead.addLast(new Line(number, text));
    }

    char delimiter() {
        return delimiter;
    }

    /** Returns how many cells the widest row so far has. */
    int widest() {
        return widest;
    }

    /** Returns the number of the last line of the row returned last. */
    int taken() {
        return taken;
    }

    private @Nullable RawRow row(int number, int ordinal, String record) throws IOException {
        String[] texts = parser.parseLine(record);
        @Nullable RawCell[] cells = new @Nullable RawCell[texts.length];
        boolean filled = false;
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i] == null ? "" : shown(texts[i]);
            if (!RawCell.showsNothing(text)) {
                cells[i] = RawCell.text(text);
                filled = true;
            }
        }
        widest = Math.max(widest, texts.length);
        return filled ? new RawRow(number, ordinal, false, Arrays.asList(cells)) : null;
    }

    /** Returns a cell's text; of {@code ="0071"}, by which programs have a spreadsheet keep the zeros of a code, what it shows. */
    private static String shown(String text) {
        if (text.length() < 3 || !text.startsWith("=\"") || !text.endsWith("\"")) {
            return text;
        }
        String inside = text.substring(2, text.length() - 1);
        return inside.indexOf('"') < 0 ? inside : text;
    }

    /** Returns the record that starts with a line, its further lines included. */
    private String record(Line first) throws IOException, FileFault {
        if (first.text.indexOf('"') < 0) {
            return first.text;
        }
        spaced = false;
        String record = quoted(first);
        return spaced ? closed(record) : record;
    }

    private String quoted(Line first) throws IOException, FileFault {
        boolean open = scan(first.text, false, first.number);
        if (!open) {
            return first.text;
        }
        StringBuilder record = new StringBuilder(first.text);
        int alike = 0;
        while (open) {
            Line line = nextLine();
            if (line == null || record.length() > LONGEST_RECORD) {
                throw stray(first.number);
            }
            alike += looksLikeARow(line.text) ? 1 : 0;
            if (alike > (widest > 4 ? 0 : 1)) {
                throw stray(first.number);
            }
            record.append('\n').append(line.text);
            open = scan(line.text, true, first.number);
        }
        return record.toString();
    }

    /** Returns a sound record without the blanks behind its closing quotes, which the parser would take for text. */
    private String closed(String record) {
        StringBuilder text = new StringBuilder(record.length());
        boolean quoted = false;
        boolean cellStart = true;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            text.append(c);
            if (quoted && c == '"') {
                quoted = i + 1 < record.length() && record.charAt(i + 1) == '"';
                if (quoted) {
                    text.append(record.charAt(++i));
                }
                while (!quoted && i + 1 < record.length() && record.charAt(i + 1) == ' ') {
                    i++;
                }
            } else if (!quoted) {
                quoted = cellStart && c == '"';
                cellStart = c == delimiter;
            }
        }
        return text.toString();
    }

    /** Returns whether a quote is open at the line's end; one that closes in the middle of a cell is stray. */
    private boolean scan(String line, boolean open, int start) throws FileFault {
        boolean quoted = open;
        boolean cellStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"') {
                int next = i + 1;
                while (next < line.length() && line.charAt(next) == ' ') {
                    next++;
                }
                char after = next < line.length() ? line.charAt(next) : delimiter;
                if (after == '"' && next == i + 1) {
                    i++;
                } else if (after == delimiter) {
                    quoted = false;
                    spaced |= next > i + 1;
                } else {
                    throw stray(start);
                }
            } else if (!quoted) {
                quoted = cellStart && c == '"';
                cellStart = c == delimiter;
            }
        }
        return quoted;
    }

    /** Returns whether a line inside a quoted cell has as many delimiters before its first quote as the widest row so far. */
    private boolean looksLikeARow(String line) {
        int quote = line.indexOf('"');
        String before = quote < 0 ? line : line.substring(0, quote);
        return widest > 1 && before.chars().filter(c -> c == delimiter).count() >= widest - 1;
    }

    private static FileFault stray(int line) {
        return FileFault.at(line, "stray-quote", "stray-quote", line);
    }

    @Override
    public void close() {
        Closing.quietly(lines);
    }
}
