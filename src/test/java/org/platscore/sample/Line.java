package org.platscore.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a log: a service, with cells that were typed differently from what was meant, or a line of plain cells such
 * as a title or a sum. {@code fault} and {@code detail} tell what is planted here.
 */
record Line(
        Optional<Service> service, Map<LogColumn, Cell> typed, List<Cell> plain, Optional<Fault> fault, String detail) {

    static Line of(Service service) {
        return new Line(Optional.of(service), Map.of(), List.of(), Optional.empty(), "");
    }

    static Line plain(List<Cell> cells) {
        return new Line(Optional.empty(), Map.of(), cells, Optional.empty(), "");
    }

    /** This line with something planted. */
    Line planted(Fault what) {
        return new Line(service, typed, plain, Optional.of(what), detail);
    }

    /** This line with a word on what is planted, for the list of all that is. */
    Line noting(String text) {
        return new Line(service, typed, plain, fault, text);
    }

    /** This line with a cell that shows something else. */
    Line typed(LogColumn column, Cell cell) {
        Map<LogColumn, Cell> cells = new EnumMap<>(LogColumn.class);
        cells.putAll(typed);
        cells.put(column, cell);
        return new Line(service, cells, plain, fault, detail);
    }

    /** The cells in the order of the layout. */
    List<Cell> cells(Layout layout) {
        if (service.isEmpty()) {
            return plain;
        }
        Service row = service.get();
        return layout.columns().stream()
                .map(column -> typed.getOrDefault(column, layout.cell(column, row)))
                .toList();
    }
}
