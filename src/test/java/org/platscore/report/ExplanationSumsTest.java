package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.analysis.Explaining;
import org.platscore.analysis.SampleRun;
import org.platscore.finding.Lang;
import org.platscore.intake.Subject;
import org.platscore.report.explanation.ExplanationJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does with an explanation's JSON what a script of the auditor's would: adds up the rows that count. */
class ExplanationSumsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final MathContext THIRTY = new MathContext(30, RoundingMode.HALF_UP);
    private static final Explaining EXPLAINING = Explaining.of(SampleRun.RESULT, SampleRun.TRAIL);

    static Stream<String> subjects() {
        return SampleRun.RESULT.intake().subjects().stream().map(Subject::id);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theRowsThatCountAddUpToEveryMeasure(String id) {
        int added = 0;
        for (JsonNode measure : explained(id).get("measures")) {
            if (measure.has("counted_rows")) {
                assertThat(added(measure))
                        .as(id + " " + measure.get("label").asString())
                        .isEqualTo(measured(measure));
                added++;
            }
        }
        assertThat(added).isGreaterThan(12);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void correctionsLeadFromTheMeasuredToTheUsedValue(String id) {
        for (JsonNode measure : explained(id).get("measures")) {
            if (measure.has("corrections")) {
                JsonNode corrections = measure.get("corrections");
                assertThat(corrections.get(corrections.size() - 1).get("after").decimalValue())
                        .isEqualByComparingTo(measure.get("used").decimalValue());
            } else if (!measure.get("measured").isNull()) {
                assertThat(measure.get("used")).isEqualTo(measure.get("measured"));
            }
        }
    }

    @Test
    void everyRowOfALogIsCountedOrLeftOutWithAReason() {
        JsonNode measure = explained("P34").get("measures").get("service_income");
        for (JsonNode row : measure.get("left_out_rows")) {
            assertThat(row.get("reason").asString()).isNotEmpty();
            assertThat(row.get("file").asString()).isNotEmpty();
            assertThat(row.get("row").asInt()).isPositive();
        }
        int rows = 0;
        for (JsonNode pile : measure.get("rows")) {
            rows += pile.get("rows").asInt();
        }
        assertThat(rows)
                .isEqualTo(measure.get("counted_rows").size()
                        + measure.get("left_out_rows").size());
    }

    private static JsonNode explained(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExplanationJson.write(EXPLAINING.explain(SampleRun.subject(id), null), true, Lang.ZH, out);
        return MAPPER.readTree(out.toByteArray());
    }

    private static @Nullable BigDecimal measured(JsonNode measure) {
        return measure.get("measured").isNull()
                ? null
                : measure.get("measured").decimalValue().stripTrailingZeros();
    }

    private static @Nullable BigDecimal added(JsonNode measure) {
        List<BigDecimal> numbers = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (JsonNode row : measure.get("counted_rows")) {
            JsonNode value = row.get("value");
            if (value.isNumber()) {
                numbers.add(value.decimalValue());
            }
            texts.add(value.asString());
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String aggregate = measure.get("aggregate").asString();
        @Nullable
        BigDecimal figure = switch (aggregate) {
            case "distinct" -> BigDecimal.valueOf(texts.size());
            case "mean" -> numbers.isEmpty() ? null : sum.divide(BigDecimal.valueOf(numbers.size()), THIRTY);
            case "count", "sum" -> sum;
            default -> throw new IllegalArgumentException(aggregate);
        };
        return figure == null ? null : figure.stripTrailingZeros();
    }
}
