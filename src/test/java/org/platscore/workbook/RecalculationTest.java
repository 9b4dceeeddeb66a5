package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;
import org.platscore.naive.RandomCase;
import org.platscore.published.ProgramRun;
import tools.jackson.databind.JsonNode;

/**
 * LibreOffice works out every formula of the workbooks anew: of sample-data, and of random rules and data.
 * {@code -Dplatscore.recalculation.cases=200} runs more of them, {@code -Dplatscore.recalculation.first=77} begins at another
 * seed.
 */
class RecalculationTest {
    private static final long FIRST = Long.getLong("platscore.recalculation.first", 1);
    private static final int CASES = Integer.getInteger("platscore.recalculation.cases", 32);
    /** Seeds that once came out wrong. */
    private static final List<Long> AGAIN = List.of(5021L, 5048L, 5078L, 5111L, 5127L);

    private static final String SAMPLE = "sample";
    private static final String POISONED = "poisoned";
    /** A place among the peers in every form, for a field in which some have no value, one of them vetoed. */
    private static final String PLACES = "places";

    private static final String PLACES_RULES = "weights: relative\n" + Office.unitRules("名次", """
            domain: {header: 领域, type: text}
            x: {header: 甲数, type: number}
            y: {header: 乙数, type: number}
            """, """
            measures:
              x: {label: 甲数, value: units.x, missing: exclude}
              y: {label: 乙数, value: units.y, missing: exclude}
            rubric:
            """);

    private static final String PLACES_UNITS = """
            编号,名称,领域,甲数,乙数
            U1,甲家,新材料,90,1
            U2,乙家,新材料,80,2
            U3,丙家,农业,80,3
            U4,丁家,农业,70,4
            U5,戊家,新材料,,5
            U6,己家,农业,,66
            U7,庚家,农业,85,66
            U8,辛家,,,7
            """;

    @TempDir
    private static Path folder;

    private static final Map<String, ProgramRun> RUNS = new LinkedHashMap<>();

    @BeforeAll
    static void assessAndRecalculate() throws IOException {
        Soffice.assumePresent();
        Path written = Files.createDirectories(folder.resolve("written"));
        ProgramRun sample = ProgramRun.of(Path.of("sample-data"), folder.resolve("sample"));
        assertThat(sample.code()).as(sample.said()).isZero();
        keep(SAMPLE, sample, written);
        places(written);
        int cases = 0;
        for (long seed = FIRST; cases < CASES; seed++) {
            cases += random(seed, written) ? 1 : 0;
        }
        for (long seed : AGAIN) {
            random(seed, written);
        }
        poison(written);
        List<Path> books = new ArrayList<>();
        RUNS.keySet().forEach(name -> books.add(written.resolve(name + ".xlsx")));
        books.add(written.resolve(POISONED + ".xlsx"));
        Soffice.recalculate(books, Files.createDirectories(folder.resolve("recalculated")));
    }

    private static void places(Path written) throws IOException {
        List<String> leaves = new ArrayList<>();
        for (String by : List.of("min-max", "share-of-best", "rank", "z-score")) {
            for (String options : List.of("", ", lower_is_better: true", ", within: domain")) {
                String peers = "{peers: {by: " + by + options + "}}";
                leaves.add("measure: x, score: " + peers);
                leaves.add("score: {best_of: [{measure: x, score: " + peers
                        + "}, {measure: y, score: {linear: {zero: 0, full: 100}}}]}");
                leaves.add(
                        "measure: x, score: {by: {of: y, bands: [{under: 2, use: {linear: {zero: 0, full: 100}}}, {use: "
                                + peers + "}]}}");
            }
        }
        leaves.add("measure: y, score: {per_unit: {every: x, points: 1, after: 50}}");
        leaves.add("measure: y, score: {steps: [{from: 5, points: 1}, {from: x, points: 0.5}]}");
        StringBuilder rules = new StringBuilder(PLACES_RULES);
        for (int i = 0; i < leaves.size(); i++) {
            rules.append("  - {id: L" + i + ", weight: 1, " + leaves.get(i) + "}\n");
        }
        rules.append("  - {id: M, weight: 1, measure: y, score: {linear: {zero: 0, full: 100}}}\n");
        rules.append("vetoes:\n  - {id: v, label: 否决, when: \"y = 66\", grade: fail}\n");
        rules.append("grades:\n  - {id: pass, label: 合格, min: 4}\n  - {id: fail, label: 不合格}\n");
        rules.append("rewards:\n  parts:\n    - {id: base, label: 等次奖励, fixed: {pass: 100}}\n");
        rules.append("  limit: {percent: 50%, of: x}\n");
        Path data = Files.createDirectories(folder.resolve(PLACES));
        Files.writeString(data.resolve("scoring-rules.yaml"), rules);
        Files.writeString(data.resolve("units.csv"), PLACES_UNITS);
        ProgramRun run = ProgramRun.of(data, folder.resolve("out-" + PLACES));
        assertThat(run.code()).as(run.said()).isZero();
        keep(PLACES, run, written);
    }

    /** Assesses made-up data by made-up rules; returns false where the run was stopped. */
    private static boolean random(long seed, Path written) throws IOException {
        String name = "seed-" + seed;
        if (RUNS.containsKey(name)) {
            return false;
        }
        Path random = Files.createDirectories(folder.resolve("random-" + seed));
        RandomCase.write(seed, random);
        ProgramRun run = ProgramRun.of(random, folder.resolve("out-" + seed));
        if (run.code() == 0) {
            keep(name, run, written);
        }
        return run.code() == 0;
    }

    private static void keep(String name, ProgramRun run, Path written) throws IOException {
        RUNS.put(name, run);
        Files.copy(run.out().resolve("assessment.xlsx"), written.resolve(name + ".xlsx"));
    }

    /** Gives one formula a kept value that is not what it comes to. */
    private static void poison(Path written) throws IOException {
        try (XSSFWorkbook book = Recalculated.open(written.resolve(SAMPLE + ".xlsx"))) {
            for (Cell cell : book.getSheet("评分明细").getRow(7)) {
                if (cell.getCellType() == CellType.FORMULA) {
                    cell.setCellValue(77.77);
                    break;
                }
            }
            try (var out = Files.newOutputStream(written.resolve(POISONED + ".xlsx"))) {
                book.write(out);
            }
        }
    }

    private static List<String> differences(String name) throws IOException {
        return Recalculated.differences(
                folder.resolve("written/" + name + ".xlsx"), folder.resolve("recalculated/" + name + ".xlsx"));
    }

    @Test
    void aKeptValueThatIsWrongIsFound() throws IOException {
        assertThat(differences(POISONED)).singleElement().asString().contains("kept 77.77");
    }

    @Test
    void everyFormulaOfTheSampleComesToTheValueItKeeps() throws IOException {
        assertThat(differences(SAMPLE)).isEmpty();
    }

    @Test
    void aPlaceAmongPeersIsNothingWithoutAValue() throws IOException {
        assertThat(differences(PLACES)).isEmpty();
    }

    @Test
    void aLimitByAMeasureDoesNotBindWithoutItsValue() throws IOException {
        ProgramRun run = Objects.requireNonNull(RUNS.get(PLACES));
        JsonNode withoutValue = run.results()
                .get("results")
                .valueStream()
                .filter(subject -> subject.get("id").asString().equals("U5"))
                .findFirst()
                .orElseThrow();
        assertThat(withoutValue.get("reward").get("amount").asInt()).isEqualTo(100);
        try (XSSFWorkbook book = Recalculated.open(folder.resolve("recalculated/" + PLACES + ".xlsx"))) {
            assertThat(ResultCells.differences(book, run.results())).isEmpty();
        }
    }

    @Test
    void everyFormulaOfRandomRulesComesToTheValueItKeeps() throws IOException {
        StringBuilder differences = new StringBuilder();
        for (String name : RUNS.keySet()) {
            List<String> found = differences(name);
            for (String each : found.subList(0, Math.min(5, found.size()))) {
                differences.append(name).append(' ').append(each).append('\n');
            }
        }
        assertThat(differences.toString()).isEmpty();
    }

    @Test
    void recalculatedFiguresAreThoseOfTheResults() throws IOException {
        StringBuilder differences = new StringBuilder();
        for (Map.Entry<String, ProgramRun> run : RUNS.entrySet()) {
            try (XSSFWorkbook book = Recalculated.open(folder.resolve("recalculated/" + run.getKey() + ".xlsx"))) {
                ResultCells.differences(book, run.getValue().results())
                        .forEach(each -> differences
                                .append(run.getKey())
                                .append(' ')
                                .append(each)
                                .append('\n'));
            }
        }
        assertThat(differences.toString()).isEmpty();
    }

    @Test
    void atLeastNineInTenPointsOfTheSampleAreFormulas() throws IOException {
        int formulas = 0;
        int points = 0;
        try (XSSFWorkbook book = Recalculated.open(folder.resolve("written/" + SAMPLE + ".xlsx"))) {
            Sheet sheet = book.getSheet("评分明细");
            for (int row = 5; row < 5 + 42; row++) {
                for (int column = 3; column < sheet.getRow(row).getLastCellNum() - 1; column++) {
                    points++;
                    formulas += sheet.getRow(row).getCell(column).getCellType() == CellType.FORMULA ? 1 : 0;
                }
            }
        }
        assertThat(formulas).isGreaterThanOrEqualTo(points * 9 / 10);
    }
}
