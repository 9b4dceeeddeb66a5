package org.platscore.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;

/** An earlier run's results as formulas read them: of each subject, what was used of every measure, and the total. */
public final class PreviousResults {

    /** What the file of earlier results is called among the inputs. */
    public static final String INPUT = "previous";

    /** Where earlier results are looked for in an assessment folder, if none are named. */
    public static final String USUAL = "previous/results.json";

    private static final String TOTAL = "total";

    private final Map<String, Map<String, @Nullable Object>> values = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private PreviousResults() {}

    /** Returns what later formulas may read of a run. Its subjects are found again by id, in any case. */
    public static PreviousResults of(Results results) {
        PreviousResults previous = new PreviousResults();
        previous.names.add(TOTAL);
        for (ResultSubject subject : results.subjects()) {
            Map<String, @Nullable Object> own = new HashMap<>();
            subject.measures().forEach((name, value) -> own.put(name, value.used()));
            previous.names.addAll(own.keySet());
            own.put(TOTAL, subject.total());
            previous.values.putIfAbsent(Spelling.code(subject.id()), own);
        }
        return previous;
    }

    /** Returns what a subject had; null where it had nothing, or is not in the earlier results. */
    public @Nullable Object value(Subject subject, String name) {
        return values.getOrDefault(Spelling.code(subject.id()), Map.of()).get(name);
    }

    /** Returns whether the earlier results hold a measure of this name; {@code total} they always do. */
    public boolean knows(String name) {
        return names.contains(name);
    }
}
