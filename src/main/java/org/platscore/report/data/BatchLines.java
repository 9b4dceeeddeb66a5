package org.platscore.report.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.BatchResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.finding.Texts;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Prospect;
import org.platscore.scoring.SubjectScore;
import tools.jackson.core.JsonGenerator;

/**
 * The result lines of {@code score}: CSV with a fixed head, or JSON lines.
 *
 * @param json whether lines are JSON
 * @param field whether the files were scored as one field, so that rank, grade and reward follow
 */
public record BatchLines(Rulebook rules, Lang lang, boolean json, boolean field) {

    private static final List<String> HEAD = List.of(
            "file", "id", "name", "status", "points", "pending", "grade_low", "grade_high", "stop", "warn", "reason");

    private static final List<String> IN_FIELD = List.of("rank", "grade", "reward");

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** So many reasons of a failure are told; the rest is counted. */
    private static final int MOST_REASONS = 3;

    /** Returns what stands before the first line; empty for JSON. */
    public byte[] head() {
        if (json) {
            return new byte[0];
        }
        List<String> head = new ArrayList<>(HEAD);
        leaves().forEach(leaf -> head.add(leaf.id()));
        if (field) {
            head.addAll(IN_FIELD);
        }
        byte[] line = CsvWriter.record(head);
        byte[] marked = Arrays.copyOf(BOM, BOM.length + line.length);
        System.arraycopy(line, 0, marked, BOM.length, line.length);
        return marked;
    }

    /** Returns a result's line, with its line end. */
    public byte[] line(BatchResult result) {
        return json ? JsonFile.line(out -> write(result, out)) : CsvWriter.record(cells(result));
    }

    /** Returns why a file failed, in a sentence; empty where it did not. */
    public String reason(BatchResult result) {
        if (!result.failed()) {
            return "";
        }
        Set<String> reasons = new LinkedHashSet<>();
        result.reasons().forEach(finding -> reasons.add(sentence(finding)));
        List<String> told = reasons.stream().limit(MOST_REASONS).toList();
        String joined = String.join(Texts.say("report.batch.and", List.of(), lang), told);
        int more = reasons.size() - told.size();
        return more == 0 ? joined : Texts.say("report.batch.more", List.of(joined, more), lang);
    }

    private String sentence(Finding finding) {
        Place place = finding.place();
        String message = finding.message().in(lang);
        if (place == null || place.sheet() == null && place.row() == 0) {
            return message;
        }
        String shown = new Place("", place.sheet(), place.row(), place.column(), "").shown();
        return shown.replaceFirst("^( ▸ |:)", "") + " " + message;
    }

    private List<@Nullable Object> cells(BatchResult result) {
        Subject subject = result.subject();
        Prospect prospect = result.prospect();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(result.file());
        cells.add(subject == null ? null : subject.id());
        cells.add(subject == null ? null : subject.name());
        cells.add(status(result));
        cells.add(points(prospect));
        cells.add(pending(prospect));
        cells.add(id(result.lowest(rules)));
        cells.add(id(result.highest(rules)));
        cells.add(result.findings().count(Severity.STOP));
        cells.add(result.findings().count(Severity.WARN));
        cells.add(reason(result));
        Map<String, NodeScore> nodes = result.score() == null ? Map.of() : NodePoints.all(result.score());
        for (RubricNode.Leaf leaf : leaves()) {
            NodeScore node = nodes.get(leaf.id());
            cells.add(node == null || node.points() == null ? null : Figures.points(rules.rounding(), node.points()));
        }
        if (field) {
            Standing standing = result.standing();
            cells.add(standing == null ? null : standing.rank());
            cells.add(standing == null ? null : id(standing.grade()));
            cells.add(reward(result.award()));
        }
        return cells;
    }

    private void write(BatchResult result, JsonGenerator out) {
        Subject subject = result.subject();
        Prospect prospect = result.prospect();
        out.writeStartObject();
        out.writeStringProperty("file", result.file());
        JsonFile.text(out, "id", subject == null ? null : subject.id());
        JsonFile.text(out, "name", subject == null ? null : subject.name());
        out.writeStringProperty("status", status(result));
        JsonFile.number(out, "points", points(prospect));
        JsonFile.number(out, "pending", pending(prospect));
        JsonFile.text(out, "grade_low", id(result.lowest(rules)));
        JsonFile.text(out, "grade_high", id(result.highest(rules)));
        out.writeNumberProperty("stop", result.findings().count(Severity.STOP));
        out.writeNumberProperty("warn", result.findings().count(Severity.WARN));
        JsonFile.text(out, "reason", result.failed() ? reason(result) : null);
        SubjectScore score = result.score();
        ResultsJsonFigures figures = new ResultsJsonFigures(rules, lang, out);
        figures.nodes("rubric", score == null ? List.of() : score.rubric().of());
        figures.nodes("bonuses", score == null ? List.of() : score.bonuses());
        figures.nodes("deductions", score == null ? List.of() : score.deductions());
        if (field) {
            Standing standing = result.standing();
            JsonFile.number(
                    out,
                    "rank",
                    standing == null || standing.rank() == null ? null : BigDecimal.valueOf(standing.rank()));
            JsonFile.text(out, "grade", standing == null ? null : id(standing.grade()));
            JsonFile.number(out, "reward", reward(result.award()));
        }
        out.writeEndObject();
    }

    private static String status(BatchResult result) {
        return result.failed() ? "failed" : "scored";
    }

    private @Nullable BigDecimal points(@Nullable Prospect prospect) {
        return prospect == null || prospect.soFar() == null ? null : Figures.total(rules.rounding(), prospect.soFar());
    }

    private static @Nullable BigDecimal pending(@Nullable Prospect prospect) {
        return prospect == null ? null : Figures.plain(prospect.pending());
    }

    private static @Nullable BigDecimal reward(@Nullable Award award) {
        return award == null ? null : Figures.plain(award.amount());
    }

    private static @Nullable String id(@Nullable Grade grade) {
        return grade == null ? null : grade.id();
    }

    private List<RubricNode.Leaf> leaves() {
        List<RubricNode.Leaf> leaves = new ArrayList<>();
        collect(rules.rubric(), leaves);
        leaves.addAll(rules.bonuses());
        leaves.addAll(rules.deductions());
        return leaves;
    }

    private static void collect(RubricNode node, List<RubricNode.Leaf> leaves) {
        if (node instanceof RubricNode.Leaf leaf) {
            leaves.add(leaf);
        } else {
            ((RubricNode.Group) node).of().forEach(child -> collect(child, leaves));
        }
    }
}
