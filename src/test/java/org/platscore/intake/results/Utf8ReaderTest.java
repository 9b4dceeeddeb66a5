package org.platscore.intake.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UTF-8 is read in parts as it would be at once, and told where it ends to be such. */
class Utf8ReaderTest {

    private static final String TEXT = "平台 A\n得分\uD83D\uDE00：97.92\n".repeat(20_000);

    @ParameterizedTest
    @CsvSource({"2", "3", "4000", "1000000"})
    void aTextIsTheSameInPartsOfAnySize(int size) throws IOException {
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_8), size)).isEqualTo(TEXT);
        assertThat(read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), size))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest(name = "{0} lines, {1} characters")
    @CsvSource({"0, 0", "0, 1", "1, 4", "39999, 2", "20000, 8000", "20000, 70000"})
    void bytesThatAreNoUtf8AreToldWhereTheyStand(int lines, int characters) throws IOException {
        byte[] before = ("行\n".repeat(lines) + "字".repeat(characters)).getBytes(StandardCharsets.UTF_8);
        for (int[] bad : new int[][] {{0xFF, 'a'}, {0xE5}, {0xE5, 0xAD}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}}) {
            byte[] bytes = new byte[before.length + bad.length];
            System.arraycopy(before, 0, bytes, 0, before.length);
            for (int i = 0; i < bad.length; i++) {
                bytes[before.length + i] = (byte) bad[i];
            }
            Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes));
            assertThatThrownBy(() -> {
                        char[] part = new char[4_000];
                        while (reader.read(part, 0, part.length) >= 0) {}
                    })
                    .isInstanceOf(CharacterCodingException.class);
            assertThat(reader.mark()).isEqualTo(new Json.Mark(lines + 1, characters + 1));
        }
    }

    @Test
    void nothingIsEmpty() throws IOException {
        assertThat(read(new byte[0], 10)).isEmpty();
        assertThat(read(new byte[] {'a'}, 10)).isEqualTo("a");
    }

    private static String read(byte[] bytes, int size) throws IOException {
        InputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, 7_001));
            }
        };
        StringBuilder text = new StringBuilder();
        try (Utf8Reader reader = new Utf8Reader(dripping)) {
            char[] part = new char[size];
            for (int read = reader.read(part, 0, size); read >= 0; read = reader.read(part, 0, size)) {
                text.append(part, 0, read);
            }
        }
        return text.toString();
    }
}
