package org.platscore.report.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.reward.PaidRow;
import org.platscore.rules.Rounding;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import tools.jackson.core.JsonGenerator;

/** What {@code platscore reward} prints: rows with their amounts, in the order in which they came. */
public final class PaidRows {

    private PaidRows() {}

    /** Returns the rows as CSV with the columns of rewards.csv, without its row of sums. */
    public static byte[] csv(List<PaidRow> rows, Rulebook rules, Rewards rewards) {
        List<String> parts = rewards.parts().stream().map(RewardPart::id).toList();
        List<@Nullable Object> head = new ArrayList<>(List.of("id", "name", "grade", "total"));
        head.addAll(parts);
        head.addAll(List.of("minus", "limited", "scaled", "rounded", "reward"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            csv.write(head);
            for (PaidRow row : rows) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(row.id());
                cells.add(row.name().isEmpty() ? null : row.name());
                cells.add(row.grade());
                cells.add(total(row, rules.rounding()));
                RewardsCsv.addShares(cells, parts, Shares.of(row.award()));
                csv.write(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the rows as a JSON array of id, grade, total and reward, the last as in results.json. */
    public static byte[] json(List<PaidRow> rows, Rulebook rules) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonFile.write(bytes, json -> {
            json.writeStartArray();
            rows.forEach(row -> write(row, rules.rounding(), json));
            json.writeEndArray();
        });
        return bytes.toByteArray();
    }

    private static void write(PaidRow row, Rounding rounding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        JsonFile.text(json, "grade", row.grade());
        JsonFile.number(json, "total", total(row, rounding));
        json.writeName("reward");
        Shares.of(row.award()).write(json);
        json.writeEndObject();
    }

    /** Returns the total as the row has it, with the declared decimals at least. */
    private static @Nullable BigDecimal total(PaidRow row, Rounding rounding) {
        if (row.total() == null) {
            return null;
        }
        BigDecimal total = Exact.decimal(row.total());
        return total.scale() < rounding.total() ? total.setScale(rounding.total()) : total;
    }
}
