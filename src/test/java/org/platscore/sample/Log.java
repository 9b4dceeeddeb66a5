package org.platscore.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A log file of one platform, or of all platforms of a domain in one year. Its lines can still be changed. */
record Log(String path, Format format, Layout layout, List<Sheet> sheets) {

    /** What kind of file it is. */
    enum Format {
        UTF_8(".csv"),
        UTF_8_BOM(".csv"),
        GB18030(".csv"),
        XLSX(".xlsx"),
        SEMICOLONS(".csv"),
        TEXT_AS_WORKBOOK(".xlsx"),
        XLS(".xls");

        private static final List<Format> USUAL = List.of(UTF_8, UTF_8_BOM, GB18030, XLSX);
        private static final Map<String, Format> UNUSUAL =
                Map.of("P14", XLS, "P33", TEXT_AS_WORKBOOK, "P35", SEMICOLONS);

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        boolean isText() {
            return this != XLSX && this != XLS;
        }
    }

    /** The lines below the head; the name is empty in a CSV file. */
    record Sheet(String name, List<Line> lines) {}

    /** The logs of these platforms, in file order. */
    static List<Log> all(Map<Platform, List<Service>> services) {
        Map<String, Log> logs = new TreeMap<>();
        services.forEach((platform, rows) -> {
            if (isCollected(platform.domain())) {
                for (int year = 2021; year <= 2022; year++) {
                    String stem = platform.domain().name().toLowerCase(Locale.ROOT) + "-" + year;
                    int wanted = year;
                    logs.computeIfAbsent(stem, s -> empty(s, true))
                            .add(rows.stream()
                                    .filter(row -> row.date().getYear() == wanted)
                                    .toList());
                }
            } else {
                logs.computeIfAbsent(platform.id(), s -> empty(s, false)).add(rows);
            }
        });
        return List.copyOf(logs.values());
    }

    /** Two domains keep one log a year for all their platforms. */
    private static boolean isCollected(Domain domain) {
        return domain == Domain.AGRICULTURE || domain == Domain.SOFTWARE;
    }

    private static Log empty(String stem, boolean collected) {
        Draw draw = Draw.of("format", stem);
        Format format = draw.pick(Format.USUAL, List.of(3, 2, 2, 6));
        boolean byYear = format == Format.XLSX && !collected && draw.chance(0.4);
        List<Sheet> sheets = format.isText()
                ? List.of(new Sheet("", new ArrayList<>()))
                : byYear
                        ? List.of(new Sheet("2021年", new ArrayList<>()), new Sheet("2022年", new ArrayList<>()))
                        : List.of(new Sheet("服务台账", new ArrayList<>()));
        Format kept = Format.UNUSUAL.getOrDefault(stem, format);
        return new Log("service-logs/" + stem + kept.ending, kept, Layout.draw(stem, collected), sheets);
    }

    private void add(Collection<Service> rows) {
        for (Service row : rows) {
            boolean later = sheets.size() > 1 && row.date().getYear() == 2022;
            sheets.get(later ? 1 : 0).lines().add(Line.of(row));
        }
    }

    /** All lines below the heads, as they stand now. */
    Stream<Line> lines() {
        return sheets.stream().flatMap(sheet -> sheet.lines().stream());
    }

    /** All services, as they were meant. */
    Stream<Service> services() {
        return lines().flatMap(line -> line.service().stream());
    }

    /** The line of cells that names the columns. */
    List<Cell> head() {
        return layout.columns().stream()
                .map(column -> Cell.of(layout.head(column)))
                .toList();
    }

    /** The lines above the head: a title, and the unit of money where it stands there. */
    List<Line> above(Sheet sheet) {
        if (!layout.titled()) {
            return List.of();
        }
        String title = "2021—2022年公共技术服务平台服务台账" + (sheet.name().endsWith("年") ? "（" + sheet.name() + "）" : "");
        Line line = Line.plain(List.of(Cell.of(title))).planted(Fault.TITLE_ROW);
        return Optional.of(layout.unit().line())
                .filter(unit -> !unit.isEmpty())
                .map(unit -> List.of(
                        line,
                        Line.plain(List.of(Cell.of(unit)))
                                .planted(Fault.UNIT_LINE)
                                .noting(unit)))
                .orElse(List.of(line));
    }
}
