package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.intake.sheet.FileOptions;

class PipelineTest {

    @TempDir
    Path folder;

    /** As where memory is too short for even the last word. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLaneThatEndsWithoutAWordIsNotWaitedFor() {
        Desk.in(folder);
        TableSpec spec = new TableSpec(
                Desk.rules("log: {files: log.csv, columns: {who: {type: subject}}, belongs_to: who}", "log")
                        .roster(),
                true);
        Pipeline.Start silent = (sink, workers) -> new FileTask(
                new Folder.Entry(folder.resolve("roster.csv"), "roster.csv"),
                List.of(spec),
                null,
                FileOptions.STANDARD,
                new FileTask.Opened(List.of()),
                null,
                row -> Thread.currentThread().interrupt());
        assertThatThrownBy(() -> Pipeline.run(List.of(silent), 1, row -> {}, task -> {}))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
