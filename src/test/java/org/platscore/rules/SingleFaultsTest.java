package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;
import org.platscore.rules.source.Diagnostic;

/** Single faults of rules that are in use: each is told, at its place, and once. The cases stand in single-faults.txt. */
class SingleFaultsTest {

    private static final Path CASES = Path.of("src/test/resources/rules/single-faults.txt");

    private static final Map<String, Path> RULES = Map.of(
            "sample", Path.of("scoring-rules.yaml"),
            "consortia", Path.of("sample-data/consortia/scoring-rules.yaml"));

    /** Cases of several faults at several places, though one slip of the mind. */
    private static final Set<String> SEVERAL = Set.of("formula-label", "reward-label-grade", "where-synonym");

    private record Case(String rules, String label, String before, String after) {}

    @Test
    void eachFaultIsToldAtItsPlace() throws IOException {
        String cases = Files.readString(CASES, StandardCharsets.UTF_8);
        String head = cases.substring(0, cases.indexOf("== "));

        String told = head + cases(cases).stream().map(each -> written(each)).collect(Collectors.joining("\n"));

        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(CASES, told, StandardCharsets.UTF_8);
        }
        assertThat(told).isEqualTo(Files.readString(CASES, StandardCharsets.UTF_8));
    }

    @Test
    void eachFaultIsToldOnce() throws IOException {
        assertThat(cases(Files.readString(CASES, StandardCharsets.UTF_8)))
                .hasSizeGreaterThan(200)
                .filteredOn(each -> !SEVERAL.contains(each.label))
                .allSatisfy(each -> {
                    List<Diagnostic> found = read(each).diagnostics();
                    assertThat(found).as(each.label).isNotEmpty();
                    assertThat(found.stream().filter(one -> !one.warning()))
                            .as(each.label)
                            .hasSizeLessThanOrEqualTo(1);
                });
    }

    private static List<Case> cases(String text) {
        List<Case> cases = new ArrayList<>();
        String[] head = {"", "", ""};
        for (String line : text.split("\n")) {
            if (line.startsWith("== ")) {
                head = new String[] {line.substring(3), "", ""};
            } else if (line.startsWith("- ")) {
                head[1] = plain(line.substring(2));
            } else if (line.startsWith("+ ")) {
                String[] names = head[0].split(" ", 2);
                cases.add(new Case(names[0], names[1], head[1], plain(line.substring(2))));
            }
        }
        return cases;
    }

    private static RulesReading read(Case each) {
        try {
            String rules = Files.readString(RULES.getOrDefault(each.rules, Path.of("")), StandardCharsets.UTF_8);
            int at = rules.indexOf(each.before);
            assertThat(at).as(each.label).isNotNegative();
            String faulty = rules.substring(0, at) + each.after + rules.substring(at + each.before.length());
            return RulesFile.read(faulty.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String written(Case each) {
        RulesReading reading = read(each);
        return "== " + each.rules + " " + each.label + "\n- " + escaped(each.before) + "\n+ " + escaped(each.after)
                + "\n"
                + reading.diagnostics().stream()
                        .map(one -> "> "
                                + DiagnosticText.render("rules", one, List.of(), Lang.ZH)
                                        .lines()
                                        .findFirst()
                                        .orElse("") + "\n")
                        .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("\n", "⏎").replace("\t", "⇥");
    }

    private static String plain(String text) {
        return text.replace("⏎", "\n").replace("⇥", "\t");
    }
}
