package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.platscore.grading.Standing;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.rules.Grade;

/** 公示名单: names and grades only. Within a grade the order is that of the ids, so that it tells no rank. */
final class NoticeBook {

    private NoticeBook() {}

    static List<Page> of(Run run) {
        List<String> grades = run.rules().grades().stream().map(Grade::id).toList();
        List<Standing> graded = run.standings().stream()
                .filter(standing -> standing.grade() != null)
                .sorted(Comparator.comparingInt((Standing standing) -> place(grades, standing))
                        .thenComparingInt(Standing::subject))
                .toList();
        List<List<Cell>> body = new ArrayList<>();
        for (Standing standing : graded) {
            body.add(List.of(Cell.order(body.size() + 1), run.name(standing), run.grade(standing)));
        }
        List<Column> columns = List.of(
                Column.of(run.say("head.number")).wide(8),
                Column.of(run.say("head.name", run.rules().subject())).wide(56),
                Column.of(run.say("head.grade")).wide(16));
        Page.Paper lying = run.paper(false, 0);
        return List.of(new Page(
                run.say("sheet.notice"),
                "1F4E79",
                run.say("title.notice", run.subjectMatter()),
                run.period(),
                "",
                run.say(
                        grades.isEmpty() ? "lead.notice-no-grades" : "lead.notice",
                        run.subjectMatter(),
                        graded.size(),
                        run.rules().subject(),
                        ChartsPage.counts(run)),
                List.of(Table.of(columns, body)),
                lines(run),
                new Page.Paper(false, false, 0, "", "", lying.pageOf())));
    }

    private static List<Page.Line> lines(Run run) {
        List<Page.Line> lines = new ArrayList<>();
        if (!run.skipped().isEmpty()) {
            lines.add(Page.Line.note(run.skipped()));
        }
        lines.add(Page.Line.signature(run.say("notice.objections")));
        lines.add(Page.Line.signature(run.say("notice.contact")));
        lines.add(Page.Line.signature(run.say("sign.notice")));
        return lines;
    }

    private static int place(List<String> grades, Standing standing) {
        Grade grade = standing.grade();
        return grade == null ? grades.size() : grades.indexOf(grade.id());
    }
}
