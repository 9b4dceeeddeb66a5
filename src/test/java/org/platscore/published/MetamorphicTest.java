package org.platscore.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample assessment, run again on inputs and rules that were changed in a way whose effect is known. */
class MetamorphicTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final Path RULES = Path.of("scoring-rules.yaml");

    @TempDir
    static Path shared;

    static ProgramRun asItIs;

    @TempDir
    Path folder;

    @BeforeAll
    static void runTheSample() {
        asItIs = ProgramRun.assess(SAMPLE, shared.resolve("out"), "--rules", RULES.toString());
    }

    @Test
    void permutingTheRowsOfAllInputsChangesNoResult() throws IOException {
        PermutedRows.copy(SAMPLE, folder.resolve("permuted"), 20221231);

        ProgramRun permuted =
                ProgramRun.assess(folder.resolve("permuted"), folder.resolve("out"), "--rules", RULES.toString());

        for (String file : List.of("results.json", "scores.csv", "rewards.csv")) {
            assertThat(permuted.text(file)).as(file).isEqualTo(asItIs.text(file));
        }
    }

    @Test
    void placeLocaleTimeZoneAndCharsetChangeNoByteOfAnyFile() throws IOException, InterruptedException {
        Path here = subprocess("here", "-Duser.language=zh", "-Duser.country=CN", "-Duser.timezone=Asia/Shanghai");
        Path there = subprocess(
                "there/further/away",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=America/St_Johns",
                "-Dfile.encoding=ISO-8859-1");

        List<Path> files = files(here);
        assertThat(files)
                .contains(Path.of("assessment.xlsx"), Path.of("results.json"), Path.of("manifest.json"))
                .isEqualTo(files(there));
        for (Path file : files) {
            assertThat(Files.mismatch(here.resolve(file), there.resolve(file)))
                    .as(file.toString())
                    .isEqualTo(-1);
        }
    }

    private Path subprocess(String place, String... settings) throws IOException, InterruptedException {
        Path copy = folder.resolve(place);
        copy(SAMPLE, copy.resolve("data"));
        Files.copy(RULES, copy.resolve("data").resolve("scoring-rules.yaml"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of("org.platscore.cli.Main", "assess", "data", "--out", "out"));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(Files.readString(said, ISO_8859_1)).isZero();
        return copy.resolve("out");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.createDirectories(to.resolve(file).getParent());
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    /** Every file below a folder, from there. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void movingAPointFromOneIndicatorToItsSiblingMovesJustTheseTwo() throws IOException {
        ProgramRun changed = withRules(
                "id: A2, label: 服务台账佐证, weight: 4",
                "id: A2, label: 服务台账佐证, weight: 5",
                "id: A4, label: 运行经费保障, weight: 3",
                "id: A4, label: 运行经费保障, weight: 2");

        Map<String, JsonNode> before = asItIs.subjects();
        changed.subjects().forEach((id, after) -> {
            Map<String, BigDecimal> old = points(before.get(id));
            Map<String, BigDecimal> now = points(after);
            BigDecimal moved =
                    now.get("A2").subtract(old.get("A2")).add(now.get("A4")).subtract(old.get("A4"));
            assertThat(now.get("A").subtract(old.get("A"))).as(id).isEqualByComparingTo(moved);
            assertThat(after.get("total")
                            .decimalValue()
                            .subtract(before.get(id).get("total").decimalValue()))
                    .as(id)
                    .isEqualByComparingTo(moved);
            for (String same : old.keySet()) {
                if (!List.of("A", "A2", "A4").contains(same)) {
                    assertThat(now.get(same)).as(id + " " + same).isEqualTo(old.get(same));
                }
            }
        });
        assertThat(changed.text("scores.csv")).isNotEqualTo(asItIs.text("scores.csv"));
    }

    @Test
    void aLowerMarkForFullPointsRaisesThatIndicatorAndNoOther() throws IOException {
        ProgramRun changed = withRules(
                "measure: sme_share, score: {linear: {zero: 50%, full: 90%}}",
                "measure: sme_share, score: {linear: {zero: 50%, full: 80%}}");

        int raised = 0;
        for (Map.Entry<String, JsonNode> subject : changed.subjects().entrySet()) {
            Map<String, BigDecimal> old = points(asItIs.subjects().get(subject.getKey()));
            Map<String, BigDecimal> now = points(subject.getValue());
            assertThat(now.get("D2")).isGreaterThanOrEqualTo(old.get("D2"));
            raised += now.get("D2").compareTo(old.get("D2"));
            now.keySet().removeAll(List.of("D", "D2"));
            old.keySet().removeAll(List.of("D", "D2"));
            assertThat(now).isEqualTo(old);
        }
        assertThat(raised).isPositive();
    }

    @Test
    void aHigherLineOfAGradeDropsThoseBelowIt() throws IOException {
        ProgramRun changed = withRules("label: 良好, min: 70", "label: 良好, min: 79");

        Map<String, JsonNode> before = asItIs.subjects();
        List<String> dropped = new ArrayList<>();
        changed.subjects().forEach((id, after) -> {
            String old = before.get(id).get("grade").asString();
            boolean drops =
                    old.equals("good") && after.get("total").decimalValue().compareTo(new BigDecimal(79)) < 0;
            assertThat(after.get("grade").asString()).as(id).isEqualTo(drops ? "pass" : old);
            assertThat(after.get("total")).as(id).isEqualTo(before.get(id).get("total"));
            if (drops) {
                dropped.add(id);
            }
        });
        assertThat(dropped).isNotEmpty();
    }

    @Test
    void aSmallerQuotaKeepsTheFirstByRank() throws IOException {
        ProgramRun changed = withRules("at_most: 15%", "at_most: 5%");

        List<String> old = ofGrade(asItIs, "excellent");
        assertThat(old).hasSizeGreaterThan(2);
        assertThat(ofGrade(changed, "excellent")).isEqualTo(old.subList(0, 2));
    }

    @Test
    void anotherBudgetIsSpentToTheLastUnit() throws IOException {
        ProgramRun changed = withRules("budget: 1513万", "budget: 1400万");

        assertThat(rewards(asItIs)).isEqualByComparingTo("15130000");
        assertThat(rewards(changed)).isEqualByComparingTo("14000000");
        assertThat(ofGrade(changed, "good")).isEqualTo(ofGrade(asItIs, "good"));
    }

    @Test
    void scalingAllRelativeWeightsMovesNothing() throws IOException {
        Path composite = Path.of("src/test/resources/published/composite");
        String rules = Files.readString(composite.resolve("scoring-rules.yaml"));
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            String once = rules;
            String scaled = rules;
            while (once.contains("weight: 1,") || once.contains("weight: 1\n")) {
                BigDecimal weight = new BigDecimal(random.nextInt(9) + 2);
                once = once.replaceFirst("weight: 1\\b", "weight: " + weight);
                scaled = scaled.replaceFirst("weight: 1\\b", "weight: " + weight.multiply(new BigDecimal("3.7")));
            }
            String plain = scores(composite, once, "once" + round);
            assertThat(scores(composite, scaled, "scaled" + round)).isEqualTo(plain);
            assertThat(plain).isNotEqualTo(scores(composite, rules, "equal" + round));
        }
    }

    /** Ranks, totals and points of every node. */
    private String scores(Path data, String rules, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), rules);
        return ProgramRun.assess(data, folder.resolve(name), "--rules", file.toString())
                .text("scores.csv");
    }

    /** The sample with some texts in its rules replaced: each first by the next. */
    private ProgramRun withRules(String... changes) throws IOException {
        String rules = Files.readString(RULES);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(rules).contains(changes[i]);
            rules = rules.replace(changes[i], changes[i + 1]);
        }
        Path changed = Files.writeString(folder.resolve("changed.yaml"), rules);
        return ProgramRun.assess(SAMPLE, folder.resolve("out"), "--rules", changed.toString());
    }

    private static Map<String, BigDecimal> points(JsonNode subject) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (String list : List.of("rubric", "bonuses", "deductions")) {
            collect(subject.get(list), points);
        }
        return points;
    }

    private static void collect(JsonNode nodes, Map<String, BigDecimal> points) {
        for (JsonNode node : nodes) {
            JsonNode value = node.get("points");
            points.put(node.get("id").asString(), value.isNull() ? BigDecimal.ZERO : value.decimalValue());
            if (node.has("of")) {
                collect(node.get("of"), points);
            }
        }
    }

    private static List<String> ofGrade(ProgramRun run, String grade) {
        return run.subjects().entrySet().stream()
                .filter(subject -> grade.equals(subject.getValue().get("grade").asString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static BigDecimal rewards(ProgramRun run) {
        return run.subjects().values().stream()
                .map(subject -> subject.at("/reward/amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
