package org.platscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one log file is laid out: names and order of its columns, its way to write days, its unit of money. */
record Layout(
        List<LogColumn> columns, Map<LogColumn, String> heads, Days days, Unit unit, boolean titled, boolean byName) {

    /** How days are written. */
    enum Days {
        PLAIN(""),
        SLASHES("yyyy/M/d"),
        CHINESE("yyyy年M月d日"),
        DOTS("yyyy.M.d"),
        DIGITS("yyyyMMdd");

        private final String pattern;

        Days(String pattern) {
            this.pattern = pattern;
        }

        Cell cell(LocalDate day) {
            return this == PLAIN
                    ? Cell.of(day)
                    : Cell.of(day.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
        }
    }

    /** Where the unit of money stands, and how many decimal places the figures are shifted. */
    enum Unit {
        YUAN("（元）", "", 0),
        WAN("（万元）", "", 4),
        /** No unit in the head: the rules say 元. */
        BARE("", "", 0),
        /** A line above the head tells the unit. */
        LINE_ABOVE("", "单位：万元", 4);

        private final String suffix;
        private final String line;
        private final int shift;

        Unit(String suffix, String line, int shift) {
            this.suffix = suffix;
            this.line = line;
            this.shift = shift;
        }

        String line() {
            return line;
        }

        BigDecimal shown(BigDecimal yuan) {
            return yuan.movePointLeft(shift);
        }
    }

    /** A layout drawn for this file; logs of several platforms name the platform instead of giving its id. */
    static Layout draw(String file, boolean byName) {
        Draw draw = Draw.of("layout", file);
        Unit unit = draw.pick(List.of(Unit.values()), List.of(6, 3, 2, 1));
        Map<LogColumn, String> heads = new EnumMap<>(LogColumn.class);
        for (LogColumn column : LogColumn.values()) {
            heads.put(column, draw.pick(column.names()));
        }
        heads.put(LogColumn.PLATFORM, byName ? draw.pick(List.of("平台名称", "所属平台")) : "平台编号");
        heads.merge(LogColumn.AMOUNT, unit.suffix, String::concat);
        List<LogColumn> columns = new ArrayList<>(List.of(LogColumn.values()));
        if (draw.chance(0.4)) {
            // Offices that invoice first list the day and the platform before the number of the order.
            columns.remove(LogColumn.DATE);
            columns.add(0, LogColumn.DATE);
        }
        Days days = draw.pick(List.of(Days.values()), List.of(6, 2, 2, 1, 1));
        boolean titled = unit == Unit.LINE_ABOVE || draw.chance(0.3);
        return new Layout(List.copyOf(columns), heads, days, unit, titled, byName);
    }

    String head(LogColumn column) {
        return heads.getOrDefault(column, "");
    }

    /** What stands in this column for the service. */
    Cell cell(LogColumn column, Service service) {
        return switch (column) {
            case RECORD -> Cell.of(service.record());
            case PLATFORM ->
                Cell.of(byName ? service.platform().name() : service.platform().id());
            case CLIENT -> Cell.of(service.client().name());
            case CODE -> Cell.of(service.client().code());
            case NATURE -> Cell.of(service.client().nature());
            case SIZE -> Cell.of(service.client().size());
            case DATE -> days.cell(service.date());
            case KIND -> Cell.of(service.kind());
            case CONTENT -> Cell.of(service.content());
            case HOURS -> Cell.of(service.hours());
            case AMOUNT ->
                service.amount().map(amount -> Cell.of(unit.shown(amount))).orElse(Cell.BLANK);
            case INVOICE -> Cell.of(service.invoice());
            case RATING -> Cell.of(service.rating());
            case EVIDENCE -> Cell.of(service.evidence());
            case NOTE -> Cell.BLANK;
        };
    }
}
