package org.platscore.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Findings;
import org.platscore.finding.Lang;
import org.platscore.finding.Quantity;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.reward.Allocation;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.Rounding;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;
import tools.jackson.core.JsonGenerator;

/** results.json: everything a run found, for programs. */
public final class ResultsJson {

    private final AssessmentResult result;
    private final Scores scores;
    private final Rulebook rules;
    private final Lang lang;
    private final JsonGenerator json;
    private final List<Column> attributes;

    private ResultsJson(AssessmentResult result, Scores scores, Lang lang, JsonGenerator json) {
        this.result = result;
        this.scores = scores;
        this.rules = result.rules();
        this.lang = lang;
        this.json = json;
        this.attributes = Attributes.of(rules);
    }

    public static void write(AssessmentResult result, Scores scores, Lang lang, Path file) throws IOException {
        JsonFile.write(file, json -> new ResultsJson(result, scores, lang, json).all());
    }

    private void all() {
        json.writeStartObject();
        json.writeNumberProperty("platscore_results", 1);
        json.writeStringProperty("title", rules.title());
        json.writeStringProperty("edition", rules.edition());
        json.writeName("period");
        json.writeStartObject();
        json.writeStringProperty("from", rules.period().from().toString());
        json.writeStringProperty("to", rules.period().to().toString());
        json.writeEndObject();
        json.writeStringProperty("rules_sha256", rules.file().sha256());
        json.writeNumberProperty("subjects", result.intake().subjects().size());
        json.writeName("results");
        json.writeStartArray();
        result.standings().forEach(this::subject);
        json.writeEndArray();
        grades();
        rewards();
        findings();
        measures();
        columns();
        skipped();
        json.writeEndObject();
    }

    private void subject(Standing standing) {
        Subject subject = result.subject(standing.subject());
        SubjectScore score = scores.subjects().get(standing.subject());
        Rounding rounding = rules.rounding();
        Grade grade = standing.grade();
        json.writeStartObject();
        json.writeStringProperty("id", subject.id());
        json.writeStringProperty("name", subject.name());
        json.writeName("rank");
        if (standing.rank() == null) {
            json.writeNull();
        } else {
            json.writeNumber(standing.rank());
        }
        JsonFile.number(json, "total", score.total() == null ? null : Figures.total(rounding, score.total()));
        JsonFile.text(json, "grade", grade == null ? null : grade.id());
        JsonFile.text(json, "grade_label", grade == null ? null : grade.label());
        json.writeName("veto");
        if (score.veto() == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("id", score.veto().id());
            json.writeStringProperty("label", score.veto().label());
            json.writeEndObject();
        }
        decision(standing);
        attributes(subject);
        ResultsJsonFigures figures = new ResultsJsonFigures(rules, lang, json);
        figures.measures(scores.measures(), standing.subject());
        figures.nodes("rubric", score.rubric().of());
        figures.nodes("bonuses", score.bonuses());
        figures.nodes("deductions", score.deductions());
        JsonFile.number(json, "bonus", Figures.bounded(rounding, score.bonus()));
        JsonFile.number(json, "deduction", Figures.bounded(rounding, score.deduction()));
        path(standing.path());
        award(standing.subject());
        json.writeEndObject();
    }

    private void decision(Standing standing) {
        if (standing.decided() == null) {
            return;
        }
        Decision decision = standing.decided().decision();
        json.writeName("decision");
        json.writeStartObject();
        json.writeStringProperty("grade", decision.grade());
        json.writeStringProperty("reason", decision.reason());
        json.writeStringProperty("decided_by", decision.decidedBy());
        if (decision.date() != null) {
            json.writeStringProperty("date", decision.date().toString());
        }
        json.writeStringProperty("computed", standing.decided().computed().id());
        json.writeEndObject();
    }

    private void attributes(Subject subject) {
        json.writeName("attributes");
        json.writeStartObject();
        for (Column column : attributes) {
            ResultsJsonFigures.value(json, column.name(), subject.shown(rules.roster(), column.name()));
        }
        json.writeEndObject();
    }

    private void path(List<Standing.Step> path) {
        json.writeName("grade_path");
        json.writeStartArray();
        for (Standing.Step step : path) {
            json.writeStartObject();
            json.writeStringProperty("grade", step.grade().id());
            json.writeBooleanProperty("taken", step.taken());
            json.writeStringProperty("reason", step.reason().in(lang));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void award(int subject) {
        json.writeName("reward");
        Shares.of(result.allocation(), subject).write(json);
    }

    private void grades() {
        json.writeName("grades");
        json.writeStartObject();
        for (Grade grade : rules.grades()) {
            json.writeNumberProperty(grade.id(), Grades.count(result, grade));
        }
        json.writeEndObject();
    }

    private void rewards() {
        json.writeName("rewards");
        Rewards rewards = rules.rewards();
        Allocation allocation = result.allocation();
        BigFraction allocated = allocation == null ? BigFraction.ZERO : allocation.allocated();
        json.writeStartObject();
        JsonFile.number(json, "budget", rewards == null ? null : Figures.plain(rewards.budget()));
        JsonFile.number(json, "allocated", Figures.plain(allocated));
        JsonFile.number(json, "unit", rewards == null ? null : Figures.plain(rewards.unit()));
        json.writeEndObject();
    }

    /** What the names of measures stand for, so that a comparison can tell them without the rules. */
    private void measures() {
        json.writeName("measures");
        json.writeStartObject();
        for (Measure measure : rules.measures()) {
            titled(measure.name(), measure.label(), measure.unit(), measure.share());
        }
        json.writeEndObject();
    }

    private void columns() {
        json.writeName("columns");
        json.writeStartObject();
        for (Column column : attributes) {
            String unit = column.type() == ColumnType.MONEY ? Quantity.YUAN : "";
            titled(column.name(), column.label(), unit, column.type() == ColumnType.PERCENT);
        }
        json.writeEndObject();
    }

    private void titled(String name, String label, String unit, boolean share) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("label", label);
        if (!unit.isEmpty()) {
            json.writeStringProperty("unit", unit);
        }
        if (share) {
            json.writeBooleanProperty("share", true);
        }
        json.writeEndObject();
    }

    /** Names the files that were left out, where there are any: what stands above knows nothing of them. */
    private void skipped() {
        List<String> skipped = result.intake().skipped();
        if (!skipped.isEmpty()) {
            json.writeName("skipped_files");
            json.writeStartArray();
            skipped.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private void findings() {
        Findings findings = result.findings();
        json.writeName("findings");
        json.writeStartObject();
        for (Severity severity : List.of(Severity.STOP, Severity.WARN, Severity.REJECT, Severity.INFO)) {
            json.writeNumberProperty(severity.key(), findings.count(severity));
        }
        json.writeEndObject();
    }
}
