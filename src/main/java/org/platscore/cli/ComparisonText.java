package org.platscore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.comparison.Cause;
import org.platscore.analysis.comparison.Comparison;
import org.platscore.analysis.comparison.Shift;
import org.platscore.analysis.comparison.SubjectChange;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;

/** A comparison as a person reads it: who changed, by how much, in what, and why. */
record ComparisonText(Comparison comparison, Terminal terminal) {

    void tell(String before, String after) {
        line("", say("head-line", before, after));
        line("", say(comparison.otherRules() ? "other-rules" : "same-rules"));
        for (SubjectChange change : comparison.changes()) {
            if (change.status() != SubjectChange.Status.SAME) {
                subject(change);
            }
        }
        line(
                "",
                say(
                        "counts",
                        comparison.count(SubjectChange.Status.CHANGED),
                        comparison.count(SubjectChange.Status.NEW),
                        comparison.count(SubjectChange.Status.GONE),
                        comparison.count(SubjectChange.Status.SAME)));
    }

    private void subject(SubjectChange change) {
        ResultSubject then = change.before();
        ResultSubject now = change.after();
        ResultSubject shown = change.shown();
        String name = shown.id() + " " + shown.name();
        if (then == null || now == null) {
            line("", say(then == null ? "text.new" : "text.gone", name));
            line("  ", String.join(say("text.comma"), standing(shown)));
            return;
        }
        line("", change.renamed() ? name + say("text.formerly", then.id(), then.name()) : name);
        line("  ", String.join(say("text.comma"), moved(then, now, change)));
        for (Shift shift : change.shifts()) {
            line("    ", shift(shift));
        }
        for (SubjectChange.FigureChange figure : change.figures()) {
            Results.Titled measure = comparison.measure(figure.measure());
            line(
                    "    ",
                    say(
                            "text.figure",
                            measure.label(),
                            value(measure, figure.before(), figure.after()),
                            value(measure, figure.after(), figure.before()),
                            either(figure.causes())));
        }
        for (SubjectChange.FactChange fact : change.facts()) {
            Results.Titled column = comparison.column(fact.column());
            line("    ", say("fact", column.label(), fact(column, fact.before()), fact(column, fact.after())));
        }
    }

    private List<String> standing(ResultSubject subject) {
        List<String> words = new ArrayList<>();
        words.add(say("text.total-same", number(subject.total())));
        words.add(say("head.grade") + " " + grade(subject));
        words.add(say("head.rank") + " " + rank(subject));
        return words;
    }

    private List<String> moved(ResultSubject then, ResultSubject now, SubjectChange change) {
        List<String> words = new ArrayList<>();
        BigFraction total = change.totalChange();
        if (total == null) {
            words.add(say("text.total-none", number(then.total()), number(now.total())));
        } else if (total.signum() == 0) {
            words.add(say("text.total-same", number(now.total())));
        } else {
            words.add(say(
                    "text.total", value(then.total(), now.total()), value(now.total(), then.total()), signed(total)));
        }
        if (!Objects.equals(then.rank(), now.rank())) {
            words.add(say("text.rank", rank(then), rank(now)));
        }
        if (!Objects.equals(then.veto(), now.veto())) {
            words.add(say("text.veto", veto(then), veto(now)));
        }
        if (!Objects.equals(then.grade(), now.grade())) {
            words.add(say("text.grade", grade(then), grade(now)));
        }
        BigFraction reward = change.rewardChange();
        if (reward.signum() != 0) {
            words.add(say(
                    "text.reward",
                    Exact.brief(then.reward().amount()),
                    Exact.brief(now.reward().amount()),
                    signed(reward)));
        }
        if (!change.causes().isEmpty()) {
            words.add(say("text.causes", words(change.causes())));
        }
        return words;
    }

    private String shift(Shift shift) {
        String effect = signed(shift.change());
        String before = value(shift.before(), shift.after());
        String after = value(shift.after(), shift.before());
        if (!shift.kind().leaf()) {
            String group = shift.id().isEmpty() ? "" : shift.id() + " " + shift.label();
            return say("text.shift", say("rest." + shift.kind().key(), group), effect, before, after);
        }
        String name = shift.id() + " " + shift.label();
        Results.Titled measure = shift.measure() == null ? null : comparison.measure(shift.measure());
        String told = Objects.equals(shift.valueBefore(), shift.valueAfter())
                ? say("text.shift", name, effect, before, after)
                : say(
                        "text.shift-value",
                        name,
                        effect,
                        before,
                        after,
                        value(measure, shift.valueBefore(), shift.valueAfter()),
                        value(measure, shift.valueAfter(), shift.valueBefore()));
        return told + say("text.comma") + say("text.causes", words(shift.causes()));
    }

    /** Returns the causes of a figure, any of which may have moved it. */
    private String either(Set<Cause> causes) {
        return String.join(
                say("text.or"),
                causes.stream().map(cause -> say("cause." + cause.key())).toList());
    }

    private Object words(Set<Cause> causes) {
        List<Object> words = new ArrayList<>();
        causes.forEach(cause -> words.add(Message.of("comparison.cause." + cause.key())));
        return words;
    }

    private String number(@Nullable BigFraction number) {
        return number == null ? say("text.none") : Exact.brief(number);
    }

    private String value(@Nullable Object value, @Nullable Object other) {
        return value(null, value, other);
    }

    /**
     * Returns a value beside another that it became or was, a measure's with its unit: with all its digits where fewer would make
     * the two look alike.
     */
    private String value(Results.@Nullable Titled measure, @Nullable Object value, @Nullable Object other) {
        if (!(value instanceof BigFraction number)) {
            return value == null ? say("text.none") : value.toString();
        }
        Quantity quantity = quantity(measure, number);
        String brief = quantity.in(terminal.lang());
        boolean alike = !number.equals(other)
                && other instanceof BigFraction
                && brief.equals(quantity(measure, (BigFraction) other).in(terminal.lang()));
        return alike ? quantity.inFull(terminal.lang()) : brief;
    }

    private static Quantity quantity(Results.@Nullable Titled measure, BigFraction number) {
        return measure == null ? new Quantity(number, "") : measure.quantity(number);
    }

    private String fact(Results.Titled column, @Nullable Object value) {
        return value == null ? say("text.none") : column.fact(value, terminal.lang());
    }

    private String rank(ResultSubject subject) {
        return subject.rank() == null ? say("text.none") : subject.rank().toString();
    }

    private String grade(ResultSubject subject) {
        return subject.gradeLabel() == null ? say("text.none") : subject.gradeLabel();
    }

    private String veto(ResultSubject subject) {
        return subject.veto() == null ? say("text.none") : subject.veto().label();
    }

    private static String signed(BigFraction change) {
        String text = Exact.brief(change.abs());
        return (change.signum() < 0 ? "−" : "+") + text;
    }

    private void line(String indent, String text) {
        terminal.show(indent + text);
    }

    private String say(String key, Object... args) {
        return Message.of("comparison." + key, args).in(terminal.lang());
    }
}
