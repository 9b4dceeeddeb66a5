package org.platscore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.data.Attributes;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;

/** Two tables of 计算底稿: the statistics of each group, and the subjects, each group's rows together. */
final class PeerBlock {

    private static final int STATISTIC_HEADS = 1;
    private static final int VALUE_HEADS = 2;

    private final Run run;
    private final String page;
    private final @Nullable String within;
    private final Map<Object, List<Standing>> groups = new LinkedHashMap<>();
    private final Map<Object, Integer> firstRows = new HashMap<>();
    private final Map<Object, Integer> groupRows = new HashMap<>();
    private final List<Column> statisticColumns = new ArrayList<>();
    private final List<List<Cell>> statisticCells = new ArrayList<>();
    private final Map<String, Integer> statistics = new HashMap<>();
    private final List<Column> valueColumns = new ArrayList<>();
    private final List<Function<Standing, Cell>> values = new ArrayList<>();
    private final int firstValueRow;
    private final int subjects;

    /**
     * @param within roster column; null: one group of all
     * @param top index of the block's first row, the caption of its statistics
     */
    PeerBlock(Run run, String page, @Nullable String within, int top) {
        this.run = run;
        this.page = page;
        this.within = within;
        for (Standing standing : run.standings()) {
            groups.computeIfAbsent(run.subject(standing).group(within), key -> new ArrayList<>())
                    .add(standing);
        }
        int row = top + 1 + STATISTIC_HEADS;
        for (Object group : groups.keySet()) {
            groupRows.put(group, row++);
        }
        firstValueRow = row + 1 + VALUE_HEADS;
        row = firstValueRow;
        for (Map.Entry<Object, List<Standing>> group : groups.entrySet()) {
            firstRows.put(group.getKey(), row);
            row += group.getValue().size();
        }
        subjects = run.standings().size();
        statisticColumns.add(Column.of(run.say("head.group-of")).wide(14));
        for (List<Standing> members : groups.values()) {
            statisticCells.add(new ArrayList<>(List.of(Cell.centred(shown(members.get(0))))));
        }
        valueColumns.add(Column.of(run.say("head.group-of")).wide(14));
        values.add(standing -> Cell.centred(shown(standing)));
        valueColumns.add(Column.of(run.say("head.id")));
        values.add(run::id);
    }

    private String shown(Standing standing) {
        return Workings.shownGroup(run, standing, within);
    }

    String page() {
        return page;
    }

    Object group(Subject subject) {
        return subject.group(within);
    }

    /** Adds a column of values. Returns its index. */
    int column(String head, Function<Standing, Cell> cell) {
        valueColumns.add(Column.of(head).lines(3).wide(10));
        values.add(cell);
        return values.size() - 1;
    }

    /** Returns the range of a column over one group. */
    String range(int column, Object group) {
        int first = Objects.requireNonNull(firstRows.get(group));
        int size = Objects.requireNonNull(groups.get(group)).size();
        return new Spot(page, first, column).down(first + size - 1);
    }

    /** Returns the range of a column over all groups. */
    String all(int column) {
        return new Spot(page, firstValueRow, column).down(firstValueRow + subjects - 1);
    }

    /**
     * Returns the cell of a statistic for a subject's group.
     *
     * @param name tells statistics of the block apart
     * @param formula by group
     * @param number what it is now, as any member of a group sees it
     * @param figure how it is shown; null for a count
     */
    Spot statistic(
            String name,
            String head,
            Function<Object, String> formula,
            Function<Subject, @Nullable BigFraction> number,
            @Nullable Figure figure,
            Subject subject) {
        Integer known = statistics.get(name);
        int column = known == null ? statisticColumns.size() : known;
        if (known == null) {
            statistics.put(name, column);
            statisticColumns.add(Column.of(head).lines(4).wide(10));
            int i = 0;
            for (Map.Entry<Object, List<Standing>> group : groups.entrySet()) {
                Subject member = run.subject(group.getValue().get(0));
                statisticCells
                        .get(i++)
                        .add(Workings.number(number.apply(member), figure).live(formula.apply(group.getKey())));
            }
        }
        return new Spot(page, Objects.requireNonNull(groupRows.get(group(subject))), column);
    }

    /** Returns the two tables. */
    List<Table> tables() {
        String column = within == null ? run.say("workings.all") : Attributes.label(run.rules(), within);
        List<Standing> order = groups.values().stream().flatMap(List::stream).toList();
        return List.of(
                Table.of(statisticColumns, List.copyOf(statisticCells))
                        .captioned(run.say("workings.statistics", column)),
                Table.of(
                                valueColumns,
                                new Rows<>(
                                        order,
                                        (standing, at, live) -> values.stream()
                                                .map(cell -> cell.apply(standing))
                                                .toList()))
                        .captioned(run.say("workings.values", column)));
    }
}
