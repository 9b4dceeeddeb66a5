package org.platscore.intake.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One subject of results.json. Values of the data are {@code BigFraction}, {@code String}, {@code Boolean} or null.
 *
 * @param rank null where not assessed
 * @param total in points; null where not assessed
 * @param grade id; null where not assessed or the rules have no grades
 * @param gradeLabel null where {@code grade} is
 * @param veto null where none holds
 * @param decision what the office's meeting decided in place of the computed grade; null where it decided nothing
 * @param attributes roster columns in file order
 * @param measures by name, in file order
 * @param rubric the groups and indicators at the top
 * @param bonus the bounded sum of bonuses
 * @param deduction the bounded sum of deductions
 * @param gradePath each grade tried, best first
 */
public record ResultSubject(
        String id,
        String name,
        @Nullable Integer rank,
        @Nullable BigFraction total,
        @Nullable String grade,
        @Nullable String gradeLabel,
        @Nullable Veto veto,
        @Nullable Decision decision,
        Map<String, @Nullable Object> attributes,
        Map<String, Value> measures,
        List<Node> rubric,
        List<Node> bonuses,
        List<Node> deductions,
        BigFraction bonus,
        BigFraction deduction,
        List<GradeTried> gradePath,
        Reward reward) {

    /** A veto that holds. */
    public record Veto(String id, String label) {}

    /** A grade that a meeting gave; {@code date} as written, empty where there is none. */
    public record Decision(String grade, String reason, String decidedBy, String date) {}

    /**
     * The figures of one measure.
     *
     * @param corrected null where no correction applies, or one left no value
     * @param used what counted; never a stand-in
     * @param rows rows that entered the figure; null where it does not come from rows
     * @param rejectedRows rejected rows of the input; null where it does not come from rows
     */
    public record Value(
            @Nullable Object claimed,
            @Nullable Object measured,
            @Nullable Object corrected,
            @Nullable Object used,
            @Nullable Long rows,
            @Nullable Long rejectedRows) {}

    /**
     * A group, indicator, bonus or deduction.
     *
     * @param weight for this subject, after spreading; for a bonus or deduction its limit
     * @param points null where excluded
     * @param leaf what only an indicator, bonus or deduction has; null for a group
     * @param of the children; empty for a leaf
     */
    public record Node(
            String id,
            String label,
            BigFraction weight,
            @Nullable BigFraction points,
            @Nullable Leaf leaf,
            List<Node> of) {

        /** Returns the points, 0 where excluded. */
        public BigFraction counted() {
            return points == null ? BigFraction.ZERO : points;
        }
    }

    /**
     * What a leaf says of its points.
     *
     * @param measure the measure it scores; null where its method names its own
     * @param value that measure's value; null where there is none
     * @param method name of the method
     * @param status {@code scored}, {@code excluded}, {@code pending} or {@code missing}
     * @param reason in a sentence
     */
    public record Leaf(@Nullable String measure, @Nullable Object value, String method, String status, String reason) {}

    /** A grade that was tried. */
    public record GradeTried(String grade, boolean taken, String reason) {}

    /**
     * A reward in 元; parts and changes add up to the amount.
     *
     * @param parts by part id, in file order
     */
    public record Reward(
            BigFraction amount,
            Map<String, BigFraction> parts,
            BigFraction minus,
            BigFraction limited,
            BigFraction scaled,
            BigFraction rounded) {}

    /** Returns the same without what says how points, the grade and the reward came about. */
    ResultSubject withoutReasons() {
        return new ResultSubject(
                id,
                name,
                rank,
                total,
                grade,
                gradeLabel,
                veto,
                decision,
                attributes,
                measures,
                List.of(),
                List.of(),
                List.of(),
                bonus,
                deduction,
                List.of(),
                reward);
    }

    /** Returns all groups, indicators, bonuses and deductions, each group before its children, in file order. */
    public List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        rubric.forEach(each -> collect(each, all));
        bonuses.forEach(each -> collect(each, all));
        deductions.forEach(each -> collect(each, all));
        return all;
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        node.of().forEach(each -> collect(each, into));
    }
}
