package org.platscore.intake.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people write them, and as spreadsheets count them. */
final class DateText {

    private static final String TIME = "(?:(?:T|(?=上午|下午)|(?<=日)| )\\s*(?:上午|下午)?\\s*"
            + "(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?"
            + "|\\d{1,2}时(?:\\d{1,2}分)?(?:\\d{1,2}秒)?))?";
    private static final String WEEKDAY = "(?:\\s*(?:星期|周)[一二三四五六日天])?";
    private static final Pattern DAY = Pattern.compile(
            "(?:(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日)" + WEEKDAY
                    + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern UNCLEAR =
            Pattern.compile("(?:\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{1,2})|\\d{2}年\\d{1,2}月\\d{1,2}日)" + TIME);
    /** A year, or a year and a month. As the serial of a day it is one of 1905, or of the 25th century. */
    private static final Pattern NO_DAY = Pattern.compile("(?:19|20)\\d{2}(?:\\.\\d{1,2}|0[1-9]|1[0-2])?");

    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}(?:\\.\\d+)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    /** Serials of 27 years: in a cell that is not shown as a date, a smaller number is more likely a year or a count. */
    private static final BigDecimal LEAST_BARE_SERIAL = new BigDecimal(10_000);

    private static final BigDecimal GREATEST_SERIAL = new BigDecimal(2_958_465);
    private static final BigDecimal SECONDS = new BigDecimal(86_400);
    private static final BigDecimal LEAST_COMPACT = new BigDecimal(19_000_101);

    private DateText() {}

    /** Returns the day that a tidy text says. */
    static Reading read(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return day.group(1) != null
                    ? day(day.group(1), day.group(3), day.group(4), text)
                    : day(day.group(5), day.group(6), day.group(7), text);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(compact.group(1), compact.group(2), compact.group(3), text);
        }
        if (UNCLEAR.matcher(text).matches() || NO_DAY.matcher(text).matches()) {
            return Reading.of(Fault.ambiguous("unclear-date", text));
        }
        if (SERIAL.matcher(text).matches()) {
            return Reading.of(Fault.ambiguous("serial-as-text", text));
        }
        return Reading.of(Fault.bad("no-date", text));
    }

    /**
     * Returns the day that a number cell means.
     *
     * @param shown whether the cell is shown as a date
     */
    static Reading read(BigDecimal number, boolean shown, boolean from1904) {
        if (number.compareTo(LEAST_COMPACT) >= 0
                && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0) {
            return read(number.toPlainString());
        }
        LocalDate day = serial(number, from1904);
        if (day == null) {
            return Reading.of(Fault.bad("no-date", shown ? time(number) : number.toPlainString()));
        }
        if (day.getYear() <= LAST_YEAR && number.compareTo(LEAST_BARE_SERIAL) >= 0) {
            return Reading.of(day);
        }
        // 210305 and 202103 would be days of the 25th century, and are most likely written as year, month and day.
        String plain = number.toPlainString();
        if (!shown) {
            return Reading.of(Fault.ambiguous("unclear-date", plain));
        }
        return NO_DAY.matcher(plain).matches()
                ? Reading.of(Fault.ambiguous("no-day", day.toString(), plain))
                : Reading.of(day);
    }

    /** Returns the day that a spreadsheet counts by a number; null if it counts none. */
    private static @Nullable LocalDate serial(BigDecimal number, boolean from1904) {
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        if (number.signum() <= 0 || whole.compareTo(GREATEST_SERIAL) > 0 || (whole.signum() == 0 && !from1904)) {
            return null;
        }
        long days = whole.longValueExact();
        // Serial 60 is a 29 February 1900 that never was.
        return from1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    }

    /** Returns the day of a number cell that is shown as one; of one that is none, the time of day. */
    static String shown(BigDecimal number, boolean from1904) {
        LocalDate day = serial(number, from1904);
        return day == null ? time(number) : day.toString();
    }

    /** Returns a number of days in hours, minutes, and seconds where there are any; of one below 0 or beyond all days, the number. */
    static String time(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(GREATEST_SERIAL) > 0) {
            return days.toPlainString();
        }
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        String minutes = seconds / 3600 + ":" + twoDigits(seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + ":" + twoDigits(seconds % 60);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : "" + number;
    }

    private static Reading day(String year, String month, String day, String text) {
        int y = Integer.parseInt(year);
        if (y < FIRST_YEAR || y > LAST_YEAR) {
            return Reading.of(Fault.bad("no-date", text));
        }
        try {
            return Reading.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Reading.of(Fault.bad("no-such-day", text));
        }
    }
}
