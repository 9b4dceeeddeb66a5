package org.platscore.report.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderLockTest {

    private static final int RUNS = 4;
    private static final int TIMES = 2_000;

    @TempDir
    Path folder;

    private final AtomicInteger holders = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void oneRunAtATimeHoldsIt() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(RUNS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            all.add(runs.submit(() -> {
                takeAndRelease();
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        runs.shutdown();
        assertThat(taken.get()).isPositive();
        assertThat(most.get()).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("work"))).isFalse();
    }

    @Test
    void anotherProcessIsRefusedAsLongAsItIsHeld() throws Exception {
        FolderLock lock = FolderLock.take(folder.resolve("work"), folder.resolve("out"), "--out");
        assertThat(inAnotherProcess()).isEqualTo("output.locked");
        lock.release();
        assertThat(inAnotherProcess()).isEqualTo("taken");
    }

    private String inAnotherProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherRun.class.getName(),
                        folder.resolve("work").toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Takes the lock of a folder and tells what came of it. */
    static final class AnotherRun {
        public static void main(String[] args) throws IOException {
            try {
                FolderLock.take(Path.of(args[0]), Path.of("out"), "--out").release();
                System.out.println("taken");
            } catch (OutputRefused e) {
                System.out.println(e.what().key());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file", "a link that leads nowhere"})
    void whatIsNoFolderIsRefused(String kind) throws IOException {
        Path work = folder.resolve("work");
        if (kind.equals("a file")) {
            Files.createFile(work);
        } else {
            Files.createSymbolicLink(work, folder.resolve("elsewhere"));
        }

        assertThatThrownBy(() -> FolderLock.take(work, folder.resolve("out"), "--out"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private void takeAndRelease() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            FolderLock lock;
            try {
                lock = FolderLock.take(folder.resolve("work"), folder.resolve("out"), "--out");
            } catch (OutputRefused e) {
                continue;
            }
            most.accumulateAndGet(holders.incrementAndGet(), Math::max);
            taken.incrementAndGet();
            Thread.onSpinWait();
            holders.decrementAndGet();
            lock.release();
        }
    }
}
