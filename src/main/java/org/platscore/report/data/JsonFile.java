package org.platscore.report.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** A JSON file: UTF-8, two blanks a level, {@code \n} everywhere, decimals in plain notation. */
public final class JsonFile {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final Lines LINES = new Lines();

    private JsonFile() {}

    /** What is written into the file. */
    public interface Content {
        void write(JsonGenerator json);
    }

    public static void write(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            try (JsonGenerator json = FACTORY.createGenerator(new Pretty(), out)) {
                content.write(json);
                json.writeRaw('\n');
            }
        }
    }

    /** Writes to a stream, which stays open. */
    public static void write(OutputStream out, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(new Pretty(), bytes)) {
            content.write(json);
            json.writeRaw('\n');
        }
        try {
            bytes.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one value in one line, as a record of JSON lines. */
    static byte[] line(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.write(json);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** Writes {@code "name": number}, or null. */
    public static void number(JsonGenerator json, String name, @Nullable BigDecimal number) {
        json.writeName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    /** Writes {@code "name": "text"}, or null. */
    public static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    /** Begins a line with two blanks a level, in bytes made once: there are as many lines as values. */
    private static final class Lines implements DefaultPrettyPrinter.Indenter {
        private static final int MOST = 32;

        private final SerializableString[] levels =
                IntStream.range(0, MOST).mapToObj(Lines::line).toArray(SerializableString[]::new);

        @Override
        public void writeIndentation(JsonGenerator json, int level) {
            json.writeRaw(level < MOST ? levels[level] : line(level));
        }

        @Override
        public boolean isInline() {
            return false;
        }

        private static SerializableString line(int level) {
            return new SerializedString("\n" + "  ".repeat(level));
        }
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
