package org.platscore.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.results.RewardColumn;
import org.platscore.intake.results.RewardRows;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.condition.BooleanWord;
import org.platscore.rules.reward.Rewards;

/** From a list of grades, totals and measures to amounts: the rewards without an assessment before them. */
public final class RowRewards {

    private final Rulebook rules;
    private final RowColumns columns;
    private final Findings findings;
    private final Map<String, Integer> seen = new HashMap<>();

    private RowRewards(Rulebook rules, RowColumns columns, Findings findings) {
        this.rules = rules;
        this.columns = columns;
        this.findings = findings;
    }

    /**
     * A row that was read.
     *
     * @param vetoed whether a veto bars it
     */
    private record Read(
            int row,
            String id,
            String name,
            boolean vetoed,
            @Nullable String grade,
            @Nullable BigFraction total,
            @Nullable BigDecimal rank) {}

    /** Returns the heads by which a list for these rules names the id. */
    public static List<String> idHeads(Rulebook rules) {
        return RowColumns.idHeads(rules);
    }

    /**
     * Returns what each row is paid, in the order of the rows. Whatever is wrong with a row stops all; all faults are told
     * together.
     *
     * @param rewards the rules' rewards, perhaps with another budget
     * @param findings takes what is wrong; where one stops, the amounts mean nothing
     */
    public static List<PaidRow> pay(Rulebook rules, Rewards rewards, RewardRows rows, Findings findings) {
        RowColumns columns = new RowColumns(rules, rewards, rows, findings);
        return new RowRewards(rules, columns, findings).pay(rewards, rows);
    }

    private List<PaidRow> pay(Rewards rewards, RewardRows rows) {
        if (rows.size() > 0 && !rules.grades().isEmpty() && !columns.grade.present()) {
            absent(columns.grade, rows);
        }
        List<Read> read = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            read.add(read(row, rows));
        }
        Map<String, RewardColumn> absent = new LinkedHashMap<>();
        RowStatistics statistics = rows.ofRun() ? statistics(read) : null;
        List<Claimant> claimants = new ArrayList<>();
        List<RowValues> asked = new ArrayList<>();
        for (Read each : read.stream().sorted(order()).toList()) {
            boolean takesPart = !each.vetoed && (rules.grades().isEmpty() ? assessed(each) : each.grade != null);
            if (takesPart) {
                RowValues values = new RowValues(rules, columns, each.row, each.id, findings, absent, statistics);
                asked.add(values);
                claimants.add(
                        new Claimant(each.row, each.id, values, each.grade, values, values::total, values::place));
                if (rewards.parts().stream().anyMatch(part -> part.grades().include(each.grade))) {
                    rewards.minus().forEach(values::value);
                }
            }
        }
        Findings computed = new Findings();
        Allocation allocation = Allocator.allocate(rules, rewards, rows.size(), claimants, computed);
        absent.values().forEach(column -> absent(column, rows));
        for (int i = 0; i < claimants.size(); i++) {
            int row = claimants.get(i).index();
            if (asked.get(i).totalAsked()
                    && columns.total.present()
                    && columns.total.shown(row).isEmpty()) {
                noTotal(row, claimants.get(i).id());
            }
        }
        tell(computed, absent);
        List<PaidRow> paid = new ArrayList<>();
        for (Read each : read) {
            paid.add(new PaidRow(
                    each.id,
                    each.name,
                    each.grade,
                    each.total,
                    allocation.awards().get(each.row)));
        }
        return List.copyOf(paid);
    }

    private RowStatistics statistics(List<Read> read) {
        Set<Integer> barred = read.stream().filter(Read::vetoed).map(Read::row).collect(Collectors.toSet());
        return new RowStatistics(columns, read.size(), barred, findings);
    }

    /** Without grades, a list that has totals says by a blank one who is not assessed. */
    private boolean assessed(Read row) {
        return row.total != null || !columns.total.present();
    }

    /** Adds what the allocation found; where rows are faulty only missing values, since all else may come of the faults. */
    private void tell(Findings computed, Map<String, RewardColumn> absent) {
        boolean faulty = findings.stops();
        for (Finding each : computed.met()) {
            boolean missing = each.code().equals("missing-value");
            Place place = each.place();
            boolean ofColumn = missing && place != null && place.column() == 0 && !absent.isEmpty();
            boolean told =
                    missing && findings.met().stream().anyMatch(other -> place != null && place.equals(other.place()));
            if (!ofColumn && !told && (missing || !faulty)) {
                findings.add(each);
            }
        }
    }

    private Read read(int row, RewardRows rows) {
        String id = text(columns.id, row, "");
        if (!id.isEmpty()) {
            Integer first = seen.putIfAbsent(Spelling.code(id), row);
            if (first != null) {
                stop(
                        "duplicate-subject",
                        columns.id.place(row),
                        id,
                        id,
                        "double-row",
                        id,
                        columns.id.place(first).shown());
            }
        } else if (!columns.id.present()) {
            stop("missing-value", rows.place(row), "", "", "no-id");
        }
        Object rank = columns.rank.value(row, id, findings);
        Object total = columns.total.value(row, id, findings);
        boolean totalGiven =
                !columns.total.present() || !columns.total.shown(row).isEmpty();
        boolean vetoed = vetoed(text(columns.veto, row, id));
        return new Read(
                row,
                id,
                text(columns.name, row, id),
                vetoed,
                grade(row, id, totalGiven && !vetoed),
                total instanceof BigDecimal number ? Exact.of(number) : null,
                rank instanceof BigDecimal number ? number : null);
    }

    private String text(RewardColumn column, int row, String id) {
        Object value = column.value(row, id, findings);
        return value == null ? "" : value.toString();
    }

    /** Returns whether a veto bars a row: any but one of the rules' that only holds the grade down, and words for no. */
    private boolean vetoed(String veto) {
        boolean none = veto.isEmpty()
                || veto.equals("-")
                || veto.equals("—")
                || veto.equals("无")
                || BooleanWord.read(veto).filter(word -> !word).isPresent();
        for (Veto each : rules.vetoes()) {
            if (each.id().equals(veto)) {
                return each.barring();
            }
        }
        return !none;
    }

    private @Nullable String grade(int row, String id, boolean needed) {
        if (rules.grades().isEmpty() || !columns.grade.present()) {
            return null;
        }
        String text = text(columns.grade, row, id);
        if (text.isEmpty()) {
            if (needed) {
                stop("missing-value", columns.grade.place(row), "", id, "no-grade");
            }
            return null;
        }
        String wanted = Spelling.fold(text);
        for (Grade grade : rules.grades()) {
            if (Spelling.fold(grade.id()).equals(wanted)) {
                return grade.id();
            }
        }
        List<String> labelled = rules.grades().stream()
                .filter(grade -> Spelling.fold(grade.label()).equals(wanted))
                .map(Grade::id)
                .toList();
        if (labelled.size() == 1) {
            return labelled.get(0);
        }
        List<String> known = new ArrayList<>();
        rules.grades().forEach(grade -> known.add(grade.id()));
        rules.grades().forEach(grade -> known.add(grade.label()));
        String near = Nearest.to(wanted, known).orElse("");
        if (labelled.size() > 1) {
            stop("bad-value", columns.grade.place(row), text, id, "grade-twice", text, labelled);
        } else if (near.isEmpty()) {
            stop("bad-value", columns.grade.place(row), text, id, "unknown-grade", text, known);
        } else {
            stop("bad-value", columns.grade.place(row), text, id, "unknown-grade-near", text, near, known);
        }
        columns.checkAmounts(row, id, findings);
        return null;
    }

    /** By rank where the list has ranks, else by total; then by id. */
    private Comparator<Read> order() {
        Comparator<Read> byId = Comparator.comparing(Read::id, RowRewards::byCodePoints);
        Comparator<Read> byTotal = Comparator.comparing(
                (Read read) -> read.total, Comparator.nullsLast(Comparator.<BigFraction>reverseOrder()));
        if (!columns.rank.present()) {
            return byTotal.thenComparing(byId);
        }
        return Comparator.comparing(
                        (Read read) -> read.rank, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                .thenComparing((a, b) -> a.rank == null ? byTotal.compare(a, b) : 0)
                .thenComparing(byId);
    }

    private static int byCodePoints(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        return Arrays.compare(x, y);
    }

    private void absent(RewardColumn column, RewardRows rows) {
        String name = column.declared().name();
        Place head =
                new Place(rows.head().file(), rows.head().sheet(), rows.head().row(), 0, name);
        String label = rules.measures().stream()
                .filter(each -> each.name().equals(name))
                .map(Measure::label)
                .findFirst()
                .orElse("");
        String near = rows.nearest(column.declared(), label).orElse("");
        if (near.isEmpty()) {
            stop("missing-column", head, "", "", "no-column", name);
        } else {
            stop("missing-column", head, near, "", "no-column-near", name, near);
        }
    }

    private void noTotal(int row, String id) {
        stop("missing-value", columns.total.place(row), "", id, "no-total");
    }

    private void stop(String code, Place place, String value, String id, String key, Object... args) {
        findings.add(new Finding(
                Severity.STOP,
                code,
                "",
                place,
                value,
                id,
                Message.of("reward.row." + key, args),
                Message.of("reward.row." + key + "-do", args)));
    }
}
