package org.platscore.report.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    Path scratch;

    @Test
    void aFileThatSomebodyPutThereWhileItWasWrittenIsReplacedOnlyIfItMayBe() throws Exception {
        Path file = scratch.resolve("P01.xlsx");
        for (boolean replace : new boolean[] {false, true}) {
            Files.deleteIfExists(file);
            try (OutputFile output = OutputFile.claim(file, "--out", replace)) {
                Files.writeString(output.file(), "blank");
                Files.writeString(file, "filled in");
                OutputRefused refused = catchThrowableOfType(OutputRefused.class, output::publish);
                assertThat(refused == null ? "" : refused.what().key()).isEqualTo(replace ? "" : "output.exists");
            }
            assertThat(file).hasContent(replace ? "blank" : "filled in");
            assertThat(scratch.toFile().list()).containsExactly("P01.xlsx");
        }
    }
}
