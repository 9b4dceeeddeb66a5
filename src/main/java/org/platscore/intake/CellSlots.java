package org.platscore.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.CreditCode;

/** The cells of one record as numbers: a number in parts, a day, a word, or where a plain text stands. */
final class CellSlots {

    /** From here on a slot is a text in the piece: where it starts, how long it is, and its hash. */
    static final long TEXT = 1L << 62;

    private static final int HASH_BITS = 32;
    private static final int LENGTH_BITS = 8;
    private static final int MOST_LENGTH = (1 << LENGTH_BITS) - 1;
    private static final int MOST_FROM = (1 << 22) - 1;
    /** So many different texts beyond ASCII are kept in a column before they are looked at each time: more do not stay near. */
    private static final int MOST_TEXTS = 1 << 10;

    private static final long[] TENS = new long[19];
    private static final int[] MONTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final ColumnPlan[] columns;
    private final ColumnPlan.Mode[] modes;
    private final int[] positions;
    private final boolean[] telling;
    private final int widest;
    private final int owner;
    private final CellBytes look;
    private final byte delimiter;
    private final Words[] words;
    private final Words unnamed = new Words(ColumnPlan.unnamed());
    private final long[] slots;
    private final long[] blank;
    private final boolean[] blankOdd;

    /** Whether a column that no row has is told of in every row. */
    private boolean hopeless;
    /** Where the cell ends that was read last. */
    private int end;

    private byte[] bytes = new byte[0];

    CellSlots(RowPlan plan, char delimiter) {
        this.columns = plan.columns();
        this.positions = plan.positions();
        this.telling = plan.telling();
        this.widest = plan.widest();
        this.owner = plan.spec().owner();
        this.look = new CellBytes(delimiter);
        this.delimiter = (byte) delimiter;
        int count = columns.length;
        this.modes = new ColumnPlan.Mode[count];
        this.words = new Words[count];
        this.slots = new long[count];
        this.blank = new long[count];
        this.blankOdd = new boolean[count];
        byte[] nothing = new byte[32];
        for (int i = 0; i < count; i++) {
            modes[i] = columns[i].mode();
            words[i] = new Words(columns[i]);
            int id = words[i].find(nothing, 0, 0, 0);
            blankOdd[i] = id == Words.ODD;
            blank[i] = id < 0 ? Word.BLANK : slot(i, id);
            slots[i] = blank[i];
            hopeless |= blankOdd[i] && !present(i);
        }
    }

    private boolean present(int position) {
        for (int each : positions) {
            if (each == position) {
                return true;
            }
        }
        return false;
    }

    private long slot(int column, int id) {
        return modes[column] == ColumnPlan.Mode.NUMBER || modes[column] == ColumnPlan.Mode.DAY
                ? words[column].word(id).slot
                : id;
    }

    ColumnPlan.Mode mode(int column) {
        return modes[column];
    }

    Words words(int column) {
        return words[column];
    }

    /** Returns what a column holds; {@link Word#BLANK}. */
    long slot(int column) {
        return slots[column];
    }

    /** Returns the word in a column of words that is not blank. */
    Word word(int column) {
        return words[column].word((int) slots[column]);
    }

    /** Returns the index of the subject that the row names. */
    int subject() {
        return word(owner).subject;
    }

    /** Returns whether a column holds words, or texts where they stand. */
    boolean named(int column) {
        return modes[column] == ColumnPlan.Mode.WORD || modes[column] == ColumnPlan.Mode.TEXT;
    }

    /** Returns the number in a column, in parts; {@link Word#BLANK}. */
    long number(int column) {
        return modes[column] == ColumnPlan.Mode.WORD && slots[column] != Word.BLANK ? word(column).slot : slots[column];
    }

    /** Returns where a text starts. */
    static int from(long text) {
        return (int) (text >>> HASH_BITS + LENGTH_BITS) & MOST_FROM;
    }

    /** Returns how long a text is. */
    static int length(long text) {
        return (int) (text >>> HASH_BITS) & MOST_LENGTH;
    }

    private long text() {
        return TEXT
                | (long) look.from << HASH_BITS + LENGTH_BITS
                | (long) look.length << HASH_BITS
                | look.hash & 0xFFFFFFFFL;
    }

    boolean plainText(int column) {
        return modes[column] == ColumnPlan.Mode.TEXT && slots[column] >= TEXT;
    }

    int textFrom(int column) {
        return from(slots[column]);
    }

    int textLength(int column) {
        return length(slots[column]);
    }

    int textHash(int column) {
        return (int) slots[column];
    }

    /** Reads a record; returns where the next starts, -1 if anything in it is unusual, or if it may be blank or one of heads. */
    int read(byte[] of, int start) {
        boolean told = false;
        bytes = of;
        if (hopeless) {
            return -1;
        }
        int at = start;
        int column = 0;
        while (true) {
            if (look.ends(bytes[at])) {
                if (column < positions.length && positions[column] >= 0) {
                    int position = positions[column];
                    slots[position] = blank[position];
                    if (blankOdd[position]) {
                        return -1;
                    }
                }
                end = at;
            } else if (column >= positions.length) {
                return -1;
            } else if (positions[column] < 0) {
                if (!look.look(bytes, at) || !look.ascii && find(unnamed) == Words.ODD) {
                    return -1;
                }
                end = look.end;
            } else {
                int position = positions[column];
                if (!cell(at, position)) {
                    return -1;
                }
                told |= telling[position] && slots[position] != blank[position];
            }
            column++;
            byte c = bytes[end];
            if (c == delimiter) {
                at = end + 1;
                if (column >= widest) {
                    return -1;
                }
            } else if (!told || column < positions.length && !rest(column)) {
                return -1;
            } else if (c == '\n') {
                return end + 1;
            } else {
                return bytes[end + 1] == '\n' ? end + 2 : -1;
            }
        }
    }

    private int find(Words of) {
        return of.find(bytes, look.from, look.length, look.hash);
    }

    /** Leaves the cells blank that a short row does not have. */
    private boolean rest(int first) {
        for (int column = first; column < positions.length; column++) {
            int position = positions[column];
            if (position >= 0) {
                slots[position] = blank[position];
                if (blankOdd[position]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean cell(int at, int position) {
        switch (modes[position]) {
            case NUMBER:
                return number(at, position) || word(at, position);
            case DAY:
                return day(at, position) || word(at, position);
            case TEXT:
                return text(at, position);
            default:
                return word(at, position);
        }
    }

    /** Reads digits, a point among them at most. */
    private boolean number(int start, int position) {
        boolean quoted = bytes[start] == '"';
        int at = quoted ? start + 1 : start;
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        int first = at;
        long value = 0;
        int digit;
        while ((digit = bytes[at] - '0') >= 0 && digit <= 9) {
            value = value * 10 + digit;
            at++;
        }
        int count = at - first;
        int decimals = 0;
        if (count > 0 && bytes[at] == '.') {
            int point = at++;
            while ((digit = bytes[at] - '0') >= 0 && digit <= 9) {
                value = value * 10 + digit;
                at++;
            }
            decimals = at - point - 1;
            if (decimals == 0) {
                return false;
            }
        }
        ColumnPlan plan = columns[position];
        int shift = plan.shift() - decimals;
        if (!closed(at, quoted) || count == 0 || count + decimals > 18 || shift < 0 || shift > 18) {
            return false;
        }
        long parts = value * TENS[shift];
        if (Math.multiplyHigh(value, TENS[shift]) != 0 || parts < 0) {
            return false;
        }
        parts = negative ? -parts : parts;
        slots[position] = parts;
        return parts >= plan.least() && parts <= plan.most() && !(plan.whole() && parts % RowCounter.PARTS != 0);
    }

    /** Returns whether a cell ends at a byte, and takes note where. */
    private boolean closed(int at, boolean quoted) {
        end = at;
        if (quoted) {
            if (bytes[at] != '"') {
                return false;
            }
            end = at + 1;
        }
        return look.ends(bytes[end]);
    }

    /** Reads a day as {@code 2022-03-05}. */
    private boolean day(int start, int position) {
        boolean quoted = bytes[start] == '"';
        int at = quoted ? start + 1 : start;
        if (at + 11 > bytes.length || bytes[at + 4] != '-' || bytes[at + 7] != '-' || !closed(at + 10, quoted)) {
            return false;
        }
        int year = two(at) * 100 + two(at + 2);
        int month = two(at + 5);
        int day = two(at + 8);
        if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > MONTHS[month - 1]) {
            return false;
        }
        if (month == 2 && day == 29 && !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))) {
            return false;
        }
        // Days since 1970-01-01, years starting in March.
        int shifted = month > 2 ? year : year - 1;
        int inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long epoch = 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468;
        slots[position] = epoch;
        return epoch >= columns[position].least() && epoch <= columns[position].most();
    }

    /** Returns the number that two digits make; a negative one, which no sum makes good, if they are none. */
    private int two(int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
    }

    private boolean text(int start, int position) {
        if (!look.look(bytes, start)) {
            return false;
        }
        if (look.ascii && look.length > 0 && plain(position)) {
            slots[position] = text();
            end = look.end;
            return true;
        }
        boolean direct = columns[position].compared() || words[position].size() >= MOST_TEXTS;
        if (direct
                && !look.ascii
                && !columns[position].code()
                && Han.plain(bytes, look.from, look.length)
                && plain(position)) {
            slots[position] = text();
            end = look.end;
            return true;
        }
        return found(position);
    }

    /** Returns whether a text of ASCII or common Chinese characters means just itself. */
    private boolean plain(int position) {
        if (look.length > MOST_LENGTH || look.from > MOST_FROM || columns[position].maybeBlank(look.length)) {
            return false;
        }
        if (columns[position].code()) {
            return look.length == CreditCode.LENGTH && CreditCode.standard(bytes, look.from);
        }
        byte first = bytes[look.from];
        byte last = bytes[look.from + look.length - 1];
        boolean shortened = first >= '1' && first <= '9' && look.length > 1 && bytes[look.from + 1] == '.';
        return (first > ' ' || first < 0) && (last > ' ' || last < 0) && first != '\'' && first != '#' && !shortened;
    }

    private boolean word(int start, int position) {
        return look.look(bytes, start) && found(position);
    }

    private boolean found(int position) {
        int id = find(words[position]);
        if (id == Words.ODD) {
            return false;
        }
        end = look.end;
        slots[position] = id == Words.BLANK ? Word.BLANK : slot(position, id);
        return true;
    }

    /** Returns the cell of a column. */
    @Nullable
    Object cell(int column) {
        long slot = slots[column];
        if (slot == Word.BLANK) {
            return null;
        }
        if (plainText(column)) {
            return new String(bytes, textFrom(column), textLength(column), StandardCharsets.UTF_8);
        }
        return columns[column].cell(slot, named(column) ? word(column) : null);
    }
}
