package org.platscore.intake.cell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Nearest;
import org.platscore.finding.NumberText;
import org.platscore.finding.Quantity;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.condition.BooleanWord;
import org.platscore.rules.condition.ScaleWord;

/** Reads the cells of one column of one sheet, or of one field of a form. */
public final class CellReader {

    /** How a program writes a number into a text file. */
    private static final Pattern PLAIN = Pattern.compile("\\s*[-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?%?\\s*");

    /** A long number as a spreadsheet shows it, and writes it into a text file: its last digits are lost. */
    private static final Pattern SHORTENED = Pattern.compile("\\s*[1-9]\\.[0-9]{2,}[eE]\\+(?:1[1-9]|2[0-9])\\s*");

    /** The values of formulas that failed, as a program writes them into a text file. */
    private static final Set<String> ERRORS =
            Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!");

    private static final BigDecimal LONGEST = new BigDecimal("1E15");

    private final Column column;
    private final Amounts amounts;
    private final boolean datesFrom1904;
    private final boolean typed;
    private final Function<String, @Nullable String> subjects;
    private final boolean anySubject;
    private final Set<String> blanks = new HashSet<>();
    private final Map<String, String> choices = new HashMap<>();

    /**
     * A reader.
     *
     * @param unit the unit in the head or label; empty where it has none
     * @param sheetUnit the unit of money that a 单位 row states; empty where none does
     * @param inputBlanks texts that count as blank in the whole input
     * @param datesFrom1904 whether serial numbers of days count from 1904
     * @param typed whether a number in a text cell could have stood in a number cell; else it is plain only if written in digits
     * @param subjects the id of the subject that an id or name means; null if there is none
     * @param anySubject whether an unknown subject is a value too, because it is told of elsewhere
     */
    public CellReader(
            Column column,
            String unit,
            String sheetUnit,
            List<String> inputBlanks,
            boolean datesFrom1904,
            boolean typed,
            Function<String, @Nullable String> subjects,
            boolean anySubject) {
        this.column = column;
        this.amounts = new Amounts(column, unit, sheetUnit);
        this.datesFrom1904 = datesFrom1904;
        this.typed = typed;
        this.subjects = subjects;
        this.anySubject = anySubject;
        for (String blank : inputBlanks) {
            blanks.add(Spelling.fold(blank));
        }
        for (String blank : column.blanks()) {
            blanks.add(Spelling.fold(blank));
        }
        column.choices().forEach((choice, synonyms) -> {
            choices.put(Spelling.fold(choice), choice);
            synonyms.forEach(each -> choices.putIfAbsent(Spelling.fold(each), choice));
        });
    }

    /** Returns what a cell means; null is a blank one. Defaults are applied and bounds checked. */
    public Reading read(@Nullable RawCell cell) {
        Reading reading = blank(cell) ? Reading.BLANK : typedValue(Objects.requireNonNull(cell));
        if (reading.value() != null) {
            Fault outside = outside(reading.value(), cell);
            return outside == null ? reading : Reading.of(outside);
        }
        if (reading.fault() != null || reading.digitsLost()) {
            return reading;
        }
        if (column.defaultValue() != null) {
            return Reading.of(column.defaultValue());
        }
        return column.required() ? Reading.of(blankFault(column)) : reading;
    }

    /**
     * Returns what a cell shows: its text, or the day or time where a number is shown as one.
     *
     * @param datesFrom1904 whether serial numbers of days count from 1904
     */
    public static String shown(RawCell cell, boolean datesFrom1904) {
        if (cell.number() == null || !cell.format().timed()) {
            return cell.text();
        }
        return cell.format() == RawCell.Format.DURATION
                ? DateText.time(cell.number())
                : DateText.shown(cell.number(), datesFrom1904);
    }

    private String shown(@Nullable RawCell cell) {
        return cell == null ? "" : shown(cell, datesFrom1904);
    }

    /** Returns the fault of a blank cell of a required column. */
    public static Fault blankFault(Column column) {
        return Fault.of("missing-value", "blank", column.label());
    }

    /**
     * Returns the fault of a number whose unit stands in a cell beside it; null where that unit suits its column and label.
     *
     * @param unit the unit in the label; empty where it has none
     * @param beside the unit in the cell beside the number; empty where there is none
     */
    public static @Nullable Fault besideFault(Column column, String text, String unit, String beside) {
        boolean money = column.type() == ColumnType.MONEY;
        if (beside.isEmpty() || unit.isEmpty() && !money) {
            return null;
        }
        List<BigDecimal> own = Units.amounts(beside);
        if (money && own.isEmpty()) {
            return Fault.bad("foreign-unit", text + beside, beside);
        }
        List<BigDecimal> stated = Units.amounts(unit);
        boolean agree = money ? stated.size() != 1 || stated.equals(own) : Units.alike(unit, beside);
        return agree ? null : Fault.bad("units-disagree", text + beside, beside, unit);
    }

    /**
     * Returns by which power of ten a number written in bare digits is multiplied, such as 4 under a head of 万元; null where it
     * is told of, multiplied by something else, or no number.
     */
    public @Nullable Integer bareDigits() {
        BigDecimal factor = amounts.bareFactor();
        BigDecimal tidy = factor == null ? null : factor.stripTrailingZeros();
        return tidy != null && tidy.unscaledValue().equals(BigInteger.ONE) ? Integer.valueOf(-tidy.scale()) : null;
    }

    /** Returns the two units of money that the head or 单位 row names, of which neither counts; empty where it does not. */
    public String unclearUnits() {
        return amounts.unclear();
    }

    private boolean blank(@Nullable RawCell cell) {
        if (cell == null) {
            return true;
        }
        if (cell.kind() != RawCell.Kind.TEXT && cell.kind() != RawCell.Kind.NUMBER) {
            return false;
        }
        if (RawCell.showsNothing(cell.text())
                || cell.text().indexOf('\'') >= 0 && Spelling.clean(cell.text()).isEmpty()) {
            return true;
        }
        boolean dashes =
                (column.type().numeric() && column.type() != ColumnType.BOOLEAN) || column.type() == ColumnType.DATE;
        if (dashes
                && cell.kind() == RawCell.Kind.TEXT
                && cell.text().length() <= 12
                && nothing(NumberText.tidy(cell.text()))) {
            return true;
        }
        return !blanks.isEmpty() && blanks.contains(Spelling.fold(written(cell)));
    }

    /** Returns a cell's text; its bare number where numbers are asked for, however its format fills that up. */
    private String written(RawCell cell) {
        boolean bare = column.type().numeric() || column.type() == ColumnType.DATE;
        return bare && cell.number() != null ? cell.number().toPlainString() : cell.text();
    }

    private static boolean nothing(String tidy) {
        boolean digit = !tidy.isEmpty() && tidy.charAt(0) >= '0' && tidy.charAt(0) <= '9';
        return !digit && Units.NONE.matcher(tidy).matches();
    }

    private Reading typedValue(RawCell cell) {
        switch (cell.kind()) {
            case ERROR -> {
                return failed(cell.text());
            }
            case TEXT -> {
                if (cell.text().indexOf('#') >= 0 && ERRORS.contains(Spelling.clean(cell.text()))) {
                    return failed(Spelling.clean(cell.text()));
                }
            }
            case NO_VALUE -> {
                return Reading.of(Fault.of("no-cached-value", "no-cached-value"));
            }
            default -> {}
        }
        return switch (column.type()) {
            case TEXT -> text(cell);
            case CHOICE -> choice(cell);
            case SCALE -> scale(choice(cell));
            case CREDIT_CODE -> code(cell);
            case SUBJECT -> subject(cell);
            case BOOLEAN -> truth(cell);
            case DATE -> date(cell);
            case NUMBER, PERCENT, MONEY -> number(cell);
            case INTEGER -> whole(number(cell), cell);
        };
    }

    private static Reading failed(String error) {
        return Reading.of(Fault.of("formula-error", "formula-error", error));
    }

    private Reading text(RawCell cell) {
        if (cell.number() == null) {
            return cell.text().length() <= 24
                            && cell.text().indexOf('+') >= 0
                            && SHORTENED.matcher(cell.text()).matches()
                    ? Reading.digitsGone()
                    : Reading.of(Spelling.clean(cell.text()));
        }
        if (cell.format().timed()) {
            return Reading.of(shown(cell));
        }
        return cell.number().abs().compareTo(LONGEST) >= 0 ? Reading.digitsGone() : Reading.of(cell.text());
    }

    private Reading code(RawCell cell) {
        Reading text = text(cell);
        return text.value() == null ? text : Reading.of(Spelling.code(cell.text()));
    }

    private Reading subject(RawCell cell) {
        Reading text = text(cell);
        if (!(text.value() instanceof String name)) {
            return text;
        }
        String id = subjects.apply(name);
        return id == null && !anySubject
                ? Reading.of(Fault.of("unknown-subject", "unknown-subject", name))
                : Reading.of(id == null ? name : id);
    }

    private Reading choice(RawCell cell) {
        String choice = choices.get(Spelling.fold(cell.text()));
        if (choice != null) {
            return Reading.of(choice);
        }
        List<String> known = new ArrayList<>(column.choices().keySet());
        return Nearest.to(Spelling.fold(cell.text()), known)
                .map(near -> Reading.of(Fault.bad("no-choice-near", shown(cell), near, known)))
                .orElseGet(() -> Reading.of(Fault.bad("no-choice", shown(cell), known)));
    }

    private Reading scale(Reading choice) {
        if (!(choice.value() instanceof String word)) {
            return choice;
        }
        return Reading.of(
                new ScaleWord(word, Objects.requireNonNull(column.scale().get(word))));
    }

    private Reading truth(RawCell cell) {
        return BooleanWord.read(Spelling.clean(written(cell)))
                .map(Reading::of)
                .orElseGet(() -> Reading.of(Fault.bad("no-truth", shown(cell))));
    }

    private Reading date(RawCell cell) {
        if (cell.number() != null) {
            return cell.format() == RawCell.Format.PERCENT || cell.format() == RawCell.Format.DURATION
                    ? Reading.of(Fault.bad("no-date", shown(cell)))
                    : DateText.read(cell.number(), cell.format() == RawCell.Format.DATE, datesFrom1904);
        }
        return cell.kind() == RawCell.Kind.BOOLEAN
                ? Reading.of(Fault.bad("no-date", cell.text()))
                : DateText.read(NumberText.tidy(cell.text()));
    }

    private Reading number(RawCell cell) {
        if (cell.kind() == RawCell.Kind.BOOLEAN) {
            return Reading.of(Fault.bad("no-number", cell.text()));
        }
        if (cell.number() != null && cell.format().timed()) {
            String shown = shown(cell);
            boolean time = cell.format() == RawCell.Format.DURATION || shown.indexOf(':') >= 0;
            return Reading.of(Fault.bad(time ? "time-for-number" : "date-for-number", shown));
        }
        if (cell.number() != null) {
            return amounts.number(cell.number(), cell.format());
        }
        Reading reading = amounts.text(cell.text());
        return reading.value() != null && (typed || !plain(cell.text()))
                ? new Reading(reading.value(), null, true, reading.unitless(), false)
                : reading;
    }

    /** Returns whether a number is written as a program writes it; of digits alone it is without the pattern. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return PLAIN.matcher(text).matches();
            }
        }
        return !text.isEmpty();
    }

    private static Reading whole(Reading reading, RawCell cell) {
        return reading.value() instanceof BigDecimal number
                        && number.setScale(0, RoundingMode.DOWN).compareTo(number) != 0
                ? Reading.of(Fault.bad("not-whole", cell.text()))
                : reading;
    }

    /** Returns the fault of a number beyond a bound; where its unit lets it be another number than is written, what it was read as. */
    private Fault beyond(String key, @Nullable RawCell cell, BigDecimal number, BigDecimal bound) {
        boolean percent = column.type() == ColumnType.PERCENT;
        String written = cell == null || cell.number() != null ? "" : NumberText.tidy(cell.text());
        BigDecimal bare = cell != null && cell.number() != null
                ? cell.number()
                : !written.isEmpty() && !written.endsWith("%") && plain(written)
                        ? new BigDecimal(written.strip())
                        : null;
        boolean asWritten = cell == null || bare != null && bare.compareTo(number) == 0;
        if (percent && written.endsWith("%")) {
            return Fault.bad(key, shown(cell), quantity(bound));
        }
        if (!percent && (column.type() != ColumnType.MONEY || asWritten)) {
            return Fault.bad(key, shown(cell), bound);
        }
        return Fault.bad(key + "-read", shown(cell), quantity(bound), quantity(number));
    }

    private Quantity quantity(BigDecimal number) {
        return column.type().quantity(Exact.of(number));
    }

    private @Nullable Fault outside(Object value, @Nullable RawCell cell) {
        if (value instanceof BigDecimal number) {
            if (column.min() instanceof BigDecimal min && number.compareTo(min) < 0) {
                return beyond("below", cell, number, min);
            }
            if (column.max() instanceof BigDecimal max && number.compareTo(max) > 0) {
                return beyond("above", cell, number, max);
            }
        } else if (value instanceof LocalDate day) {
            if (column.min() instanceof LocalDate min && day.isBefore(min)) {
                return Fault.bad("before", shown(cell), min.toString());
            }
            if (column.max() instanceof LocalDate max && day.isAfter(max)) {
                return Fault.bad("after", shown(cell), max.toString());
            }
        }
        return null;
    }
}
