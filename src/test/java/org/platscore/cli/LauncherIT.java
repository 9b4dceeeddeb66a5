package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as it is packed, started as a user starts it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path PACKED = Path.of("target/platscore").toAbsolutePath();
    private static final String LAUNCHER = PACKED.resolve("bin/platscore").toString();

    private record Seen(int status, String out, String err) {}

    @TempDir
    Path scratch;

    @Test
    void itStartsThroughLinksFromAPathWithBlanksAndChineseCharacters() throws Exception {
        Path home = Files.createDirectories(scratch.resolve("my 程序"));
        Path packed = Files.createSymbolicLink(home.resolve("platscore"), PACKED);
        Path link = Files.createSymbolicLink(scratch.resolve("link"), Path.of("my 程序/platscore/bin/platscore"));
        Seen seen = run(Map.of(), link.toString(), "--version");
        Files.delete(link);
        Files.delete(packed);
        assertThat(seen.out()).startsWith("platscore ");
    }

    @Test
    void theJarStartsByItself() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(
                                Map.of(),
                                java,
                                "-jar",
                                PACKED.resolveSibling("platscore.jar").toString(),
                                "--version")
                        .out())
                .startsWith("platscore ");
    }

    @Test
    void rulesAreLookedForInTheCurrentFolderToo() throws Exception {
        Files.createDirectory(scratch.resolve("data"));
        Seen without = run(Map.of(), LAUNCHER, "assess", "data");
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).startsWith("platscore: 文件夹“data”和当前文件夹里都没有 scoring-rules.yaml。");
        Files.writeString(scratch.resolve("scoring-rules.yaml"), "platscore: 2\n", StandardCharsets.UTF_8);
        Seen with = run(Map.of(), LAUNCHER, "assess", "data");
        assertThat(with.status()).isEqualTo(3);
        assertThat(with.err()).contains("scoring-rules.yaml:1:12: 错误 R018: ");
    }

    @Test
    void theExitCodeIsPassedOn() throws Exception {
        assertThat(run(Map.of(), LAUNCHER, "--version").status()).isZero();
        assertThat(run(Map.of(), LAUNCHER, "assess").status()).isEqualTo(2);
    }

    @Test
    void aStreamThatIsClosedIsToldAsOne() throws Exception {
        String rules = PACKED.resolve("scoring-rules.yaml").toString();
        Seen in = run(Map.of(), "sh", "-c", "\"$0\" score - --rules \"$1\" <&-", LAUNCHER, rules);
        assertThat(in.err()).contains("platscore: 无法读取标准输入：");
        assertThat(in.status()).isEqualTo(2);
        Seen out = run(Map.of(), "sh", "-c", "\"$0\" schema <&- >&-", LAUNCHER);
        assertThat(out.err()).contains("platscore: 无法写入标准输出：");
        assertThat(out.status()).isEqualTo(5);
        Seen err = run(Map.of(), "sh", "-c", "\"$0\" --version <&- 2>&-", LAUNCHER);
        assertThat(err.out()).startsWith("platscore ");
        assertThat(err.status()).isZero();
    }

    @Test
    void chineseNamesWorkWithoutAUtf8Locale() throws Exception {
        Path file = Files.createFile(scratch.resolve("平台.txt"));
        Seen seen = run(Map.of("LC_ALL", "C"), LAUNCHER, "assess", file.toString());
        assertThat(seen.err()).startsWith("platscore: “" + file + "”是一个文件，不是文件夹。");
    }

    @Test
    void theLanguageIsThatOfTheLocaleAlsoWhereTheLocaleHasToBeChanged() throws Exception {
        assertThat(run(Map.of("LC_ALL", "en_US.ISO-8859-1"), LAUNCHER, "assess").err())
                .startsWith("platscore: The argument DIR is missing.");
        assertThat(run(Map.of("LC_ALL", "C"), LAUNCHER, "assess").err()).startsWith("platscore: 缺少参数 DIR。");
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        Path old = Files.createDirectories(scratch.resolve("jdk8/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"1.8.0_352\"\n", StandardCharsets.UTF_8);
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\necho too old\n", StandardCharsets.UTF_8);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        String home = scratch.resolve("jdk8").toString();
        assertThat(run(Map.of("JAVA_HOME", home), LAUNCHER, "--version").out()).startsWith("platscore ");
    }

    @Test
    void smallCommandsAndLongRunsStartWithAnArchiveOfTheirOwn() throws Exception {
        String version = "17.0.99";
        Path java = fakeJava(version);
        Path home = program("program");
        archived(home, version, "short");
        archived(home, version, "long");
        Map<String, String> fake = Map.of("JAVA_HOME", java.toString());
        String launcher = home.resolve("bin/platscore").toString();
        assertThat(run(fake, launcher, "check", "--rules", "rules.yaml").out())
                .contains("-XX:SharedArchiveFile=" + archive(home, version, "short"))
                .contains("-XX:TieredStopAtLevel=1");
        Path data = Files.createDirectory(scratch.resolve("data"));
        assertThat(run(fake, launcher, "--quiet", "assess", "data").out())
                .contains("-XX:SharedArchiveFile=" + archive(home, version, "long"))
                .contains("-XX:TieredStopAtLevel=1");
        length(data.resolve("2021.xlsx"), 200 << 20);
        assertThat(run(fake, launcher, "--quiet", "assess", "data").out()).contains("-XX:TieredStopAtLevel=1");
        length(data.resolve("2022.xlsx"), 100 << 20);
        assertThat(run(fake, launcher, "--quiet", "assess", "data").out()).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(run(fake, launcher, "check", "data").out())
                .contains("-XX:SharedArchiveFile=" + archive(home, version, "long"))
                .doesNotContain("-XX:TieredStopAtLevel=1");
        Path rows = Files.createDirectory(scratch.resolve("rows"));
        length(rows.resolve("2021.csv"), 2 << 20);
        assertThat(run(fake, launcher, "assess", "rows").out()).contains("-XX:TieredStopAtLevel=1");
        length(rows.resolve("2022.csv"), 2 << 20);
        assertThat(run(fake, launcher, "assess", "rows").out()).doesNotContain("-XX:TieredStopAtLevel=1");
        Path results = Files.createDirectory(scratch.resolve("out"));
        assertThat(run(fake, launcher, "assess", "--out", "rows", "out").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(run(fake, launcher, "explain", "P01").out()).contains("-XX:TieredStopAtLevel=1");
        String manifest = """
                {
                  "inputs": [
                    {
                      "path": "../data/my log.csv",
                      "size": %d
                    }
                  ]
                }
                """;
        Files.writeString(results.resolve("manifest.json"), manifest.formatted(2 << 20));
        assertThat(run(fake, launcher, "explain", "P01").out()).contains("-XX:TieredStopAtLevel=1");
        Files.writeString(results.resolve("manifest.json"), manifest.formatted(4 << 20));
        for (String[] command : new String[][] {{"explain", "P01"}, {"advise", "P01"}, {"verify", "out"}}) {
            List<String> words = new ArrayList<>(List.of(launcher));
            words.addAll(List.of(command));
            assertThat(run(fake, words.toArray(String[]::new)).out())
                    .contains("-XX:SharedArchiveFile=" + archive(home, version, "long"))
                    .doesNotContain("-XX:TieredStopAtLevel=1");
        }
    }

    private static void length(Path file, int bytes) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(bytes);
        }
    }

    @Test
    void lessMemoryThanUsualCanBeGiven() throws Exception {
        String data = Files.createDirectory(scratch.resolve("data")).toString();
        Seen usual = run(Map.of(), LAUNCHER, "assess", data);
        assertThat(usual.err()).contains("scoring-rules.yaml");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            Seen small = run(Map.of(variable, "-Xmx64m"), LAUNCHER, "assess", data);
            assertThat(small.status()).isEqualTo(usual.status());
            assertThat(small.err()).endsWith(usual.err());
        }
    }

    @Test
    void aDamagedArchiveIsPassedOverInSilence() throws Exception {
        Path home = program("damaged");
        archived(home, System.getProperty("java.version"), "short");
        assertThat(run(realJava(), home.resolve("bin/platscore").toString(), "--help"))
                .isEqualTo(run(realJava(), LAUNCHER, "--help"));
    }

    @Test
    void theFirstRunInANewPlaceHasAnArchiveMadeAndTheNextSaysTheSame() throws Exception {
        Path home = program("unpacked");
        String launcher = home.resolve("bin/platscore").toString();
        Seen first = run(realJava(), launcher, "check", "--help");
        Path archive = archive(home, System.getProperty("java.version"), "short");
        for (int i = 0; i < 600 && !Files.exists(archive); i++) {
            Thread.sleep(100);
        }
        assertThat(archive).isNotEmptyFile();
        assertThat(Path.of(archive + ".place")).hasContent(home + "\n");
        assertThat(run(realJava(), launcher, "check", "--help")).isEqualTo(first);
        assertThat(first.err()).isEmpty();
    }

    /** As one is that was unpacked where clocks are ahead, or before the machine's own clock was set right. */
    @Test
    void aProgramDatedInTheFutureHasItsArchiveMadeOnce() throws Exception {
        String version = System.getProperty("java.version");
        Path home = program("early");
        Files.setLastModifiedTime(
                home.resolve("platscore.jar"),
                FileTime.from(Instant.now().plus(Duration.ofHours(14)).truncatedTo(ChronoUnit.SECONDS)));
        Path archive = archive(home, version, "short");
        run(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                home.resolve("platscore.jar").toString(),
                "org.platscore.cli.StartArchive",
                archive.toString());
        assertThat(archive).isNotEmptyFile();
        Map<String, String> fake = Map.of("JAVA_HOME", fakeJava(version).toString());
        assertThat(run(fake, home.resolve("bin/platscore").toString(), "--help").out())
                .contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void aProgramThatIsMovedHasItsArchiveMadeAnew() throws Exception {
        String version = "17.0.99";
        Map<String, String> fake = Map.of("JAVA_HOME", fakeJava(version).toString());
        Path home = program("here");
        archived(home, version, "short");
        assertThat(run(fake, home.resolve("bin/platscore").toString(), "--help").out())
                .contains("-XX:SharedArchiveFile=" + archive(home, version, "short"));
        Path moved = Files.move(home, home.resolveSibling("there"));
        assertThat(run(fake, moved.resolve("bin/platscore").toString(), "--help")
                        .out())
                .contains("-Dplatscore.archive=" + archive(moved, version, "short"))
                .doesNotContain("SharedArchiveFile");
    }

    /** A cache that is named from the current folder on is none, as the XDG specification has it. */
    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"/cache, /cache", "cache, /home/.cache", "'', /home/.cache"})
    void whereAProgramIsMovedToMayNotBeWrittenItsArchiveIsMadeInTheUsersCache(String named, String expected)
            throws Exception {
        String version = "17.0.99";
        Path home = program("shared");
        archived(home, version, "short");
        Path moved = Files.move(home, home.resolveSibling("elsewhere"));
        Path lib = moved.resolve("lib");
        assertThat(lib.toFile().setWritable(false)).isTrue();
        try {
            Map<String, String> fake = Map.of(
                    "JAVA_HOME",
                    fakeJava(version).toString(),
                    "HOME",
                    scratch + "/home",
                    "XDG_CACHE_HOME",
                    named.startsWith("/") ? scratch + named : named);
            // A user who may write everywhere, such as root, has it made in its place.
            String place = Files.isWritable(lib) ? lib.toString() : scratch + expected + "/platscore";
            assertThat(run(fake, moved.resolve("bin/platscore").toString(), "--help")
                            .out())
                    .contains("-Dplatscore.archive=" + place + "/");
        } finally {
            assertThat(lib.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void whoFindsAnArchiveBeingMadeLeavesItsLock() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = PACKED.resolve("platscore.jar").toString();
        Path archive = scratch.resolve("platscore-short.jsa");
        Path lock = scratch.resolve("platscore-short.jsa.lock");
        try (FileChannel maker = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = maker.lock()) {
            assertThat(held.isValid()).isTrue();
            run(Map.of(), java, "-cp", jar, "org.platscore.cli.StartArchive", archive.toString());
            assertThat(lock).exists();
            assertThat(archive).doesNotExist();
        }
    }

    /** Leaves what the launcher takes for an archive; Java does not. */
    private static void archived(Path home, String version, String kind) throws IOException {
        Files.writeString(archive(home, version, kind), "no archive");
        Files.writeString(Path.of(archive(home, version, kind) + ".place"), home + "\n");
    }

    private static Path archive(Path home, String version, String kind) {
        return home.resolve("lib/platscore-" + version + "-" + kind + ".jsa");
    }

    private static Map<String, String> realJava() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    /** Returns the program as it is unpacked in a new place: without an archive of classes. */
    private Path program(String name) throws IOException {
        Path home = Files.createDirectories(scratch.toRealPath().resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(PACKED.resolve("bin/platscore"), home.resolve("bin/platscore"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(PACKED.resolve("platscore.jar"), home.resolve("platscore.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(PACKED.resolve("scoring-rules.yaml"), home.resolve("scoring-rules.yaml"));
        try (Stream<Path> libraries = Files.list(PACKED.resolve("lib"))) {
            for (Path each :
                    libraries.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(each, home.resolve("lib").resolve(each.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return home;
    }

    /** Returns a Java that prints its arguments. */
    private Path fakeJava(String version) throws IOException {
        Path home = scratch.resolve("java");
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private Seen run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = scratch.resolve("out.txt");
        Path err = scratch.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends within a minute")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Seen(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
