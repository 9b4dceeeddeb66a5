package org.platscore.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plants the faults of real logs, each at a row that was sound, and remembers what a correction has to put right. */
final class Faults {

    private static final Predicate<Log> ANY = log -> true;
    private static final Predicate<Log> TEXT = log -> log.format().isText();
    private static final Predicate<Log> IN_YUAN =
            log -> log.layout().unit() == Layout.Unit.YUAN && !log.layout().byName();
    private static final Predicate<Log> BARE = log -> log.layout().unit() == Layout.Unit.BARE;
    private static final Predicate<Log> COLLECTED = log -> log.layout().byName();

    private final List<Log> logs;
    private final List<Service> misread = new ArrayList<>();

    private Faults(List<Log> logs) {
        this.logs = logs;
    }

    /** Changes the logs; returns the services whose amount was entered in 万元 under a head in 元. */
    static List<Service> plant(List<Log> logs) {
        Faults faults = new Faults(logs);
        faults.rowsThatDoNotCount();
        faults.codes();
        faults.figures();
        faults.cells();
        faults.copies();
        faults.linesBetween();
        return faults.misread;
    }

    private void rowsThatDoNotCount() {
        each(Fault.OUTSIDE_PERIOD, 12, ANY, (draw, log, row) -> {
            LocalDate early = LocalDate.of(2020, 12, 1 + draw.below(30));
            LocalDate late = LocalDate.of(2023, 1, 3 + draw.below(25));
            LocalDate day = draw.chance(0.5) ? early : late;
            return Line.of(row.withDate(day)).noting(day.toString());
        });
        each(Fault.OWN_UNIT, 9, ANY, (draw, log, row) -> {
            Client own = Client.operating(row.platform());
            return Line.of(row.withClient(own)).noting(own.name());
        });
        each(Fault.UNKNOWN_PLATFORM, 2, COLLECTED, (draw, log, row) -> {
            String name = row.platform().name().replace("公共技术服务平台", "公共服务平台");
            return typed(row, LogColumn.PLATFORM, name);
        });
        each(Fault.UNKNOWN_PLATFORM, 1, COLLECTED.negate(), (draw, log, row) -> typed(row, LogColumn.PLATFORM, "P43"));
    }

    private void codes() {
        each(
                Fault.WRONG_CODE,
                8,
                ANY,
                (draw, log, row) ->
                        code(row, CreditCodes.wrongCheckDigit(row.client().code())));
        each(Fault.PILOT_CODE, 6, ANY, (draw, log, row) -> code(row, CreditCodes.pilotSeries(draw)));
        each(
                Fault.OLD_CODE,
                3,
                ANY,
                (draw, log, row) ->
                        code(row, CreditCodes.organisationCode(row.client().code())));
        each(
                Fault.LOWER_CASE_CODE,
                2,
                ANY,
                (draw, log, row) -> code(row, row.client().code().toLowerCase(Locale.ROOT)));
    }

    private static Line code(Service row, String code) {
        return typed(row, LogColumn.CODE, code);
    }

    private void figures() {
        each(Fault.FULL_WIDTH, 4, ANY, (draw, log, row) -> typed(row, LogColumn.AMOUNT, fullWidth(log, row)));
        each(Fault.GROUPED, 4, IN_YUAN, (draw, log, row) -> {
            BigDecimal amount = amount(row).add(new BigDecimal("1000.5"));
            return typed(row.withAmount(amount), LogColumn.AMOUNT, String.format(Locale.ROOT, "%,.1f", amount));
        });
        each(Fault.UNIT_IN_CELL, 3, BARE, (draw, log, row) -> typed(row, LogColumn.AMOUNT, inTenThousands(row) + "万元"));
        each(
                Fault.UNIT_CONFLICT,
                1,
                IN_YUAN,
                (draw, log, row) -> typed(row, LogColumn.AMOUNT, inTenThousands(row) + "万元"));
        each(Fault.VAGUE, 2, ANY, (draw, log, row) -> typed(row, LogColumn.AMOUNT, "约3万"));
        each(Fault.REFUND, 3, IN_YUAN, (draw, log, row) -> {
            BigDecimal refund = amount(row)
                    .divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP)
                    .negate();
            return typed(row.withAmount(refund), LogColumn.NOTE, "部分退款").noting(refund.toPlainString());
        });
        Log log = Draw.of("fault", "WRONG_UNIT")
                .pick(logs.stream()
                        .filter(IN_YUAN.and(candidate -> candidate.sheets().size() == 1))
                        .toList());
        BigDecimal usual = median(log);
        each(Fault.WRONG_UNIT, 3, log::equals, row -> isNear(usual, row), (draw, same, row) -> {
            misread.add(row);
            BigDecimal shifted = amount(row).movePointLeft(4);
            String detail = inTenThousands(row) + " for " + amount(row).toPlainString();
            return Line.of(row).typed(LogColumn.AMOUNT, Cell.of(shifted)).noting(detail);
        });
    }

    /** A row of 2022 whose amount is within a third and three times the usual one. */
    private static boolean isNear(BigDecimal usual, Service row) {
        BigDecimal three = BigDecimal.valueOf(3);
        return row.date().getYear() == 2022
                && amount(row).multiply(three).compareTo(usual) > 0
                && usual.multiply(three).compareTo(amount(row)) > 0;
    }

    private static BigDecimal median(Log log) {
        List<BigDecimal> amounts =
                log.services().flatMap(row -> row.amount().stream()).sorted().toList();
        return amounts.get(amounts.size() / 2);
    }

    private void cells() {
        each(Fault.NO_SUCH_DAY, 2, ANY, (draw, log, row) -> typed(row, LogColumn.DATE, "2021-13-05"));
        each(Fault.AMBIGUOUS_DAY, 2, ANY, (draw, log, row) -> typed(row, LogColumn.DATE, "3/4/2022"));
        each(Fault.MINUTES, 2, ANY, (draw, log, row) -> typed(row, LogColumn.HOURS, "90分钟"));
        each(Fault.UNKNOWN_CHOICE, 2, ANY, (draw, log, row) -> typed(row, LogColumn.SIZE, "中小型"));
        each(Fault.NO_RECORD, 1, ANY, (draw, log, row) -> typed(row, LogColumn.RECORD, ""));
        Predicate<Service> full =
                row -> !row.rating().isEmpty() && !row.client().size().isEmpty();
        each(Fault.EXTRA_CELL, 1, IN_YUAN.and(TEXT), full, (draw, log, row) -> {
            String text = String.format(Locale.ROOT, "%,.2f", amount(row).add(BigDecimal.valueOf(1000)));
            return typed(row, LogColumn.AMOUNT, LogWriter.UNQUOTED + text)
                    .typed(LogColumn.NOTE, Cell.of("加急"))
                    .noting(text);
        });
    }

    private void copies() {
        Draw draw = Draw.of("fault", "copies");
        for (int i = 0; i < 10; i++) {
            List<Line> lines = draw.pick(draw.pick(logs).sheets()).lines();
            int at = sound(lines, row -> true, draw);
            Service row = lines.get(at).service().orElseThrow();
            Line copy = lines.get(at).planted(Fault.REPEATED).noting(row.record());
            lines.add(at + 1 + draw.below(lines.size() - at), copy);
        }
        List<Log> first = logs.subList(0, logs.size() / 2);
        List<Log> second = logs.subList(logs.size() / 2, logs.size()).stream()
                .filter(COLLECTED.negate())
                .toList();
        for (int i = 0; i < 9; i++) {
            claimTwice(draw.pick(first), draw.pick(second), i < 5, draw);
        }
    }

    /** Enters a service of one log in a later one, under the same record number or under one of its own. */
    private static void claimTwice(Log source, Log target, boolean sameNumber, Draw draw) {
        List<Line> from = draw.pick(source.sheets()).lines();
        Service row = from.get(sound(from, service -> true, draw)).service().orElseThrow();
        Platform claimant = target.services().findFirst().orElseThrow().platform();
        String number =
                sameNumber ? row.record() : claimant.id() + "-" + row.invoice().substring(11);
        Line copy = Line.of(row.claimedBy(claimant, number))
                .planted(sameNumber ? Fault.CLAIMED_TWICE : Fault.INVOICE_TWICE)
                .noting((sameNumber ? number : row.invoice()) + ", first in " + source.path());
        List<Line> to = draw.pick(target.sheets()).lines();
        to.add(draw.below(to.size()), copy);
    }

    private void linesBetween() {
        Draw draw = Draw.of("fault", "lines");
        List<Log> rest = new ArrayList<>(logs);
        for (int i = 0; i < 5; i++) {
            Log log = rest.remove(draw.below(rest.size()));
            List<Line> lines = draw.pick(log.sheets()).lines();
            lines.add(sum(log, lines));
        }
        for (int i = 0; i < 4; i++) {
            Log log = rest.remove(draw.below(rest.size()));
            insert(log, Fault.BLANK_ROW, any -> Collections.nCopies(log.head().size(), Cell.BLANK), draw);
        }
        insert(draw.pick(logs), Fault.HEAD_AGAIN, Log::head, draw);
    }

    private static void insert(Log log, Fault fault, Function<Log, List<Cell>> cells, Draw draw) {
        List<Line> lines = draw.pick(log.sheets()).lines();
        lines.add(draw.below(lines.size()), Line.plain(cells.apply(log)).planted(fault));
    }

    private static Line sum(Log log, List<Line> lines) {
        BigDecimal sum = lines.stream()
                .flatMap(line -> line.service().stream())
                .flatMap(row -> row.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<LogColumn, Cell> filled = Map.of(
                LogColumn.CLIENT, Cell.of("合计"),
                LogColumn.AMOUNT, Cell.of(log.layout().unit().shown(sum)));
        List<Cell> cells = log.layout().columns().stream()
                .map(column -> filled.getOrDefault(column, Cell.BLANK))
                .toList();
        return Line.plain(cells).planted(Fault.SUM_ROW);
    }

    /** Changes a sound, paid row of a client with a code, in so many files of this sort. */
    private void each(Fault fault, int number, Predicate<Log> sort, Change change) {
        each(fault, number, sort, row -> true, change);
    }

    private void each(Fault fault, int number, Predicate<Log> sort, Predicate<Service> which, Change change) {
        Draw draw = Draw.of("fault", fault.name());
        List<Log> fitting = logs.stream().filter(sort).toList();
        for (int i = 0; i < number; i++) {
            Log log = draw.pick(fitting);
            List<Line> lines = draw.pick(log.sheets()).lines();
            int at = sound(lines, which, draw);
            Service row = lines.get(at).service().orElseThrow();
            lines.set(at, change.apply(draw, log, row).planted(fault));
        }
    }

    /** How a service's line comes to be wrong. */
    private interface Change {
        Line apply(Draw draw, Log log, Service row);
    }

    private static int sound(List<Line> lines, Predicate<Service> which, Draw draw) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean fits =
                    line.service().filter(Faults::isInvoiced).filter(which).isPresent();
            if (fits && line.fault().isEmpty()) {
                fitting.add(i);
            }
        }
        return draw.pick(fitting);
    }

    private static boolean isInvoiced(Service row) {
        return row.amount().isPresent() && !row.client().code().isEmpty();
    }

    private static Line typed(Service row, LogColumn column, String text) {
        return Line.of(row).typed(column, Cell.of(text)).noting(text);
    }

    private static BigDecimal amount(Service row) {
        return row.amount().orElse(BigDecimal.ZERO);
    }

    private static String inTenThousands(Service row) {
        return amount(row).movePointLeft(4).stripTrailingZeros().toPlainString();
    }

    private static String fullWidth(Log log, Service row) {
        String digits = Cell.of(log.layout().unit().shown(amount(row))).csv();
        return digits.chars()
                .map(c -> c == '.' ? '．' : '０' + c - '0')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
