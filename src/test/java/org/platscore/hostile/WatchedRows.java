package org.platscore.hostile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.RowCounter;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureCollector;
import org.platscore.rules.Column;
import org.platscore.rules.Input;

/** Counts rows, and keeps what it sees of those of one subject: what became of each, its place, cells and faults. */
final class WatchedRows implements RowConsumer {

    final List<String> seen = new ArrayList<>();

    private final MeasureCollector collector;
    private final boolean counting;
    private final int index;

    /**
     * A witness.
     *
     * @param counting whether rows of others may be counted without being made
     * @param index of the subject
     */
    WatchedRows(MeasureCollector collector, boolean counting, int index) {
        this.collector = collector;
        this.counting = counting;
        this.index = index;
    }

    @Override
    public boolean watches(Subject subject) {
        return subject.index() == index;
    }

    @Override
    public @Nullable RowCounter counter() {
        return counting ? collector.counter() : null;
    }

    @Override
    public void forget() {
        collector.forget();
        seen.clear();
    }

    @Override
    public void accepted(Input input, Subject subject, PlacedRow row) {
        collector.accepted(input, subject, row);
        see("accepted", input, subject, row);
    }

    @Override
    public void rejected(Input input, Subject subject, String code, PlacedRow row) {
        collector.rejected(input, subject, code, row);
        see(code, input, subject, row);
    }

    @Override
    public void passedOver(Input input, Subject subject, PlacedRow row) {
        see("passed over", input, subject, row);
    }

    @Override
    public void only(Input input, Subject subject, PlacedRow row) {
        collector.only(input, subject, row);
    }

    private void see(String fate, Input input, Subject subject, PlacedRow row) {
        if (watches(subject)) {
            StringBuilder text = new StringBuilder(fate + " " + row.place());
            for (Column column : input.columns()) {
                text.append(" | ").append(row.shown(column.name())).append('=').append(row.cell(column.name()));
            }
            row.faults().forEach(each -> text.append(' ').append(each.code()));
            seen.add(text.toString());
        }
    }
}
