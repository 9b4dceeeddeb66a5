package org.platscore.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;

/** An input with what every one of its rows asks for: where its columns stand, and which must be there. */
final class TableSpec {

    private final Input input;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<Integer> needed = new TreeSet<>();
    private final int owner;
    private final boolean strict;
    private final boolean tellsPassedOver;
    private final Gathered gathered;
    private final int figures;

    /** @param strict whether whatever would reject a row stops the run, as in the roster */
    TableSpec(Input input, boolean strict) {
        this(input, strict, false, new Gathered());
    }

    /** A strict one with a column of texts, by its position, that are mostly numbers. */
    TableSpec(Input input, int figures) {
        this(input, true, false, new Gathered(), figures);
    }

    /**
     * @param tellsPassedOver whether rows that {@code where} leaves out are handed on too
     * @param gathered what its rows may be looked up in
     */
    TableSpec(Input input, boolean strict, boolean tellsPassedOver, Gathered gathered) {
        this(input, strict, tellsPassedOver, gathered, -1);
    }

    private TableSpec(Input input, boolean strict, boolean tellsPassedOver, Gathered gathered, int figures) {
        this.figures = figures;
        this.input = input;
        this.strict = strict;
        this.tellsPassedOver = tellsPassedOver;
        this.gathered = gathered;
        for (int i = 0; i < input.derived().size(); i++) {
            positions.put(input.derived().get(i).name(), input.columns().size() + i);
        }
        for (int i = 0; i < input.columns().size(); i++) {
            positions.put(input.columns().get(i).name(), i);
            if (input.columns().get(i).required()) {
                needed.add(i);
            }
        }
        owner = input.belongsTo() instanceof BelongsTo.ByColumn by ? position(by.column()) : -1;
        if (owner >= 0) {
            needed.add(owner);
        }
        if (input.roster() != null) {
            needed.add(position(input.roster().id()));
            needed.add(position(input.roster().name()));
        }
    }

    Input input() {
        return input;
    }

    String name() {
        return input.name();
    }

    /**
     * Returns the heads of a table whose columns no rules can name (corrections, decisions), each in Chinese and English; empty
     * for an input of the rules.
     */
    List<String> fixedHeads() {
        return input.roster() != null || input.belongsTo() != null
                ? List.of()
                : columns().stream()
                        .map(column -> String.join("/", column.headers().subList(0, 2)))
                        .toList();
    }

    boolean strict() {
        return strict;
    }

    boolean tellsPassedOver() {
        return tellsPassedOver;
    }

    List<Column> columns() {
        return input.columns();
    }

    /** Returns the columns computed row by row; their positions follow those of {@link #columns}. */
    List<Derived> derived() {
        return input.derived();
    }

    Gathered gathered() {
        return gathered;
    }

    /** Returns where a finding on the column at a position stands: there; -1, at the whole row, if it is a derived one. */
    int cell(int position) {
        return position < columns().size() ? position : -1;
    }

    /** Returns whether the column, a derived one too, at a position is masked. */
    boolean personal(int position) {
        return position < columns().size()
                ? columns().get(position).personal()
                : derived().get(position - columns().size()).personal();
    }

    /** Returns the name of the column, a derived one too, at a position. */
    String name(int position) {
        return position < columns().size()
                ? columns().get(position).name()
                : derived().get(position - columns().size()).name();
    }

    /** Returns the type of the column, a derived one too, at a position. */
    ColumnType type(int position) {
        return position < columns().size()
                ? columns().get(position).type()
                : derived().get(position - columns().size()).type();
    }

    /** Returns the positions of the columns without which a head is none. */
    Set<Integer> needed() {
        return needed;
    }

    /** Returns the position of the column that names the subject; -1 where none does. */
    int owner() {
        return owner;
    }

    /** Returns a column's position; -1 if there is none of this name. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** Returns whether a merged cell of this column holds for all its rows: amounts would be counted twice. */
    boolean repeatsWhenMerged(int column) {
        ColumnType type = columns().get(column).type();
        return !type.numeric() && column != figures;
    }
}
