package org.platscore.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs the program in a scratch folder and tells all that a user would see. */
record Session(Path scratch) {

    /** What a user sees of one run. */
    record Seen(int status, String out, String err) {}

    /** Runs the program; {@code {dir}} in an argument is the scratch folder, and is put back in what is shown. */
    Seen run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] inScratch = Arrays.stream(args)
                .map(arg -> arg.replace("{dir}", scratch.toString()))
                .toArray(String[]::new);
        int status = Main.run(
                inScratch,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Seen(status, shown(out), shown(err));
    }

    private String shown(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replace(scratch.toString(), "{dir}");
    }
}
