package org.platscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeOptions;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** What the sample's rules make of the sample's data. */
class SampleResultTest {

    private static final BigFraction BUDGET = BigFraction.of(15_130_000);
    private static final BigFraction CEILING = BigFraction.of(1_500_000);

    private static final List<Planted> PLANTED = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static AssessmentResult result;

    @BeforeAll
    static void assess() {
        SampleData.files(PLANTED);
        Rulebook rules = RulesFile.read(Path.of("scoring-rules.yaml")).accepted();
        result = Assessment.run(Path.of("sample-data"), rules, IntakeOptions.of(1));
    }

    @Test
    void all42PlatformsAreAssessed() {
        assertThat(result.findings().count(Severity.STOP)).isZero();
        assertThat(result.standings()).hasSize(42).allMatch(standing -> standing.rank() != null);
    }

    @Test
    void fifteenAreExcellentOrGoodAndAtLeastFourExcellent() {
        Map<String, Long> grades = result.standings().stream()
                .collect(Collectors.groupingBy(SampleResultTest::grade, Collectors.counting()));
        assertThat(grades.getOrDefault("excellent", 0L)).isGreaterThanOrEqualTo(4);
        assertThat(grades.getOrDefault("excellent", 0L) + grades.getOrDefault("good", 0L))
                .isEqualTo(15);
    }

    @Test
    void oneIsVetoedAndGetsNothing() {
        List<Standing> vetoed = result.standings().stream()
                .filter(standing -> score(standing).veto() != null)
                .toList();
        assertThat(vetoed).hasSize(1);
        assertThat(grade(vetoed.get(0))).isEqualTo("fail");
        assertThat(award(vetoed.get(0)).amount()).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void awardsAddUpToTheBudgetAndOneIsAtTheCeiling() {
        List<BigFraction> amounts = result.standings().stream()
                .map(standing -> award(standing).amount())
                .toList();
        assertThat(amounts.stream().reduce(BigFraction.ZERO, BigFraction::add)).isEqualTo(BUDGET);
        assertThat(allocation().allocated()).isEqualTo(BUDGET);
        assertThat(amounts).contains(CEILING).allMatch(amount -> amount.compareTo(CEILING) <= 0);
    }

    @Test
    void groupsWithBonusAndDeductionGiveTheTotal() {
        for (Standing standing : result.standings()) {
            SubjectScore score = score(standing);
            BigFraction groups =
                    score.rubric().of().stream().map(NodeScore::counted).reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(groups.add(score.bonus()).subtract(score.deduction()))
                    .as(result.subject(standing.subject()).id())
                    .isEqualTo(score.total());
        }
    }

    @Test
    void anIndicatorThatDoesNotApplyIsExcludedForSomeAndScoredForOthers() {
        List<NodeScore> equipment = result.standings().stream()
                .flatMap(standing -> leaves(score(standing).rubric()))
                .filter(leaf -> leaf.node().id().equals("B1"))
                .toList();
        assertThat(equipment)
                .extracting(NodeScore::status)
                .contains(NodeScore.Status.EXCLUDED, NodeScore.Status.SCORED);
    }

    @Test
    void theRubricHasFiveGroupsAndTwentyIndicators() {
        NodeScore rubric = score(result.standings().get(0)).rubric();
        assertThat(rubric.of()).hasSize(5);
        assertThat(leaves(rubric)).hasSize(20);
    }

    /** What lies in the nature of the data rather than being planted, see the sample's README. */
    private static final Set<String> NATURAL = Set.of("large-amount", "empty-input", "no-rows");

    @Test
    void whatIsPlantedIsFoundWhereItWasPlantedAndNothingElse() {
        Set<String> planted = PLANTED.stream()
                .filter(each -> !each.fault().code().equals("-"))
                .map(each ->
                        String.join(" ", each.fault().code(), each.file(), each.sheet(), String.valueOf(each.row())))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = result.findings().sorted().stream()
                .filter(each -> !NATURAL.contains(each.code()))
                .map(each -> String.join(" ", each.code(), each.file(), each.sheet(), String.valueOf(row(each))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(planted);
    }

    private static int row(Finding finding) {
        return finding.place() == null ? 0 : finding.place().row();
    }

    private static Stream<NodeScore> leaves(NodeScore score) {
        return score.of().isEmpty() ? Stream.of(score) : score.of().stream().flatMap(SampleResultTest::leaves);
    }

    private static String grade(Standing standing) {
        return standing.grade() == null ? "" : standing.grade().id();
    }

    private static SubjectScore score(Standing standing) {
        if (result.scores() == null) {
            throw new AssertionError("not scored: " + result.findings().sorted());
        }
        return result.scores().subjects().get(standing.subject());
    }

    private static Allocation allocation() {
        if (result.allocation() == null) {
            throw new AssertionError("nothing allocated");
        }
        return result.allocation();
    }

    private static Award award(Standing standing) {
        return allocation().awards().get(standing.subject());
    }
}
