package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;

class SampleRulesTest {

    private static final Path SAMPLE = Path.of("scoring-rules.yaml");

    @Test
    void theSampleRulesHaveNoFault() {
        RulesReading reading = RulesFile.read(SAMPLE);

        assertThat(reading.diagnostics().stream()
                        .map(each -> DiagnosticText.render("scoring-rules.yaml", each, reading.lines(), Lang.EN)))
                .isEmpty();
        assertThat(reading.rulebook()).isNotNull();
    }

    @Test
    void theSampleRulesSayWhatStandsInThem() {
        Rulebook rules = RulesFile.read(SAMPLE).accepted();

        assertThat(rules.title()).isEqualTo("公共技术服务平台绩效考核评分细则");
        assertThat(rules.edition()).isEqualTo("2022");
        assertThat(rules.fullMarks()).isEqualTo(BigFraction.of(100));
        assertThat(rules.inputs().stream().map(Input::name))
                .containsExactly("platforms", "services", "form", "instruments", "reviews", "inspections");
        assertThat(rules.roster().roster()).isEqualTo(new Input.Roster("id", "name"));
        assertThat(rules.rubric().of().stream().map(RubricNode::id)).containsExactly("A", "B", "C", "D", "E");
        assertThat(rules.grades().stream().map(Grade::id)).isEqualTo(List.of("excellent", "good", "pass", "fail"));
        assertThat(rules.ties())
                .containsExactly(
                        new TieKey("D", false, false),
                        new TieKey("C", false, false),
                        new TieKey("service_income", true, false));
        assertThat(rules.measure("evidence_rate").definition()).isInstanceOf(Measure.Computed.class);
    }

    @Test
    void theSharesOfTheSamplesAreToldInPercent() {
        assertThat(shares(SAMPLE))
                .containsExactly("evidence_rate", "senior_rate", "income_growth", "sme_share", "satisfaction");
        assertThat(shares(Path.of("sample-data/consortia/scoring-rules.yaml")))
                .containsExactly("engaged", "on_time_rate");
    }

    private static List<String> shares(Path rules) {
        return RulesFile.read(rules).accepted().measures().stream()
                .filter(Measure::share)
                .map(Measure::name)
                .collect(Collectors.toList());
    }
}
