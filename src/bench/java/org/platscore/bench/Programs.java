package org.platscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the programs are started. */
final class Programs {

    private static final Path HOME = Path.of("target", "platscore");
    private static final String LAUNCHER = HOME.resolve("bin/platscore").toString();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Programs() {}

    /** Returns ours, started as users start it. */
    static Contestant ours(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER));
        command.addAll(Arrays.asList(arguments));
        return Contestant.of(name, command);
    }

    /** Returns ours with a heap of so many megabytes. */
    static Contestant bounded(int megabytes, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "JDK_JAVA_OPTIONS=-Xmx" + megabytes + "m"));
        command.addAll(ours(name, arguments).command());
        return Contestant.of(name, command);
    }

    /** Returns a program of this package, in a process of its own with Java as it comes. */
    static Contestant peer(String name, Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return Contestant.of(name, command);
    }

    /** Returns a script of src/bench/python; empty where Python or its library is not there. */
    static Optional<Contestant> python(String name, String library, String script, String... arguments)
            throws InterruptedException {
        Optional<String> python = python(library);
        if (python.isEmpty()) {
            System.out.println(name + " is left out: no Python with " + library);
        }
        return python.map(program -> {
            List<String> command = new ArrayList<>(List.of(program, "src/bench/python/" + script));
            command.addAll(Arrays.asList(arguments));
            return Contestant.of(name, command);
        });
    }

    private static Optional<String> python(String library) throws InterruptedException {
        for (String program : List.of("/usr/bin/python3", "python3")) {
            if (says(program, "-c", "import " + library).isPresent()) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** Returns the version of a library of Python; empty where it is not there. */
    static Optional<String> pythonVersion(String library) throws InterruptedException {
        Optional<String> program = python(library);
        return program.isEmpty()
                ? Optional.empty()
                : says(
                        program.get(),
                        "-c",
                        "import sys, " + library + " as l; print('Python', sys.version.split()[0] + ',', '" + library
                                + "', getattr(l, '__version__', getattr(l, 'sqlite_version', '')))");
    }

    /** Returns what a program prints; empty where it is not there or fails. */
    static Optional<String> says(String... command) throws InterruptedException {
        try {
            Path output = Files.createTempFile("bench", ".out");
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            return status == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
