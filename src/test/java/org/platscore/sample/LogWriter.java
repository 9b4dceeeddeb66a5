package org.platscore.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns a log into the bytes of its file, and notes the rows at which something is planted. */
final class LogWriter {

    /** Marks a field that was typed with its comma unquoted. */
    static final String UNQUOTED = "\u0000";

    private static final String EXAMPLES = "填写示例";

    private LogWriter() {}

    static byte[] bytes(Log log, List<Planted> planted) {
        return log.format().isText() ? text(log, planted) : workbook(log, planted);
    }

    private static byte[] text(Log log, List<Planted> planted) {
        String end = log.format() == Log.Format.UTF_8 ? "\n" : "\r\n";
        String text = lines(log, log.sheets().get(0), planted).stream()
                .map(line -> record(line, log.format() == Log.Format.SEMICOLONS ? ";" : ","))
                .collect(Collectors.joining(end, "", end));
        if (log.format() == Log.Format.TEXT_AS_WORKBOOK) {
            planted.add(new Planted(Fault.TEXT_AS_WORKBOOK, log.path(), "", 0, ""));
        } else if (log.format() == Log.Format.SEMICOLONS) {
            planted.add(new Planted(Fault.SEMICOLONS, log.path(), "", 0, ""));
        }
        return encoded(text, log.format());
    }

    private static byte[] encoded(String text, Log.Format format) {
        Charset charset = format == Log.Format.GB18030 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        return (format == Log.Format.UTF_8_BOM ? "\uFEFF" + text : text).getBytes(charset);
    }

    private static String record(List<Cell> cells, String delimiter) {
        return cells.stream().map(cell -> quoted(cell.csv())).collect(Collectors.joining(delimiter));
    }

    /** The text as a CSV field. */
    private static String quoted(String text) {
        if (text.startsWith(UNQUOTED)) {
            return text.substring(UNQUOTED.length());
        }
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] workbook(Log log, List<Planted> planted) {
        SteadyWorkbook book = new SteadyWorkbook();
        for (Log.Sheet sheet : log.sheets()) {
            List<List<Cell>> lines = lines(log, sheet, planted);
            book.table(sheet.name(), lines, log.above(sheet).size());
        }
        if (Draw.of("example", log.path()).chance(0.15)) {
            book.table(EXAMPLES, List.of(log.head(), example(log)), 0);
            planted.add(new Planted(Fault.EXAMPLE_SHEET, log.path(), EXAMPLES, 0, ""));
        }
        WorkbookFaults.plant(log, book, planted);
        return log.format() == Log.Format.XLS ? book.oldBytes() : book.bytes();
    }

    /** The first row of the log as an example of how to fill it in. */
    private static List<Cell> example(Log log) {
        Line first = log.lines().findFirst().orElseThrow();
        return first.typed(LogColumn.RECORD, Cell.of("示例-0001")).cells(log.layout());
    }

    private static List<List<Cell>> lines(Log log, Log.Sheet sheet, List<Planted> planted) {
        List<Line> lines = new ArrayList<>(log.above(sheet));
        lines.add(Line.plain(log.head()));
        lines.addAll(sheet.lines());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int row = i + 1;
            line.fault()
                    .ifPresent(fault -> planted.add(new Planted(fault, log.path(), sheet.name(), row, line.detail())));
        }
        return lines.stream().map(line -> line.cells(log.layout())).toList();
    }
}
