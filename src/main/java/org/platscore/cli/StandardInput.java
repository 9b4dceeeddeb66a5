package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.report.OutputRefused;

/**
 * A file that comes by standard input, kept while it is read.
 *
 * @param arguments of the command line
 * @param file the kept file; null where no argument is {@code -}
 */
record StandardInput(List<String> arguments, @Nullable Path file) implements AutoCloseable {

    /** The argument that means standard input. */
    static final String NAME = "-";

    /**
     * Reads standard input where an argument asks for it: workbooks cannot be read on the way.
     *
     * @param ending of the kept file's name; null where it may be anything
     */
    static StandardInput of(List<String> arguments, @Nullable String ending) throws OutputRefused {
        if (!arguments.contains(NAME)) {
            return new StandardInput(arguments, null);
        }
        try {
            StandardInput input = new StandardInput(arguments, TemporaryFolder.file(ending));
            try {
                Files.copy(System.in, input.file, StandardCopyOption.REPLACE_EXISTING);
                return input;
            } catch (IOException e) {
                input.close();
                throw e;
            }
        } catch (IOException e) {
            throw TemporaryFolder.refused(e);
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
