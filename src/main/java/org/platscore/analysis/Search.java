package org.platscore.analysis;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;

/**
 * Looks for the smallest change of one measure of one subject that reaches a grade, on the measure's own grid. Points in between
 * are tried where scales have their edges and where peers stand, in rising distance; between the first that reaches the grade
 * and the last that does not, halving finds a step that reaches it while the step before does not. Where larger values are never
 * worse, that is the smallest change of all.
 */
final class Search {

    private static final int SPREAD = 12;
    private static final int MOST_DOUBLINGS = 24;

    private final Engine engine;
    private final Subject subject;
    private final Measure measure;
    private final BigFraction from;
    private final Grid grid;
    private final Uses uses;
    private final List<BigFraction> peers;
    private final int target;
    private final Map<BigInteger, Probe> known = new HashMap<>();
    private @Nullable Step best;
    private boolean formulaOnly;
    private boolean once;
    private BigInteger last = BigInteger.ONE;

    /**
     * A value on the grid.
     *
     * @param by how far from the value now
     * @param own the subject's own total with it
     */
    record Step(Object value, @Nullable BigFraction by, BigFraction own) {}

    /** A value that was tried: whether it reaches the grade is worked out when it is asked for. */
    private final class Probe {
        private final Step step;
        private final Engine.Try trying;
        private @Nullable Boolean reaches;

        Probe(Step step, Engine.Try trying) {
            this.step = step;
            this.trying = trying;
        }

        boolean reaches() {
            if (reaches == null) {
                reaches = trying.reaches(target);
            }
            return reaches;
        }
    }

    private Search(
            Engine engine, Subject subject, Measure measure, BigFraction from, Grid grid, Uses uses, int target) {
        this.engine = engine;
        this.subject = subject;
        this.measure = measure;
        this.from = from;
        this.grid = grid;
        this.uses = uses;
        this.target = target;
        this.peers = engine.others(subject, measure.name(), each -> true);
    }

    /** Returns a search; null where the measure is a formula, has no value, or is no number. */
    static @Nullable Search of(AssessmentResult result, Engine engine, Subject subject, Measure measure, int target) {
        Object from = engine.table().get(subject.index(), measure.name()).used();
        Grid grid = Grid.of(result.rules(), measure);
        if (grid == null || !(from instanceof BigFraction)) {
            return null;
        }
        Uses uses = Uses.of(result.rules(), engine.subjects(), engine.table(), subject, measure);
        return new Search(engine, subject, measure, (BigFraction) from, grid, uses, target);
    }

    BigFraction from() {
        return from;
    }

    BigFraction grid() {
        return grid.step();
    }

    /** Returns whether a lower value was found to help though no method calls it better. */
    boolean formulaOnly() {
        return formulaOnly;
    }

    /** Returns whether larger changes than the one found do not reach the grade. */
    boolean once() {
        return once;
    }

    /** Returns what came closest, where nothing reaches the grade. */
    @Nullable
    Step best() {
        return best;
    }

    /** Returns how large a share of the way searched a step is. */
    BigFraction share(Step step) {
        return step.by() == null
                ? BigFraction.ZERO
                : step.by().abs().divide(grid.step()).divide(last);
    }

    /**
     * Returns the smallest step that reaches the grade; null where none does.
     *
     * @param aimed whether a lower value counts only if a method calls it better
     */
    @Nullable
    Step smallest(boolean aimed) {
        Step up = uses.rising() || !uses.falling() ? smallest(1) : null;
        if (uses.rising() ? !uses.falling() : up != null || aimed && !uses.falling()) {
            return up;
        }
        boolean upOnce = once;
        BigInteger upLast = last;
        formulaOnly = !uses.rising() && !uses.falling();
        Step down = smallest(-1);
        if (up != null && (down == null || distance(up).compareTo(distance(down)) <= 0)) {
            once = upOnce;
            last = upLast;
            return up;
        }
        return down;
    }

    private static BigFraction distance(Step step) {
        return Objects.requireNonNull(step.by()).abs();
    }

    private @Nullable Step smallest(int sign) {
        known.clear();
        BigInteger end = end(sign);
        if (end.signum() <= 0) {
            return null;
        }
        last = end;
        BigInteger before = BigInteger.ZERO;
        for (BigInteger at : uses.steady() ? List.of(end) : stops(sign, end)) {
            if (step(sign, at).reaches()) {
                Step found = between(sign, before, at);
                once = !uses.steady() && !step(sign, end).reaches();
                return found;
            }
            before = at;
        }
        return null;
    }

    /** Halves the way between a step that does not reach the grade and one that does. */
    private Step between(int sign, BigInteger low, BigInteger high) {
        BigInteger no = low;
        BigInteger yes = high;
        while (yes.subtract(no).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = no.add(yes).shiftRight(1);
            if (step(sign, middle).reaches()) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return step(sign, yes).step;
    }

    private Probe step(int sign, BigInteger steps) {
        return known.computeIfAbsent(steps, each -> tried(sign, each));
    }

    private Probe tried(int sign, BigInteger steps) {
        BigFraction by = grid.step().multiply(sign < 0 ? steps.negate() : steps);
        BigFraction value = from.add(by);
        Engine.Try trying = engine.tried(subject, measure.name(), value);
        BigFraction own = trying.own().total();
        Step step = new Step(value, by, own == null ? BigFraction.ZERO : own);
        best = !formulaOnly && (best == null || closer(step, best)) ? step : best;
        return new Probe(step, trying);
    }

    /** Returns whether a step comes closer to a grade than another: by the total, of equal ones by the way to it. */
    private static boolean closer(Step step, Step other) {
        int order = step.own.compareTo(other.own);
        return order > 0 || (order == 0 && distance(step).compareTo(distance(other)) < 0);
    }

    /** Returns how many steps there are past the best peer's value or full marks, whichever is further, within the column's bounds. */
    private BigInteger end(int sign) {
        BigFraction far = from;
        for (BigFraction each : peers) {
            far = further(sign, far, each);
        }
        for (BigFraction each : uses.edges()) {
            far = further(sign, far, each);
        }
        // One step more, since some edges hold only beyond them, and among peers of equal values none has the best
        // rank.
        BigInteger steps = steps(sign, far).add(BigInteger.ONE);
        if (sign < 0 && from.signum() >= 0) {
            steps = floor(from);
        }
        BigFraction bound = sign > 0 ? grid.most() : grid.least();
        BigFraction whole = Parts.bound(engine.rules(), engine.table(), subject, measure, sign);
        return sign > 0 && uses.open()
                ? full(within(steps.max(BigInteger.ONE), bound, whole, sign), bound, whole)
                : within(steps, bound, whole, sign);
    }

    private BigInteger within(BigInteger steps, @Nullable BigFraction bound, @Nullable BigFraction whole, int sign) {
        return within(within(steps, bound, sign), whole, sign);
    }

    private BigInteger within(BigInteger steps, @Nullable BigFraction bound, int sign) {
        return bound == null ? steps : steps.min(floor(bound.subtract(from).multiply(sign)));
    }

    private static BigFraction further(int sign, BigFraction a, BigFraction b) {
        return sign > 0 ? Exact.max(a, b) : Exact.min(a, b);
    }

    /** A measure that formulas use has its full marks where more wins nothing more, however far ahead the next point is. */
    private BigInteger full(BigInteger steps, @Nullable BigFraction bound, @Nullable BigFraction whole) {
        BigInteger end = steps;
        BigInteger at = steps;
        for (int i = 0;
                i < MOST_DOUBLINGS && at.signum() > 0 && !step(1, end).trying.full();
                i++) {
            BigFraction most = step(1, end).step.own;
            at = within(at.shiftLeft(1), bound, whole, 1);
            end = step(1, at).step.own.compareTo(most) > 0 ? at : end;
        }
        return end;
    }

    /** Returns the steps that are tried one after the other: at and just beyond each edge and peer, and some between. */
    private List<BigInteger> stops(int sign, BigInteger end) {
        TreeSet<BigInteger> stops = new TreeSet<>(List.of(BigInteger.ONE, end));
        List<BigFraction> marks = new ArrayList<>(uses.edges());
        marks.addAll(engine.others(subject, measure.name(), uses::heldAgainst));
        for (BigFraction mark : marks) {
            BigInteger at = steps(sign, mark);
            stops.add(at.subtract(BigInteger.ONE));
            stops.add(at);
            stops.add(at.add(BigInteger.ONE));
        }
        for (int i = 1; i < SPREAD; i++) {
            stops.add(end.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(SPREAD)));
            stops.add(end.shiftRight(i));
        }
        return stops.stream()
                .filter(each -> each.signum() > 0 && each.compareTo(end) <= 0)
                .toList();
    }

    /** Returns how many steps it takes to come to a value, or past it. */
    private BigInteger steps(int sign, BigFraction value) {
        return Exact.decimal(value.subtract(from).multiply(sign).divide(grid.step()), 0, RoundingMode.CEILING)
                .toBigIntegerExact();
    }

    private BigInteger floor(BigFraction distance) {
        return Exact.decimal(distance.divide(grid.step()), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }
}
