package org.platscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.source.Diagnostic;

/**
 * What came of reading a rules file.
 *
 * @param rulebook the rules; null where there is any error
 * @param diagnostics all faults and warnings, by line and column
 * @param lines the file's lines, for showing the places
 */
public record RulesReading(@Nullable Rulebook rulebook, List<Diagnostic> diagnostics, List<String> lines) {

    /**
     * Returns the rules.
     *
     * @throws IllegalStateException if they were refused
     */
    public Rulebook accepted() {
        if (rulebook == null) {
            throw new IllegalStateException("refused: " + diagnostics);
        }
        return rulebook;
    }
}
