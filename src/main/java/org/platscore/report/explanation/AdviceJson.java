package org.platscore.report.explanation;

import java.io.OutputStream;
import org.platscore.analysis.Advice;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.report.data.Figures;
import org.platscore.report.data.JsonFile;
import org.platscore.report.data.ResultsJsonFigures;
import org.platscore.rules.Rounding;
import tools.jackson.core.JsonGenerator;

/** Advice as JSON, for programs. */
public final class AdviceJson {

    private AdviceJson() {}

    /**
     * Writes an advice.
     *
     * @param out stays open
     */
    public static void write(Advice advice, Rounding rounding, Lang lang, OutputStream out) {
        JsonFile.write(out, json -> all(advice, rounding, lang, json));
    }

    private static void all(Advice advice, Rounding rounding, Lang lang, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("platscore_advice", 1);
        json.writeStringProperty("id", advice.subject().id());
        json.writeStringProperty("name", advice.subject().name());
        JsonFile.number(json, "total", advice.total() == null ? null : Figures.total(rounding, advice.total()));
        JsonFile.text(
                json, "grade", advice.grade() == null ? null : advice.grade().id());
        JsonFile.text(json, "next", advice.next() == null ? null : advice.next().id());
        JsonFile.number(json, "reward", Figures.plain(advice.reward()));
        json.writeName("changes");
        json.writeStartArray();
        advice.changes().forEach(change -> change(change, rounding, json));
        json.writeEndArray();
        json.writeName("obstacles");
        json.writeStartArray();
        for (Message obstacle : advice.obstacles()) {
            json.writeString(obstacle.in(lang));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void change(Advice.Change change, Rounding rounding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("measure", change.measure().name());
        json.writeStringProperty("label", change.measure().label());
        json.writeStringProperty("unit", change.measure().unit());
        ResultsJsonFigures.value(json, "from", change.from());
        ResultsJsonFigures.value(json, "to", change.to());
        JsonFile.number(json, "by", Figures.plain(change.by()));
        JsonFile.number(json, "grid", Figures.plain(change.grid()));
        JsonFile.number(json, "gain", Figures.points(rounding, change.gain()));
        json.writeName("points");
        json.writeStartArray();
        for (Advice.Points each : change.points()) {
            json.writeStartObject();
            json.writeStringProperty("id", each.id());
            JsonFile.number(json, "from", Figures.points(rounding, each.from()));
            JsonFile.number(json, "to", Figures.points(rounding, each.to()));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFile.number(json, "total", Figures.total(rounding, change.total()));
        json.writeNumberProperty("rank", change.rank());
        json.writeStringProperty("grade", change.grade().id());
        JsonFile.number(json, "reward", Figures.plain(change.reward()));
        json.writeBooleanProperty("formula_only", change.formulaOnly());
        json.writeBooleanProperty("once", change.once());
        json.writeEndObject();
    }
}
