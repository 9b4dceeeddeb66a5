package org.platscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures were taken on, and with. */
final class Machine {

    private static final Pattern LIBRARY =
            Pattern.compile("(duckdb_jdbc|fastcsv|fastexcel-reader|poi-ooxml)-([0-9][^/\\\\]*)\\.jar");

    private Machine() {}

    /** Returns a line on the machine. */
    static String line() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB, %s %s, Java %s (%s)",
                Runtime.getRuntime().availableProcessors(),
                told("/proc/cpuinfo", "model name"),
                gigabytes(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.vendor"));
    }

    /** Returns a line on the peers. */
    static String peers() throws InterruptedException {
        List<String> versions = new ArrayList<>();
        Matcher library = LIBRARY.matcher(System.getProperty("java.class.path"));
        while (library.find()) {
            versions.add(library.group(1) + " " + library.group(2));
        }
        Programs.pythonVersion("openpyxl").ifPresent(versions::add);
        return String.join(", ", versions);
    }

    private static double gigabytes() throws IOException {
        String total = told("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return total.isEmpty() ? 0 : Long.parseLong(total) / 1_048_576.0;
    }

    private static String told(String file, String key) throws IOException {
        if (Files.exists(Path.of(file))) {
            for (String line :
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(key)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return "";
    }
}
