package org.platscore.rules.condition;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of a boolean column: 是/否, Y/N, yes/no, true/false, √/×, 1/0, in any case. */
public final class BooleanWord {

    private static final Set<String> TRUE = Set.of("是", "y", "yes", "true", "√", "1");
    private static final Set<String> FALSE = Set.of("否", "n", "no", "false", "×", "0");

    private BooleanWord() {}

    /** Returns what the word says; empty if it is none of them. */
    public static Optional<Boolean> read(String word) {
        String folded = Folded.text(word).toLowerCase(Locale.ROOT);
        if (TRUE.contains(folded)) {
            return Optional.of(true);
        }
        return FALSE.contains(folded) ? Optional.of(false) : Optional.empty();
    }
}
