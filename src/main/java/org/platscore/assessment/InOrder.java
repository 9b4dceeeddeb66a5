package org.platscore.assessment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.platscore.finding.Threads;

/** Works on items side by side and hands the results on in their order. */
final class InOrder {

    /** For each thread so many items may be ahead of the one that is handed on. */
    private static final int AHEAD = 4;

    private InOrder() {}

    static <I, T> void run(List<I> items, int jobs, Function<I, T> work, Batch.Sink<T> sink) {
        int atOnce = Math.min(jobs, items.size());
        ExecutorService threads = Threads.pool("batch", atOnce);
        Deque<Future<T>> ahead = new ArrayDeque<>();
        try {
            int next = 0;
            boolean wanted = true;
            while (wanted && (next < items.size() || !ahead.isEmpty())) {
                while (next < items.size() && ahead.size() < AHEAD * atOnce) {
                    I item = items.get(next++);
                    ahead.add(threads.submit(() -> work.apply(item)));
                }
                wanted = sink.take(Threads.result(ahead.remove()));
            }
        } finally {
            Threads.end(threads);
        }
    }
}
