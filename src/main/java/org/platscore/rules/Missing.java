package org.platscore.rules;

import org.platscore.rules.scoring.Benchmark;

/** What a subject without a value gets. */
public sealed interface Missing {

    /** A finding that stops the run, where an indicator that applies asks for the value. */
    record Error() implements Missing {}

    /** The measure's indicators are taken out for the subject. */
    record Exclude() implements Missing {}

    /** A number that stands in. */
    record Number(Benchmark benchmark) implements Missing {}

    /** A category that stands in. */
    record Category(String category) implements Missing {}
}
