package org.platscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a program as a whole process.
 *
 * @param seconds from start to end
 * @param peakMegabytes the most memory that it or one of the processes it started held at a time, as the kernel counts it; 0 where
 *     the system does not tell
 * @param output what it wrote to standard output
 */
record ProcessRun(double seconds, long peakMegabytes, String output) {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** Runs a command and waits for it. A program that fails ends the benchmark: its time would say nothing. */
    static ProcessRun of(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".out");
        Path errors = Files.createTempFile("bench", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        // The kernel keeps the most by itself. Asked too often, it would take the time of a program that uses all cores.
        for (long wait = 10; !process.waitFor(wait, TimeUnit.MILLISECONDS); wait = Math.min(2 * wait, 100)) {
            peak = Math.max(peak, peak(process.pid()));
            peak = Math.max(
                    peak,
                    process.descendants().mapToLong(each -> peak(each.pid())).max().orElse(0));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String out = Files.readString(output, StandardCharsets.UTF_8);
        String err = Files.readString(errors, StandardCharsets.UTF_8);
        Files.delete(output);
        Files.delete(errors);
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + out + err);
        }
        return new ProcessRun(seconds, peak / 1024, out);
    }

    private static long peak(long pid) {
        try {
            Matcher found = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
