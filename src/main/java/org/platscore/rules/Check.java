package org.platscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Severity;
import org.platscore.rules.condition.Condition;

/**
 * A check of rows.
 *
 * @param id the code of its findings
 * @param severity REJECT, WARN or STOP
 * @param condition a row that fulfils it is a hit; null for {@code unique}
 * @param unique columns of which no two rows may hold the same values; empty for a condition
 * @param because the rule's own words; empty where none are given
 */
public record Check(String id, Severity severity, @Nullable Condition condition, List<String> unique, String because) {}
