package org.platscore.report.explanation;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explanation;
import org.platscore.analysis.IndicatorReason;
import org.platscore.analysis.RankReason;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.grading.Standing;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.report.data.Figures;
import org.platscore.report.data.JsonFile;
import org.platscore.report.data.ResultsJsonFigures;
import org.platscore.report.data.Shares;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.PoolSplit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;
import org.platscore.scoring.Basis;
import org.platscore.scoring.NodeScore;
import tools.jackson.core.JsonGenerator;

/** An explanation as JSON, for programs: every figure as exact as in results.json. */
public final class ExplanationJson {

    private final Explanation explanation;
    private final Rulebook rules;
    private final RulesWording wording;
    private final Lang lang;
    private final JsonGenerator json;
    private final ExplanationJsonMeasures measures;

    private ExplanationJson(Explanation explanation, boolean rows, Lang lang, JsonGenerator json) {
        this.explanation = explanation;
        this.rules = explanation.result().rules();
        this.wording = new RulesWording(rules);
        this.lang = lang;
        this.json = json;
        this.measures = new ExplanationJsonMeasures(rows, lang, json);
    }

    /**
     * Writes an explanation.
     *
     * @param rows whether every row is listed, else only how many there are for each reason
     * @param out stays open
     */
    public static void write(Explanation explanation, boolean rows, Lang lang, OutputStream out) {
        JsonFile.write(out, json -> new ExplanationJson(explanation, rows, lang, json).all());
    }

    private void all() {
        Subject subject = explanation.subject();
        Standing standing = explanation.standing();
        json.writeStartObject();
        json.writeNumberProperty("platscore_explanation", 1);
        json.writeStringProperty("title", rules.title());
        json.writeStringProperty("edition", rules.edition());
        json.writeStringProperty("rules_sha256", rules.file().sha256());
        json.writeStringProperty("id", subject.id());
        json.writeStringProperty("name", subject.name());
        rank(standing);
        BigFraction total = explanation.score().total();
        JsonFile.number(json, "total", total == null ? null : Figures.total(rules.rounding(), total));
        JsonFile.text(
                json,
                "grade",
                standing.grade() == null ? null : standing.grade().id());
        JsonFile.text(
                json,
                "grade_label",
                standing.grade() == null ? null : standing.grade().label());
        JsonFile.text(
                json,
                "veto",
                explanation.score().veto() == null
                        ? null
                        : explanation.score().veto().id());
        decision(standing);
        unassessed();
        json.writeName("indicators");
        json.writeStartArray();
        explanation.indicators().forEach(this::indicator);
        json.writeEndArray();
        groups();
        JsonFile.number(
                json,
                "bonus",
                Figures.bounded(rules.rounding(), explanation.score().bonus()));
        JsonFile.number(
                json,
                "deduction",
                Figures.bounded(rules.rounding(), explanation.score().deduction()));
        json.writeName("measures");
        json.writeStartObject();
        explanation.measures().forEach((name, reason) -> {
            json.writeName(name);
            measures.measure(reason, explanation);
        });
        json.writeEndObject();
        ranking();
        path();
        reward();
        json.writeEndObject();
    }

    private void rank(Standing standing) {
        json.writeName("rank");
        if (standing.rank() == null) {
            json.writeNull();
        } else {
            json.writeNumber(standing.rank());
        }
    }

    /** Writes why the subject is not assessed, where it is not. */
    private void unassessed() {
        Message why = explanation.score().unassessed();
        if (why != null) {
            json.writeStringProperty("unassessed", why.in(lang));
        }
    }

    private void decision(Standing standing) {
        Standing.Decided decided = standing.decided();
        if (decided == null) {
            return;
        }
        Decision decision = decided.decision();
        json.writeName("decision");
        json.writeStartObject();
        json.writeStringProperty("grade", decision.grade());
        json.writeStringProperty("computed", decided.computed().id());
        json.writeStringProperty("reason", decision.reason());
        json.writeStringProperty("decided_by", decision.decidedBy());
        JsonFile.text(
                json, "date", decision.date() == null ? null : decision.date().toString());
        json.writeEndObject();
    }

    private void indicator(IndicatorReason reason) {
        NodeScore score = reason.score();
        json.writeStartObject();
        json.writeStringProperty("id", reason.leaf().id());
        json.writeStringProperty("label", reason.leaf().label());
        json.writeStringProperty("kind", reason.kind().name().toLowerCase(Locale.ROOT));
        json.writeName("groups");
        json.writeStartArray();
        reason.groups().forEach(group -> json.writeString(group.node().id()));
        json.writeEndArray();
        JsonFile.number(json, "weight_written", Figures.plain(reason.leaf().weight()));
        JsonFile.number(json, "weight", Figures.plain(score.weight()));
        json.writeStringProperty("status", score.status().key());
        json.writeStringProperty("method", reason.leaf().method().name());
        json.writeStringProperty("method_words", Paragraph.say(wording.method(reason.leaf()), lang));
        ResultsJsonFigures.value(json, "value", score.value());
        json.writeStringProperty("reason", score.reason().in(lang));
        JsonFile.number(json, "exact", Figures.plain(score.exact()));
        JsonFile.number(
                json, "points", score.points() == null ? null : Figures.points(rules.rounding(), score.points()));
        json.writeName("measures");
        json.writeStartArray();
        reason.measures().forEach(json::writeString);
        json.writeEndArray();
        json.writeName("benchmarks");
        json.writeStartArray();
        reason.basis().benchmarks().forEach(this::benchmark);
        json.writeEndArray();
        if (reason.basis().peers() != null) {
            peers(reason.basis().peers());
        }
        json.writeEndObject();
    }

    private void benchmark(Basis.Used used) {
        json.writeStartObject();
        json.writeStringProperty(
                "words", used.benchmark().sentence(wording, used.measure()).in(lang));
        JsonFile.number(json, "number", Figures.plain(used.number()));
        if (used.benchmark() instanceof Benchmark.Chosen) {
            json.writeName("chosen_by");
            json.writeStartObject();
            json.writeStringProperty(
                    "label", ((Benchmark.Chosen) used.benchmark()).choice().label());
            ResultsJsonFigures.value(json, "value", used.by());
            json.writeEndObject();
        }
        if (used.peers() != null) {
            peers(used.peers());
        }
        json.writeEndObject();
    }

    private void peers(Basis.Peers peers) {
        json.writeName("peers");
        json.writeStartObject();
        json.writeStringProperty("measure", peers.measure());
        JsonFile.text(json, "within", peers.within());
        json.writeName("values");
        json.writeStartArray();
        for (Basis.Value value : peers.values()) {
            json.writeStartObject();
            json.writeStringProperty(
                    "id", explanation.result().subject(value.subject()).id());
            JsonFile.number(json, "value", Figures.plain(value.number()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void groups() {
        Map<String, NodeScore> groups = new LinkedHashMap<>();
        explanation
                .indicators()
                .forEach(each ->
                        each.groups().forEach(group -> groups.put(group.node().id(), group)));
        json.writeName("groups");
        json.writeStartArray();
        for (NodeScore group : groups.values()) {
            json.writeStartObject();
            json.writeStringProperty("id", group.node().id());
            json.writeStringProperty("label", group.node().label());
            JsonFile.number(json, "weight", Figures.plain(group.weight()));
            points(group);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("rubric");
        json.writeStartObject();
        points(explanation.score().rubric());
        json.writeEndObject();
    }

    /** Writes the points of a group or of the whole rubric, and how they came about. */
    private void points(NodeScore node) {
        JsonFile.number(json, "points", node.points() == null ? null : Figures.points(rules.rounding(), node.points()));
        json.writeStringProperty("reason", node.reason().in(lang));
    }

    private void ranking() {
        RankReason rank = explanation.rank();
        json.writeName("ranking");
        if (rank == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("assessed", rank.assessed());
        json.writeName("neighbours");
        json.writeStartArray();
        for (RankReason.Neighbour each : rank.neighbours()) {
            Subject subject = explanation.result().subject(each.standing().subject());
            json.writeStartObject();
            rank(each.standing());
            json.writeStringProperty("id", subject.id());
            json.writeStringProperty("name", subject.name());
            JsonFile.number(json, "total", each.total() == null ? null : Figures.total(rules.rounding(), each.total()));
            json.writeBooleanProperty("before", each.before());
            json.writeBooleanProperty("same_rank", each.sameRank());
            if (each.byVeto()) {
                json.writeBooleanProperty("by_veto", true);
            }
            if (each.tie() != null) {
                json.writeName("tie");
                json.writeStartObject();
                json.writeStringProperty("by", each.tie().name());
                JsonFile.number(json, "own", Figures.plain(each.tie().own()));
                JsonFile.number(json, "other", Figures.plain(each.tie().other()));
                json.writeBooleanProperty("lower_first", each.tie().lowerFirst());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void path() {
        json.writeName("grade_path");
        json.writeStartArray();
        for (Standing.Step step : explanation.standing().path()) {
            json.writeStartObject();
            json.writeStringProperty("grade", step.grade().id());
            json.writeStringProperty("label", step.grade().label());
            json.writeBooleanProperty("taken", step.taken());
            json.writeStringProperty("reason", step.reason().in(lang));
            figures(explanation.grades().getOrDefault(step.grade().id(), List.of()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(List<Explanation.Named> figures) {
        json.writeName("figures");
        json.writeStartObject();
        for (Explanation.Named figure : figures) {
            ResultsJsonFigures.value(json, figure.name(), figure.value());
        }
        json.writeEndObject();
    }

    private void reward() {
        json.writeName("reward");
        Award award = explanation.award();
        @Nullable Rewards rewards = rules.rewards();
        @Nullable Allocation allocation = explanation.result().allocation();
        if (award == null || rewards == null || allocation == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Shares shares = Shares.of(award);
        JsonFile.number(json, "amount", shares.amount());
        json.writeName("parts");
        json.writeStartArray();
        for (RewardPart part : rewards.parts()) {
            json.writeStartObject();
            json.writeStringProperty("id", part.id());
            json.writeStringProperty("label", part.label());
            JsonFile.number(json, "amount", shares.parts().get(part.id()));
            json.writeStringProperty("words", Paragraph.say(part.sentence(wording), lang));
            figures(explanation.rewards().getOrDefault(part.id(), List.of()));
            PoolSplit split = allocation.pools().get(part.id());
            if (split != null) {
                pool(split, award.shares().get(part.id()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFile.number(json, "minus", shares.minus());
        JsonFile.number(json, "limit", Figures.plain(award.limit()));
        JsonFile.number(json, "limited", shares.limited());
        JsonFile.number(json, "due", Figures.plain(allocation.due()));
        JsonFile.number(json, "scaled", shares.scaled());
        JsonFile.number(json, "rounded", shares.rounded());
        JsonFile.number(json, "unit", Figures.plain(rewards.unit()));
        JsonFile.number(json, "budget", Figures.plain(rewards.budget()));
        json.writeEndObject();
    }

    /** Tells how a pool was split, and this subject's share; null for one that has none. */
    private void pool(PoolSplit split, PoolSplit.@Nullable Share share) {
        json.writeName("pool");
        json.writeStartObject();
        JsonFile.number(json, "available", Figures.plain(split.available()));
        json.writeNumberProperty("members", split.shares().size());
        json.writeNumberProperty("at_floor", split.count(PoolSplit.SetBy.FLOOR));
        json.writeNumberProperty("at_limit", split.count(PoolSplit.SetBy.LIMIT));
        JsonFile.number(json, "bounded", Figures.plain(split.bounded()));
        JsonFile.number(json, "by_sum", Figures.plain(split.by()));
        JsonFile.number(json, "lambda", Figures.plain(split.lambda()));
        json.writeName("share");
        if (share == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            JsonFile.number(json, "by", Figures.plain(share.member().by()));
            JsonFile.number(json, "proportional", Figures.plain(share.proportional()));
            JsonFile.number(json, "floor", Figures.plain(share.member().floor()));
            JsonFile.number(json, "limit", Figures.plain(share.member().limit()));
            json.writeStringProperty("set_by", share.setBy().key());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
