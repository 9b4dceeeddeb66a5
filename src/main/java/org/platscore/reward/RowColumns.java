package org.platscore.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.cell.Head;
import org.platscore.intake.results.RewardColumn;
import org.platscore.intake.results.RewardRows;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;

/** By which heads a list of rows says what the rewards ask for. */
final class RowColumns {

    final RewardColumn id;
    final RewardColumn name;
    final RewardColumn grade;
    final RewardColumn total;
    final RewardColumn rank;
    final RewardColumn veto;
    private final Map<String, RewardColumn> measures = new LinkedHashMap<>();
    private final Map<String, RewardColumn> nodes = new LinkedHashMap<>();
    private final Map<String, RewardColumn> roster = new LinkedHashMap<>();
    private final Map<String, Derived> derived = new LinkedHashMap<>();
    private final Set<String> amounts;

    RowColumns(Rulebook rules, Rewards rewards, RewardRows rows, Findings findings) {
        id = rows.column(column("id", ColumnType.TEXT, true, null, idHeads(rules)), findings);
        name = rows.column(column("name", ColumnType.TEXT, false, null, nameHeads(rules)), findings);
        grade = rows.column(
                column("grade", ColumnType.TEXT, false, null, List.of("grade", "等次", "考核等次", "grade_label")), findings);
        total = rows.column(
                column("total", ColumnType.NUMBER, false, BigDecimal.ZERO, List.of("total", "总分")), findings);
        rank = rows.column(column("rank", ColumnType.INTEGER, false, BigDecimal.ONE, List.of("rank", "名次")), findings);
        veto = rows.column(column("veto", ColumnType.TEXT, false, null, List.of("veto", "一票否决")), findings);
        amounts = rows.ofRun() ? Set.of() : amounts(rewards);
        Map<String, List<Head>> called = new LinkedHashMap<>();
        for (Measure measure : rules.measures()) {
            called.put(measure.name(), List.of(Head.of(measure.name()), Head.of(measure.label())));
        }
        List<Head> points = nodes(rules).stream()
                .flatMap(node -> Stream.of(node.id(), node.label()))
                .map(Head::of)
                .toList();
        for (Measure measure : rules.measures()) {
            BigDecimal least = amounts.contains(measure.name()) ? BigDecimal.ZERO : null;
            List<Head> others = others(called, measure);
            measures.put(
                    measure.name(),
                    rows.column(measure(measure, others, points, least), whole(measure, others), findings));
        }
        for (RubricNode node : nodes(rules)) {
            List<String> heads = List.of("node:" + node.id(), node.id());
            nodes.put(node.id(), rows.column(column(node.id(), ColumnType.NUMBER, false, null, heads), findings));
        }
        for (Column column : rules.roster().columns()) {
            roster.put(column.name(), rows.column(rosterColumn(column), findings));
        }
        for (Derived column : rules.roster().derived()) {
            derived.put(column.name(), column);
            roster.put(column.name(), rows.column(rosterColumn(column), findings));
        }
    }

    /** Returns the column of a measure, or of an id of rubric, bonuses or deductions; null if the rules know no such name. */
    @Nullable
    RewardColumn named(String name) {
        RewardColumn measure = measures.get(name);
        return measure == null ? nodes.get(name) : measure;
    }

    /** Reads a row's amounts for their faults alone. */
    void checkAmounts(int row, String id, Findings findings) {
        amounts.forEach(name -> Objects.requireNonNull(named(name)).value(row, id, findings));
    }

    boolean isNode(String name) {
        return nodes.containsKey(name);
    }

    /** Returns the column of a roster column. */
    @Nullable
    RewardColumn roster(String name) {
        return roster.get(name.startsWith("roster.") ? name.substring("roster.".length()) : name);
    }

    /**
     * Returns a row's cell of a roster column; where the list does not have the column, its default, or what a derived one makes
     * of others.
     *
     * @param absent takes the column if the list has nothing to tell it by
     */
    @Nullable
    Object cell(String name, int row, String id, Findings findings, Map<String, RewardColumn> absent) {
        RewardColumn column = roster(name);
        if (column == null) {
            return null;
        }
        Column declared = column.declared();
        if (column.present()) {
            return column.value(row, id, findings);
        }
        if (derived.containsKey(declared.name())) {
            Map<String, RewardColumn> lacking = new LinkedHashMap<>();
            Object value = derived.get(declared.name())
                    .formula()
                    .value(each -> Cells.value(cell(each, row, id, findings, lacking)));
            if (lacking.isEmpty()) {
                return Cells.cell(value);
            }
        } else if (declared.defaultValue() != null) {
            return declared.defaultValue();
        }
        absent.put(declared.name(), column);
        return null;
    }

    /** Returns the heads of the roster's id, after the usual ones. */
    static List<String> idHeads(Rulebook rules) {
        List<String> heads = new ArrayList<>(List.of("id", "编号", "平台编号"));
        heads.addAll(headsOf(rules, roster(rules).id()));
        return heads;
    }

    private static List<String> nameHeads(Rulebook rules) {
        List<String> heads = new ArrayList<>(List.of("name", "名称", "平台名称"));
        heads.addAll(headsOf(rules, roster(rules).name()));
        return heads;
    }

    private static Input.Roster roster(Rulebook rules) {
        return Objects.requireNonNull(rules.roster().roster());
    }

    private static List<String> headsOf(Rulebook rules, String column) {
        return rules.roster().columns().stream()
                .filter(each -> each.name().equals(column))
                .flatMap(each -> each.headers().stream())
                .toList();
    }

    /** Returns the measures that are amounts of money to reward, to take off, or to stay within: none can be negative. */
    private static Set<String> amounts(Rewards rewards) {
        Set<String> amounts = new LinkedHashSet<>(rewards.minus());
        for (RewardPart part : rewards.parts()) {
            amounts.addAll(part.measures());
            add(part.benchmarks(), amounts);
        }
        for (RewardLimit limit : rewards.limits()) {
            amounts.addAll(limit.measures());
            add(limit.benchmarks(), amounts);
        }
        return amounts;
    }

    private static void add(List<Benchmark> bounds, Set<String> amounts) {
        bounds.forEach(bound -> amounts.addAll(bound.measures()));
    }

    /** A measure goes by its name, or by its label where no other measure and no indicator is called so. */
    private static Column measure(Measure measure, List<Head> others, List<Head> points, @Nullable BigDecimal least) {
        List<String> heads = new ArrayList<>(List.of("measure:" + measure.name(), measure.name()));
        String label = Head.of(measure.label()).full();
        if (Stream.concat(others.stream(), points.stream())
                .noneMatch(each -> each.full().equalsIgnoreCase(label))) {
            heads.add(measure.label());
        }
        ColumnType type = measure.type() != ValueType.NUMBER
                ? ColumnType.TEXT
                : measure.unit().equals("元")
                        ? ColumnType.MONEY
                        : measure.unit().equals("%") ? ColumnType.PERCENT : ColumnType.NUMBER;
        return column(measure.name(), type, false, least, heads);
    }

    /** Returns those of a measure's name and label that only a unit tells from another's name or label. */
    private static Set<String> whole(Measure measure, List<Head> others) {
        return Stream.of(measure.name(), measure.label())
                .filter(own -> {
                    String bare = Head.of(own).bare();
                    return others.stream().anyMatch(each -> each.bare().equalsIgnoreCase(bare));
                })
                .collect(Collectors.toSet());
    }

    /** Returns the names and labels of the other measures. */
    private static List<Head> others(Map<String, List<Head>> called, Measure measure) {
        return called.entrySet().stream()
                .filter(each -> !each.getKey().equals(measure.name()))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    private static Column rosterColumn(Column column) {
        List<String> heads = new ArrayList<>(List.of("roster:" + column.name(), column.name()));
        heads.addAll(column.headers());
        return new Column(
                column.name(),
                column.label(),
                column.type(),
                heads,
                null,
                null,
                column.required(),
                column.min(),
                column.max(),
                column.choices(),
                column.defaultValue(),
                column.unit(),
                Column.OnBad.STOP,
                column.blanks(),
                column.personal(),
                column.scale());
    }

    private static Column rosterColumn(Derived column) {
        return new Column(
                column.name(),
                column.name(),
                column.type(),
                List.of("roster:" + column.name(), column.name()),
                null,
                null,
                false,
                null,
                null,
                Map.of(),
                null,
                null,
                Column.OnBad.STOP,
                List.of(),
                column.personal(),
                Map.of());
    }

    private static Column column(
            String name, ColumnType type, boolean required, @Nullable BigDecimal least, List<String> heads) {
        String unit = type == ColumnType.MONEY ? "元" : null;
        return new Column(
                name,
                name,
                type,
                heads,
                null,
                null,
                required,
                least,
                null,
                Map.of(),
                null,
                unit,
                Column.OnBad.STOP,
                List.of());
    }

    private static List<RubricNode> nodes(Rulebook rules) {
        List<RubricNode> nodes = new ArrayList<>();
        rules.rubric().of().forEach(each -> collect(each, nodes));
        nodes.addAll(rules.bonuses());
        nodes.addAll(rules.deductions());
        return nodes;
    }

    private static void collect(RubricNode node, List<RubricNode> into) {
        into.add(node);
        if (node instanceof RubricNode.Group group) {
            group.of().forEach(each -> collect(each, into));
        }
    }
}
