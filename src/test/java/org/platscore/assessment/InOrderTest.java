package org.platscore.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes on beside the results that are handed on must not outlast them: the folder that it writes to is swept then. */
class InOrderTest {

    private static final List<Integer> ITEMS = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    private static final int JOBS = 4;

    private final CountDownLatch begun = new CountDownLatch(JOBS - 1);
    private final AtomicInteger atWork = new AtomicInteger();

    @Test
    void nothingIsAtWorkAnyMoreWhenNoFurtherResultIsWanted() {
        InOrder.run(ITEMS, JOBS, this::work, result -> false);

        assertThat(atWork).hasValue(0);
    }

    @Test
    void nothingIsAtWorkAnyMoreWhenAResultCannotBeTaken() {
        IllegalStateException fault = new IllegalStateException("made up");

        assertThatThrownBy(() -> InOrder.run(ITEMS, JOBS, this::work, result -> {
                    throw fault;
                }))
                .isSameAs(fault);

        assertThat(atWork).hasValue(0);
    }

    @Test
    void moreJobsThanThereAreItemsDoThemAllInOrder() {
        List<Integer> taken = new ArrayList<>();

        InOrder.run(ITEMS, Integer.MAX_VALUE, item -> item, taken::add);

        assertThat(taken).isEqualTo(ITEMS);
    }

    /** The first item is done as soon as all other threads have begun with theirs; they take long, and heed no interruption. */
    private int work(int item) {
        if (item == 0) {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return item;
        }
        atWork.incrementAndGet();
        begun.countDown();
        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        atWork.decrementAndGet();
        return item;
    }
}
