package org.platscore.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder with something wrong in it, and what an assessment has to say of it. A file of cases holds any number of
 *
 * <pre>
 * # what is wrong
 * rules NAME            rules/NAME.yaml; left out: log
 * heap MB               run in a program of its own with so much memory
 * exit STATUS
 * SEVERITY CODE         all kinds of findings, each once
 * --- PATH              a file with the lines that follow
 * --- PATH as CHARSET   the same, in another charset
 * --- PATH by NAME      a file that {@link HostileFiles} makes
 * </pre>
 */
record HostileCase(
        String label, String rules, int heap, int exit, TreeSet<String> findings, Map<String, byte[]> files) {

    static final Path FOLDER = Path.of("src/test/resources/hostile");

    /** Returns all cases. */
    static List<HostileCase> all() {
        List<HostileCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : (Iterable<Path>)
                    files.filter(each -> each.toString().endsWith(".txt")).sorted()::iterator) {
                for (String part : Files.readString(file).split("(?m)^# ")) {
                    if (!part.isBlank()) {
                        cases.add(read(part));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static HostileCase read(String part) {
        String[] pieces = part.split("(?m)^--- ");
        String label = "";
        String rules = "log";
        int heap = 0;
        int exit = -1;
        TreeSet<String> findings = new TreeSet<>();
        for (String line : pieces[0].strip().lines().toList()) {
            String[] words = line.split(" ");
            if (label.isEmpty()) {
                label = line;
            } else if (words[0].equals("rules")) {
                rules = words[1];
            } else if (words[0].equals("heap")) {
                heap = Integer.parseInt(words[1]);
            } else if (words[0].equals("exit")) {
                exit = Integer.parseInt(words[1]);
            } else {
                findings.add(line);
            }
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            int end = pieces[i].indexOf('\n');
            String[] head = pieces[i].substring(0, end).split(" ");
            boolean made = head.length == 3 && head[1].equals("by");
            Charset charset = head.length == 3 && !made ? Charset.forName(head[2]) : StandardCharsets.UTF_8;
            String text = pieces[i].substring(end + 1).stripTrailing() + "\n";
            files.put(
                    head[0], made ? HostileFiles.make(head[2]) : text.isBlank() ? new byte[0] : text.getBytes(charset));
        }
        return new HostileCase(label, rules, heap, exit, findings, files);
    }

    /** Writes the folder: a sound one, and over it this case's files. */
    void write(Path folder) {
        try {
            copy(FOLDER.resolve("sound"), folder);
            Files.copy(FOLDER.resolve("rules").resolve(rules + ".yaml"), folder.resolve("scoring-rules.yaml"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
