package org.platscore.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.condition.Other;
import org.platscore.rules.condition.Row;

/** The row that was read last, as conditions see it, and what its cells came to in tests before. */
final class SlotRow implements Row {

    private static final String ROSTER = "roster.";
    /** Days from 1900 on are all that a date may be. */
    private static final int FIRST_DAY = -25_567;

    private static final int DAYS = 110_000;

    private final RowPlan plan;
    private final List<Subject> subjects;
    private final CellSlots cells;
    /** By column and test: what each day came to. */
    private final byte[][][] days;

    private int subject;

    SlotRow(RowPlan plan, List<Subject> subjects, CellSlots cells) {
        this.plan = plan;
        this.subjects = subjects;
        this.cells = cells;
        this.days = new byte[plan.columns().length][][];
        for (int i = 0; i < days.length; i++) {
            days[i] = new byte[plan.columns()[i].tests()][];
        }
    }

    void belongsTo(int index) {
        subject = index;
    }

    @Override
    public @Nullable Object cell(String column) {
        if (column.startsWith(ROSTER)) {
            return subjects.get(subject).cell(column);
        }
        int position = plan.spec().position(column);
        return position < 0 ? null : cell(position);
    }

    /** Returns the cell of a column by its position. */
    @Nullable
    Object cell(int position) {
        return cells.cell(position);
    }

    @Override
    public boolean among(Other other, Object key) {
        return plan.spec().gathered().holds(other, subjects.get(subject), key);
    }

    /** Returns whether a condition holds for the row. */
    boolean holds(QuickTest test) {
        return switch (test.join()) {
            case ALL -> {
                for (QuickTest part : test.parts()) {
                    if (!holds(part)) {
                        yield false;
                    }
                }
                yield true;
            }
            case ANY -> any(test.parts());
            case NONE -> !any(test.parts());
            case TEST -> test.column() < 0 ? test.condition().holds(this) : single(test);
        };
    }

    private boolean any(List<QuickTest> parts) {
        for (QuickTest part : parts) {
            if (holds(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean single(QuickTest test) {
        int column = test.column();
        long slot = cells.slot(column);
        if (slot == Word.BLANK) {
            return test.blank();
        }
        byte[] known;
        int at;
        if (cells.mode(column) == ColumnPlan.Mode.WORD) {
            known = cells.word(column).verdicts;
            at = test.number();
        } else if (cells.mode(column) == ColumnPlan.Mode.DAY && slot >= FIRST_DAY && slot < FIRST_DAY + DAYS) {
            byte[][] byTest = days[column];
            known = byTest[test.number()];
            if (known == null) {
                known = new byte[DAYS];
                byTest[test.number()] = known;
            }
            at = (int) slot - FIRST_DAY;
        } else {
            return test.condition().holds(this);
        }
        if (known[at] == 0) {
            known[at] = (byte) (test.condition().holds(this) ? 2 : 1);
        }
        return known[at] == 2;
    }
}
