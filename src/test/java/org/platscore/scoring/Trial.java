package org.platscore.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.Office;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Lang;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.RulesReading;

/**
 * Rules and subjects that are scored without any file: the measures are columns of the roster.
 *
 * @param rules read from the sections of a case
 * @param subjects one a row of a case's table
 */
record Trial(Rulebook rules, List<Subject> subjects, Scores scores, Findings findings) {

    private static final String INPUTS = Office.unitRules("试评", """
            class: {header: 类别, type: choice, choices: [A, B, C]}
            domain: {header: 领域, type: text}
            level: {header: 制度, type: choice, choices: [健全, 基本健全, 无]}
            x: {header: x, type: number}
            y: {header: y, type: number}
            z: {header: z, type: number}
            """, "");

    private static final String MEASURES = """
            measures:
              x: {value: roster.x, missing: exclude}
              y: {value: roster.y, missing: exclude}
              z: {value: roster.z}
              level: {value: roster.level}
            """;

    private static final List<String> COLUMNS = List.of("id", "name", "class", "domain", "level", "x", "y", "z");
    private static final List<String> NUMBERS = List.of("x", "y", "z");

    /**
     * Scores a case.
     *
     * @param sections of the rules; without {@code measures}, x and y are excluded where missing, z and level are needed
     * @param table a head of roster columns, then a row a subject, ids in ascending order; {@code -} is blank
     */
    static Trial of(String sections, String table) {
        Rulebook rules = rules(sections);
        List<String> lines = table.strip().lines().toList();
        List<String> head = words(lines.get(0));
        List<Subject> subjects = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            subjects.add(subject(subjects.size(), head, words(line)));
        }
        return of(rules, subjects);
    }

    static Trial of(Rulebook rules, List<Subject> subjects) {
        Findings findings = new Findings();
        IntakeResult intake = new IntakeResult(
                subjects, Map.of(), Map.of(), List.of(), List.of(), null, List.of(), List.of(), new Findings());
        MeasureTable table = Measures.of(rules, intake, Measures.collector(rules), findings);
        return new Trial(rules, subjects, Scorer.score(rules, subjects, table, findings), findings);
    }

    static Rulebook rules(String sections) {
        String text = INPUTS + (sections.contains("measures:") ? "" : MEASURES) + sections;
        RulesReading reading = RulesFile.read(text.getBytes(StandardCharsets.UTF_8));
        if (reading.rulebook() == null) {
            throw new IllegalArgumentException(reading.diagnostics().stream()
                    .map(each -> each.mark() + " " + each.message().in(Lang.EN))
                    .collect(Collectors.joining("\n", text, "")));
        }
        return reading.rulebook();
    }

    static Subject subject(int index, List<String> head, List<String> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : COLUMNS) {
            int at = head.indexOf(column);
            String text = at < 0 ? "-" : row.get(at);
            cells.add(
                    column.equals("name")
                            ? "平台" + row.get(0)
                            : text.equals("-") ? null : NUMBERS.contains(column) ? new BigDecimal(text) : text);
        }
        return new Subject(index, row.get(0), "平台" + row.get(0), COLUMNS, cells);
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split(" +"));
    }

    /** Returns every node's score of a subject by id. */
    Map<String, NodeScore> nodes(Subject subject) {
        SubjectScore score = scores.subjects().get(subject.index());
        Map<String, NodeScore> nodes = new LinkedHashMap<>();
        collect(score.rubric(), nodes);
        score.bonuses().forEach(each -> collect(each, nodes));
        score.deductions().forEach(each -> collect(each, nodes));
        return nodes;
    }

    private static void collect(NodeScore score, Map<String, NodeScore> nodes) {
        nodes.put(score.node().id(), score);
        score.of().forEach(each -> collect(each, nodes));
    }

    /** Returns the findings as {@code P1 warn bad-benchmark}, in the order they were met. */
    List<String> told() {
        return findings.met().stream().map(Trial::told).toList();
    }

    private static String told(Finding finding) {
        return finding.subject() + " " + finding.severity().key() + " " + finding.code();
    }
}
