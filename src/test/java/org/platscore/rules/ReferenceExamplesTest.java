package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;

/** Every example of the reference is read without a complaint, but that it leaves names of its base unused. */
class ReferenceExamplesTest {

    static List<ReferenceExamples.Example> examples() {
        return ReferenceExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadWithoutAnError(ReferenceExamples.Example example) {
        RulesReading reading = RulesFile.read(example.file().getBytes(StandardCharsets.UTF_8));

        assertThat(reading.diagnostics().stream()
                        .filter(each -> !each.code().equals("R027"))
                        .map(each -> DiagnosticText.render("example", each, reading.lines(), Lang.EN)))
                .isEmpty();
        assertThat(reading.rulebook()).isNotNull();
    }

    @Test
    void theReferenceHasExamples() {
        assertThat(examples()).hasSizeGreaterThan(15);
    }
}
