package org.platscore.rules.scoring;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/** Reads benchmarks. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Returns the benchmark that {@code node} says; null, with an error, if it says none.
     *
     * @param statistics whether {@code stat} is allowed here
     */
    public static @Nullable Benchmark read(
            Node node, Vocabulary vocabulary, boolean statistics, Diagnostics diagnostics) {
        throw new IllegalStateException("no benchmark at " + node.mark() + vocabulary + statistics + diagnostics);
    }
}
