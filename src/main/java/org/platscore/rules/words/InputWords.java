package org.platscore.rules.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Check;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** The inputs in brief: where each comes from, how its rows find their subject, what is passed over and checked. */
final class InputWords {

    private InputWords() {}

    static List<Paragraph> of(Rulebook rules) {
        List<Paragraph> told = new ArrayList<>();
        for (Input input : rules.inputs()) {
            told.add(new Paragraph(1, input(input, rules)));
            if (input.where() != null) {
                told.add(
                        new Paragraph(2, Message.of("words.where", input.where().sentence())));
            }
            told.addAll(ColumnWords.of(input, rules.roster()));
            for (Check check : input.checks()) {
                told.add(new Paragraph(2, check(check, input)));
            }
        }
        return told;
    }

    private static Message input(Input input, Rulebook rules) {
        Message kind = Message.of(
                "words.input." + (input.roster() != null ? "roster" : input.form() ? "form" : "table"),
                rules.subject());
        Message files = input.sheets().isEmpty()
                ? Message.of("words.input", input.label(), input.globs(), kind)
                : Message.of("words.input-sheet", input.label(), input.globs(), kind, input.sheets());
        BelongsTo to = input.belongsTo();
        if (to instanceof BelongsTo.ByColumn) {
            String column = ((BelongsTo.ByColumn) to).column();
            return Message.of("words.by-column", files, label(input, column), rules.subject());
        }
        if (to instanceof BelongsTo.ByLabel) {
            return Message.of("words.by-label", files, ((BelongsTo.ByLabel) to).label(), rules.subject());
        }
        return to == null ? files : Message.of("words.by-file", files, rules.subject());
    }

    static String label(Input input, String column) {
        return input.columns().stream()
                .filter(each -> each.name().equals(column))
                .map(Column::label)
                .findFirst()
                .orElse(column);
    }

    private static Message check(Check check, Input input) {
        Check.Grouped grouped = check.grouped();
        Object what = check.condition() != null
                ? check.condition().sentence()
                : grouped != null
                        ? grouped(grouped, input)
                        : Message.of(
                                "words.unique",
                                check.unique().stream()
                                        .map(each -> label(input, each))
                                        .toList());
        String severity =
                check.unique().isEmpty() ? check.severity().name().toLowerCase(Locale.ROOT) : severityOfUnique(check);
        String key = check.because().isEmpty() ? "words.check" : "words.check-because";
        return Message.of(key, what, Message.of("words.severity." + severity), check.because());
    }

    private static Message grouped(Check.Grouped grouped, Input input) {
        List<String> per =
                grouped.per().stream().map(each -> label(input, each)).toList();
        return grouped.sum() == null
                ? Message.of("words.grouped-count", per, grouped.over())
                : Message.of("words.grouped-sum", per, label(input, grouped.sum()), over(grouped, input));
    }

    private static Object over(Check.Grouped grouped, Input input) {
        Column column = grouped.sum() == null ? null : input.column(grouped.sum());
        return column == null ? grouped.over() : column.type().quantity(grouped.over());
    }

    private static String severityOfUnique(Check check) {
        return check.severity() == Severity.REJECT
                ? "first"
                : check.severity().name().toLowerCase(Locale.ROOT);
    }
}
