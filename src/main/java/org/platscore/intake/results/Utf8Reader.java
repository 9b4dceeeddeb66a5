package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads UTF-8, without a byte order mark; bytes that are none end it, and it knows where they stand. */
final class Utf8Reader extends Reader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private boolean ended;
    private int line = 1;
    private int column = 1;

    Utf8Reader(InputStream in) throws IOException {
        this.in = in;
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            bytes.put(start);
        }
        bytes.flip();
    }

    /** Returns where what was read so far ends. */
    Json.Mark mark() {
        return new Json.Mark(line, column);
    }

    /** @throws CharacterCodingException if the next bytes are no UTF-8 */
    @Override
    public int read(char[] into, int at, int length) throws IOException {
        CharBuffer text = CharBuffer.wrap(into, at, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, text, ended);
            if (text.position() > at || result.isOverflow()) {
                count(into, at, text.position());
                return text.position() - at;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
        }
    }

    private void count(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
