package org.platscore.finding;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Work on many things of a kind, some hundreds at a time, on all cores. */
public final class InParts {

    private static final int PART = 250;

    private InParts() {}

    /**
     * Returns what the work makes of each part, in the order of the parts.
     *
     * @param work may be done by several threads at a time
     */
    public static <T, R> List<R> of(List<T> all, Function<List<T>, R> work) {
        return IntStream.range(0, (all.size() + PART - 1) / PART)
                .parallel()
                .mapToObj(i -> work.apply(all.subList(i * PART, Math.min(all.size(), (i + 1) * PART))))
                .toList();
    }
}
