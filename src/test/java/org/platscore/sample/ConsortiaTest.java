package org.platscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeOptions;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** A second subject, innovation consortia, is assessed by rules and data alone. */
class ConsortiaTest {

    private static final Path CONSORTIA = Path.of("sample-data", "consortia");

    @Test
    void theRulesHaveNothingToComplainOf() {
        assertThat(RulesFile.read(CONSORTIA.resolve("scoring-rules.yaml")).diagnostics())
                .isEmpty();
        assertThat(RulesFile.read(CONSORTIA.resolve("benefit-sharing/scoring-rules.yaml"))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aConsortiumThatNoEnterpriseLeadsIsOut() {
        Standing standing = standing(assess(CONSORTIA), "U09");

        assertThat(standing.rank()).isNull();
        assertThat(standing.grade()).isNull();
    }

    @Test
    void aBreachOfTrustFailsWhateverThePoints() {
        AssessmentResult result = assess(CONSORTIA);

        assertThat(grades(result)).containsEntry("U07", "fail");
        assertThat(standing(result, "U07").rank()).isEqualTo(11);
    }

    @Test
    void gradesFollowTheTotals() {
        assertThat(grades(assess(CONSORTIA)))
                .containsEntry("U01", "model")
                .containsEntry("U08", "fail")
                .containsValues("good", "pass");
    }

    @Test
    void theFindingsAreThePlantedOnes() {
        Map<String, Long> codes = assess(CONSORTIA).findings().met().stream()
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));

        assertThat(codes)
                .isEqualTo(Map.of(
                        "no-rows", 1L,
                        "outsider", 1L,
                        "member-repeated", 1L,
                        "handed-over-outside", 1L,
                        "benefit-repeated", 1L));
    }

    @Test
    void aBenefitIsSplitToTheCentAndEnterprisesGetTheirFloor() {
        AssessmentResult result = assess(CONSORTIA.resolve("benefit-sharing"));
        List<BigFraction> amounts = Objects.requireNonNull(result.allocation()).awards().stream()
                .map(Award::amount)
                .toList();

        assertThat(amounts.stream().reduce(BigFraction.ZERO, BigFraction::add)).isEqualTo(BigFraction.of(8_600_000));
        assertThat(amounts.get(4)).isEqualTo(BigFraction.of(600_000));
        assertThat(amounts.get(0)).isEqualTo(BigFraction.of(391_144_671, 100));
    }

    @Test
    void noJavaOfTheProgramKnowsOfConsortia() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> knowing = files.filter(Files::isRegularFile)
                    .filter(file -> text(file).toLowerCase(Locale.ROOT).matches("(?s).*(consorti|联合体).*"))
                    .toList();
            assertThat(knowing).isEmpty();
        }
    }

    private static AssessmentResult assess(Path folder) {
        Rulebook rules = RulesFile.read(folder.resolve("scoring-rules.yaml")).accepted();
        AssessmentResult result = Assessment.run(folder, rules, IntakeOptions.of(1));
        assertThat(result.findings().count(Severity.STOP)).isZero();
        return result;
    }

    private static Standing standing(AssessmentResult result, String id) {
        return result.standings().stream()
                .filter(each -> result.subject(each.subject()).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, @Nullable String> grades(AssessmentResult result) {
        Map<String, @Nullable String> grades = new TreeMap<>();
        result.standings()
                .forEach(each -> grades.put(
                        result.subject(each.subject()).id(),
                        each.grade() == null ? null : each.grade().id()));
        return grades;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
