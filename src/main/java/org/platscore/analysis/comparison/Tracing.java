package org.platscore.analysis.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.RunManifest;

/**
 * The change of one subject, split into what moved it and traced to where it comes from. Points of a group are those of its
 * children and what combining them adds; followed down, the points of all leaves and all that combining, limits and rounding add
 * make up the total.
 */
final class Tracing {

    /** The method that takes any figures of the subject beside the measure it scores. */
    private static final String FORMULA = "formula";

    /** The method whose points hang on others whatever they are for. */
    private static final String PEERS = "peers";

    /** Methods whose points may also hang on another figure of the subject, such as its own target, or on others. */
    private static final Set<String> HELD_AGAINST = Set.of("linear", "steps", "per_unit", "by", "best_of");

    private final ResultSubject before;
    private final ResultSubject after;
    private final boolean otherRules;
    private final RunManifest.Data data;
    private final boolean othersDiffer;
    private final Set<String> movedByOthers;
    private final List<Shift> shifts = new ArrayList<>();
    private final Map<String, SubjectChange.FigureChange> figures = new LinkedHashMap<>();

    private Tracing(
            ResultSubject before,
            ResultSubject after,
            boolean otherRules,
            RunManifest.Data data,
            boolean othersDiffer,
            Set<String> movedByOthers) {
        this.before = before;
        this.after = after;
        this.otherRules = otherRules;
        this.data = data;
        this.othersDiffer = othersDiffer;
        this.movedByOthers = movedByOthers;
    }

    /**
     * Traces what changed for one subject.
     *
     * @param othersDiffer whether any other subject is new, gone, or has other data, corrections or decisions
     * @param movedByOthers the indicators under which somebody's points moved of whom nothing is another
     */
    static SubjectChange of(
            ResultSubject before,
            ResultSubject after,
            boolean otherRules,
            RunManifest.Data data,
            boolean othersDiffer,
            Set<String> movedByOthers) {
        Tracing tracing = new Tracing(before, after, otherRules, data, othersDiffer, movedByOthers);
        tracing.figures();
        tracing.split();
        List<Shift> moved = before.total() == null || after.total() == null
                ? List.of()
                : tracing.shifts.stream()
                        .filter(shift -> shift.change().signum() != 0)
                        .toList();
        Set<Cause> causes = tracing.causes(!moved.isEmpty());
        return new SubjectChange(before, after, moved, List.copyOf(tracing.figures.values()), tracing.facts(), causes);
    }

    private void figures() {
        Set<String> names = new LinkedHashSet<>(after.measures().keySet());
        names.addAll(before.measures().keySet());
        boolean corrected = names.stream().anyMatch(this::corrected);
        boolean logged = names.stream().anyMatch(name -> counted(name) && measured(name));
        for (String name : names) {
            ResultSubject.Value then = before.measures().get(name);
            ResultSubject.Value now = after.measures().get(name);
            Object usedThen = then == null ? null : then.used();
            Object usedNow = now == null ? null : now.used();
            if (corrected(name) || measured(name)) {
                figures.put(
                        name,
                        new SubjectChange.FigureChange(name, usedThen, usedNow, causesOf(name, corrected, logged)));
            }
        }
    }

    /** Returns the columns of both rosters of which the subject has another value; one that only one has is other rules' doing. */
    private List<SubjectChange.FactChange> facts() {
        List<SubjectChange.FactChange> facts = new ArrayList<>();
        after.attributes().forEach((column, now) -> {
            Object then = before.attributes().get(column);
            if (before.attributes().containsKey(column) && !Objects.equals(then, now)) {
                facts.add(new SubjectChange.FactChange(column, then, now));
            }
        });
        return List.copyOf(facts);
    }

    /** Returns whether the measured value of a measure is another. */
    private boolean measured(String measure) {
        ResultSubject.Value then = before.measures().get(measure);
        ResultSubject.Value now = after.measures().get(measure);
        return !Objects.equals(then == null ? null : then.measured(), now == null ? null : now.measured());
    }

    /**
     * Returns whether the correction of a measure is another, or one of the two has none. One that leaves the same value, or adds
     * as much to the measured one, is the same.
     */
    private boolean corrected(String measure) {
        ResultSubject.Value then = before.measures().get(measure);
        ResultSubject.Value now = after.measures().get(measure);
        if (then == null || now == null || then.corrected() == null || now.corrected() == null) {
            return (then != null && then.corrected() != null) || (now != null && now.corrected() != null);
        }
        return !then.corrected().equals(now.corrected()) && !Objects.equals(added(then), added(now));
    }

    /** Returns what a correction adds to the measured number; the value itself where there is no such number. */
    private static @Nullable Object added(ResultSubject.Value value) {
        return value.corrected() instanceof BigFraction corrected && value.measured() instanceof BigFraction measured
                ? corrected.subtract(measured)
                : value.corrected();
    }

    /**
     * Returns where a figure's change comes from. What no rows are behind may have followed from a correction beside it, and from
     * data too where these may differ or another figure that comes from rows moved. Other rules alone move what comes from the same
     * data, and what only one of the two measures.
     *
     * @param corrected whether any correction of the subject is another
     * @param logged whether any figure of the subject that comes from rows is another
     */
    private Set<Cause> causesOf(String measure, boolean corrected, boolean logged) {
        boolean measuredTwice =
                before.measures().containsKey(measure) && after.measures().containsKey(measure);
        if (otherRules && (data == RunManifest.Data.SAME || !measuredTwice)) {
            return EnumSet.of(Cause.RULES);
        }
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (corrected(measure) || (corrected && !counted(measure))) {
            causes.add(Cause.CORRECTION);
        }
        boolean followed = !corrected(measure) && !counted(measure) && (logged || data == RunManifest.Data.OTHER);
        if (causes.isEmpty() || followed || (corrected(measure) && measured(measure))) {
            causes.add(Cause.DATA);
        }
        if (otherRules) {
            causes.add(Cause.RULES);
        }
        return causes;
    }

    private void split() {
        nodes(before.rubric(), after.rubric(), Shift.Kind.INDICATOR);
        nodes(before.bonuses(), after.bonuses(), Shift.Kind.BONUS);
        nodes(before.deductions(), after.deductions(), Shift.Kind.DEDUCTION);
        rest(
                Shift.Kind.BONUS_LIMIT,
                before.bonus().subtract(sum(before.bonuses())),
                after.bonus().subtract(sum(after.bonuses())));
        rest(
                Shift.Kind.DEDUCTION_LIMIT,
                sum(before.deductions()).subtract(before.deduction()),
                sum(after.deductions()).subtract(after.deduction()));
        rest(Shift.Kind.TOTAL, left(before), left(after));
    }

    private void nodes(List<ResultSubject.Node> then, List<ResultSubject.Node> now, Shift.Kind kind) {
        Map<String, ResultSubject.Node> thenById = new LinkedHashMap<>();
        Map<String, ResultSubject.Node> nowById = new LinkedHashMap<>();
        then.forEach(each -> collect(each, thenById));
        now.forEach(each -> collect(each, nowById));
        Set<String> keys = new LinkedHashSet<>(nowById.keySet());
        keys.addAll(thenById.keySet());
        for (String key : keys) {
            ResultSubject.Node old = thenById.get(key);
            ResultSubject.Node fresh = nowById.get(key);
            shifts.add(group(fresh == null ? old : fresh) ? combination(old, fresh) : leaf(old, fresh, kind));
        }
    }

    private static boolean group(ResultSubject.@Nullable Node node) {
        return node != null && node.leaf() == null;
    }

    /** Collects nodes by id; a group and an indicator of one id are two. */
    private static void collect(ResultSubject.Node node, Map<String, ResultSubject.Node> into) {
        into.put((node.leaf() == null ? "group " : "leaf ") + node.id(), node);
        node.of().forEach(each -> collect(each, into));
    }

    private Shift leaf(ResultSubject.@Nullable Node then, ResultSubject.@Nullable Node now, Shift.Kind kind) {
        BigFraction old = then == null ? BigFraction.ZERO : then.counted();
        BigFraction fresh = now == null ? BigFraction.ZERO : now.counted();
        BigFraction change = fresh.subtract(old);
        ResultSubject.Node shown = Objects.requireNonNull(now == null ? then : now);
        ResultSubject.Leaf oldLeaf = then == null ? null : then.leaf();
        ResultSubject.Leaf freshLeaf = now == null ? null : now.leaf();
        return new Shift(
                kind,
                shown.id(),
                shown.label(),
                old,
                fresh,
                kind == Shift.Kind.DEDUCTION ? change.negate() : change,
                Objects.requireNonNull(shown.leaf()).measure(),
                oldLeaf == null ? null : oldLeaf.value(),
                freshLeaf == null ? null : freshLeaf.value(),
                causes(then, now));
    }

    private Shift combination(ResultSubject.@Nullable Node then, ResultSubject.@Nullable Node now) {
        BigFraction old = then == null ? BigFraction.ZERO : then.counted().subtract(sum(then.of()));
        BigFraction fresh = now == null ? BigFraction.ZERO : now.counted().subtract(sum(now.of()));
        ResultSubject.Node shown = Objects.requireNonNull(now == null ? then : now);
        return new Shift(
                Shift.Kind.COMBINATION,
                shown.id(),
                shown.label(),
                old,
                fresh,
                fresh.subtract(old),
                null,
                null,
                null,
                Set.of());
    }

    private void rest(Shift.Kind kind, BigFraction then, BigFraction now) {
        shifts.add(new Shift(kind, "", "", then, now, now.subtract(then), null, null, null, Set.of()));
    }

    /**
     * Returns where an indicator's change comes from. What measure it scores is known only where it scores one, and what a formula
     * is made of is not known at all; then whatever changed among the subject's figures is held to be the cause. Where the measure
     * stands, but its method may look at other figures of the subject, those that changed may be the cause as well as others. Where
     * it moved, others may have had a part in it under an indicator by place among them, or that moved for somebody without any
     * change.
     */
    private Set<Cause> causes(ResultSubject.@Nullable Node then, ResultSubject.@Nullable Node now) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        ResultSubject.Leaf leaf = now == null ? null : now.leaf();
        String measure = leaf == null ? null : leaf.measure();
        SubjectChange.FigureChange own = measure == null ? null : figures.get(measure);
        if (then == null || now == null) {
            causes.add(Cause.RULES);
            return causes;
        }
        boolean formula = leaf != null && leaf.method().equals(FORMULA);
        if (own != null && !formula && (corrected(own.measure()) || counted(measure))) {
            causes.addAll(own.causes());
        } else if (own != null || measure == null || formula || !then.weight().equals(now.weight())) {
            addOwn(causes);
        }
        if (otherRules) {
            causes.add(Cause.RULES);
        } else if (causes.isEmpty()) {
            if (leaf != null && HELD_AGAINST.contains(leaf.method())) {
                addOwn(causes);
            }
            addUnmeasured(causes);
        } else if (leaf != null && othersDiffer && (leaf.method().equals(PEERS) || movedByOthers.contains(now.id()))) {
            causes.add(Cause.OTHERS);
        }
        return causes;
    }

    /** Adds what may move points and money where no figure of the subject's own did: others, and facts of its own. */
    private void addUnmeasured(Set<Cause> causes) {
        if (!before.attributes().equals(after.attributes())) {
            causes.add(Cause.DATA);
        }
        causes.add(Cause.OTHERS);
    }

    /** Returns whether a measure comes from rows, so that no other measure can have changed it. */
    private boolean counted(@Nullable String measure) {
        ResultSubject.Value value = measure == null ? null : after.measures().get(measure);
        return value != null && value.rows() != null;
    }

    /** Adds what moved the subject's own figures; what a correction moved is not data of its own. */
    private void addOwn(Set<Cause> causes) {
        figures.values().forEach(figure -> causes.addAll(figure.causes()));
    }

    /** Returns where the changes of the subject as a whole come from; other rules bear on every one of them. */
    private Set<Cause> causes(boolean moved) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        addOwn(causes);
        shifts.stream().filter(shift -> shift.change().signum() != 0).forEach(shift -> causes.addAll(shift.causes()));
        boolean place = moved
                || !Objects.equals(before.rank(), after.rank())
                || !Objects.equals(before.total(), after.total())
                || !Objects.equals(before.grade(), after.grade())
                || !Objects.equals(before.veto(), after.veto())
                || !before.reward().amount().equals(after.reward().amount());
        if (!Objects.equals(before.decision(), after.decision())) {
            causes.add(Cause.DECISION);
        }
        if (otherRules && (place || !figures.isEmpty())) {
            causes.add(Cause.RULES);
        } else if (place && (causes.isEmpty() || (othersDiffer && besideTotal()))) {
            addUnmeasured(causes);
        }
        return Collections.unmodifiableSet(causes);
    }

    /**
     * Returns whether rank, grade or reward moved with the same total, or the rank against the total: what moved the subject's own
     * figures need not have done that. Where a grade moved with a decision, that is all that moved it, and what is paid for it.
     */
    private boolean besideTotal() {
        BigFraction oldTotal = before.total();
        BigFraction total = after.total();
        Integer oldRank = before.rank();
        Integer rank = after.rank();
        boolean sameVeto = Objects.equals(before.veto(), after.veto());
        if (oldTotal == null || total == null || oldRank == null || rank == null || !sameVeto) {
            return false;
        }
        int up = total.compareTo(oldTotal);
        int ahead = Integer.compare(oldRank, rank);
        if (up != 0) {
            return up * ahead < 0;
        }
        if (ahead != 0) {
            return true;
        }
        return Objects.equals(before.grade(), after.grade())
                ? !before.reward().amount().equals(after.reward().amount())
                : Objects.equals(before.decision(), after.decision());
    }

    /** Returns what the total has beyond its parts; 0 where there is no total. */
    private static BigFraction left(ResultSubject subject) {
        return subject.total() == null
                ? BigFraction.ZERO
                : subject.total()
                        .subtract(sum(subject.rubric()))
                        .subtract(subject.bonus())
                        .add(subject.deduction());
    }

    private static BigFraction sum(List<ResultSubject.Node> nodes) {
        return Exact.sum(nodes.stream().map(ResultSubject.Node::counted).toList());
    }
}
