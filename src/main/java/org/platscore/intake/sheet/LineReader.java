package org.platscore.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CRLF or CR, and their numbers. */
final class LineReader implements Closeable {

    /** A spreadsheet's row is shorter. */
    private static final int LONGEST = 1 << 22;

    private final Reader in;
    private final char[] buffer;
    private int at;
    private int end;
    private int line;

    LineReader(Reader in) {
        this(in, 0);
    }

    /** @param before how many lines of the text come before these */
    LineReader(Reader in, int before) {
        this(in, before, 1 << 15);
    }

    private LineReader(Reader in, int before, int atATime) {
        this.in = in;
        this.line = before;
        this.buffer = new char[atATime];
    }

    /** Returns a reader of no lines: they come from elsewhere. */
    static LineReader none() {
        return new LineReader(Reader.nullReader(), 0, 0);
    }

    /** Returns the next line without its end; null after the last. */
    @Nullable
    String next() throws IOException, FileFault {
        StringBuilder longer = null;
        while (true) {
            if (at == end && !fill()) {
                if (longer == null) {
                    return null;
                }
                line++;
                return longer.toString();
            }
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at == end) {
                longer = (longer == null ? new StringBuilder() : longer).append(buffer, from, at - from);
                if (longer.length() > LONGEST) {
                    throw FileFault.at(line + 1, "unreadable-file", "long-line", line + 1);
                }
                continue;
            }
            String text = longer == null
                    ? new String(buffer, from, at - from)
                    : longer.append(buffer, from, at - from).toString();
            boolean carriageReturn = buffer[at++] == '\r';
            if (carriageReturn && (at < end || fill()) && buffer[at] == '\n') {
                at++;
            }
            line++;
            return text;
        }
    }

    /** Returns the 1-based number of the line returned last. */
    int line() {
        return line;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
