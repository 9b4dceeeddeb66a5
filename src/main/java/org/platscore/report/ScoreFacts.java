package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Advice;
import org.platscore.analysis.WaysUp;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.data.Attributes;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.words.Paragraph;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/**
 * What stands at the top of a score sheet: the result, why it is this grade, how far it is to the next one, and what would lead there.
 *
 * @param field the subjects beside this one; null where a workbook is scored by itself
 * @param provisional null where the result is final
 */
record ScoreFacts(
        Run run,
        Standing standing,
        List<Finding> rejected,
        @Nullable Field field,
        @Nullable Provisional provisional) {

    private static final int MOST_WAYS = 2;
    private static final int MOST_ROOM = 4;

    Table table() {
        Award award = run.award(standing);
        List<List<Cell>> body = new ArrayList<>();
        String group = run.rules().groupColumn();
        body.add(fact(
                run.say("head.id"),
                Cell.text(subject().id()),
                run.say(provisional == null ? "head.rank" : "head.open-marks"),
                provisional == null
                        ? rank()
                        : run.fullMarks(provisional.prospect().pending()),
                run.say(provisional == null ? "head.total" : "head.so-far"),
                total()));
        body.add(sentence(run.say("head.short-name"), subject().name()));
        body.add(fact(
                group == null ? run.say("head.full-marks") : Attributes.label(run.rules(), group),
                group == null ? run.fullMarks(run.rules().fullMarks()) : leftward(run.attribute(standing, group)),
                run.say(provisional == null ? "head.grade" : "head.possible-grade"),
                provisional == null ? run.grade(standing) : provisional.grades(run),
                run.say("head.bonus"),
                run.bounded(score().bonus())));
        body.add(fact(
                run.say("head.reward-wan"),
                award == null
                        ? Cell.missing(run.say(provisional == null ? "no-rewards" : "not-known"))
                        : Run.wan(award.amount()),
                run.say("head.rows-out"),
                Cell.count(RejectedRows.rows(run, subject(), rejected)),
                run.say("head.deduction"),
                run.bounded(score().deduction())));
        if (score().veto() != null) {
            body.add(sentence(run.say("head.veto"), score().veto().label()));
        }
        if (provisional == null) {
            body.add(sentence(run.say("head.path"), reason()));
            body.add(sentence(run.say("head.next"), next()));
            String ways = ways();
            if (!ways.isEmpty()) {
                body.add(sentence(run.say("head.ways"), ways));
            }
        } else {
            body.add(sentence(run.say("head.state"), run.say("provisional.state")));
        }
        String room = room();
        if (!room.isEmpty()) {
            body.add(sentence(run.say("head.room"), room));
        }
        List<Column> columns = new ArrayList<>();
        for (int width : ScoreSheet.GRID) {
            columns.add(Column.of("").exactly(width));
        }
        return Table.headless(columns, body);
    }

    private Cell rank() {
        if (standing.rank() == null) {
            return Cell.missing(run.unassessed(standing));
        }
        return field == null
                ? Cell.order(standing.rank())
                : Cell.centred(run.say("rank-of", standing.rank(), field.assessed()));
    }

    /** Returns the total; of a workbook by itself the points so far. */
    Cell total() {
        return run.total(
                provisional == null ? score().total() : provisional.prospect().soFar());
    }

    private static Cell leftward(Cell cell) {
        return cell.value() instanceof String ? Cell.text((String) cell.value()) : cell;
    }

    private static List<Cell> fact(String one, Cell first, String two, Cell second, String three, Cell third) {
        return List.of(label(one), first, label(two), second, Cell.joined(), label(three), third);
    }

    private static List<Cell> sentence(String label, String text) {
        return List.of(
                label(label),
                Cell.text(text),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined());
    }

    private static Cell label(String text) {
        return Cell.centred(text).on(Tone.HEAD);
    }

    private String reason() {
        List<String> taken = standing.path().stream()
                .filter(Standing.Step::taken)
                .map(step -> step.reason().in(run.lang()))
                .toList();
        return taken.stream()
                .reduce((computed, decided) -> run.say("computed-decided", computed, decided))
                .orElse(standing.rank() == null ? run.unassessed(standing) : run.say("no-grades"));
    }

    /** Returns how far it is to the grade above its own, or what else keeps it from there: a veto, a decision, a condition. */
    private String next() {
        Grade better = null;
        for (Grade grade : run.rules().grades()) {
            if (standing.grade() != null && grade.id().equals(standing.grade().id())) {
                break;
            }
            better = grade;
        }
        BigFraction total = score().total();
        if (standing.grade() == null || total == null) {
            return run.say("next.none");
        }
        if (better == null) {
            return run.say("next.top");
        }
        Standing.Step step = passed(better);
        BigFraction least = better.min();
        if (!step.taken() && least != null && total.compareTo(least) < 0) {
            return run.say("next.gap", better.label(), least.subtract(total));
        }
        return run.say("next.other", better.label(), step.reason().in(run.lang()));
    }

    /** Returns the step that says why a better grade was not taken; where none was tried, the veto or the decision, which stands last. */
    private Standing.Step passed(Grade better) {
        List<Standing.Step> path = standing.path();
        return path.stream()
                .filter(step -> !step.taken() && step.grade().id().equals(better.id()))
                .findFirst()
                .orElse(path.get(path.size() - 1));
    }

    /** Returns the smallest changes of one measure that would reach the next grade, each tried on the engine. */
    private String ways() {
        WaysUp ways = field == null ? null : field.ways();
        if (ways == null || score().total() == null) {
            return "";
        }
        Advice advice = ways.of(subject());
        List<Object> words = new ArrayList<>();
        for (Advice.Change change : advice.changes()) {
            if (!change.formulaOnly() && words.size() < MOST_WAYS) {
                Message way = Message.of(
                        change.to() instanceof BigFraction ? "report.way" : "report.way-category",
                        change.measure().label(),
                        figure(change.measure(), change.from()),
                        figure(change.measure(), change.to()),
                        change.total(),
                        change.grade().label());
                words.add(Paragraph.say(way, run.lang()));
            }
        }
        if (!advice.searched() && advice.next() != null) {
            advice.obstacles().forEach(each -> words.add(each.in(run.lang())));
        }
        return words.isEmpty() && advice.next() != null
                ? run.say("ways.none", advice.next().label())
                : String.join(
                        run.say("joiner"), words.stream().map(Object::toString).toList());
    }

    private static Object figure(Measure measure, Object value) {
        return value instanceof BigFraction ? measure.quantity((BigFraction) value) : value;
    }

    /** Returns the indicators with the most points still to be had. */
    private String room() {
        List<NodeScore> leaves = new ArrayList<>();
        score().rubric().of().forEach(node -> leaves(node, leaves));
        leaves.sort(Comparator.comparing(ScoreFacts::lost).reversed());
        List<Object> words = new ArrayList<>();
        for (NodeScore leaf : leaves.subList(0, Math.min(MOST_ROOM, leaves.size()))) {
            if (lost(leaf).signum() > 0) {
                words.add(run.say("room.one", leaf.node().label(), lost(leaf)));
            }
        }
        return words.isEmpty() ? "" : run.say("list", words);
    }

    private static void leaves(NodeScore node, List<NodeScore> leaves) {
        if (node.of().isEmpty() && node.points() != null) {
            leaves.add(node);
        }
        node.of().forEach(child -> leaves(child, leaves));
    }

    private static BigFraction lost(NodeScore leaf) {
        return leaf.weight().subtract(leaf.counted());
    }

    private Subject subject() {
        return run.subject(standing);
    }

    private SubjectScore score() {
        return run.score(standing);
    }
}
