package org.platscore.rules.condition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.ColumnType;
import org.platscore.rules.names.PercentSigns;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads a value of the rules as a cell of a column would hold it. */
public final class ValueReading {

    /** A day as people write it. */
    private static final Pattern OTHER_DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private ValueReading() {}

    /**
     * Returns the value, see {@link Row#cell}; null, with an error, if it is none of the column's type, and without one if the
     * column is faulty.
     */
    public static @Nullable Object read(Node.Scalar scalar, Columns.Known column, Diagnostics diagnostics) {
        ColumnType type = column.type();
        if (type == null) {
            return null;
        }
        String text = Folded.text(scalar.text());
        if (text.isEmpty()) {
            diagnostics.error(
                    "R018", scalar.mark(), Message.of("rules.blank-value"), Message.of("rules.fix.blank-value"));
            return null;
        }
        return switch (type) {
            case TEXT, SUBJECT -> text;
            case CREDIT_CODE -> Folded.code(text);
            case CHOICE, SCALE -> choice(scalar, text, column, diagnostics);
            case DATE -> date(scalar, diagnostics);
            case BOOLEAN -> truth(scalar, diagnostics);
            case NUMBER, INTEGER, MONEY -> number(scalar, diagnostics);
            case PERCENT -> share(scalar, column, diagnostics);
        };
    }

    /** Returns the day; null, with an error, if it is none. */
    public static @Nullable LocalDate date(Node.Scalar scalar, Diagnostics diagnostics) {
        try {
            return LocalDate.parse(Folded.text(scalar.text()));
        } catch (DateTimeParseException e) {
            diagnostics.error(
                    "R008", scalar.mark(), Message.of("rules.not-a-date", scalar.text()), written(scalar.text()));
            return null;
        }
    }

    /** Returns how a day is written; the day that is most likely meant, where there is one. */
    private static Message written(String text) {
        Matcher parts = OTHER_DATE.matcher(Folded.text(text));
        if (parts.matches()) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
                return Message.of("rules.fix.this-date", day.toString());
            } catch (DateTimeException e) {
                return Message.of("rules.fix.date");
            }
        }
        return Message.of("rules.fix.date");
    }

    private static @Nullable Object number(Node.Scalar scalar, Diagnostics diagnostics) {
        BigFraction number = Fields.number(scalar, diagnostics);
        return number == null ? null : Exact.decimal(number);
    }

    private static @Nullable Object share(Node.Scalar scalar, Columns.Known column, Diagnostics diagnostics) {
        Term shares = new Term(column.name(), column.label(), ValueType.NUMBER, List.of()).inShares();
        PercentSigns.check(List.of(scalar), shares, diagnostics);
        return number(scalar, diagnostics);
    }

    private static @Nullable Object truth(Node.Scalar scalar, Diagnostics diagnostics) {
        Optional<Boolean> truth = BooleanWord.read(scalar.text());
        if (truth.isEmpty()) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-a-truth", scalar.text()),
                    Message.of("rules.fix.truth"));
        }
        return truth.orElse(null);
    }

    private static @Nullable Object choice(
            Node.Scalar scalar, String text, Columns.Known column, Diagnostics diagnostics) {
        for (String choice : column.choices()) {
            if (Folded.text(choice).equals(text)) {
                return choice;
            }
        }
        if (!column.choices().isEmpty()) {
            diagnostics.unknown(
                    "R023",
                    scalar.mark(),
                    Message.of("rules.kind.choice", column.name()),
                    scalar.text(),
                    column.choices());
        }
        return null;
    }
}
