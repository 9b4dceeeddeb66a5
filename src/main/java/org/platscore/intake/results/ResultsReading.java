package org.platscore.intake.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;

/**
 * What came of reading results.json.
 *
 * @param results null where the file is damaged, none of ours, or of a later version
 * @param findings all that is wrong with it, each stopping the run, with line and column; empty where {@code results} is there
 */
public record ResultsReading(@Nullable Results results, List<Finding> findings) {}
