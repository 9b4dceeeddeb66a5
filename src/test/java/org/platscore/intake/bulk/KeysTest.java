package org.platscore.intake.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            add(keys::add, all, text, 3, length, i);
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
                add(keys::add, all, text, 0, length, number++);
            }
        }
        assertEquals(12, keys.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 100})
    void keysThatRiseAreToldApartHoweverManyDoNot(int strays) {
        Random random = new Random(7);
        RisingKeys keys = new RisingKeys();
        Map<ByteBuffer, Integer> all = new HashMap<>();
        int[] last = new int[3];
        for (int i = 0; i < 20_000; i++) {
            int start = random.nextInt(last.length);
            last[start] += random.nextInt(4);
            int number = random.nextInt(100) < strays ? random.nextInt(last[start] + 1) : last[start];
            String digits = "%0" + (start + 4) + "d";
            byte[] text = padded("号A-".substring(start) + String.format(Locale.ROOT, digits, number));
            add(keys::add, all, text, 0, text.length - Bytes.PAD, i);
        }
    }

    @Test
    void keysThatEndInDigitsAreToldApartWhateverStandsBefore() {
        RisingKeys keys = new RisingKeys();
        Map<ByteBuffer, Integer> all = new HashMap<>();
        int number = 0;
        for (int round = 0; round < 2; round++) {
            for (String text : new String[] {
                "",
                "1",
                "01",
                "0001",
                "00001",
                "1234",
                "01234",
                "A1234",
                "1234A",
                "a1234",
                "A-1234",
                "A--1234",
                "999999999",
                "0999999999",
                "1999999999",
                "2999999999",
                "0000000000",
                "4294967296",
                "123456789012345678",
                "223456789012345678"
            }) {
                add(keys::add, all, padded(text), 0, text.length(), number++);
            }
            for (int i = 0; i < 3_000; i++) {
                String text = i + "/0001";
                add(keys::add, all, padded(text), 0, text.length(), number++);
            }
        }
        assertEquals(3_020, all.size());
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + Bytes.PAD);
    }

    private interface Adding {
        int add(byte[] bytes, int from, int length, int hash, int number);
    }

    /** Adds a key to both, and compares what they knew of it. */
    private static void add(Adding keys, Map<ByteBuffer, Integer> all, byte[] text, int from, int length, int number) {
        int before = keys.add(text, from, length, Bytes.hash(text, from, length), number);
        Integer known = all.putIfAbsent(ByteBuffer.wrap(Arrays.copyOfRange(text, from, from + length)), number);
        assertEquals(known, before < 0 ? null : (Integer) before);
    }

    @Test
    void keysWithOneHashAreToldApart() {
        Keys keys = new Keys();
        byte[] text = Arrays.copyOf("abcdefgh1abcdefgh2zbcdefgh1".getBytes(StandardCharsets.UTF_8), 27 + Bytes.PAD);
        assertEquals(-1, keys.add(text, 0, 9, 5, 1));
        assertEquals(-1, keys.add(text, 9, 9, 5, 2));
        assertEquals(-1, keys.add(text, 0, 8, 5, 3));
        assertEquals(-1, keys.add(text, 18, 9, 5, 4));
        assertEquals(2, keys.add(text, 9, 9, 5, 5));
        assertEquals(4, keys.add(text, 18, 9, 5, 6));
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
