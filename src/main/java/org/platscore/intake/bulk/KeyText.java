package org.platscore.intake.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.WholeCharacters;

/** Cells as bytes, so that equal ones have equal bytes and different ones different bytes. */
public final class KeyText {

    private static final byte NO_UTF_8 = (byte) 0xFF;

    private KeyText() {}

    /**
     * Returns a folded cell's bytes, with {@link Bytes#PAD} bytes more behind them.
     *
     * @param cell a cell that is not blank, folded as cells of its column are compared
     */
    public static byte[] of(Object cell) {
        String text = cell.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // UTF-8 cannot write halves of characters.
        return WholeCharacters.of(text).equals(text) ? Arrays.copyOf(bytes, bytes.length + Bytes.PAD) : utf16(text);
    }

    /** Returns the bytes of several cells, each but the last behind its length; a blank one is empty. */
    public static byte[] of(List<? extends @Nullable Object> cells) {
        byte[] all = new byte[Bytes.PAD];
        int length = 0;
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            byte[] bytes = cell == null ? new byte[Bytes.PAD] : of(cell);
            int own = bytes.length - Bytes.PAD;
            int head = i < cells.size() - 1 ? 4 : 0;
            all = Arrays.copyOf(all, length + head + own + Bytes.PAD);
            if (head > 0) {
                putLength(all, length, own);
            }
            System.arraycopy(bytes, 0, all, length + head, own);
            length += head + own;
        }
        return all;
    }

    /** Writes the length that stands before a cell's bytes. */
    public static void putLength(byte[] to, int at, int length) {
        to[at] = (byte) (length >> 24);
        to[at + 1] = (byte) (length >> 16);
        to[at + 2] = (byte) (length >> 8);
        to[at + 3] = (byte) length;
    }

    /** Returns the length that was written so. */
    public static int length(byte[] from, int at) {
        return (from[at] & 0xFF) << 24 | (from[at + 1] & 0xFF) << 16 | (from[at + 2] & 0xFF) << 8 | from[at + 3] & 0xFF;
    }

    private static byte[] utf16(String text) {
        byte[] bytes = new byte[1 + text.length() * 2 + Bytes.PAD];
        bytes[0] = NO_UTF_8;
        for (int i = 0; i < text.length(); i++) {
            bytes[1 + 2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 + 2 * i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
