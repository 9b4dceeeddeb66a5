package org.platscore.analysis;

import java.nio.file.Path;
import java.util.Objects;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.Subject;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** The assessment of sample-data, made once for all tests, with a trail of every subject. */
public final class SampleRun {

    public static final Path FOLDER = Path.of("sample-data");
    public static final Path RULES_FILE = Path.of("scoring-rules.yaml");
    public static final Rulebook RULES =
            Objects.requireNonNull(RulesFile.read(RULES_FILE).rulebook());
    public static final Trail TRAIL = Trail.of(RULES, subject -> true);
    public static final AssessmentResult RESULT = Assessment.run(FOLDER, RULES, IntakeOptions.of(2), TRAIL);

    private SampleRun() {}

    /** Returns the subject of this id. */
    public static Subject subject(String id) {
        return RESULT.intake().subjects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
