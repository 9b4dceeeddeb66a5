package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.report.data.Attributes;
import org.platscore.scoring.NodeScore;

/**
 * The subjects by the roster column that the rules name for it ({@code report.group}).
 *
 * @param label the column's label
 * @param word what one of its values is called in a sentence
 * @param all the best mean first
 */
record Domains(String label, String word, List<Domain> all) {

    /**
     * Subjects that share a value.
     *
     * @param name the value as the first of them spells it; a dash where the roster's cell is blank
     * @param standings in rank order
     * @param totals of those assessed, from the best
     */
    record Domain(String name, List<Standing> standings, List<BigFraction> totals) {

        /** Returns the mean of the totals; null where nobody is assessed. */
        @Nullable
        BigFraction mean() {
            return Domains.mean(totals);
        }

        /** Returns the median of the totals; null where nobody is assessed. */
        @Nullable
        BigFraction median() {
            int size = totals.size();
            return size == 0
                    ? null
                    : totals.get((size - 1) / 2).add(totals.get(size / 2)).divide(2);
        }
    }

    /** Returns the domains; null where the rules name no column for them. */
    static @Nullable Domains of(Run run) {
        String column = run.rules().groupColumn();
        if (column == null) {
            return null;
        }
        Map<Object, List<Standing>> groups = new LinkedHashMap<>();
        for (Standing standing : run.standings()) {
            groups.computeIfAbsent(run.subject(standing).group(column), group -> new ArrayList<>())
                    .add(standing);
        }
        List<Domain> domains = new ArrayList<>();
        groups.values()
                .forEach(standings ->
                        domains.add(domain(run, Workings.shownGroup(run, standings.get(0), column), standings)));
        domains.sort(Comparator.comparing(Domain::mean, Comparator.nullsFirst(Comparator.<BigFraction>naturalOrder()))
                .reversed()
                .thenComparing(Domain::name));
        String label = Attributes.label(run.rules(), column);
        return new Domains(label, bare(run, label), domains);
    }

    /** Returns a label without the words that say whose it is: of 所属领域, 领域. */
    private static String bare(Run run, String label) {
        for (String beginning : run.say("label-beginnings").split(" ", -1)) {
            if (label.length() > beginning.length() && label.startsWith(beginning)) {
                return label.substring(beginning.length());
            }
        }
        return label;
    }

    /** Returns all subjects as one. */
    static Domain whole(Run run) {
        return domain(run, "", run.standings());
    }

    private static Domain domain(Run run, String name, List<Standing> standings) {
        List<BigFraction> totals = new ArrayList<>();
        for (Standing standing : standings) {
            BigFraction total = run.score(standing).total();
            if (total != null) {
                totals.add(total);
            }
        }
        totals.sort(Comparator.reverseOrder());
        return new Domain(name, standings, totals);
    }

    /** Returns the mean share of full marks that these subjects have in a group; null where it applies to none. */
    static @Nullable BigFraction meanShare(Run run, List<Standing> standings, String group) {
        List<BigFraction> shares = new ArrayList<>();
        for (Standing standing : standings) {
            BigFraction share = share(run, standing, group);
            if (share != null && run.score(standing).total() != null) {
                shares.add(share);
            }
        }
        return mean(shares);
    }

    /** Returns a subject's share of full marks in a group; null where it is excluded. */
    static @Nullable BigFraction share(Run run, Standing standing, String group) {
        for (NodeScore node : run.score(standing).rubric().of()) {
            if (node.node().id().equals(group)) {
                return share(node);
            }
        }
        return null;
    }

    /** Returns a node's share of full marks; null where it is excluded. */
    static @Nullable BigFraction share(NodeScore node) {
        BigFraction points = node.points();
        return points == null || node.weight().signum() <= 0 ? null : points.divide(node.weight());
    }

    private static @Nullable BigFraction mean(List<BigFraction> numbers) {
        return numbers.isEmpty() ? null : Exact.sum(numbers).divide(numbers.size());
    }
}
