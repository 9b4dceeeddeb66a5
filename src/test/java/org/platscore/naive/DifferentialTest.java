package org.platscore.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.platscore.published.ProgramRun;

/**
 * The program and the naive scorer on random folders. {@code -Dplatscore.differential.cases=5000} runs more of them,
 * {@code -Dplatscore.differential.first=77} begins at another seed. Folders on which the two differ are kept.
 */
class DifferentialTest {
    private static final long FIRST = Long.getLong("platscore.differential.first", 1);
    private static final int CASES = Integer.getInteger("platscore.differential.cases", 150);

    @Test
    void theProgramAndTheNaiveScorerAgreeOnRandomRulesAndData() throws IOException {
        StringBuilder differences = new StringBuilder();
        for (long seed = FIRST; seed < FIRST + CASES; seed++) {
            Path folder = Files.createTempDirectory("platscore-differential-" + seed + "-");
            RandomCase.write(seed, folder);
            List<String> found = differences(folder);
            if (found.isEmpty()) {
                delete(folder);
            } else {
                differences.append("seed ").append(seed).append(" in ").append(folder);
                found.forEach(line -> differences.append("\n    ").append(line));
                differences.append('\n');
            }
        }
        assertThat(differences.toString()).isEmpty();
    }

    private static List<String> differences(Path folder) {
        ProgramRun run = ProgramRun.of(folder, folder.resolve("out"));
        try {
            List<Subject> expected = NaiveScorer.assess(folder);
            return run.code() == 0
                    ? ResultsComparison.differences(expected, run.results())
                    : List.of("expected results, found exit code " + run.code() + "\n" + run.said());
        } catch (NaiveStop stop) {
            return run.code() == 1 && run.said().contains(stop.code())
                    ? List.of()
                    : List.of("expected the stop " + stop.getMessage() + ", found exit code " + run.code() + "\n"
                            + run.said());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
