package org.platscore.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.grading.Standing;
import org.platscore.rules.TieKey;
import org.platscore.scoring.Scores;

/** Who stands around a subject, and what decided between equal totals. */
record Ranks(AssessmentResult result, Scores scores) {

    RankReason of(Standing own) {
        List<Standing> ranked =
                result.standings().stream().filter(each -> each.rank() != null).toList();
        int at = ranked.indexOf(own);
        List<RankReason.Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            boolean next = Math.abs(i - at) == 1;
            boolean equal = Objects.equals(total(ranked.get(i)), total(own));
            if (i != at && (next || equal)) {
                neighbours.add(neighbour(own, ranked.get(i), i < at));
            }
        }
        return new RankReason(ranked.size(), neighbours);
    }

    private RankReason.Neighbour neighbour(Standing own, Standing other, boolean before) {
        boolean same = Objects.equals(own.rank(), other.rank());
        boolean byVeto = barred(own) != barred(other);
        boolean equal = Objects.equals(total(own), total(other)) && !byVeto;
        return new RankReason.Neighbour(
                other, total(other), before, same, byVeto, equal && !same ? tie(own, other) : null);
    }

    private RankReason.@Nullable Tie tie(Standing own, Standing other) {
        for (TieKey key : result.rules().ties()) {
            BigFraction mine = value(key, own);
            BigFraction theirs = value(key, other);
            if (!Objects.equals(mine, theirs)) {
                return new RankReason.Tie(
                        key.name(), Figures.label(result.rules(), key.name()), mine, theirs, key.lowerFirst());
            }
        }
        return null;
    }

    private @Nullable BigFraction value(TieKey key, Standing standing) {
        Object value = key.measure()
                ? scores.measures().effective(standing.subject(), key.name())
                : scores.pointsById(standing.subject()).getOrDefault(key.name(), BigFraction.ZERO);
        return value instanceof BigFraction ? (BigFraction) value : null;
    }

    private @Nullable BigFraction total(Standing standing) {
        return scores.subjects().get(standing.subject()).total();
    }

    private boolean barred(Standing standing) {
        return scores.subjects().get(standing.subject()).barred();
    }
}
