package org.platscore.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.report.output.OutputRefused;

/**
 * A file that comes by standard input, kept while it is read.
 *
 * @param arguments of the command line
 * @param file the kept file; null where no argument is {@code -}
 */
record StandardInput(List<String> arguments, @Nullable Path file) implements AutoCloseable {

    /** The argument that means standard input. */
    static final String NAME = "-";

    private static final int PART = 1 << 16;

    /**
     * Reads standard input where an argument asks for it: workbooks cannot be read on the way.
     *
     * @param ending of the kept file's name, empty where it has none; null where it may be anything
     */
    static StandardInput of(List<String> arguments, @Nullable String ending) throws UsageRefused, OutputRefused {
        if (!arguments.contains(NAME)) {
            return new StandardInput(arguments, null);
        }
        try {
            Path file = TemporaryFolder.file(ending);
            StandardInput input = new StandardInput(arguments, file);
            try {
                keep(file);
                return input;
            } catch (UsageRefused | IOException e) {
                input.close();
                throw e;
            }
        } catch (IOException e) {
            throw TemporaryFolder.refused(e);
        }
    }

    private static void keep(Path file) throws UsageRefused, IOException {
        byte[] part = new byte[PART];
        try (OutputStream kept = Files.newOutputStream(file)) {
            for (int read = read(part); read >= 0; read = read(part)) {
                kept.write(part, 0, read);
            }
        }
    }

    /** Reads on; where that fails it is no fault of the place where it is kept. */
    private static int read(byte[] part) throws UsageRefused {
        try {
            return System.in.read(part);
        } catch (IOException e) {
            throw new UsageRefused(
                    Message.of("cli.unreadable-input", String.valueOf(e.getMessage())),
                    Message.of("cli.unreadable-input.action"));
        }
    }

    /** Returns where what an argument names is read. */
    Path read(Path argument) {
        return file != null && argument.toString().equals(NAME) ? file : argument;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is tried again when the process ends.
        }
    }
}
