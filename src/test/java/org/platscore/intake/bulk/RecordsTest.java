package org.platscore.intake.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordsTest {

    /** A piece is cut where no cell in quotes is open: quotes are counted from its start, byte by byte here. */
    @Test
    void aPieceEndsBehindTheLastLineThatIsNotInQuotes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200) + Bytes.PAD];
            String signs = i % 2 == 0 ? "a,\n!#" : "a,\n\"\u007f\"";
            for (int at = 0; at < bytes.length; at++) {
                boolean rare = random.nextInt(9) > 0;
                bytes[at] = (byte)
                        (rare ? (byte) (0xA0 + random.nextInt(8)) : signs.charAt(random.nextInt(signs.length())));
            }
            int from = random.nextInt(8);
            int to = Math.max(from, bytes.length - Bytes.PAD);
            int end = from;
            int quotes = 0;
            for (int at = from; at < to; at++) {
                quotes += bytes[at] == '"' ? 1 : 0;
                end = bytes[at] == '\n' && quotes % 2 == 0 ? at + 1 : end;
            }
            assertEquals(end, Records.lastEnd(bytes, from, to));
        }
    }
}
