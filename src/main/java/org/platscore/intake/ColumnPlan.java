package org.platscore.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.bulk.KeyText;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.CreditCode;
import org.platscore.intake.cell.Reading;
import org.platscore.intake.cell.RowWords;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.CsvText;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.condition.Folded;

/**
 * How the bytes of one column of a text are read. The plainest numbers, days and texts are known by their bytes; all else is read
 * by the {@link CellReader} of the column, once for each different text.
 */
final class ColumnPlan {

    /** What the plainest cells look like. */
    enum Mode {
        /** Digits, with a point among them at most. */
        NUMBER,
        /** {@code 2022-03-05}. */
        DAY,
        /** ASCII text, or a credit code in order, of which nothing is asked but what it is. */
        TEXT,
        /** Each different text is looked at. */
        WORD,
        /** The input has no such column. */
        NONE
    }

    /** Numbers are kept in so many decimals. */
    static final int PLACES = 6;

    private static final BigDecimal PARTS = BigDecimal.valueOf(RowCounter.PARTS);

    private final @Nullable CellReader reader;
    private final @Nullable Column column;
    private final @Nullable Owner owner;
    private Mode mode;
    private boolean keepsWords;
    private boolean keyed;
    private boolean compared;
    private boolean numbered;
    private int tests;
    /** Decimals by which the digits are moved to make parts. */
    private int shift;

    private long least = Long.MIN_VALUE + 1;
    private long most = Long.MAX_VALUE;
    private final boolean[] blankLengths = new boolean[64];

    private ColumnPlan(@Nullable CellReader reader, @Nullable Column column, @Nullable Owner owner, Mode mode) {
        this.reader = reader;
        this.column = column;
        this.owner = owner;
        this.mode = mode;
    }

    /** Returns how cells that the input does not name are passed over. */
    static ColumnPlan unnamed() {
        return new ColumnPlan(null, null, null, Mode.NONE);
    }

    /** @param owner who is asked for the subject that the column names; null if it names none */
    static ColumnPlan of(CellReader reader, Column column, List<String> inputBlanks, @Nullable Owner owner) {
        ColumnPlan plan = new ColumnPlan(reader, column, owner, Mode.WORD);
        plan.keepsWords = owner != null;
        boolean plain = plan.blanks(inputBlanks) & plan.blanks(column.blanks());
        Integer digits = reader.bareDigits();
        if (digits != null && plain && owner == null) {
            plan.mode = Mode.NUMBER;
            plan.shift = PLACES + digits;
            plan.least = bound(column.min(), RoundingMode.CEILING, plan.least);
            plan.most = bound(column.max(), RoundingMode.FLOOR, plan.most);
            plan.keepsWords = true;
        } else if (column.type() == ColumnType.DATE && plain && owner == null) {
            plan.mode = Mode.DAY;
            plan.least = column.min() instanceof LocalDate min ? min.toEpochDay() : plan.least;
            plan.most = column.max() instanceof LocalDate max ? max.toEpochDay() : plan.most;
            plan.keepsWords = true;
        } else if ((column.type() == ColumnType.TEXT || column.type() == ColumnType.CREDIT_CODE) && owner == null) {
            plan.mode = Mode.TEXT;
        }
        return plan;
    }

    private static long bound(@Nullable Object bound, RoundingMode mode, long none) {
        if (!(bound instanceof BigDecimal number)) {
            return none;
        }
        BigDecimal parts = number.multiply(PARTS).setScale(0, mode);
        return parts.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Long.MAX_VALUE
                : parts.compareTo(BigDecimal.valueOf(-Long.MAX_VALUE)) < 0 ? -Long.MAX_VALUE : parts.longValueExact();
    }

    /** Takes note of texts that count as blank; returns whether none could be taken for a plain number or day. */
    private boolean blanks(List<String> blanks) {
        boolean plain = true;
        for (String blank : blanks) {
            String folded = Spelling.fold(blank);
            blankLengths[Math.min(folded.length(), blankLengths.length - 1)] = true;
            plain &= folded.chars().noneMatch(c -> c >= '0' && c <= '9');
        }
        return plain;
    }

    /** Has each different text looked at, and returns the number of a further test of the column alone. */
    int tested() {
        mode = mode == Mode.TEXT ? Mode.WORD : mode;
        keepsWords = true;
        return tests++;
    }

    /** Has cells of rows compared with each other. */
    void compare() {
        keepsWords = true;
        compared = true;
    }

    boolean compared() {
        return compared;
    }

    /** Has different cells told apart. */
    void keyed() {
        mode = mode == Mode.TEXT && !code() ? Mode.WORD : mode;
        keyed = true;
    }

    /** Has words taken as numbers too. */
    void numbered() {
        keepsWords = true;
        numbered = true;
    }

    /** Returns how many tests of the column alone there are. */
    int tests() {
        return tests;
    }

    Mode mode() {
        return mode;
    }

    boolean keepsWords() {
        return keepsWords;
    }

    int shift() {
        return shift;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    /** Returns whether cells are credit codes: those in order are as many as there are customers. */
    boolean code() {
        return column != null && column.type() == ColumnType.CREDIT_CODE;
    }

    /** Returns whether only whole numbers are sound. */
    boolean whole() {
        return column != null && column.type() == ColumnType.INTEGER;
    }

    /** Returns whether a text of so many ASCII characters may be one that counts as blank. */
    boolean maybeBlank(int length) {
        return blankLengths[Math.min(length, blankLengths.length - 1)];
    }

    /** Returns whether every cell that says no more than a blank one is known by its slot. */
    boolean showsBlanks() {
        return mode == Mode.NUMBER || mode == Mode.DAY || column == null || column.defaultValue() == null;
    }

    /** Returns what a text means. */
    Word read(byte[] bytes, int from, int length) {
        String text = CsvText.decoded(bytes, from, length);
        if (text == null || RowWords.saysNone(text)) {
            return Word.odd();
        }
        if (reader == null || column == null) {
            return new Word(false, null, 0, -1, null, 0);
        }
        RawCell cell = RawCell.showsNothing(text) ? null : RawCell.text(text);
        Reading reading = reader.read(cell);
        if (reading.fault() != null
                || reading.digitsLost()
                || (cell != null && (reading.numberAsText() || reading.unitless()))) {
            return Word.odd();
        }
        Object value = reading.value();
        boolean told = column.type() == ColumnType.CREDIT_CODE
                && value instanceof String code
                && CreditCode.of(Spelling.code(code)) != CreditCode.STANDARD;
        Subject subject = owner == null ? null : owner.find(cell == null ? "" : Spelling.clean(cell.text()));
        Long slot = slot(value);
        if (told || slot == null || (owner != null && subject == null)) {
            return Word.odd();
        }
        byte[] key = keyed && value != null ? KeyText.of(Folded.cell(column.type(), value)) : null;
        return new Word(false, value, slot, subject == null ? -1 : subject.index(), key, tests);
    }

    /** Returns the number that a word's slot holds; null where it does not fit. */
    private @Nullable Long slot(@Nullable Object value) {
        if (value == null) {
            return Word.BLANK;
        }
        if (value instanceof LocalDate day) {
            return day.toEpochDay();
        }
        if (value instanceof BigDecimal number) {
            return parts(number);
        }
        if (numbered && Cells.value(value) instanceof org.apache.commons.numbers.fraction.BigFraction number) {
            BigDecimal ending = Exact.ending(number);
            return ending == null ? null : parts(ending);
        }
        return 0L;
    }

    private static @Nullable Long parts(BigDecimal number) {
        BigDecimal parts = number.multiply(PARTS).stripTrailingZeros();
        return parts.scale() > 0 || parts.precision() - parts.scale() > 18
                ? null
                : Long.valueOf(parts.longValueExact());
    }

    /** Returns the number that so many parts make. */
    static BigDecimal number(long parts) {
        return BigDecimal.valueOf(parts, PLACES);
    }

    /** Returns a slot of this column as a cell. */
    @Nullable
    Object cell(long slot, @Nullable Word word) {
        if (slot == Word.BLANK) {
            return null;
        }
        return switch (mode) {
            case NUMBER -> number(slot);
            case DAY -> LocalDate.ofEpochDay(slot);
            default -> Objects.requireNonNull(word).value;
        };
    }

    /** Returns the key of a number or day. */
    byte[] key(long slot) {
        return KeyText.of(Folded.cell(Objects.requireNonNull(column).type(), Objects.requireNonNull(cell(slot, null))));
    }
}
