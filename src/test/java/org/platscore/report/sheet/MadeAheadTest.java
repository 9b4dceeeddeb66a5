package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class MadeAheadTest {

    private static final int MANY = 5_003;

    private final AtomicReference<Thread> maker = new AtomicReference<>();

    @Test
    void rowsOfALongTableKeepTheirOrder() {
        List<Integer> written = new ArrayList<>();

        MadeAhead.write(
                rows(MANY, row -> {}), row -> written.add((Integer) row.get(0).value()));

        assertThat(written).hasSize(MANY).isSorted().doesNotHaveDuplicates();
        assertThat(maker.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void rowsOfAShortTableNeedNoThread() {
        List<List<Cell>> written = new ArrayList<>();

        MadeAhead.write(rows(3, row -> {}), written::add);

        assertThat(written).hasSize(3);
        assertThat(maker.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void aRowThatCannotBeMadeIsToldAfterThoseBeforeIt() {
        List<List<Cell>> written = new ArrayList<>();
        IllegalStateException fault = new IllegalStateException("row 4000");

        assertThatThrownBy(() -> MadeAhead.write(
                        rows(MANY, row -> {
                            if (row == 4_000) {
                                throw fault;
                            }
                        }),
                        written::add))
                .isSameAs(fault);

        assertThat(written).hasSizeBetween(3_900, 4_000);
    }

    @Test
    void nobodyGoesOnMakingRowsThatCannotBeWritten() throws InterruptedException {
        IllegalStateException fault = new IllegalStateException("full");

        assertThatThrownBy(() -> MadeAhead.write(rows(MANY, row -> {}), row -> {
                    throw fault;
                }))
                .isSameAs(fault);

        Thread thread = Objects.requireNonNull(maker.get());
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private List<List<Cell>> rows(int count, IntConsumer making) {
        return new AbstractList<>() {
            @Override
            public List<Cell> get(int index) {
                maker.set(Thread.currentThread());
                making.accept(index);
                return List.of(Cell.order(index));
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
