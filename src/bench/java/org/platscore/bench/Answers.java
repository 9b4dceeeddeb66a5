package org.platscore.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run of ours says of each platform, in the form in which the peers answer. */
final class Answers {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Answers() {}

    /** Returns platform, rows, sum and clients, by platform. */
    static List<String> of(Path results) {
        List<String> answers = new ArrayList<>();
        for (JsonNode result : MAPPER.readTree(results.toFile()).get("results")) {
            JsonNode measures = result.get("measures");
            answers.add(
                    result.get("id").asString() + "," + used(measures, "count").toBigInteger() + ","
                            + used(measures, "income").setScale(2).toPlainString() + ","
                            + used(measures, "clients").toBigInteger());
        }
        answers.sort(null);
        return answers;
    }

    private static java.math.BigDecimal used(JsonNode measures, String name) {
        return measures.get(name).get("used").decimalValue();
    }

    /** Returns platform and points of each line that {@code score} printed. */
    static List<String> ofScore(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> {
                    List<String> answer = new ArrayList<>(List.of(cells[1]));
                    for (int c = cells.length - 3; c < cells.length; c++) {
                        answer.add(new java.math.BigDecimal(cells[c])
                                .stripTrailingZeros()
                                .toPlainString());
                    }
                    return String.join(",", answer);
                })
                .sorted()
                .toList();
    }
}
