package org.platscore.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Copies of an assessment folder whose tables have the same rows in another order. Heads and what stands above them
 * stay, and so do sheets without a head, which are forms.
 */
final class PermutedRows {
    private static final Pattern ROW = Pattern.compile("<row [^>]*r=\"([0-9]+)\"[^>]*>.*?</row>", Pattern.DOTALL);

    /** A head, not a title, a unit or a form: at least so many filled cells. */
    private static final int LEAST_HEADS_CSV = 3;

    private static final int LEAST_HEADS_SHEET = 6;

    /** Folders with rules of their own, which the assessment does not read. */
    private static final Set<String> OTHERS = Set.of("consortia", "reference");

    private final Random random;

    private PermutedRows(long seed) {
        this.random = new Random(seed);
    }

    static void copy(Path folder, Path copy, long seed) throws IOException {
        PermutedRows permuted = new PermutedRows(seed);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each ->
                            !OTHERS.contains(folder.relativize(each).getName(0).toString()))
                    .sorted()
                    .toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                byte[] bytes = Files.readAllBytes(file);
                boolean zip = bytes[0] == 'P' && bytes[1] == 'K';
                if (file.toString().endsWith(".csv") || file.toString().endsWith(".xlsx") && !zip) {
                    Files.write(target, permuted.csv(bytes));
                } else if (zip) {
                    permuted.workbook(file, target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Lines of any charset in which the comma, the semicolon and the line break are those of ASCII. */
    private byte[] csv(byte[] bytes) {
        List<String> lines =
                Arrays.asList(new String(bytes, ISO_8859_1).stripTrailing().split("\r?\n"));
        int head = 0;
        while (filledCells(lines.get(head)) < LEAST_HEADS_CSV) {
            head++;
        }
        Collections.shuffle(lines.subList(head + 1, lines.size()), random);
        return (String.join("\r\n", lines) + "\r\n").getBytes(ISO_8859_1);
    }

    private static long filledCells(String line) {
        return Arrays.stream(line.split("[,;]")).filter(cell -> !cell.isBlank()).count();
    }

    private void workbook(Path file, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                boolean isSheet = entry.getName().startsWith("xl/worksheets/sheet");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isSheet ? sheet(new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
                out.closeEntry();
            }
        }
    }

    private String sheet(String xml) {
        List<MatchResult> rows = ROW.matcher(xml).results().toList();
        int head = 0;
        while (head < rows.size() && rows.get(head).group().split("<v>").length <= LEAST_HEADS_SHEET) {
            head++;
        }
        if (head >= rows.size()) {
            return xml;
        }
        List<MatchResult> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled.subList(head + 1, rows.size()), random);
        StringBuilder permuted = new StringBuilder();
        int end = 0;
        for (int i = 0; i < rows.size(); i++) {
            permuted.append(xml, end, rows.get(i).start());
            permuted.append(renumbered(shuffled.get(i).group(), rows.get(i).group(1)));
            end = rows.get(i).end();
        }
        return permuted.append(xml.substring(end)).toString();
    }

    private static String renumbered(String row, String number) {
        return row.replaceAll(
                "(<row [^>]*r=\"|<c [^>]*r=\"[A-Z]+)[0-9]+\"", "$1" + Matcher.quoteReplacement(number) + "\"");
    }
}
