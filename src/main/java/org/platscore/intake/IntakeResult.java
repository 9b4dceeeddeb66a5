package org.platscore.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.finding.Place;

/**
 * What came in, besides the rows that the {@link RowConsumer} got.
 *
 * @param subjects all subjects by {@link Subject#index}
 * @param forms per form input, by subject index, the values by field name; a subject without a form has an empty map
 * @param formPlaces per form input, by subject index, where each field's value stands
 * @param corrections in file order
 * @param decisions by subject
 * @param previous the earlier results; null where there are none
 * @param files all files looked at, by input and path
 * @param skipped paths of the files that could not be read and were left out on demand, in order
 * @param findings of all files
 */
public record IntakeResult(
        List<Subject> subjects,
        Map<String, List<Map<String, @Nullable Object>>> forms,
        Map<String, List<Map<String, Place>>> formPlaces,
        List<Correction> corrections,
        List<Decision> decisions,
        @Nullable PreviousResults previous,
        List<FileRead> files,
        List<String> skipped,
        Findings findings) {}
