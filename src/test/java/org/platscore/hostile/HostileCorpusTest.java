package org.platscore.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.cli.Main;

/** Each folder of the corpus ends as its case says, through the front door: no fault of ours, no more memory than it may take. */
class HostileCorpusTest {

    /** All codes of findings. */
    private static final String CODES =
            "unreadable-file encrypted-file not-a-workbook too-large no-header missing-column duplicate-column extra-column"
                    + " missing-file empty-input missing-value bad-value ambiguous-value formula-error no-cached-value"
                    + " number-as-text digits-lost unit-unclear merged-cells extra-cells stray-quote sum-row wrong-ending"
                    + " repaired-workbook external-link macros bad-credit-code pilot-credit-code unknown-subject"
                    + " duplicate-subject formula-value label-not-found label-twice hidden-rows hidden-sheet unread-sheet unread-file example-sheet"
                    + " claim-mismatch correction-unused bad-benchmark no-rows no-value too-few-values floor-unpayable unpaid-rest"
                    + " reviewers-disagree tie-at-quota budget-exceeded";

    @TempDir
    Path folder;

    static List<HostileCase> cases() {
        return HostileCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHostileFolderEndsAsItsCaseSays(HostileCase hostile) throws Exception {
        hostile.write(folder.resolve("data"));
        String data = folder.resolve("data").toString();
        if (hostile.exit() != 0) {
            Run assess = run(
                    hostile.heap(),
                    "assess",
                    data,
                    "--out",
                    folder.resolve("out").toString(),
                    "--lang",
                    "zh");
            assertThat(assess.exit).as(assess.text).isEqualTo(hostile.exit());
            assertThat(assess.text).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(kinds(Files.readString(folder.resolve("out.findings.csv"))))
                    .as(assess.text)
                    .isEqualTo(hostile.findings());
        }
        if (hostile.exit() == 0 || hostile.heap() == 0) {
            Run check = run(hostile.heap(), "check", data, "--format", "csv", "--lang", "en");
            assertThat(kinds(check.out)).as(check.text).isEqualTo(hostile.findings());
            assertThat(check.exit).as(check.text).isEqualTo(hostile.exit());
        }
    }

    @Test
    void everyCodeHasACase() {
        Set<String> met = new TreeSet<>();
        cases().forEach(each -> each.findings().forEach(finding -> met.add(finding.split(" ")[1])));
        assertThat(met).containsAll(List.of(CODES.split(" ")));
    }

    private record Run(int exit, String out, String text) {}

    /** Runs the program here, or in one of its own with so much memory. */
    private static Run run(int heap, String... args) throws IOException, InterruptedException {
        if (heap == 0) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit = Main.run(
                    args,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Collections.addAll(command, args);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text, text);
    }

    private static Set<String> kinds(String csv) throws IOException, CsvException {
        Set<String> kinds = new TreeSet<>();
        try (CSVReader reader = new CSVReader(new java.io.StringReader(csv))) {
            for (String[] row : reader.readAll()) {
                kinds.add(row[0].replace("\uFEFF", "") + " " + row[1]);
            }
        }
        kinds.remove("severity code");
        // What check says of the rules themselves is not the matter here.
        kinds.removeIf(kind -> kind.matches("warn R\\d+"));
        return kinds;
    }
}
