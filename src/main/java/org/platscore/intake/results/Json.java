package org.platscore.intake.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of a JSON file, with the place where it starts. */
sealed interface Json {

    /**
     * Where a value starts.
     *
     * @param line 1-based
     * @param column 1-based
     */
    record Mark(int line, int column) {}

    Mark mark();

    /** An object; its members in file order. */
    record Members(Mark mark, Map<String, Json> of) implements Json {}

    /** An array. */
    record Items(Mark mark, List<Json> of) implements Json {}

    /** A number, exactly as written. */
    record Number(Mark mark, BigDecimal number) implements Json {}

    /** A text. */
    record Text(Mark mark, String text) implements Json {}

    /** {@code true} or {@code false}. */
    record Truth(Mark mark, boolean truth) implements Json {}

    /** {@code null}. */
    record Null(Mark mark) implements Json {}
}
