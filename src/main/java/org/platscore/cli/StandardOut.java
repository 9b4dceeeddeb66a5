package org.platscore.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers what went wrong: a reader that had enough is no error, a full disk is. */
final class StandardOut extends PrintStream {

    private final Remembering target;

    StandardOut() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** Stands for standard output in tests. */
    StandardOut(OutputStream out) {
        this(new Remembering(out));
    }

    private StandardOut(Remembering target) {
        super(target, false, StandardCharsets.UTF_8);
        this.target = target;
    }

    /** Returns why something was lost that somebody wanted; null if nothing was. */
    @Nullable
    IOException failure() {
        return target.failure == null || closedPipe(target.failure) ? null : target.failure;
    }

    /** Returns whether the reader has gone, by what systems say then. */
    private static boolean closedPipe(IOException failure) {
        String why = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return why.contains("pipe") || why.contains("管道");
    }

    private static final class Remembering extends OutputStream {
        private final OutputStream out;
        private @Nullable IOException failure;

        Remembering(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
