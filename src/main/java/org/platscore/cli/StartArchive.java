package org.platscore.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archives of loaded classes (JDK class data sharing) with which the launcher starts the program in half the time: a short one for
 * small commands, which a long one would only hold up, and a long one for work on files.
 *
 * <p>They fit one Java and one place of the program. The build makes them for the folder that it leaves; elsewhere the first run has
 * them made, also where the program was moved with them. An archive that does not fit is passed over by Java; where none can be written
 * there is none.
 */
final class StartArchive {

    /** The system property in which the launcher tells the archive that it misses. */
    private static final String MISSING = "platscore.archive";

    private static final String SHORT = "short";
    private static final String LONG = "long";

    private StartArchive() {}

    /** Has the archive that the launcher misses made, by a process of its own that nobody waits for. */
    static void makeMissing() {
        String archive = System.getProperty(MISSING);
        if (archive != null && !archive.isEmpty()) {
            try {
                java(List.of(), StartArchive.class, archive);
            } catch (IOException e) {
                // Without an archive a start takes longer, nothing else.
            }
        }
    }

    /**
     * Makes archives.
     *
     * @param args the file that one becomes; none: all that the launcher beside the jar looks for
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            Path archive = Path.of(args[0]);
            if (!fits(archive)) {
                makeOnce(archive);
            }
        } else {
            makeOnce(beside(jar(), SHORT));
            makeOnce(beside(jar(), LONG));
        }
    }

    /** Returns whether an archive was made for this very program: a launcher that calls its place by another name asks in vain. */
    private static boolean fits(Path archive) throws IOException {
        Path place = place(archive);
        return Files.exists(archive)
                && Files.exists(place)
                && Files.readString(place).strip().equals(String.valueOf(jar().getParent()))
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar())) >= 0;
    }

    private static void makeOnce(Path archive) throws IOException, InterruptedException {
        Files.createDirectories(archive.toAbsolutePath().resolveSibling(".").normalize());
        Path lock = archive.resolveSibling(archive.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(archive);
                make(archive);
                Files.deleteIfExists(lock); // Only by its holder: for others it says that one is at work.
            }
        }
    }

    /**
     * Makes an archive from the list of classes that a rehearsal loads. One that is written as the rehearsal ends would take fewer steps,
     * but has no place for picocli's classes, whose format is of old.
     *
     * <p>Beside it stands for which place of the program it was made. An empty file stays where Java makes no archive, so that not every
     * run tries again. An archive is never older than its program, even if that one is dated in the future: it would be made anew by each
     * run.
     */
    private static void make(Path archive) throws IOException, InterruptedException {
        Path made = archive.resolveSibling(archive.getFileName() + ".new");
        Files.deleteIfExists(made);
        Path classes = archive.resolveSibling(archive.getFileName() + ".classes");
        String kind = archive.toString().endsWith(SHORT + ".jsa") ? SHORT : LONG;
        java(List.of("-XX:DumpLoadedClassList=" + classes), Rehearsal.class, kind)
                .waitFor();
        java(
                        List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made),
                        Rehearsal.class,
                        kind)
                .waitFor();
        Files.deleteIfExists(classes);
        Files.writeString(place(archive), jar().getParent() + "\n");
        if (!Files.exists(made)) {
            Files.createFile(made);
        }
        Instant program = Files.getLastModifiedTime(jar()).toInstant();
        if (program.isAfter(Files.getLastModifiedTime(made).toInstant())) {
            Files.setLastModifiedTime(made, FileTime.from(program.plusSeconds(1)));
        }
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path place(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".place");
    }

    private static Path beside(Path jar, String kind) {
        return jar.resolveSibling("lib")
                .resolve("platscore-" + System.getProperty("java.version") + "-" + kind + ".jsa");
    }

    /** The archive holds only for the class path as the launcher gives it, which is without links. */
    private static Path jar() throws IOException {
        return Path.of(System.getProperty("java.class.path")).toRealPath();
    }

    private static Process java(List<String> options, Class<?> main, String argument) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xmx256m"));
        command.addAll(options);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", jar().toString(), main.getName(), argument));
        return new ProcessBuilder(command)
                .redirectInput(Redirect.from(nothing()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Runs what users run most, so that its classes are loaded. */
    static final class Rehearsal {

        private Rehearsal() {}

        /**
         * Runs commands on the sample, silently.
         *
         * @param args the kind of the archive
         */
        public static void main(String[] args) throws IOException {
            Path home = jar().resolveSibling(".").normalize();
            String rules = home.resolve("scoring-rules.yaml").toString();
            run("--help");
            Commands.NAMES.forEach(name -> run(name, "--help"));
            run("check", "--rules", rules);
            if (args[0].equals(LONG)) {
                work(home, rules);
            }
        }

        private static void work(Path home, String rules) throws IOException {
            Path scratch = Files.createTempDirectory("platscore");
            String form = home.resolve("sample-data/submissions/P01.xlsx").toString();
            Path sample = home.resolve("sample-data");
            run("check", form, "--rules", rules);
            run("score", form, "--rules", rules);
            run(
                    "assess",
                    sample.resolve("reference").toString(),
                    "--out",
                    scratch.resolve("reference").toString());
            run(
                    "assess",
                    sample.toString(),
                    "--rules",
                    rules,
                    "--out",
                    scratch.resolve("out").toString());
            run("verify", scratch.resolve("out").toString());
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }

        private static void run(String... args) {
            try (PrintStream nowhere =
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
                Main.run(args, nowhere, nowhere);
            }
        }
    }
}
