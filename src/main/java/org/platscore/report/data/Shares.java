package org.platscore.report.data;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import tools.jackson.core.JsonGenerator;

/**
 * An award as it is printed. The parts and changes are decimals of at most 30 digits; {@code rounded} takes what is left, so
 * that they add up to the amount exactly.
 *
 * @param parts by part id, in file order
 */
public record Shares(
        Map<String, BigDecimal> parts,
        BigDecimal minus,
        BigDecimal limited,
        BigDecimal scaled,
        BigDecimal rounded,
        BigDecimal amount) {

    public static Shares of(Award award) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        award.parts().forEach((id, part) -> parts.put(id, Exact.decimal(part)));
        BigDecimal minus = Exact.decimal(award.minus());
        BigDecimal limited = Exact.decimal(award.limited());
        BigDecimal scaled = Exact.decimal(award.scaled());
        BigDecimal amount = Exact.decimal(award.amount());
        BigDecimal before = parts.values().stream().reduce(minus.add(limited).add(scaled), BigDecimal::add);
        return new Shares(parts, minus, limited, scaled, Exact.tidy(amount.subtract(before)), amount);
    }

    /** Returns the award of one subject; nothing at all where the rules have no rewards. */
    public static Shares of(@Nullable Allocation allocation, int subject) {
        BigDecimal nothing = BigDecimal.ZERO;
        return allocation == null
                ? new Shares(Map.of(), nothing, nothing, nothing, nothing, nothing)
                : of(allocation.awards().get(subject));
    }

    /** Returns the sums of two. */
    public Shares plus(Shares other) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>(parts);
        other.parts.forEach((id, part) -> sums.merge(id, part, (a, b) -> Exact.tidy(a.add(b))));
        return new Shares(
                sums,
                Exact.tidy(minus.add(other.minus)),
                Exact.tidy(limited.add(other.limited)),
                Exact.tidy(scaled.add(other.scaled)),
                Exact.tidy(rounded.add(other.rounded)),
                Exact.tidy(amount.add(other.amount)));
    }

    /** Writes the award as an object of results.json. */
    void write(JsonGenerator json) {
        json.writeStartObject();
        JsonFile.number(json, "amount", amount);
        json.writeName("parts");
        json.writeStartObject();
        parts.forEach((id, part) -> JsonFile.number(json, id, part));
        json.writeEndObject();
        JsonFile.number(json, "minus", minus);
        JsonFile.number(json, "limited", limited);
        JsonFile.number(json, "scaled", scaled);
        JsonFile.number(json, "rounded", rounded);
        json.writeEndObject();
    }
}
