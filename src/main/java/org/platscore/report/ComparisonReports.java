package org.platscore.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.comparison.Cause;
import org.platscore.analysis.comparison.Comparison;
import org.platscore.analysis.comparison.Shift;
import org.platscore.analysis.comparison.SubjectChange;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.intake.results.ResultSubject;
import org.platscore.report.data.CsvWriter;
import org.platscore.report.data.JsonFile;
import org.platscore.report.sheet.Workbooks;

/** Two results side by side, as files. */
public final class ComparisonReports {

    /** The most decimals to which rules round totals; unrounded ones have more, and are not padded. */
    private static final int MOST_ROUNDED = 10;

    private ComparisonReports() {}

    /**
     * Returns one row a subject: its totals, ranks, grades and rewards, what facts of its own in the roster are others, then what
     * each indicator, bonus and deduction adds to the change of the total, and in {@code limits} what combining, limits and
     * rounding add. From the first indicator on, the columns add up to {@code total_change} exactly.
     */
    public static byte[] csv(Comparison comparison) {
        Set<String> leaves = new LinkedHashSet<>();
        Stream.of(comparison.after(), comparison.before())
                .flatMap(results -> results.subjects().stream())
                .flatMap(subject -> subject.nodes().stream())
                .filter(node -> node.leaf() != null)
                .forEach(node -> leaves.add(node.id()));
        List<@Nullable Object> head = new ArrayList<>(List.of("id", "name", "status", "id_before", "name_before"));
        head.addAll(List.of("total_before", "total_after", "total_change", "rank_before", "rank_after"));
        head.addAll(List.of("grade_before", "grade_after", "reward_before", "reward_after", "reward_change", "causes"));
        head.add("attributes");
        head.addAll(leaves);
        head.add("limits");
        int decimals = decimals(comparison);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            csv.write(head);
            for (SubjectChange change : comparison.changes()) {
                csv.write(row(change, leaves, decimals));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable Object> row(SubjectChange change, Set<String> leaves, int decimals) {
        ResultSubject then = change.before();
        ResultSubject now = change.after();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(change.shown().id());
        row.add(change.shown().name());
        row.add(change.status().key());
        row.add(then != null && change.renamed() ? then.id() : null);
        row.add(then != null && change.renamed() ? then.name() : null);
        row.add(then == null ? null : points(then.total(), decimals));
        row.add(now == null ? null : points(now.total(), decimals));
        row.add(points(change.totalChange(), decimals));
        row.add(then == null ? null : then.rank());
        row.add(now == null ? null : now.rank());
        row.add(then == null ? null : then.grade());
        row.add(now == null ? null : now.grade());
        row.add(then == null ? null : Exact.decimal(then.reward().amount()));
        row.add(now == null ? null : Exact.decimal(now.reward().amount()));
        row.add(Exact.decimal(change.rewardChange()));
        row.add(String.join(";", change.causes().stream().map(Cause::key).toList()));
        row.add(String.join(
                ";", change.facts().stream().map(ComparisonReports::fact).toList()));
        boolean split = change.totalChange() != null;
        for (String leaf : leaves) {
            row.add(
                    split
                            ? points(
                                    sum(
                                            change,
                                            shift -> shift.kind().leaf()
                                                    && shift.id().equals(leaf)),
                                    decimals)
                            : null);
        }
        row.add(split ? points(sum(change, shift -> !shift.kind().leaf()), decimals) : null);
        return row;
    }

    private static String fact(SubjectChange.FactChange fact) {
        return fact.column() + ": " + plain(fact.before()) + " → " + plain(fact.after());
    }

    private static String plain(@Nullable Object value) {
        return value instanceof BigFraction number
                ? Exact.decimal(number).toPlainString()
                : value == null ? "" : value.toString();
    }

    private static BigFraction sum(SubjectChange change, Predicate<Shift> which) {
        return Exact.sum(
                change.shifts().stream().filter(which).map(Shift::change).toList());
    }

    /** Returns everything as JSON, the split of each total in full. */
    public static byte[] json(Comparison comparison) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonFile.write(bytes, json -> new ComparisonJson(comparison, decimals(comparison), json).write());
        return bytes.toByteArray();
    }

    /**
     * Writes a workbook: a page of subjects, and a page of all that moved their totals.
     *
     * @throws IOException if the file cannot be written
     */
    public static void xlsx(Comparison comparison, Lang lang, Path file) throws IOException {
        Workbooks.write(new ComparisonBook(comparison, decimals(comparison), lang).pages(), lang, file);
    }

    /** Returns the decimals that the totals of the two results have at most: results.json pads them, fractions do not. */
    static int decimals(Comparison comparison) {
        int most = Stream.of(comparison.before(), comparison.after())
                .flatMap(results -> results.subjects().stream())
                .mapToInt(subject -> subject.total() == null
                        ? 0
                        : Exact.decimal(subject.total()).scale())
                .max()
                .orElse(0);
        return most > MOST_ROUNDED ? 0 : most;
    }

    /** Returns points with at least these decimals. */
    static @Nullable BigDecimal points(@Nullable BigFraction points, int decimals) {
        if (points == null) {
            return null;
        }
        BigDecimal decimal = Exact.decimal(points);
        return decimal.scale() < decimals ? decimal.setScale(decimals) : decimal;
    }
}
