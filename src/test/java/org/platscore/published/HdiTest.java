package org.platscore.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Indices as they are published, written in the rules language. Source of the Human Development Index: UNDP, Human
 * Development Report 2023/24 (CC BY 3.0 IGO), see the README beside the rules.
 */
class HdiTest {
    private static final Path RULES = Path.of("src/test/resources/published");

    @TempDir
    Path out;

    @Test
    void allRankedCountriesHaveTheirPublishedIndexRankAndGroup() throws IOException, CsvException {
        List<String> published = publishedCountries();

        Map<String, JsonNode> computed =
                ProgramRun.assess(RULES.resolve("hdi"), out.resolve("out")).subjects();

        assertThat(published).hasSize(193);
        assertThat(computed.values().stream()
                        .map(country -> String.join(
                                " ",
                                country.get("id").asString(),
                                country.get("total").decimalValue().toPlainString(),
                                country.get("rank").asString(),
                                country.get("grade_label").asString()))
                        .sorted())
                .isEqualTo(published);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "D, 1, 31100, 378",
        "B, 2, 50, 1",
        "A, 3, 3500, 72",
        "C, 4, 145700, 3024",
    })
    void aCompositeOfThreeLevelsHasItsExactValue(String unit, int rank, BigDecimal over, BigDecimal under) {
        JsonNode computed = ProgramRun.assess(RULES.resolve("composite"), out.resolve("out"))
                .subjects()
                .get(unit);

        assertThat(computed.get("total").decimalValue())
                .isEqualByComparingTo(over.divide(under, new MathContext(30, RoundingMode.HALF_UP)));
        assertThat(computed.get("rank").asInt()).isEqualTo(rank);
    }

    /** Each ranked country as "code index rank group". */
    private static List<String> publishedCountries() throws IOException, CsvException {
        try (CSVReader reader = new CSVReader(Files.newBufferedReader(RULES.resolve("hdi/hdi-2022.csv")))) {
            return reader.readAll().stream()
                    .skip(1)
                    .filter(cells -> !cells[8].isEmpty())
                    .map(cells -> String.join(
                            " ", cells[0], new BigDecimal(cells[7]).setScale(3).toString(), cells[8], cells[2]))
                    .sorted()
                    .toList();
        }
    }
}
