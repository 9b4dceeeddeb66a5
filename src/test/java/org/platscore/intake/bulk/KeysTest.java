package org.platscore.intake.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds the different cells of millions of rows, beside the JDK's collections. */
class KeysTest {

    @Test
    void keysOfAnyLengthAreToldApartAndKeepTheirNumbers() {
        Random random = new Random(7);
        Keys keys = new Keys();
        Map<ByteBuffer, Integer> all = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            int length = i % 1_000 == 0 ? 254 + random.nextInt(4) : random.nextInt(20);
            byte[] text = new byte[3 + length + Bytes.PAD];
            random.nextBytes(text);
            for (int at = 0; at < length; at++) {
                text[3 + at] = (byte) ("01".charAt(random.nextInt(2)));
            }
            add(keys, all, text, 3, length, i);
        }
        assertEquals(all.size(), keys.size());
    }

    @Test
    void keysLongerThanAPageAreToldApart() {
        Keys keys = new Keys();
        Map<ByteBuffer, Integer> all = new HashMap<>();
        int number = 0;
        for (int length :
                new int[] {(1 << 20) - 5, (1 << 20) - 9, 1 << 20, 3 << 20, 17 << 20, 5, (1 << 20) - 5, 3 << 20, 5}) {
            for (byte last : new byte[] {'a', 'b'}) {
                byte[] text = new byte[length + Bytes.PAD];
                Arrays.fill(text, (byte) 'x');
                text[length - 1] = last;
                add(keys, all, text, 0, length, number++);
            }
        }
        assertEquals(12, keys.size());
    }

    /** Adds a key to both, and compares what they knew of it. */
    private static void add(Keys keys, Map<ByteBuffer, Integer> all, byte[] text, int from, int length, int number) {
        int before = keys.add(text, from, length, Bytes.hash(text, from, length), number);
        Integer known = all.putIfAbsent(ByteBuffer.wrap(Arrays.copyOfRange(text, from, from + length)), number);
        assertEquals(known, before < 0 ? null : (Integer) keys.number(before));
    }

    @Test
    void keysWithOneHashAreToldApart() {
        Keys keys = new Keys();
        byte[] text = Arrays.copyOf("abcdefgh1abcdefgh2".getBytes(StandardCharsets.UTF_8), 18 + Bytes.PAD);
        assertEquals(-1, keys.add(text, 0, 9, 5, 1));
        assertEquals(-1, keys.add(text, 9, 9, 5, 2));
        assertEquals(-1, keys.add(text, 0, 8, 5, 3));
        assertEquals(2, keys.number(keys.add(text, 9, 9, 5, 4)));
    }

    @Test
    void aSetOfNumbersCountsEachOnceSparseOrDense() {
        Random random = new Random(7);
        for (int bound : new int[] {10, 3_000, 1 << 30}) {
            IdSet ids = new IdSet();
            Set<Integer> all = new HashSet<>();
            for (int i = 0; i < 5_000; i++) {
                int id = random.nextInt(bound);
                ids.add(id);
                all.add(id);
                if (i % 97 == 0) {
                    assertEquals(all.size(), ids.size());
                }
            }
            assertEquals(all.size(), ids.size());
        }
    }
}
