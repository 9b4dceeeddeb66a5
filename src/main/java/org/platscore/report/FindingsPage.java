package org.platscore.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;

/** 数据核查: all findings, summed up by code and by subject, then one by one. */
final class FindingsPage {

    /** The list stops here; findings.csv goes on. */
    private static final int MOST_LISTED = 50_000;

    private final Run run;
    private final List<Finding> findings;

    private FindingsPage(Run run) {
        this.run = run;
        findings = run.result().findings().sorted();
    }

    static Page of(Run run) {
        return new FindingsPage(run).page();
    }

    private Page page() {
        return page(page(List.of(Set.of(), Set.of())).cuts());
    }

    /** @param cuts by table, the rows above which its head is written again */
    private Page page(List<Set<Integer>> cuts) {
        List<Page.Line> after = findings.size() > MOST_LISTED
                ? List.of(Page.Line.note(run.say("note.more-findings", MOST_LISTED, findings.size())))
                : List.of();
        return new Page(
                run.say("sheet.findings"),
                "7F7F7F",
                run.say("title.findings", run.subjectMatter()),
                run.period(),
                "",
                lead(),
                List.of(byCode(cuts.get(0)), bySubject(cuts.get(1)), list()),
                after,
                run.paper(false, -1));
    }

    private String lead() {
        List<Object> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = run.result().findings().count(severity);
            if (count > 0) {
                counts.add(run.say("findings.count", severity(severity), count));
            }
        }
        return counts.isEmpty() ? run.say("findings.none") : run.say("findings.lead", Finding.count(findings), counts);
    }

    private String severity(Severity severity) {
        return run.say("severity." + severity.key());
    }

    private Table byCode(Set<Integer> cuts) {
        record Kind(Severity severity, String code) {}
        Map<Kind, List<Finding>> kinds =
                new TreeMap<>(Comparator.comparing(Kind::severity).thenComparing(Kind::code));
        for (Finding finding : findings) {
            kinds.computeIfAbsent(new Kind(finding.severity(), finding.code()), kind -> new ArrayList<>())
                    .add(finding);
        }
        List<List<Cell>> body = new HeadedRows(cuts);
        int number = 0;
        for (Map.Entry<Kind, List<Finding>> each : kinds.entrySet()) {
            Kind kind = each.getKey();
            List<Finding> all = each.getValue();
            body.add(List.of(
                    Cell.order(++number),
                    Cell.centred(severity(kind.severity())),
                    Cell.text(kind.code()),
                    Cell.count(Finding.count(all)),
                    Cell.text(all.get(0).bare().in(run.lang()))));
        }
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.severity")),
                Column.of(run.say("head.code")),
                Column.of(run.say("head.times")),
                Column.of(run.say("head.example")));
        return Table.of(columns, body).captioned(run.say("caption.by-code"));
    }

    private Table bySubject(Set<Integer> cuts) {
        Map<String, Map<Severity, Long>> counts = new TreeMap<>();
        for (Finding finding : findings) {
            if (!finding.subject().isEmpty()) {
                counts.computeIfAbsent(finding.subject(), id -> new EnumMap<>(Severity.class))
                        .merge(finding.severity(), 1 + finding.more(), Long::sum);
            }
        }
        List<List<Cell>> body = new HeadedRows(cuts);
        int number = 0;
        for (Standing standing : run.standings()) {
            Subject subject = run.subject(standing);
            Map<Severity, Long> own = counts.get(subject.id());
            if (own != null) {
                List<Object> words = new ArrayList<>();
                own.forEach((severity, count) -> words.add(run.say("findings.count", severity(severity), count)));
                body.add(List.of(
                        Cell.order(++number),
                        Cell.centred(subject.id()),
                        Cell.text(run.say("list", words)),
                        Cell.count(
                                own.values().stream().mapToLong(Long::longValue).sum()),
                        Cell.text(subject.name())));
            }
        }
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.id")),
                Column.of(run.say("head.spread")),
                Column.of(run.say("head.times")),
                Column.of(run.say("head.name", run.rules().subject())));
        return Table.of(columns, body)
                .captioned(run.say("caption.by-subject", run.rules().subject()));
    }

    private Table list() {
        List<Column> columns = List.of(
                Column.of(run.say("head.number")).exactly(7),
                Column.of(run.say("head.severity")).exactly(9),
                Column.of(run.say("head.code")).exactly(22),
                Column.of(run.rules().subject()).exactly(9),
                Column.of(run.say("head.message")).exactly(38),
                Column.of(run.say("head.action")).exactly(34),
                Column.of(run.say("head.value")).exactly(16),
                Column.of(run.say("head.file")).exactly(22),
                Column.of(run.say("head.sheet")).exactly(10),
                Column.of(run.say("head.row")).exactly(7),
                Column.of(run.say("head.column")).exactly(14));
        List<Finding> listed = findings.subList(0, Math.min(MOST_LISTED, findings.size()));
        List<List<Cell>> body = new AbstractList<>() {
            @Override
            public int size() {
                return listed.size();
            }

            @Override
            public List<Cell> get(int index) {
                return row(index + 1, listed.get(index));
            }
        };
        return Table.of(columns, body)
                .captioned(run.say("caption.findings"))
                .filtered()
                .onNewPaper();
    }

    private List<Cell> row(int number, Finding finding) {
        int row = finding.place() == null ? 0 : finding.place().row();
        return List.of(
                Cell.order(number),
                Cell.centred(severity(finding.severity())),
                Cell.text(finding.code()),
                dash(finding.subject()),
                Cell.text(finding.message().in(run.lang())),
                Cell.text(finding.action().in(run.lang())),
                dash(finding.value()),
                finding.file().isEmpty() ? Cell.missing("") : Cell.text(finding.file()),
                dash(finding.sheet()),
                row == 0 ? Cell.missing("") : Cell.order(row),
                dash(finding.header()));
    }

    static Cell dash(String text) {
        return text.isEmpty() ? Cell.missing("") : Cell.centred(text);
    }
}
