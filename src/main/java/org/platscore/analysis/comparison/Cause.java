package org.platscore.analysis.comparison;

import java.util.Locale;

/** Where a change comes from, in the order in which causes are told. */
public enum Cause {
    /** A measured value, or a fact in the roster, is another. */
    DATA,
    /** A correction is another, or one of the two has none. */
    CORRECTION,
    /** The rules are others. */
    RULES,
    /** A meeting decided otherwise. */
    DECISION,
    /** The subject's own figures stand; those of others changed, against whom it is held or with whom it shares. */
    OTHERS;

    /** Returns the word used in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
