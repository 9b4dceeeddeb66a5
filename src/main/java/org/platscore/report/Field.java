package org.platscore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.WaysUp;
import org.platscore.grading.Standing;
import org.platscore.intake.Correction;
import org.platscore.rules.RubricNode;

/**
 * What all subjects together look like, worked out once for all score sheets.
 *
 * @param assessed how many are assessed
 * @param domains the domains; null where the rules name no column for them
 * @param means mean shares of full marks of all, by group id
 * @param domainMeans mean shares by what the subjects of a domain have in common, then group id
 * @param corrections corrections by subject
 * @param ways the ways up to the next grade; null with more subjects than can be advised here
 */
record Field(
        int assessed,
        @Nullable Domains domains,
        Map<String, BigFraction> means,
        Map<Object, Map<String, BigFraction>> domainMeans,
        Map<Integer, List<Correction>> corrections,
        @Nullable WaysUp ways) {

    /** With more subjects the ways up are left to the command {@code advise}: each is tried on all. */
    private static final int MOST_ADVISED = 100;

    static Field of(Run run) {
        Domains domains = Domains.of(run);
        Map<Object, Map<String, BigFraction>> byDomain = new HashMap<>();
        if (domains != null) {
            for (Domains.Domain domain : domains.all()) {
                byDomain.put(group(run, domain.standings().get(0)), means(run, domain.standings()));
            }
        }
        Map<Integer, List<Correction>> corrections = new HashMap<>();
        for (Correction correction : run.result().intake().corrections()) {
            corrections
                    .computeIfAbsent(correction.subject(), subject -> new ArrayList<>())
                    .add(correction);
        }
        int assessed = (int) run.standings().stream()
                .filter(standing -> standing.rank() != null)
                .count();
        WaysUp ways =
                run.standings().isEmpty() || run.standings().size() > MOST_ADVISED ? null : WaysUp.of(run.result());
        return new Field(assessed, domains, means(run, run.standings()), byDomain, corrections, ways);
    }

    private static Map<String, BigFraction> means(Run run, List<Standing> standings) {
        Map<String, BigFraction> means = new HashMap<>();
        for (RubricNode group : run.rules().rubric().of()) {
            BigFraction mean = Domains.meanShare(run, standings, group.id());
            if (mean != null) {
                means.put(group.id(), mean);
            }
        }
        return means;
    }

    /** Returns the mean share of full marks of all in a group; null where it applies to none. */
    @Nullable
    BigFraction mean(String group) {
        return means.get(group);
    }

    /** Returns the mean share of full marks in a subject's domain; that of all where there are no domains. */
    @Nullable
    BigFraction domainMean(Run run, Standing standing, String group) {
        String column = run.rules().groupColumn();
        return column == null
                ? mean(group)
                : Objects.requireNonNull(domainMeans.get(group(run, standing))).get(group);
    }

    /** Returns what the subjects of a domain have in common. */
    private static Object group(Run run, Standing standing) {
        return run.subject(standing).group(run.rules().groupColumn());
    }
}
