package org.platscore.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;

/** Findings as a JSON array of objects with the keys of findings.csv. */
public final class FindingsJson {

    private FindingsJson() {}

    /**
     * Writes the array.
     *
     * @param findings in the order of {@link Finding#ORDER}
     * @throws IOException if the file cannot be written
     */
    public static void write(List<Finding> findings, Path file, Lang lang) throws IOException {
        JsonFile.write(file, json -> {
            json.writeStartArray();
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringProperty("severity", finding.severity().key());
                json.writeStringProperty("code", finding.code());
                json.writeStringProperty("input", finding.input());
                json.writeStringProperty("file", finding.file());
                json.writeStringProperty("sheet", finding.sheet());
                json.writeName("row");
                if (finding.place() == null || finding.place().row() == 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(finding.place().row());
                }
                json.writeStringProperty("column", finding.header());
                json.writeStringProperty("value", finding.value());
                json.writeStringProperty("subject", finding.subject());
                json.writeStringProperty("message", finding.message().in(lang));
                json.writeStringProperty("action", finding.action().in(lang));
                if (finding.more() > 0) {
                    json.writeNumberProperty("more", finding.more());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
