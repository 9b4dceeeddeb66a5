package org.platscore.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
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
            rows.add(row(rules, subject, scores));
        }
        Comparator<Row> byMerit = Comparator.comparingInt(Row::tier).thenComparing(Row::keys, Ranking::compare);
        rows.sort(byMerit.thenComparing(row -> row.subject));
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i == 0 || byMerit.compare(rows.get(i - 1), row) != 0) {
                rank = i + 1;
            }
            places.add(new Place(row.subject, row.tier == Row.UNASSESSED ? null : Integer.valueOf(rank)));
        }
        return places;
    }

    private static Row row(Rulebook rules, Subject subject, Scores scores) {
        SubjectScore score = Grader.score(scores, subject.index());
        BigFraction total = score.total();
        if (total == null) {
            return new Row(subject.index(), Row.UNASSESSED, List.of());
        }
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(total, false));
        for (TieKey tie : rules.ties()) {
            Object value = tie.measure()
                    ? scores.measures().effective(subject.index(), tie.name())
                    : Objects.requireNonNullElse(scores.points(subject.index(), tie.name()), BigFraction.ZERO);
            keys.add(new Key(value instanceof BigFraction ? (BigFraction) value : null, tie.lowerFirst()));
        }
        return new Row(subject.index(), score.barred() ? Row.BARRED : Row.OPEN, keys);
    }

    private static int compare(List<Key> a, List<Key> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private record Row(int subject, int tier, List<Key> keys) {
        static final int OPEN = 0;
        static final int BARRED = 1;
        static final int UNASSESSED = 2;
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
