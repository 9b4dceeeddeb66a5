package org.platscore.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.comparison.Cause;
import org.platscore.analysis.comparison.Comparison;
import org.platscore.analysis.comparison.Shift;
import org.platscore.analysis.comparison.SubjectChange;
import org.platscore.finding.Exact;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;
import org.platscore.report.data.JsonFile;
import org.platscore.report.data.ResultsJsonFigures;
import tools.jackson.core.JsonGenerator;

/** Two results side by side, for programs. */
record ComparisonJson(Comparison comparison, int decimals, JsonGenerator json) {

    void write() {
        json.writeStartObject();
        json.writeNumberProperty("platscore_comparison", 1);
        head("before", comparison.before());
        head("after", comparison.after());
        json.writeBooleanProperty("same_rules", !comparison.otherRules());
        json.writeName("counts");
        json.writeStartObject();
        for (SubjectChange.Status status : SubjectChange.Status.values()) {
            json.writeNumberProperty(status.key(), comparison.count(status));
        }
        json.writeEndObject();
        json.writeName("subjects");
        json.writeStartArray();
        comparison.changes().forEach(this::subject);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(String name, Results results) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("title", results.title());
        json.writeStringProperty("edition", results.edition());
        json.writeStringProperty("rules_sha256", results.rulesSha256());
        json.writeEndObject();
    }

    private void subject(SubjectChange change) {
        json.writeStartObject();
        json.writeStringProperty("id", change.shown().id());
        json.writeStringProperty("name", change.shown().name());
        json.writeStringProperty("status", change.status().key());
        json.writeBooleanProperty("renamed", change.renamed());
        standing("before", change.before());
        standing("after", change.after());
        JsonFile.number(json, "total_change", ComparisonReports.points(change.totalChange(), decimals));
        JsonFile.number(json, "reward_change", Exact.decimal(change.rewardChange()));
        causes(change.causes());
        json.writeName("split");
        json.writeStartArray();
        change.shifts().forEach(this::shift);
        json.writeEndArray();
        json.writeName("figures");
        json.writeStartArray();
        change.figures().forEach(this::figure);
        json.writeEndArray();
        json.writeName("attributes");
        json.writeStartArray();
        change.facts().forEach(this::fact);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void standing(String name, @Nullable ResultSubject subject) {
        json.writeName(name);
        if (subject == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("id", subject.id());
        json.writeStringProperty("name", subject.name());
        json.writeName("rank");
        if (subject.rank() == null) {
            json.writeNull();
        } else {
            json.writeNumber(subject.rank());
        }
        JsonFile.number(json, "total", ComparisonReports.points(subject.total(), decimals));
        JsonFile.text(json, "grade", subject.grade());
        JsonFile.text(json, "grade_label", subject.gradeLabel());
        JsonFile.text(
                json, "veto", subject.veto() == null ? null : subject.veto().id());
        JsonFile.number(json, "reward", Exact.decimal(subject.reward().amount()));
        json.writeEndObject();
    }

    private void shift(Shift shift) {
        json.writeStartObject();
        json.writeStringProperty("kind", shift.kind().key());
        JsonFile.text(json, "id", shift.id().isEmpty() ? null : shift.id());
        JsonFile.number(json, "before", Exact.decimal(shift.before()));
        JsonFile.number(json, "after", Exact.decimal(shift.after()));
        JsonFile.number(json, "change", Exact.decimal(shift.change()));
        if (shift.kind().leaf()) {
            json.writeStringProperty("label", shift.label());
            JsonFile.text(json, "measure", shift.measure());
            ResultsJsonFigures.value(json, "value_before", shift.valueBefore());
            ResultsJsonFigures.value(json, "value_after", shift.valueAfter());
        }
        causes(shift.causes());
        json.writeEndObject();
    }

    /** Tells a figure; its {@code cause} is null where one of several may have moved it. */
    private void figure(SubjectChange.FigureChange figure) {
        json.writeStartObject();
        json.writeStringProperty("measure", figure.measure());
        ResultsJsonFigures.value(json, "before", figure.before());
        ResultsJsonFigures.value(json, "after", figure.after());
        boolean known = figure.causes().size() == 1;
        JsonFile.text(json, "cause", known ? figure.causes().iterator().next().key() : null);
        causes(figure.causes());
        json.writeEndObject();
    }

    private void fact(SubjectChange.FactChange fact) {
        json.writeStartObject();
        json.writeStringProperty("column", fact.column());
        ResultsJsonFigures.value(json, "before", fact.before());
        ResultsJsonFigures.value(json, "after", fact.after());
        json.writeEndObject();
    }

    private void causes(Set<Cause> causes) {
        json.writeName("causes");
        json.writeStartArray();
        causes.forEach(cause -> json.writeString(cause.key()));
        json.writeEndArray();
    }
}
