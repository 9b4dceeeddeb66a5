package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;
import org.platscore.intake.sheet.FileOptions;

/** A file that is written while it is read is told: what was read may be of no state that it ever had. */
class ChangedFileTest {

    /** Something that is done to a file. */
    private interface Change {
        void to(Path file) throws IOException;
    }

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() throws IOException {
        Desk.in(folder);
        file = folder.resolve("roster.csv");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private FileTask task(FileTask.Opened opened, Change atFirstRow) {
        TableSpec spec = new TableSpec(
                Desk.rules("log: {files: log.csv, columns: {who: {type: subject}}, belongs_to: who}", "log")
                        .roster(),
                true);
        boolean[] done = {false};
        FileTask task = new FileTask(
                new Folder.Entry(file, "roster.csv"), List.of(spec), null, FileOptions.STANDARD, opened, null, row -> {
                    try {
                        if (!done[0]) {
                            atFirstRow.to(file);
                        }
                        done[0] = true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        task.run();
        return task;
    }

    private static List<String> told(FileTask task) {
        return task.reports().get(0).findings().stream()
                .filter(each -> each.code().equals("unreadable-file"))
                .map(each -> each.message().in(Lang.EN))
                .toList();
    }

    @Test
    void aFileThatStaysAsItIsIsNotTold() {
        FileTask.Opened opened = new FileTask.Opened(List.of());
        assertThat(told(task(opened, each -> {}))).isEmpty();
        assertThat(told(task(opened, each -> {}))).isEmpty();
    }

    @Test
    void aFileThatGrowsOrIsReplacedOrGoesAwayIsTold() {
        Change grow = each -> Files.writeString(each, "P04,丁平台,\n", StandardOpenOption.APPEND);
        Change replace = each -> {
            Path other = Files.copy(each, each.resolveSibling("other"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(other, each, StandardCopyOption.REPLACE_EXISTING);
        };
        assertThat(told(task(new FileTask.Opened(List.of()), grow)))
                .containsExactly("The file was changed while it was being read.");
        assertThat(told(task(new FileTask.Opened(List.of()), replace)))
                .containsExactly("The file was changed while it was being read.");
        assertThat(told(task(new FileTask.Opened(List.of()), Files::delete)))
                .containsExactly("The file cannot be read: it is no longer there.");
    }

    @Test
    void aFileThatIsWrittenToIsNotCalledDamaged() throws IOException {
        Files.writeString(file, "P04,丁平台,\n".repeat(100_000), StandardOpenOption.APPEND);
        Change spoil = each -> {
            try (FileChannel channel = FileChannel.open(each, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1}), channel.size() - 3);
            }
        };
        assertThat(told(task(new FileTask.Opened(List.of()), spoil)))
                .containsExactly("The file was changed while it was being read.");
    }

    @Test
    void aFileThatIsAnotherWhenItIsReadForAnotherInputIsTold() throws IOException {
        FileTask.Opened opened = new FileTask.Opened(List.of());
        assertThat(told(task(opened, each -> {}))).isEmpty();
        Files.writeString(file, Desk.ROSTER + "P04,丁平台,\n");
        assertThat(told(task(opened, each -> {}))).containsExactly("The file was changed while it was being read.");
        assertThat(opened.failed()).isTrue();
    }
}
