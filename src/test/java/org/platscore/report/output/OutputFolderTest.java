package org.platscore.report.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Lang;

class OutputFolderTest {

    private static final String OURS = """
            {"platscore_manifest": 1, "program_version": "1", "options": {},
             "rules": {"path": "rules.yaml", "sha256": null, "size": 1}, "inputs": [],
             "outputs": [{"path": "scores.csv", "sha256": null, "size": 3},
                         {"path": "score-sheets/P01.xlsx", "sha256": null, "size": 3}]}
            """;

    @TempDir
    Path scratch;

    private Path out;

    @BeforeEach
    void nameTheTarget() {
        out = scratch.resolve("结果");
    }

    @Test
    void nothingIsSeenBeforeItIsPublished() throws Exception {
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("scores.csv"), "new");
            assertThat(out).doesNotExist();
            folder.publish();
        }
        assertThat(files()).isEqualTo(Map.of("结果/scores.csv", "new"));
    }

    @Test
    void anEarlierResultIsReplacedAsAWhole() throws Exception {
        earlierResult();
        write(out.resolve("score-sheets/P01.xlsx"), "old");
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("manifest.json"), OURS + "new");
            folder.publish();
        }
        assertThat(files()).isEqualTo(Map.of("结果/manifest.json", OURS + "new"));
    }

    @Test
    void aRunThatGivesUpLeavesNoTrace() throws Exception {
        earlierResult();
        Map<String, String> before = files();
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("scores.csv"), "half");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void foldersMadeOnTheWayAreRemovedWhenTheRunGivesUp() throws Exception {
        try (OutputFolder folder = OutputFolder.claim(scratch.resolve("a/b/out"), false)) {
            write(folder.folder().resolve("scores.csv"), "half");
        }
        assertThat(scratch.resolve("a")).doesNotExist();
    }

    @Test
    void ofTwoRunsIntoOneFolderTheSecondIsRefused() throws Exception {
        try (OutputFolder first = OutputFolder.claim(out, false)) {
            assertThat(refusal(out, true)).isEqualTo("另一个 platscore 正在写“" + out + "”。");
            write(first.folder().resolve("scores.csv"), "first");
            first.publish();
        }
        assertThat(files()).isEqualTo(Map.of("结果/scores.csv", "first"));
    }

    @Test
    void whatADeadRunLeftIsSwept() throws Exception {
        write(scratch.resolve(".结果.platscore/new/scores.csv"), "half");
        write(scratch.resolve(".结果.platscore/lock"), "4711");
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            assertThat(folder.folder()).isEmptyDirectory();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aResultThatADeadRunHadMovedAsideComesBack() throws Exception {
        write(scratch.resolve(".结果.platscore/old/manifest.json"), OURS);
        write(scratch.resolve(".结果.platscore/new/scores.csv"), "half");
        OutputFolder.claim(out, false).close();
        assertThat(files()).isEqualTo(Map.of("结果/manifest.json", OURS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "label                          | file          | content                             | force | taken",
                "no folder                      | -             | -                                   | false | true",
                "our manifest                   | manifest.json | {\"platscore_manifest\": 1}         | false | true",
                "our manifest, other spacing    | manifest.json | { \"platscore_manifest\" : 1 }      | false | true",
                "another program's manifest     | manifest.json | {\"name\": \"platscore_manifest\"}  | false | false",
                "an empty manifest              | manifest.json | ''                                  | false | false",
                "somebody's file                | thesis.docx   | years of work                       | false | false",
                "somebody's file, with force    | thesis.docx   | years of work                       | true  | true"
            },
            useHeadersInDisplayName = true)
    void onlyOurOwnResultIsReplacedWithoutForce(String label, String file, String content, boolean force, boolean taken)
            throws Exception {
        if (file != null) {
            write(out.resolve(file), content);
        }
        if (taken) {
            OutputFolder.claim(out, force).close();
        } else {
            assertThat(refusal(out, force)).as(label).contains("不是 platscore 以前的结果");
        }
    }

    @Test
    void aFileBesideTheTargetIsWrittenAsAWholeWhileTheTargetStays() throws Exception {
        earlierResult();
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            Path written = folder.beside(".findings.csv", file -> write(file, "findings"));
            assertThat(written).isEqualTo(scratch.resolve("结果.findings.csv"));
        }
        assertThat(files())
                .isEqualTo(Map.of("结果/manifest.json", OURS, "结果/scores.csv", "old", "结果.findings.csv", "findings"));
    }

    @Test
    void aFileBesideTheTargetThatCannotBeFinishedIsNotSeen() throws Exception {
        write(scratch.resolve("结果.findings.csv"), "earlier");
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            OutputRefused refused = catchThrowableOfType(
                    OutputRefused.class,
                    () -> folder.beside(".findings.csv", file -> {
                        write(file, "half");
                        throw new IOException("No space left on device");
                    }));
            assertThat(refused.what().in(Lang.ZH)).endsWith("磁盘空间不足。");
        }
        assertThat(files()).isEqualTo(Map.of("结果.findings.csv", "earlier"));
    }

    @Test
    void anEarlierListOfFindingsIsRemoved() throws Exception {
        write(scratch.resolve("结果.findings.csv"), "earlier");
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            folder.removeBeside(".findings.csv");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void anEmptyFolderIsTaken() throws Exception {
        Files.createDirectory(out);
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("scores.csv"), "new");
            folder.publish();
        }
        assertThat(files()).isEqualTo(Map.of("结果/scores.csv", "new"));
    }

    @Test
    void whatSomebodyPutThereWhileTheRunWasAtWorkIsNotReplaced() throws Exception {
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("scores.csv"), "new");
            write(out.resolve("notes.txt"), "mine");
            assertThat(refusal(folder::publish)).isEqualTo("“" + out + "”里有文件，而且不是 platscore 以前的结果。");
        }
        assertThat(files()).isEqualTo(Map.of("结果/notes.txt", "mine"));
    }

    @Test
    void aFileThatSomebodyPutThereWhileTheRunWasAtWorkIsNotReplaced() throws Exception {
        try (OutputFolder folder = OutputFolder.claim(out, true)) {
            write(folder.folder().resolve("scores.csv"), "new");
            write(out, "mine");
            assertThat(refusal(folder::publish)).isEqualTo("“" + out + "”不能作为输出文件夹：它是文件或失效的链接。");
        }
        assertThat(files()).isEqualTo(Map.of("结果", "mine"));
    }

    @Test
    void runsIntoSeveralFoldersOfOneNewFolderDoNotGetInEachOthersWay() throws Exception {
        int runs = 4;
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        for (int i = 0; i < 300; i++) {
            Path made = scratch.resolve("made" + i + "/by/whom");
            CyclicBarrier together = new CyclicBarrier(runs);
            List<Future<?>> all = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                Path own = made.resolve("out" + run);
                all.add(threads.submit(() -> {
                    together.await();
                    // One that comes to nothing removes the folders that it made, which another may have found to be
                    // there.
                    OutputFolder.claim(own, false).close();
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        threads.shutdown();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        write(out, "text");
        assertThat(refusal(out, true)).contains("不能作为输出文件夹：它是文件或失效的链接");
        assertThat(files()).isEqualTo(Map.of("结果", "text"));
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aLinkToNothingIsNoFolder() throws Exception {
        Files.createSymbolicLink(out, scratch.resolve("away"));
        assertThat(refusal(out, true)).contains("不能作为输出文件夹：它是文件或失效的链接");
        assertThat(out).isSymbolicLink();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aFullDiskLeavesNoLock() throws Exception {
        Path work = Files.createDirectory(scratch.resolve(".结果.platscore"));
        Files.createSymbolicLink(work.resolve("lock"), Path.of("/dev/full"));
        assertThat(refusal(out, false)).contains("磁盘空间不足");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aLinkIsFollowedAndStays() throws Exception {
        Path elsewhere = Files.createDirectories(scratch.resolve("disk/results"));
        Files.createSymbolicLink(out, elsewhere);
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("scores.csv"), "new");
            folder.publish();
        }
        assertThat(out).isSymbolicLink();
        assertThat(elsewhere.resolve("scores.csv")).hasContent("new");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void whatSomebodyElsePutThereIsKeptWhateverItIsCalledAndWhateverItIs() throws Exception {
        write(out.resolve("manifest.json"), OURS);
        shell(
                "echo own > 'score-sheets\\\\P01.xlsx'; echo odd > \"$(printf 'a\\377b')\"; mkfifo 'a pipe'; ln -s nowhere link");
        shell("mkdir closed; echo mine > closed/notes; chmod 600 closed/notes; chmod 500 closed");
        String before = shell("stat -c '%A %h %n' *s* *a* closed/* link");
        write(out.resolve("score-sheets/P01.xlsx"), "old");
        publish(OURS);
        publish(OURS);
        assertThat(shell("stat -c '%A %h %n' *s* *a* closed/* link").replace("drwx", "dr-x"))
                .isEqualTo(before);
        assertThat(scratch.resolve(".结果.platscore")).doesNotExist();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aFileThatIsKeptIsTheSameFile() throws Exception {
        earlierResult();
        write(out.resolve("notes/a.txt"), "as long as a disk is large");
        Object file = Files.getAttribute(out.resolve("notes/a.txt"), "unix:ino");
        assertThat(publish(OURS)).containsExactly(Path.of("notes/a.txt"));
        assertThat(Files.getAttribute(out.resolve("notes/a.txt"), "unix:ino")).isEqualTo(file);
    }

    @Test
    void aFileThatCannotBeKeptIsNamed() throws Exception {
        earlierResult();
        Path note = out.resolve("notice.xlsx/note.txt");
        write(note, "a note");
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("notice.xlsx"), "new");
            OutputRefused refused = catchThrowableOfType(OutputRefused.class, folder::publish);
            assertThat(refused.what().in(Lang.ZH)).isEqualTo("“" + note + "”不是 platscore 写的，但无法保留：路径中有一级是文件，不是文件夹。");
            assertThat(refused.action().in(Lang.ZH)).contains("--out", "--force");
        }
        assertThat(note).hasContent("a note");
    }

    @Test
    void whatOtherCommandsLeftThereWhenTheyWereKilledIsSwept() throws Exception {
        earlierResult();
        write(out.resolve(".对比.xlsx.platscore/new"), "half");
        assertThat(publish(OURS)).isEmpty();
        assertThat(files()).isEqualTo(Map.of("结果/manifest.json", OURS));
    }

    @Test
    void aDiskThatIsMountedThereIsToldAsOne() {
        OutputRefused refused = OutputRefused.because(
                out, "--out", new FileSystemException(out.toString(), null, "Device or resource busy"));
        assertThat(refused.what().in(Lang.EN)).contains("a disk is mounted there");
        assertThat(refused.action().in(Lang.EN)).isEqualTo("Name a folder on that disk with --out.");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aFolderThatIsClosedToOthersStaysClosed() throws Exception {
        earlierResult();
        shell("chmod 2700 .");
        publish(OURS);
        assertThat(shell("stat -c %a .")).isEqualTo("2700\n");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aWayThroughALinkAndBackUpIsTheOneThatTheSystemGoes() throws Exception {
        Files.createDirectories(scratch.resolve("disk/inner"));
        Files.createSymbolicLink(scratch.resolve("link"), scratch.resolve("disk/inner"));
        try (OutputFolder folder = OutputFolder.claim(scratch.resolve("link/../out"), false)) {
            write(folder.folder().resolve("scores.csv"), "new");
            folder.publish();
        }
        assertThat(files()).isEqualTo(Map.of("disk/out/scores.csv", "new"));
    }

    @Test
    void aPlaceThatIsNoFolderAboveTheTargetIsRefusedWithItsPath() throws Exception {
        write(scratch.resolve("file"), "text");
        assertThat(refusal(scratch.resolve("file/out"), false))
                .contains(scratch.resolve("file").toString());
    }

    private static String refusal(Path target, boolean force) {
        return refusal(() -> OutputFolder.claim(target, force).close());
    }

    private static String refusal(ThrowingCallable operation) {
        OutputRefused refused = catchThrowableOfType(OutputRefused.class, operation);
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.action().in(Lang.EN)).isNotBlank();
        assertThat(refused.what().in(Lang.EN)).isNotBlank();
        return refused.what().in(Lang.ZH);
    }

    /** Publishes nothing but a manifest, and returns what was kept. */
    private List<Path> publish(String manifest) throws Exception {
        try (OutputFolder folder = OutputFolder.claim(out, false)) {
            write(folder.folder().resolve("manifest.json"), manifest);
            return folder.publish();
        }
    }

    /** Runs a command in the target and returns what it says. */
    private String shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-ec", command)
                .directory(out.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void earlierResult() throws IOException {
        write(out.resolve("manifest.json"), OURS);
        write(out.resolve("scores.csv"), "old");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    /** All files under the scratch folder with their contents. */
    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(scratch)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(scratch.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
