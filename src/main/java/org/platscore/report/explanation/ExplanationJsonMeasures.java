package org.platscore.report.explanation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explanation;
import org.platscore.analysis.MeasureReason;
import org.platscore.analysis.MeasureRow;
import org.platscore.analysis.RowSums;
import org.platscore.finding.Lang;
import org.platscore.finding.Place;
import org.platscore.measure.MeasureValue;
import org.platscore.measure.TooFew;
import org.platscore.report.data.JsonFile;
import org.platscore.report.data.ResultsJsonFigures;
import org.platscore.rules.Measure;
import tools.jackson.core.JsonGenerator;

/** The measures of an explanation: values, corrections, and the rows or cells they come from. */
final class ExplanationJsonMeasures {

    private final boolean rows;
    private final Lang lang;
    private final JsonGenerator json;

    /** @param rows whether every row is listed */
    ExplanationJsonMeasures(boolean rows, Lang lang, JsonGenerator json) {
        this.rows = rows;
        this.lang = lang;
        this.json = json;
    }

    void measure(MeasureReason reason, Explanation explanation) {
        Measure measure = reason.measure();
        MeasureValue value = reason.value();
        json.writeStartObject();
        json.writeStringProperty("label", measure.label());
        json.writeStringProperty("unit", measure.unit());
        json.writeStringProperty("aggregate", aggregate(measure.definition()));
        value("claimed", value.claimed());
        value("measured", value.measured());
        if (value.corrected() != null) {
            value("corrected", value.corrected());
        }
        value("used", value.used());
        if (value.used() == null) {
            value("stand_in", value.standIn());
        }
        corrections(reason.corrections());
        if (measure.definition() instanceof Measure.Computed) {
            json.writeStringProperty(
                    "formula",
                    ((Measure.Computed) measure.definition()).formula().source());
        }
        if (!reason.from().isEmpty()) {
            json.writeName("from");
            json.writeStartObject();
            for (String name : reason.from()) {
                value(name, explanation.value(name));
            }
            json.writeEndObject();
        }
        if (reason.place() != null) {
            json.writeName("source");
            json.writeStartObject();
            place(reason.place());
            json.writeStringProperty("text", reason.shown());
            json.writeEndObject();
        }
        TooFew few = TooFew.of(measure, value);
        if (few != null) {
            json.writeName("too_few");
            json.writeStartObject();
            json.writeNumberProperty("values", few.values());
            json.writeNumberProperty("at_least", few.needed());
            json.writeEndObject();
        }
        if (reason.counted()) {
            summary(reason);
            if (rows) {
                rows(
                        "counted_rows",
                        reason.rows().stream().filter(MeasureRow::counted).toList());
                rows(
                        "left_out_rows",
                        reason.rows().stream().filter(row -> !row.counted()).toList());
            }
        }
        json.writeEndObject();
    }

    private void summary(MeasureReason reason) {
        json.writeName("rows");
        json.writeStartArray();
        for (RowSums.Pile pile : RowSums.of(reason)) {
            json.writeStartObject();
            json.writeStringProperty("standing", pile.standing().key());
            json.writeStringProperty("code", pile.code());
            JsonFile.text(
                    json, "reason", pile.reason() == null ? null : pile.reason().in(lang));
            json.writeNumberProperty("rows", pile.rows());
            value("sum", pile.told());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rows(String name, List<MeasureRow> listed) {
        json.writeName(name);
        json.writeStartArray();
        for (MeasureRow row : listed) {
            json.writeStartObject();
            if (!row.counted()) {
                json.writeStringProperty("standing", row.standing().key());
                json.writeStringProperty("code", row.code());
                JsonFile.text(
                        json,
                        "reason",
                        row.reason() == null ? null : row.reason().in(lang));
            }
            place(row.place());
            json.writeStringProperty("text", row.shown());
            value("value", row.told());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void corrections(List<MeasureReason.Corrected> corrections) {
        if (corrections.isEmpty()) {
            return;
        }
        json.writeName("corrections");
        json.writeStartArray();
        for (MeasureReason.Corrected each : corrections) {
            json.writeStartObject();
            json.writeStringProperty(
                    "operation", each.correction().operation().name().toLowerCase(Locale.ROOT));
            value("value", each.correction().value());
            json.writeStringProperty("reason", each.correction().reason());
            json.writeStringProperty("decided_by", each.correction().decidedBy());
            JsonFile.text(
                    json,
                    "date",
                    each.correction().date() == null
                            ? null
                            : each.correction().date().toString());
            place(each.correction().place());
            value("after", each.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(Place place) {
        json.writeStringProperty("file", place.file());
        JsonFile.text(json, "sheet", place.sheet());
        json.writeName("row");
        if (place.row() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(place.row());
        }
        JsonFile.text(json, "cell", place.column() == 0 ? null : Place.letters(place.column()) + place.row());
        JsonFile.text(json, "column", place.header().isEmpty() ? null : place.header());
    }

    private void value(String name, @Nullable Object value) {
        ResultsJsonFigures.value(json, name, value);
    }

    private static String aggregate(Measure.Definition definition) {
        if (definition instanceof Measure.Over) {
            return ((Measure.Over) definition).aggregate().name().toLowerCase(Locale.ROOT);
        }
        if (definition instanceof Measure.Count) {
            return "count";
        }
        return definition instanceof Measure.Computed ? "formula" : "value";
    }
}
