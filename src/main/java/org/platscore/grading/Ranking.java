package org.platscore.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.rules.Rulebook;
import org.platscore.rules.TieKey;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** The order of the subjects and their ranks. */
final class Ranking {

    private Ranking() {}

    /** A subject's place in the order; rank null where it is not assessed. */
    record Place(int subject, @Nullable Integer rank) {

        boolean sharesRankWith(Place other) {
            return rank != null && rank.equals(other.rank);
        }
    }

    static List<Place> of(Rulebook rules, List<Subject> subjects, Scores scores) {
        List<Row> rows = new ArrayList<>();
        for (Subject subject : subjects) {
            rows.add(new Row(rules, scores, subject.index()));
        }
        Comparator<Row> byMerit = Ranking::compare;
        rows.sort(byMerit.thenComparing(row -> row.subject));
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i == 0 || compare(rows.get(i - 1), row) != 0) {
                rank = i + 1;
            }
            places.add(new Place(row.subject, row.total == null ? null : Integer.valueOf(rank)));
        }
        return places;
    }

    private static int compare(Row a, Row b) {
        int order = Integer.compare(a.tier, b.tier);
        if (order != 0 || a.total == null || b.total == null) {
            return order;
        }
        order = Exact.compare(b.total, a.total);
        for (int i = 0; order == 0 && i < a.ties().size(); i++) {
            order = a.ties().get(i).compareTo(b.ties().get(i));
        }
        return order;
    }

    /** A subject to be ranked. */
    private static final class Row {
        private static final int OPEN = 0;
        private static final int BARRED = 1;
        private static final int UNASSESSED = 2;

        private final Rulebook rules;
        private final Scores scores;
        private final int subject;
        private final @Nullable BigFraction total;
        private final int tier;
        private @Nullable List<Key> ties;

        Row(Rulebook rules, Scores scores, int subject) {
            this.rules = rules;
            this.scores = scores;
            this.subject = subject;
            SubjectScore score = Grader.score(scores, subject);
            this.total = score.total();
            this.tier = total == null ? UNASSESSED : score.barred() ? BARRED : OPEN;
        }

        /** Returns what decides between equal totals, looked up only where there are such. */
        List<Key> ties() {
            if (ties == null) {
                ties = new ArrayList<>();
                for (TieKey tie : rules.ties()) {
                    Object value = tie.measure()
                            ? scores.measures().effective(subject, tie.name())
                            : Objects.requireNonNullElse(scores.points(subject, tie.name()), BigFraction.ZERO);
                    ties.add(new Key(value instanceof BigFraction number ? number : null, tie.lowerFirst()));
                }
            }
            return ties;
        }
    }

    /** What two subjects are compared by: the greater first, or the lower; one without a value last. */
    private record Key(@Nullable BigFraction value, boolean lowerFirst) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            if (value == null || other.value == null) {
                return Boolean.compare(value == null, other.value == null);
            }
            return lowerFirst ? value.compareTo(other.value) : other.value.compareTo(value);
        }
    }
}
