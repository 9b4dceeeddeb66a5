package org.platscore.intake.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Unseen;

/**
 * A cell that is not blank, as it stands in the file.
 *
 * @param kind what it holds
 * @param text its text; a number in plain notation, or as its format fills it up (007, P01); an error such as {@code #REF!}
 * @param number its number, rounded to the 15 significant digits that a spreadsheet shows; null unless it is a number
 * @param format how the number is shown
 * @param formula whether a formula computes it
 */
public record RawCell(Kind kind, String text, @Nullable BigDecimal number, Format format, boolean formula) {

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** A formula's error value. */
        ERROR,
        /** A formula whose result was not saved. */
        NO_VALUE
    }

    /** How a number is shown. */
    public static final class Format {
        public static final Format PLAIN = new Format("plain", "");
        /** A day, a time, or both. */
        public static final Format DATE = new Format("date", "");
        /** Hours, minutes or seconds that have passed, such as 36:30. */
        public static final Format DURATION = new Format("duration", "");

        public static final Format PERCENT = new Format("percent", "");

        private final String name;
        private final String behind;
        private final String before;
        private final int digits;

        private Format(String name, String behind) {
            this(name, behind, "", 0);
        }

        private Format(String name, String behind, String before, int digits) {
            this.name = name;
            this.behind = behind;
            this.before = before;
            this.digits = digits;
        }

        /** Returns the format of numbers that are filled up with zeros to so many digits, with a text before them, such as P01. */
        static Format filled(String before, int digits) {
            return new Format("plain", "", before, digits);
        }

        /** Returns what a cell of this format shows of a number, where that may be a code, else {@code plain}. */
        String text(BigDecimal number, String plain) {
            boolean counts = digits == 0 || number.signum() < 0 || number.scale() > 0;
            return counts ? plain : before + "0".repeat(Math.max(0, digits - plain.length())) + plain;
        }

        /** Returns the format of plain numbers with a text behind each, such as 万元. */
        static Format with(String behind) {
            return new Format("plain", behind);
        }

        /** Returns whether a number counts days, or parts of one. */
        public boolean timed() {
            return this == DATE || this == DURATION;
        }

        /** Returns the text that is shown behind each number; empty where there is none. */
        public String behind() {
            return behind;
        }

        @Override
        public String toString() {
            return name + behind;
        }
    }

    /** Returns a text cell. */
    public static RawCell text(String text) {
        return new RawCell(Kind.TEXT, text, null, Format.PLAIN, false);
    }

    /** Returns whether a text shows nothing: white space of any kind and zero-width characters only. */
    public static boolean showsNothing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F || c >= '\u4E00' && c <= '\u9FFF') {
                return false;
            }
            if (c > ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Unseen.is(c)) {
                return false;
            }
        }
        return true;
    }
}
