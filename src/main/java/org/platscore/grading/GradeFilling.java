package org.platscore.grading;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.formula.Values;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** Fills the grades in rank order, all subjects of one rank at a time, and keeps count of the room that is left. */
final class GradeFilling {

    private final Rulebook rules;
    private final List<Subject> subjects;
    private final Scores scores;
    private final Findings findings;
    private final int assessed;
    private final Map<Cell, Room> rooms = new HashMap<>();
    private final Map<String, Map<Object, Integer>> sizes = new HashMap<>();

    GradeFilling(Rulebook rules, List<Subject> subjects, Scores scores, List<Ranking.Place> order, Findings findings) {
        this.rules = rules;
        this.subjects = subjects;
        this.scores = scores;
        this.findings = findings;
        this.assessed =
                (int) order.stream().filter(place -> place.rank() != null).count();
    }

    /** Returns the standings of subjects that share a rank (or of one that is not assessed), in their order. */
    List<Standing> fill(List<Ranking.Place> sharing) {
        List<Candidate> all = new ArrayList<>();
        sharing.forEach(place -> all.add(new Candidate(place)));
        for (Candidate candidate : all) {
            decideByVeto(candidate);
        }
        for (int i = 0; i < rules.grades().size(); i++) {
            Grade grade = rules.grades().get(i);
            Map<Object, List<Candidate>> cells = new LinkedHashMap<>();
            for (Candidate each : all) {
                if (each.open() && meets(each, grade, i)) {
                    cells.computeIfAbsent(cell(grade, each), key -> new ArrayList<>())
                            .add(each);
                }
            }
            cells.forEach((value, group) -> seat(grade, value, group));
        }
        List<Standing> standings = new ArrayList<>();
        all.forEach(candidate -> standings.add(candidate.standing()));
        return standings;
    }

    private void decideByVeto(Candidate candidate) {
        Veto veto = candidate.score.veto();
        if (veto == null || veto.grade() == null || candidate.place.rank() == null) {
            return;
        }
        for (Grade grade : rules.grades()) {
            if (grade.id().equals(veto.grade())) {
                candidate.take(grade, Message.of("grading.veto", veto.label(), grade.label()));
            }
        }
    }

    private boolean meets(Candidate candidate, Grade grade, int index) {
        Veto veto = candidate.score.veto();
        if (veto != null && veto.atBest() != null && index < indexOf(veto.atBest())) {
            Grade best = rules.grades().get(indexOf(veto.atBest()));
            return candidate.pass(grade, Message.of("grading.at-best", veto.label(), best.label()));
        }
        BigFraction total = candidate.total();
        if (grade.min() != null && Exact.compare(total, grade.min()) < 0) {
            return candidate.pass(grade, Message.of("grading.below-min", total, grade.min()));
        }
        if (grade.requires() != null && !requirementHolds(candidate, grade)) {
            return false;
        }
        int rank = candidate.rank();
        if (grade.top() != null) {
            BigFraction places = grade.top().places(assessed, RoundingMode.DOWN);
            if (BigFraction.of(rank).compareTo(places) > 0) {
                return candidate.pass(
                        grade,
                        places.signum() == 0
                                ? Message.of("grading.no-places")
                                : Message.of("grading.outside-top", rank, places));
            }
        }
        return true;
    }

    private boolean requirementHolds(Candidate candidate, Grade grade) {
        var requires = grade.requires();
        if (requires == null) {
            return true;
        }
        Object holds = requires.value(candidate.values());
        if (holds == null) {
            findings.add(new Finding(
                    Severity.WARN,
                    "no-value",
                    "",
                    null,
                    "",
                    candidate.subject().id(),
                    Message.of("grading.no-value", grade.label(), requires.source()),
                    Message.of("grading.fix.no-value")));
            return candidate.pass(grade, Message.of("grading.requires-no-value", requires.source()));
        }
        return Boolean.TRUE.equals(holds)
                || candidate.pass(grade, Message.of("grading.requires-not", requires.source()));
    }

    /** Gives the places of a grade to all candidates of one rank, or to none where there is not room for all. */
    private void seat(Grade grade, Object cell, List<Candidate> group) {
        Grade.Quota quota = grade.atMost();
        if (quota == null) {
            group.forEach(each -> each.take(grade, taken(grade, each)));
            return;
        }
        Room room = rooms.computeIfAbsent(new Cell(grade.id(), cell), key -> new Room(capacity(quota, cell)));
        int left = room.capacity - room.used;
        if (room.closed) {
            group.forEach(each -> each.pass(grade, Message.of("grading.closed")));
        } else if (group.size() <= left) {
            room.used += group.size();
            group.forEach(each -> each.take(grade, taken(grade, each)));
        } else if (left <= 0) {
            Message full =
                    room.capacity == 0 ? Message.of("grading.no-places") : Message.of("grading.full", room.capacity);
            group.forEach(each -> each.pass(grade, full));
        } else {
            room.closed = true;
            group.forEach(each -> each.pass(grade, Message.of("grading.tie", group.size(), left)));
            tell(grade, quota, left, group);
        }
    }

    private void tell(Grade grade, Grade.Quota quota, int left, List<Candidate> group) {
        List<Object> names = new ArrayList<>();
        group.forEach(
                each -> names.add(each.subject().id() + " " + each.subject().name()));
        String within = quota.within();
        Message told = within == null ? null : group.get(0).subject().told(rules.roster(), within);
        Message message = within == null
                ? Message.of("grading.tie-at-quota", grade.label(), left, group.size(), names)
                : Message.of(
                        "grading.tie-at-quota-within",
                        grade.label(),
                        left,
                        group.size(),
                        names,
                        told == null ? "—" : told);
        String ids =
                String.join("、", group.stream().map(each -> each.subject().id()).toList());
        findings.add(new Finding(
                Severity.WARN, "tie-at-quota", "", null, ids, "", message, Message.of("grading.fix.tie-at-quota")));
    }

    private Message taken(Grade grade, Candidate candidate) {
        boolean last = grade == rules.grades().get(rules.grades().size() - 1);
        if (last) {
            return Message.of("grading.taken-last");
        }
        return grade.min() != null
                ? Message.of("grading.taken-min", candidate.total(), grade.min())
                : Message.of("grading.taken", candidate.total());
    }

    private int capacity(Grade.Quota quota, Object cell) {
        String within = quota.within();
        int base = within == null
                ? assessed
                : sizes.computeIfAbsent(within, this::sizes).getOrDefault(cell, 0);
        BigFraction places = quota.limit().places(base, quota.rounding());
        return Math.max(quota.atLeast(), Exact.min(places, BigFraction.of(base)).intValue());
    }

    /** Returns how many assessed subjects each group of a roster column has. */
    private Map<Object, Integer> sizes(String within) {
        Map<Object, Integer> sizes = new HashMap<>();
        for (Subject subject : subjects) {
            if (Grader.score(scores, subject.index()).assessed()) {
                sizes.merge(subject.group(within), 1, Integer::sum);
            }
        }
        return sizes;
    }

    /** Returns what the subjects of one quota have in common. */
    private static Object cell(Grade grade, Candidate candidate) {
        Grade.Quota quota = grade.atMost();
        return candidate.subject().group(quota == null ? null : quota.within());
    }

    private int indexOf(String grade) {
        for (int i = 0; i < rules.grades().size(); i++) {
            if (rules.grades().get(i).id().equals(grade)) {
                return i;
            }
        }
        throw new IllegalStateException("no grade " + grade);
    }

    private record Cell(String grade, Object value) {}

    private static final class Room {
        final int capacity;
        int used;
        boolean closed;

        Room(int capacity) {
            this.capacity = capacity;
        }
    }

    /** A subject on its way through the grades. */
    private final class Candidate {
        final Ranking.Place place;
        final SubjectScore score;
        final List<Standing.Step> path = new ArrayList<>();
        private @Nullable Grade grade;
        private @Nullable Values values;

        Candidate(Ranking.Place place) {
            this.place = place;
            this.score = Grader.score(scores, place.subject());
        }

        Subject subject() {
            return subjects.get(place.subject());
        }

        boolean open() {
            return grade == null && place.rank() != null;
        }

        int rank() {
            Integer rank = place.rank();
            if (rank == null) {
                throw new IllegalStateException("not assessed: " + subject().id());
            }
            return rank;
        }

        BigFraction total() {
            BigFraction total = score.total();
            if (total == null) {
                throw new IllegalStateException("not assessed: " + subject().id());
            }
            return total;
        }

        /** Returns what its conditions may name, looked up once for all grades. */
        Values values() {
            if (values == null) {
                values = scores.named(place.subject());
            }
            return values;
        }

        void take(Grade taken, Message reason) {
            grade = taken;
            path.add(new Standing.Step(taken, true, reason));
        }

        boolean pass(Grade passed, Message reason) {
            path.add(new Standing.Step(passed, false, reason));
            return false;
        }

        Standing standing() {
            return new Standing(place.subject(), place.rank(), grade, List.copyOf(path), null);
        }
    }
}
