package org.platscore.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.reward.RewardReading;
import org.platscore.rules.reward.RewardRules;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;

/** Reads a rules file: all faults in one run. */
public final class RulesFile {

    private RulesFile() {}

    /** Reads the rules at {@code path}. A file that is not there or cannot be read is an error like any other. */
    public static RulesReading read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return read(in.readNBytes(SourceText.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return unreadable(Message.of("rules.no-file", path.toString()), Message.of("rules.fix.no-file"));
        } catch (IOException e) {
            return unreadable(Message.of("rules.no-access", path.toString()), Message.of("rules.fix.no-access"));
        }
    }

    /** Reads rules from a file's bytes. */
    public static RulesReading read(byte[] bytes) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText source = SourceText.of(bytes);
        Node.Mapping mapping = Yaml.read(source, diagnostics);
        Fields top = mapping == null ? null : Fields.of(mapping, diagnostics);
        Rulebook rulebook = mapping == null || top == null ? null : rulebook(mapping, top, bytes, diagnostics);
        return new RulesReading(
                diagnostics.hasErrors() ? null : rulebook, List.copyOf(diagnostics.sorted()), source.lines());
    }

    private static RulesReading unreadable(Message message, Message fix) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.error("R001", new Mark(1, 1, 1), message, fix);
        return new RulesReading(null, diagnostics.sorted(), List.of());
    }

    private static @Nullable Rulebook rulebook(
            Node.Mapping mapping, Fields top, byte[] bytes, Diagnostics diagnostics) {
        Head head = Head.read(top, diagnostics);
        Namespace namespace = Namespace.ofMeasuresAndIds();
        Node inputsNode = MisplacedSections.taken(top.required("inputs"), top, diagnostics);
        Node measuresNode = MisplacedSections.taken(top.required("measures"), top, diagnostics);
        InputsSection inputs = InputsSection.read(inputsNode, head.period(), diagnostics);
        MeasuresSection measures = MeasuresSection.read(measuresNode, inputs, head, namespace, diagnostics);
        inputs.tellCircles(diagnostics);
        RubricSection section = new RubricSection(inputs, measures, head, namespace, diagnostics);
        RubricNode.Group rubric = section.head(top);
        List<RubricNode.Leaf> bonuses = section.leaves(top, "bonuses");
        List<RubricNode.Leaf> deductions = section.leaves(top, "deductions");
        BigFraction bonusLimit = Head.positive(top, "bonus_limit", diagnostics);
        BigFraction deductionLimit = Head.positive(top, "deduction_limit", diagnostics);
        Map<String, Term> names = names(section, measures);
        // Without a rubric no id is known, so none can be called unknown.
        MeasuresSection known = top.has("rubric") ? measures : measures.withoutNames();
        BigFraction most = mostPoints(head, bonuses, bonusLimit);
        Map<String, BigFraction> reach = new LinkedHashMap<>(section.most());
        if (most != null) {
            reach.put("total", most);
        }
        GradesSection grades = GradesSection.read(top, names, inputs, known.doubt(), reach, diagnostics);
        Diagnostics ofGrades = new Diagnostics();
        List<Veto> vetoes =
                VetoReading.read(top, measures.vocabulary().measures(), grades.labels(), measures.doubt(), ofGrades);
        List<TieKey> ties = TiesReading.read(top, section.ids(), known, diagnostics);
        Rewards rewards = rewards(top, head, inputs, known, grades, names, ofGrades);
        grades.settle(ofGrades, top, diagnostics);
        ReportNames report = ReportNames.read(top, inputs, measures, diagnostics);
        top.done();
        Unused.tell(mapping, diagnostics);
        if (head.title() == null || head.period() == null || diagnostics.hasErrors()) {
            return null;
        }
        return new Rulebook(
                new RulesBytes(bytes),
                head.title(),
                head.edition(),
                head.period(),
                head.subject(),
                head.rounding(),
                head.missing(),
                head.totalLimit(),
                report.group(),
                report.scatter(),
                inputs.inputs(),
                measures.measures(),
                rubric,
                bonuses,
                deductions,
                bonusLimit,
                deductionLimit,
                vetoes,
                grades.grades(),
                ties,
                rewards,
                measures.vocabulary());
    }

    /** Returns the most that a total can reach; null where the file is too faulty to tell. */
    private static @Nullable BigFraction mostPoints(
            Head head, List<RubricNode.Leaf> bonuses, @Nullable BigFraction bonusLimit) {
        if (head.fullMarks() == null) {
            return null;
        }
        BigFraction bonus = bonuses.stream().map(RubricNode.Leaf::weight).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction most = head.fullMarks().add(bonusLimit == null ? bonus : Exact.min(bonus, bonusLimit));
        return head.totalLimit() == null ? most : Exact.min(most, head.totalLimit());
    }

    private static Map<String, Term> names(RubricSection section, MeasuresSection measures) {
        Map<String, Term> names = new LinkedHashMap<>(section.ids());
        names.put("total", new Term("total", "total", ValueType.NUMBER, List.of()));
        names.putAll(measures.vocabulary().measures());
        return names;
    }

    private static @Nullable Rewards rewards(
            Fields top,
            Head head,
            InputsSection inputs,
            MeasuresSection measures,
            GradesSection grades,
            Map<String, Term> names,
            Diagnostics diagnostics) {
        Node node = top.node("rewards");
        if (node == null) {
            return null;
        }
        Diagnostics found = new Diagnostics();
        RewardReading reading = new RewardReading(
                measures.vocabulary(),
                grades.labels(),
                names,
                condition -> Conditions.read(condition, inputs.rosterColumns(head.period()), found),
                found);
        Rewards rewards = RewardRules.read(node, reading);
        measures.doubt().settle(found, node, diagnostics);
        return rewards;
    }
}
