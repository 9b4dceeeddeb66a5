package org.platscore.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;

/**
 * What came in, besides the rows that the {@link RowConsumer} got.
 *
 * @param subjects all subjects by {@link Subject#index}
 * @param forms per form input, by subject index, the values by field name; a subject without a form has an empty map
 * @param corrections in file order
 * @param files all files looked at, by input and path
 * @param findings of all files
 */
public record IntakeResult(
        List<Subject> subjects,
        Map<String, List<Map<String, @Nullable Object>>> forms,
        List<Correction> corrections,
        List<FileRead> files,
        Findings findings) {}
