package org.platscore.rules.reward;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Wording;

/** One part of a reward. */
public sealed interface RewardPart permits Fixed, Rate, Pool {

    /** Returns the part's id. */
    String id();

    /** Returns the display text. */
    String label();

    /** Returns the ids of the grades that take part. */
    Grades grades();

    /** Returns the measures that a subject taking part must have. */
    List<String> measures();

    /** Returns the benchmarks that bound what a subject gets. */
    default List<Benchmark> benchmarks() {
        return List.of();
    }

    /** Returns the part in words, with the grades that take part. */
    Message sentence(Wording wording);

    /**
     * The grades that take part.
     *
     * @param labels label by grade id, in the order of the rules; null where everybody takes part
     */
    record Grades(@Nullable Map<String, String> labels) {

        /** Returns whether a subject of this grade takes part. */
        public boolean include(@Nullable String grade) {
            return labels == null || (grade != null && labels.containsKey(grade));
        }

        /** Returns the words of a part that do not name these grades, with them. */
        Message told(Message part) {
            return labels == null ? part : Message.of("reward.words.for", part, List.copyOf(labels.values()));
        }

        /** Returns the display text of a grade. */
        public String label(String grade) {
            String label = labels == null ? null : labels.get(grade);
            return label == null ? grade : label;
        }
    }
}
