package org.platscore.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Message;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.reward.Allocation;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.words.RulesWording;
import org.platscore.scoring.SubjectScore;

/** Works out one subject's advice. */
final class Advising {

    private final AssessmentResult result;
    private final Rulebook rules;
    private final Subject subject;
    private final Engine engine;
    private final Standing standing;
    private final SubjectScore score;
    private final boolean brief;

    /** @param brief whether only ways count that are an aim of their own, and not what stands in their way */
    Advising(AssessmentResult result, Engine engine, Subject subject, boolean brief) {
        this.brief = brief;
        this.result = result;
        this.rules = result.rules();
        this.subject = subject;
        this.engine = engine;
        this.standing = result.standings().stream()
                .filter(each -> each.subject() == subject.index())
                .findFirst()
                .orElseThrow();
        this.score = engine.scores().subjects().get(subject.index());
    }

    Advice advice() {
        if (rules.grades().isEmpty()) {
            return none(null, Message.of("analysis.advice.no-grades"));
        }
        Grade grade = standing.grade();
        if (grade == null) {
            Message why = score.veto() != null && score.veto().out()
                    ? Message.of("analysis.advice.vetoed-out", score.veto().label(), condition(score.veto()))
                    : Message.of("analysis.advice.not-assessed", score.rubric().reason());
            return none(null, why);
        }
        int place = place(grade);
        if (place == 0) {
            return none(null, Message.of("analysis.advice.best", grade.label()));
        }
        Grade next = rules.grades().get(place - 1);
        if (standing.decided() != null) {
            return none(
                    next,
                    Message.of(
                            "analysis.advice.decided",
                            standing.decided().decision().decidedBy(),
                            grade.label()));
        }
        if (score.barred() && score.veto() != null) {
            return none(
                    next,
                    Message.of("analysis.advice.vetoed", score.veto().label(), grade.label(), condition(score.veto())));
        }
        return search(next, place - 1);
    }

    private Message condition(Veto veto) {
        return new RulesWording(rules).formula(veto.when(), null);
    }

    private Advice search(Grade next, int target) {
        List<Found> found = new ArrayList<>();
        List<Message> obstacles = new ArrayList<>();
        Tried best = null;
        List<Measure> able = brief
                ? rules.measures().stream()
                        .filter(each -> able(each, next, target))
                        .toList()
                : rules.measures();
        for (Measure measure : able) {
            Search search = Search.of(result, engine, subject, measure, target);
            Search.Step step = search == null ? null : search.smallest(brief);
            if (search != null && step != null) {
                found.add(new Found(change(measure, search.from(), step, search), search.share(step)));
            } else if (search != null && search.best() != null) {
                best = better(best, new Tried(measure, search.best()));
            }
        }
        for (Measure measure : able) {
            category(measure, target).ifPresent(change -> found.add(new Found(change, BigFraction.ONE)));
        }
        if (found.isEmpty() && !brief) {
            obstacles.addAll(obstacles(next, best));
        }
        List<Advice.Change> changes = found.stream()
                .sorted(Comparator.comparing((Found each) -> each.change.formulaOnly())
                        .thenComparing(each -> each.change.gain())
                        .thenComparing(Found::share))
                .map(Found::change)
                .toList();
        return new Advice(
                subject, standing.grade(), next, score.total(), reward(result.allocation()), true, changes, obstacles);
    }

    /** Returns whether a measure alone could give the subject the total that a grade asks for. */
    private boolean able(Measure measure, Grade next, int target) {
        BigFraction ceiling =
                next.min() == null ? null : Ceiling.of(rules, score, engine.bearing(measure.name()), target);
        return ceiling == null || ceiling.compareTo(next.min()) >= 0;
    }

    /** Returns the choice of a form's field that reaches the grade with the fewest points. */
    private Optional<Advice.Change> category(Measure measure, int target) {
        Object from = engine.table().get(subject.index(), measure.name()).used();
        if (!(measure.definition() instanceof Measure.Field) || !(from instanceof String)) {
            return Optional.empty();
        }
        return measure.choices().stream()
                .filter(choice -> !choice.equals(from))
                .filter(choice -> engine.tried(subject, measure.name(), choice).reaches(target))
                .map(choice -> change(measure, from, new Search.Step(choice, null, BigFraction.ZERO), null))
                .min(Comparator.comparing(Advice.Change::gain));
    }

    private record Found(Advice.Change change, BigFraction share) {}

    private record Tried(Measure measure, Search.Step step) {}

    private static Tried better(@Nullable Tried a, Tried b) {
        return a == null || b.step.own().compareTo(a.step.own()) > 0 ? b : a;
    }

    /** Tells what keeps the next grade out of reach: how things stand, and the most that one measure alone would raise the total. */
    private List<Message> obstacles(Grade next, @Nullable Tried best) {
        List<Message> why = new ArrayList<>();
        why.add(Message.of("analysis.advice.now", next.label(), reason(standing, next)));
        if (best != null && best.step.own().compareTo(Objects.requireNonNull(score.total())) > 0) {
            Engine.Trial trial = engine.tried(subject, best.measure.name(), best.step.value())
                    .trial();
            why.add(Message.of(
                    "analysis.advice.most",
                    best.measure.label(),
                    Shown.value(best.measure, best.step.value()),
                    best.step.own(),
                    reason(trial.standing(subject), next)));
        }
        return why;
    }

    private static Message reason(Standing standing, Grade grade) {
        return standing.path().stream()
                .filter(step -> step.grade() == grade)
                .findFirst()
                .map(Standing.Step::reason)
                .orElse(Message.of("analysis.advice.passed-by"));
    }

    private Advice.Change change(Measure measure, Object from, Search.Step step, @Nullable Search search) {
        Engine.Trial trial = engine.tried(subject, measure.name(), step.value()).trial();
        Standing then = trial.standing(subject);
        List<Advice.Points> points = PointChanges.of(score, trial.score(subject));
        BigFraction gain = PointChanges.gain(score, trial.score(subject));
        Grade grade = then.grade();
        BigFraction total = trial.score(subject).total();
        Integer rank = then.rank();
        if (grade == null || total == null || rank == null) {
            throw new IllegalStateException("not assessed after a change of " + measure.name());
        }
        return new Advice.Change(
                measure,
                from,
                step.value(),
                step.by(),
                search == null ? null : search.grid(),
                gain,
                total,
                rank,
                grade,
                reward(engine.rewards(trial)),
                points,
                search != null && search.formulaOnly(),
                search != null && search.once());
    }

    private Advice none(@Nullable Grade next, Message why) {
        return new Advice(
                subject,
                standing.grade(),
                next,
                score.total(),
                reward(result.allocation()),
                false,
                List.of(),
                List.of(why));
    }

    private @Nullable BigFraction reward(@Nullable Allocation allocation) {
        return allocation == null
                ? null
                : allocation.awards().get(subject.index()).amount();
    }

    private int place(Grade grade) {
        for (int i = 0; i < rules.grades().size(); i++) {
            if (rules.grades().get(i).id().equals(grade.id())) {
                return i;
            }
        }
        throw new IllegalStateException("no grade " + grade.id());
    }
}
