package org.platscore.report.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.analysis.Advice;
import org.platscore.analysis.Shown;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.report.data.Figures;
import org.platscore.rules.Measure;
import org.platscore.rules.Rounding;

/** Advice for people. */
public final class AdviceText {

    private AdviceText() {}

    /** Returns the lines of an advice. */
    public static List<String> of(Advice advice, Rounding rounding, Lang lang) {
        Lines lines = new Lines(lang);
        lines.add(0, "head", advice.subject().id(), advice.subject().name());
        if (advice.grade() != null && advice.total() != null) {
            Message now = Lines.say(
                    "advice-now",
                    Figures.total(rounding, advice.total()),
                    advice.grade().label());
            if (advice.reward() == null) {
                lines.add(0, "list", now);
            } else {
                lines.add(0, "facts", now, Quantity.yuan(advice.reward()));
            }
        }
        lines.gap();
        if (advice.changes().isEmpty()) {
            if (advice.searched() && advice.next() != null) {
                lines.add(0, "advice-none", advice.next().label());
            }
            advice.obstacles().forEach(each -> lines.add(1, "list", each));
            return lines.all();
        }
        boolean aims = advice.changes().stream().anyMatch(change -> !change.formulaOnly());
        lines.add(
                0,
                aims ? "advice-ways" : "advice-none",
                Objects.requireNonNull(advice.next()).label());
        boolean formulas = false;
        int number = 1;
        for (Advice.Change change : advice.changes()) {
            if (change.formulaOnly() && !formulas) {
                formulas = true;
                lines.gap();
                lines.add(0, "advice-formula-only");
            }
            change(change, number++, rounding, lines);
            if (advice.reward() != null && change.reward() == null) {
                lines.add(2, "advice-unpaid");
            }
        }
        lines.gap();
        lines.add(0, "advice-note");
        return lines.all();
    }

    /** Returns by how much a figure changes; what is told in percent changes by percentage points. */
    private static Object by(Measure measure, BigFraction number) {
        return measure.percent()
                ? Lines.say("percentage-points", measure.quantity(number).number())
                : Shown.value(measure, number);
    }

    private static void change(Advice.Change change, int number, Rounding rounding, Lines lines) {
        Message from = Shown.value(change.measure(), change.from());
        Message to = Shown.value(change.measure(), change.to());
        String label = change.measure().label();
        if (change.by() == null) {
            lines.add(1, "advice-category", number, label, from, to);
        } else {
            lines.add(
                    1,
                    change.by().signum() > 0 ? "advice-more" : "advice-less",
                    number,
                    label,
                    by(change.measure(), change.by().abs()),
                    from,
                    to);
        }
        List<Object> points = new ArrayList<>();
        for (Advice.Points each : change.points()) {
            points.add(Lines.say("advice-points", each.id(), each.label(), each.from(), each.to()));
        }
        if (points.isEmpty()) {
            points.add(Lines.say("advice-no-points"));
        }
        lines.add(
                2,
                "advice-then",
                points,
                Figures.total(rounding, change.total()),
                change.rank(),
                change.grade().label());
        if (change.reward() != null) {
            lines.add(2, "advice-reward", Quantity.yuan(change.reward()));
        }
        if (change.once()) {
            lines.add(2, "advice-once");
        }
    }
}
