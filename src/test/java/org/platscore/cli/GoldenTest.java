package org.platscore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the user sees, word for word. */
class GoldenTest {

    static Stream<GoldenCase> pages() {
        return Stream.of("help.txt", "usage-faults.txt", "check-rules.txt", "check-data.txt", "assess.txt", "score.txt")
                .map(GoldenCase::of)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theUserSees(GoldenCase golden, @TempDir Path scratch) throws Exception {
        golden.check(CommandRun.withFolders(scratch).run(golden.args().toArray(String[]::new)));
    }
}
