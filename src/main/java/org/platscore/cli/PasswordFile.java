package org.platscore.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.platscore.finding.Message;

/** The passwords of workbooks, one a line, in a file: on the command line they would stand in the system's logs. */
final class PasswordFile {

    private static final long LARGEST = 1 << 16;

    private PasswordFile() {}

    /** Returns the passwords in order; blank lines say nothing. */
    static List<String> read(Path file) throws UsageRefused {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new UsageRefused(
                        Message.of("cli.no-passwords", file.toString()), Message.of("cli.no-passwords.action"));
            }
            return text(Files.readAllBytes(file))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UsageRefused(
                    Message.of("cli.no-passwords", file.toString()), Message.of("cli.no-passwords.action"));
        }
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
