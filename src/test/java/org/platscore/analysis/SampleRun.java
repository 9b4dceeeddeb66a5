package org.platscore.analysis;

import java.nio.file.Path;
import java.util.Objects;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.intake.IntakeOptions;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** The assessment of sample-data, made once for all tests here. */
final class SampleRun {

    static final Path FOLDER = Path.of("sample-data");
    static final Path RULES_FILE = Path.of("scoring-rules.yaml");
    static final Rulebook RULES =
            Objects.requireNonNull(RulesFile.read(RULES_FILE).rulebook());
    static final AssessmentResult RESULT = Assessment.run(FOLDER, RULES, IntakeOptions.of(2));

    private SampleRun() {}
}
