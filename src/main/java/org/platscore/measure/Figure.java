package org.platscore.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.RowCounter;
import org.platscore.intake.bulk.IdSet;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Measure;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.condition.Folded;

/** One figure of one subject as its rows come in, one after another. The order of the rows makes no difference. */
interface Figure {

    /** How many parts make one. */
    BigDecimal PARTS = BigDecimal.valueOf(RowCounter.PARTS);

    /** Takes the cell of a row that fulfils the measure's condition. */
    void add(Object cell);

    /** Takes a number in parts, see {@link RowCounter#PARTS}. */
    default void add(long parts) {
        add(BigDecimal.valueOf(parts).divide(PARTS));
    }

    /** Takes a cell by its number among the different ones; only where different cells are counted. */
    default void addKey(int key) {
        throw new IllegalStateException("cells are not told apart here");
    }

    /** Returns the figure; null where it has no value. */
    @Nullable
    BigFraction value();

    /** Returns how many rows entered it. */
    long rows();

    /**
     * Returns a figure without rows.
     *
     * @param type of the column's cells
     * @param cells the different cells of all subjects
     */
    static Figure of(Measure.Over over, ColumnType type, DifferentCells cells) {
        boolean needsValues = over.trim() > 0 || over.aggregate() == Measure.Aggregate.MEDIAN;
        if (over.aggregate() == Measure.Aggregate.DISTINCT) {
            return new Distinct(type, over.atLeast(), cells);
        }
        return needsValues ? new Values(over) : new Running(over);
    }

    /** Returns the number of a cell, a word of a scale as its number, yes and no as 1 and 0. */
    private static BigFraction number(Object cell) {
        Object value = Cells.value(cell);
        if (value instanceof BigFraction) {
            return (BigFraction) value;
        }
        throw new IllegalArgumentException("no number: " + cell);
    }

    /** The number of rows. */
    final class Count implements Figure {
        private long rows;

        @Override
        public void add(Object cell) {
            rows++;
        }

        @Override
        public BigFraction value() {
            return BigFraction.of(rows);
        }

        @Override
        public long rows() {
            return rows;
        }
    }

    /** The number of different cells. */
    final class Distinct implements Figure {
        private final ColumnType type;
        private final int atLeast;
        private final DifferentCells cells;
        private final IdSet keys = new IdSet();
        private long rows;

        Distinct(ColumnType type, int atLeast, DifferentCells cells) {
            this.cells = cells;
            this.type = type;
            this.atLeast = atLeast;
        }

        @Override
        public void add(Object cell) {
            addKey(cells.number(Folded.cell(type, cell)));
        }

        @Override
        public void addKey(int key) {
            rows++;
            keys.add(key);
        }

        @Override
        public @Nullable BigFraction value() {
            return rows < atLeast ? null : BigFraction.of(keys.size());
        }

        @Override
        public long rows() {
            return rows;
        }
    }

    /** A sum, mean, least or greatest value: no cell is kept. */
    final class Running implements Figure {
        private final Measure.Over over;
        private BigDecimal decimals = BigDecimal.ZERO;
        private BigFraction fractions = BigFraction.ZERO;
        /** What more there is to the sum, as long as it fits. */
        private long parts;

        private @Nullable BigFraction extreme;
        private long rows;

        Running(Measure.Over over) {
            this.over = over;
        }

        @Override
        public void add(Object cell) {
            rows++;
            switch (over.aggregate()) {
                case MIN -> extreme = extreme == null ? number(cell) : Exact.min(extreme, number(cell));
                case MAX -> extreme = extreme == null ? number(cell) : Exact.max(extreme, number(cell));
                default -> add(cell instanceof BigDecimal ? (BigDecimal) cell : null, cell);
            }
        }

        @Override
        public void add(long number) {
            if (over.aggregate() == Measure.Aggregate.MIN || over.aggregate() == Measure.Aggregate.MAX) {
                add(BigDecimal.valueOf(number).divide(PARTS));
                return;
            }
            rows++;
            long sum = parts + number;
            if (((parts ^ sum) & (number ^ sum)) < 0) {
                decimals = decimals.add(BigDecimal.valueOf(parts).divide(PARTS));
                sum = number;
            }
            parts = sum;
        }

        /** Decimals are added as such, which is many times faster than fractions. */
        private void add(@Nullable BigDecimal decimal, Object cell) {
            if (decimal != null) {
                decimals = decimals.add(decimal);
            } else {
                fractions = fractions.add(number(cell));
            }
        }

        private BigFraction sum() {
            return Exact.of(decimals.add(BigDecimal.valueOf(parts).divide(PARTS)))
                    .add(fractions);
        }

        @Override
        public @Nullable BigFraction value() {
            if (rows == 0 && over.aggregate() == Measure.Aggregate.SUM && over.atLeast() == 0) {
                return BigFraction.ZERO;
            }
            if (rows == 0 || rows < over.atLeast()) {
                return null;
            }
            return switch (over.aggregate()) {
                case SUM -> sum();
                case MEAN -> sum().divide(BigFraction.of(rows));
                default -> extreme;
            };
        }

        @Override
        public long rows() {
            return rows;
        }
    }

    /** A median, or a figure without its highest and lowest values. */
    final class Values implements Figure {
        private final Measure.Over over;
        private final List<BigFraction> values = new ArrayList<>();

        Values(Measure.Over over) {
            this.over = over;
        }

        @Override
        public void add(Object cell) {
            values.add(number(cell));
        }

        @Override
        public @Nullable BigFraction value() {
            int drop = dropped();
            if (drop == 0 && values.isEmpty() && over.aggregate() == Measure.Aggregate.SUM && over.atLeast() == 0) {
                return BigFraction.ZERO;
            }
            if (values.size() < over.atLeast() || values.size() <= 2 * drop) {
                return null;
            }
            List<BigFraction> kept = values.stream()
                    .sorted()
                    .skip(drop)
                    .limit(values.size() - 2L * drop)
                    .toList();
            return switch (over.aggregate()) {
                case SUM -> Exact.sum(kept);
                case MEAN -> Statistics.mean(kept);
                case MIN -> Statistics.min(kept);
                case MAX -> Statistics.max(kept);
                case MEDIAN -> Statistics.median(kept);
                case DISTINCT -> throw new IllegalStateException("distinct values are not kept");
            };
        }

        @Override
        public long rows() {
            return value() == null ? values.size() : values.size() - 2L * dropped();
        }

        private int dropped() {
            return values.size() < over.trimFrom() ? 0 : over.trim();
        }
    }
}
