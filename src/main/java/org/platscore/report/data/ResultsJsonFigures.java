package org.platscore.report.data;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.MeasureValue;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import tools.jackson.core.JsonGenerator;

/** The measures and points of one subject in results.json. */
public final class ResultsJsonFigures {

    private final Rulebook rules;
    private final Lang lang;
    private final JsonGenerator json;

    ResultsJsonFigures(Rulebook rules, Lang lang, JsonGenerator json) {
        this.rules = rules;
        this.lang = lang;
        this.json = json;
    }

    /** Writes {@code "measures": {…}}. */
    void measures(MeasureTable table, int subject) {
        json.writeName("measures");
        json.writeStartObject();
        for (Measure measure : rules.measures()) {
            MeasureValue value = table.get(subject, measure.name());
            json.writeName(measure.name());
            json.writeStartObject();
            value(json, "claimed", value.claimed());
            value(json, "measured", value.measured());
            if (value.corrected() != null) {
                value(json, "corrected", value.corrected());
            }
            value(json, "used", value.used());
            count("rows", value.rows());
            count("rejected_rows", value.rejectedRows());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void count(String name, long rows) {
        json.writeName(name);
        if (rows < 0) {
            json.writeNull();
        } else {
            json.writeNumber(rows);
        }
    }

    /** Writes {@code "name": […]} with a list of groups, indicators, bonuses or deductions. */
    void nodes(String name, List<NodeScore> nodes) {
        json.writeName(name);
        json.writeStartArray();
        nodes.forEach(this::node);
        json.writeEndArray();
    }

    private void node(NodeScore score) {
        RubricNode node = score.node();
        json.writeStartObject();
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("label", node.label());
        JsonFile.number(json, "weight", Figures.plain(score.weight()));
        BigDecimal points = score.points() == null ? null : Figures.points(rules.rounding(), score.points());
        if (node instanceof RubricNode.Leaf) {
            RubricNode.Leaf leaf = (RubricNode.Leaf) node;
            JsonFile.text(json, "measure", leaf.measure());
            value(json, "value", score.value());
            json.writeStringProperty("method", leaf.method().name());
            JsonFile.number(json, "points", points);
            json.writeStringProperty("status", score.status().key());
            json.writeStringProperty("reason", score.reason().in(lang));
        } else {
            JsonFile.number(json, "points", points);
            nodes("of", score.of());
        }
        json.writeEndObject();
    }

    /** Writes a member with a value of the data: a number, a truth, a text, or null. */
    public static void value(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigFraction) {
            json.writeNumber(Exact.decimal((BigFraction) value));
        } else if (value instanceof BigDecimal) {
            json.writeNumber(Exact.tidy((BigDecimal) value));
        } else if (value instanceof Boolean) {
            json.writeBoolean((Boolean) value);
        } else {
            json.writeString(value.toString());
        }
    }
}
