package org.platscore.scoring;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.measure.OpenValues;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.scoring.ScoringContext;

/** What the methods saw when they scored: for whoever shows afterwards how points came about. */
public final class ScoringView {

    private final Field field;
    private final Map<RubricNode.Leaf, LeafPeers> peers = new IdentityHashMap<>();

    private ScoringView(Field field) {
        this.field = field;
    }

    /** Returns the view of a finished scoring. */
    public static ScoringView of(Rulebook rules, List<Subject> subjects, Scores scores) {
        Set<Integer> barred = new TreeSet<>();
        for (SubjectScore score : scores.subjects()) {
            if (score.barred()) {
                barred.add(score.subject());
            }
        }
        Field field = new Field(rules, subjects, scores.measures(), OpenValues.NONE, barred);
        ScoringView view = new ScoringView(field);
        view.peers.putAll(LeafPeers.below(rules.rubric(), field));
        rules.bonuses().forEach(leaf -> view.peers.putAll(LeafPeers.below(leaf, field)));
        rules.deductions().forEach(leaf -> view.peers.putAll(LeafPeers.below(leaf, field)));
        return view;
    }

    /** Returns a subject at an indicator, scoring a measure of its own or of an alternative; null where it names none. */
    public ScoringContext context(RubricNode.Leaf leaf, Subject subject, @Nullable String measure) {
        return new LeafContext(field, of(leaf), leaf, subject, measure, new LinkedHashSet<>(), null);
    }

    /** Returns whether a subject is a peer of a measure at an indicator if it has a value of it. */
    public boolean peerOnceThere(RubricNode.Leaf leaf, Subject subject, String measure) {
        return of(leaf).peerOnceThere(subject, measure);
    }

    private LeafPeers of(RubricNode.Leaf leaf) {
        return Objects.requireNonNull(peers.get(leaf), leaf.id());
    }
}
