package org.platscore.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Fault;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Grade;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;
import org.platscore.rules.source.Mark;

/** The grades that the office's meeting decided: the rows of decisions.csv or decisions.xlsx. Whatever is wrong with one stops the run. */
final class Decisions {

    static final String NAME = "decisions";
    static final TableSpec SPEC = spec();

    private static final int SUBJECT = 0;
    private static final int GRADE = 1;
    private static final int REASON = 2;
    private static final int DECIDED_BY = 3;
    private static final int DATE = 4;

    private Decisions() {}

    /**
     * Returns the decisions in file order, at most one a subject.
     *
     * @param all whether the subjects are all that there are; else unknown ones are not told
     */
    static List<Decision> of(Rulebook rules, Subjects subjects, boolean all, List<DataRow> rows, Findings findings) {
        List<Decision> decisions = new ArrayList<>();
        Map<Integer, DataRow> decided = new HashMap<>();
        for (DataRow row : rows) {
            Subject subject = subjects.find(text(row, SUBJECT));
            Grade grade = grades(rules).find(text(row, GRADE));
            if (subject == null && all) {
                stop(
                        row,
                        SUBJECT,
                        "unknown-subject",
                        Owner.unknown(text(row, SUBJECT), subjects),
                        Message.of("intake.unknown-subject-do"),
                        findings);
            }
            List<Grade> alike = grade == null ? grades(rules).labelled(text(row, GRADE)) : List.of();
            if (!alike.isEmpty()) {
                stop(
                        row,
                        GRADE,
                        "bad-value",
                        Message.of("intake.grade-twice", text(row, GRADE)),
                        Message.of(
                                "intake.grade-twice-do",
                                alike.stream().map(Grade::id).toList()),
                        findings);
            } else if (grade == null) {
                stop(
                        row,
                        GRADE,
                        "bad-value",
                        unknownGrade(rules, text(row, GRADE)),
                        rules.grades().isEmpty()
                                ? Message.of("intake.no-grades-do")
                                : Message.of("intake.unknown-grade-do", labels(rules)),
                        findings);
            }
            if (subject == null || grade == null) {
                continue;
            }
            DataRow before = decided.putIfAbsent(subject.index(), row);
            if (before == null) {
                decisions.add(new Decision(
                        subject.index(),
                        grade.id(),
                        text(row, REASON),
                        text(row, DECIDED_BY),
                        (LocalDate) row.values[DATE],
                        row.place(GRADE)));
            } else {
                String first = before.place(SUBJECT).shown();
                stop(
                        row,
                        SUBJECT,
                        "duplicate-subject",
                        Message.of("intake.decided-twice", subject.id(), subject.name(), first),
                        Message.of("intake.decided-twice-do"),
                        findings);
            }
        }
        return List.copyOf(decisions);
    }

    private static NameOrLabel<Grade> grades(Rulebook rules) {
        return new NameOrLabel<>(rules.grades(), Grade::id, Grade::label);
    }

    private static Message unknownGrade(Rulebook rules, String name) {
        return Fault.unknown("unknown-grade", name, Nearest.to(name, labels(rules)));
    }

    private static List<String> labels(Rulebook rules) {
        return rules.grades().stream().map(Grade::label).toList();
    }

    private static void stop(DataRow row, int column, String code, Message message, Message action, Findings findings) {
        findings.add(new Finding(
                Severity.STOP,
                code,
                SPEC.name(),
                row.place(column),
                Fault.brief(row.shown(column)),
                "",
                message,
                action));
    }

    private static String text(DataRow row, int column) {
        Object value = row.values[column];
        return value == null ? "" : value.toString();
    }

    private static TableSpec spec() {
        List<Column> columns = List.of(
                Corrections.column("subject", ColumnType.TEXT, true, Map.of(), "编号", "subject", "平台编号"),
                Corrections.column("grade", ColumnType.TEXT, true, Map.of(), "等次", "grade"),
                Corrections.column("reason", ColumnType.TEXT, true, Map.of(), "理由", "reason"),
                Corrections.column("decided_by", ColumnType.TEXT, true, Map.of(), "决定人", "decided_by"),
                Corrections.column("date", ColumnType.DATE, false, Map.of(), "日期", "date"));
        Input input = new Input(
                "decisions",
                "decisions",
                false,
                List.of(),
                null,
                List.of(),
                null,
                columns,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Mark(1, 1, 1));
        return new TableSpec(input, true);
    }
}
