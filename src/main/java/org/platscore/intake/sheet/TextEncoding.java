package org.platscore.intake.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written: what its byte order mark says, else UTF-8 if all its bytes fit, else GB18030 if all fit.
 *
 * @param charset of the text
 * @param mark bytes of the byte order mark
 */
record TextEncoding(Charset charset, long mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Returns how a file is written.
     *
     * @param wanted what the user says it is; null: to be found out
     * @throws FileFault naming the line of the first bytes that fit neither
     */
    static TextEncoding of(Path file, @Nullable Charset wanted) throws FileFault {
        TextEncoding marked = marked(file);
        TextEncoding first = wanted != null && (marked == null || !marked.charset.equals(wanted))
                ? new TextEncoding(wanted, 0)
                : marked != null ? marked : new TextEncoding(StandardCharsets.UTF_8, 0);
        int bad = first.firstBadLine(file);
        if (bad == 0) {
            return first;
        }
        if (wanted != null || marked != null) {
            throw FileFault.at(bad, "unreadable-file", "bad-bytes", bad, first.charset.name());
        }
        TextEncoding second = new TextEncoding(GB18030, 0);
        int badToo = second.firstBadLine(file);
        if (badToo == 0) {
            return second;
        }
        int line = Math.max(bad, badToo);
        throw FileFault.at(line, "unreadable-file", "bad-bytes", line, badToo >= bad ? "GB18030" : "UTF-8");
    }

    /** Returns whether all bytes behind the mark are text in this encoding. */
    boolean fits(Path file) throws FileFault {
        return firstBadLine(file) == 0;
    }

    /** Opens the text behind the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * Returns that a file is written in UTF-8, as far as that shows without reading it: whoever reads it must look at every byte.
     * Null where a mark or the user says otherwise.
     */
    static @Nullable TextEncoding hopefully(Path file, @Nullable Charset wanted) throws FileFault {
        if (wanted != null && !wanted.equals(StandardCharsets.UTF_8)) {
            return null;
        }
        TextEncoding marked = marked(file);
        if (marked == null) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        return marked.charset.equals(StandardCharsets.UTF_8) ? marked : null;
    }

    private static @Nullable TextEncoding marked(Path file) throws FileFault {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(3);
            if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
                return new TextEncoding(StandardCharsets.UTF_8, 3);
            }
            if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            return null;
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    /** Returns the line of the first bytes that are no text in this encoding (a NUL is none); 0 if there are none. */
    private int firstBadLine(Path file) throws FileFault {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        int line = 1;
        char before = 0;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            boolean last = false;
            while (!last) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                last = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, last);
                    for (int i = 0; i < chars.position(); i++) {
                        char c = chars.array()[i];
                        if (c == '\r' || c == '\n' && before != '\r') {
                            line++;
                        } else if (c == 0) {
                            return line;
                        }
                        before = c;
                    }
                    chars.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    return line;
                }
                bytes.compact();
            }
            return 0;
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }
}
