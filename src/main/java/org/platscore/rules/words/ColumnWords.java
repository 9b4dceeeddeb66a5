package org.platscore.rules.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.platscore.finding.Message;
import org.platscore.rules.Column;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.formula.FormulaWords;

/** What is asked of an input's cells, as far as it bears on figures, and the columns that are computed. */
final class ColumnWords {

    private ColumnWords() {}

    static List<Paragraph> of(Input input, Input roster) {
        List<Paragraph> told = new ArrayList<>();
        if (!input.blanks().isEmpty()) {
            told.add(new Paragraph(2, Message.of("words.blanks", input.blanks())));
        }
        List<Object> columns = new ArrayList<>();
        List<String> needed = input.columns().stream()
                .filter(Column::required)
                .map(Column::label)
                .toList();
        if (!needed.isEmpty()) {
            columns.add(Message.of("words.column-required", needed));
        }
        for (Column column : input.columns()) {
            List<Object> asked = asked(column, input.roster() != null);
            if (!asked.isEmpty()) {
                columns.add(Message.of("words.column", column.label(), clauses(asked)));
            }
        }
        if (!columns.isEmpty()) {
            String key = input.roster() != null ? "columns-roster" : input.form() ? "fields" : "columns";
            told.add(new Paragraph(2, Message.of("words." + key, joined(columns))));
        }
        for (Derived derived : input.derived()) {
            Map<String, Message> labels = new HashMap<>();
            input.columns().forEach(column -> labels.put(column.name(), Message.verbatim(column.label())));
            Set<String> own = input.columns().stream().map(Column::label).collect(Collectors.toSet());
            roster.columns()
                    .forEach(column -> labels.put(
                            "roster." + column.name(),
                            Message.verbatim(Columns.told(column.label(), own, roster.label()))));
            told.add(new Paragraph(
                    2,
                    Message.of(
                            "words.derived",
                            derived.name(),
                            FormulaWords.of(derived.formula().source(), labels))));
        }
        return told;
    }

    private static List<Object> asked(Column column, boolean roster) {
        List<Object> asked = new ArrayList<>();
        if (column.min() != null) {
            asked.add(Message.of(column.type().boundKey("words.column-min"), figure(column, column.min())));
        }
        if (column.max() != null) {
            asked.add(Message.of(column.type().boundKey("words.column-max"), figure(column, column.max())));
        }
        if (column.unit() != null) {
            asked.add(Message.of("words.column-unit", column.unit()));
        }
        column.scale().forEach((word, number) -> asked.add(Message.of("words.scale", word, number)));
        column.choices().forEach((choice, synonyms) -> {
            if (!synonyms.isEmpty()) {
                asked.add(Message.of("words.synonyms", synonyms, choice));
            }
        });
        if (column.defaultValue() != null) {
            asked.add(Message.of("words.default", figure(column, column.defaultValue())));
        }
        if (!column.blanks().isEmpty()) {
            asked.add(Message.of("words.column-blanks", column.blanks()));
        }
        if (!roster && column.onBad() != Column.OnBad.REJECT) {
            asked.add(Message.of("words.on-bad." + column.onBad().name().toLowerCase(Locale.ROOT)));
        }
        return asked;
    }

    private static Object figure(Column column, Object value) {
        return value instanceof BigDecimal && !column.type().hasUnit()
                ? value
                : column.type().told(value);
    }

    private static Message clauses(List<Object> parts) {
        Message all = Message.of("words.clause", parts.get(0));
        for (Object part : parts.subList(1, parts.size())) {
            all = Message.of("words.and", all, part);
        }
        return all;
    }

    private static Message joined(List<Object> parts) {
        Message all = Message.of("words.clause", parts.get(0));
        for (Object part : parts.subList(1, parts.size())) {
            all = Message.of("words.next", all, part);
        }
        return all;
    }
}
