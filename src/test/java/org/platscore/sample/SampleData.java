package org.platscore.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the sample assessment folder: 42 invented platforms with their logs, self-assessments, expert scores,
 * inspections and corrections, and the faults that such files have. Everything is drawn from seeded distributions; two
 * runs give the same bytes.
 */
public final class SampleData {

    private SampleData() {}

    /** Writes the sample into the folder that the one argument names, such as {@code sample-data}. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder to write to");
        }
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, byte[]> file : files(new ArrayList<>()).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The bytes of each file by its path in the folder; what is planted in them is added to the list. */
    static Map<String, byte[]> files(List<Planted> planted) {
        List<Platform> platforms = Platform.all();
        List<Client> region = Client.region();
        Map<Platform, List<Service>> services = new LinkedHashMap<>();
        platforms.forEach(platform -> services.put(platform, Services.of(platform, region)));
        List<Submission> submissions = platforms.stream()
                .map(platform -> Submission.draw(platform, income(services.getOrDefault(platform, List.of()))))
                .toList();
        List<Log> logs = Log.all(services);
        List<Service> misread = Faults.plant(logs);

        Map<String, byte[]> files = new TreeMap<>();
        files.put("platforms.csv", csv("\uFEFF", roster(platforms)));
        for (Log log : logs) {
            files.put(log.path(), LogWriter.bytes(log, planted));
        }
        for (Submission submission : submissions) {
            String path = "submissions/" + submission.platform().id() + ".xlsx";
            files.put(path, SubmissionWriter.bytes(submission, path, planted));
        }
        files.put(Panel.FILE, csv("", Panel.lines(platforms, planted)));
        files.put(Inspections.FILE, csv("", Inspections.lines(platforms, planted)));
        files.put(Adjustments.FILE, csv("\uFEFF", Adjustments.lines(sound(logs), misread, submissions)));
        files.put("README.md", Readme.text(planted).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static BigDecimal income(List<Service> services) {
        return services.stream().flatMap(row -> row.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The services of each platform at which nothing is planted. */
    private static Map<Platform, List<Service>> sound(List<Log> logs) {
        return logs.stream()
                .flatMap(Log::lines)
                .filter(line -> line.fault().isEmpty())
                .flatMap(line -> line.service().stream())
                .collect(Collectors.groupingBy(Service::platform, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<List<String>> roster(List<Platform> platforms) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("平台编号", "平台名称", "所属领域", "平台类别", "运营单位", "统一社会信用代码", "建成年份"));
        for (Platform platform : platforms) {
            lines.add(List.of(
                    platform.id(),
                    platform.name(),
                    platform.domain().label(),
                    platform.type(),
                    platform.operator(),
                    platform.code(),
                    String.valueOf(platform.opened())));
        }
        return lines;
    }

    private static byte[] csv(String mark, List<List<String>> lines) {
        return lines.stream()
                .map(line -> String.join(",", line))
                .collect(Collectors.joining("\r\n", mark, "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
