package org.platscore.finding;

import java.util.Locale;

/** How much a finding weighs, worst first. */
public enum Severity {
    /** The run ends without a result. */
    STOP,
    /** A row is left out. */
    REJECT,
    /** Something to look at; the figures stand. */
    WARN,
    /** Something to know. */
    INFO;

    /** Returns the word used in files: {@code stop}, {@code reject}, {@code warn} or {@code info}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
