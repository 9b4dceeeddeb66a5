package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.intake.sheet.Fingerprint;

class FileTaskTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void eachFileIsWrittenAndKnownByItsDigest() throws IOException {
        List<FileTask> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String text = "abc".repeat(i);
            tasks.add(new FileTask(folder.resolve("f" + i), file -> Files.writeString(file, text)));
        }
        Map<Path, Fingerprint> written = FileTask.writeAll(tasks);
        assertThat(written.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(FileTask::file).toList());
        assertThat(written.get(folder.resolve("f1"))).isEqualTo(new Fingerprint(SHA256_OF_ABC, 3));
        for (FileTask task : tasks) {
            assertThat(written.get(task.file())).isEqualTo(Fingerprint.read(task.file()));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAsItself() {
        FileTask good = new FileTask(folder.resolve("good"), file -> Files.writeString(file, "abc"));
        FileTask bad = new FileTask(folder.resolve("no/such/folder"), file -> Files.writeString(file, "abc"));
        assertThatThrownBy(() -> FileTask.writeAll(List.of(good, bad, good))).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aFaultOfTheProgramIsToldAsItself() {
        IllegalStateException fault = new IllegalStateException("made up");
        FileTask bad = new FileTask(folder.resolve("bad"), file -> {
            throw fault;
        });
        assertThatThrownBy(() -> FileTask.writeAll(List.of(bad))).isSameAs(fault);
    }
}
