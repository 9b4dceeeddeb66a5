package org.platscore.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeOptions;
import org.platscore.reward.Allocation;

/** Does what the advice says: a further correction is put into the folder, and the folder assessed. */
class AdviceFollowedTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"P33, complaints", "P36, service_income", "P22, panel_quality"})
    void theCorrectionReachesTheGradeAndOneStepLessDoesNot(String id, String measure) throws IOException {
        Advice advice = Advice.of(SampleRun.RESULT, SampleRun.subject(id));
        Advice.Change change = advice.changes().stream()
                .filter(each -> each.measure().name().equals(measure))
                .findFirst()
                .orElseThrow();
        BigFraction by = Objects.requireNonNull(change.by());
        BigFraction grid = Objects.requireNonNull(change.grid());
        copy();

        AssessmentResult followed = corrected(id, measure, by);
        assertThat(standing(followed, id).grade()).isEqualTo(change.grade());
        assertThat(standing(followed, id).rank()).isEqualTo(change.rank());
        Allocation allocation = Objects.requireNonNull(followed.allocation());
        assertThat(allocation.awards().get(SampleRun.subject(id).index()).amount())
                .isEqualTo(change.reward());

        BigFraction less = by.signum() > 0 ? by.subtract(grid) : by.add(grid);
        assertThat(standing(corrected(id, measure, less), id).grade()).isEqualTo(advice.grade());
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SampleRun.FOLDER)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = folder.resolve(SampleRun.FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private AssessmentResult corrected(String id, String measure, BigFraction by) throws IOException {
        String rows = Files.readString(SampleRun.FOLDER.resolve("adjustments.csv"), StandardCharsets.UTF_8);
        String row = String.join(
                ",", id, measure, by.signum() < 0 ? "核减" : "核增", Exact.plain(by.abs()), "复核", "财务核查组", "2023-03-20");
        Files.writeString(folder.resolve("adjustments.csv"), rows.stripTrailing() + "\r\n" + row + "\r\n");
        AssessmentResult result = Assessment.run(folder, SampleRun.RULES, IntakeOptions.of(2));
        assertThat(result.findings().stops()).isFalse();
        return result;
    }

    private static Standing standing(AssessmentResult result, String id) {
        return result.standings().stream()
                .filter(each -> result.subject(each.subject()).id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
