package org.platscore.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.comparison.Cause;
import org.platscore.analysis.comparison.Comparison;
import org.platscore.analysis.comparison.Shift;
import org.platscore.analysis.comparison.SubjectChange;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Sha256;
import org.platscore.finding.Texts;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;

/** Two results side by side, for people: subjects on the first page, what moved their totals on the second. */
record ComparisonBook(Comparison comparison, int decimals, Lang lang) {

    List<Page> pages() {
        return List.of(subjects(), shifts());
    }

    private Page subjects() {
        String then = say("head.before");
        String now = say("head.after");
        String change = say("head.change");
        List<Column> columns = List.of(
                Column.of(say("head.id")),
                Column.of(say("head.name")).wide(24),
                Column.of(say("head.status")),
                Column.of(then).under(say("head.total")),
                Column.of(now).under(say("head.total")),
                Column.of(change).under(say("head.total")),
                Column.of(then).under(say("head.rank")),
                Column.of(now).under(say("head.rank")),
                Column.of(then).under(say("head.grade")).wide(8),
                Column.of(now).under(say("head.grade")).wide(8),
                Column.of(then).under(say("head.reward")).wide(10),
                Column.of(now).under(say("head.reward")).wide(10),
                Column.of(change).under(say("head.reward")).wide(10),
                Column.of(say("head.causes")).wide(12));
        List<List<Cell>> body = new ArrayList<>();
        comparison.changes().forEach(each -> body.add(subject(each)));
        return page("subjects", columns, body, lead());
    }

    private List<Cell> subject(SubjectChange change) {
        ResultSubject then = change.before();
        ResultSubject now = change.after();
        List<Cell> cells = new ArrayList<>();
        Cell name = Cell.text(change.shown().name());
        cells.add(Cell.centred(change.shown().id()));
        cells.add(
                then != null && change.renamed()
                        ? name.noting(say("formerly", then.id(), then.name())).on(Tone.MARKED)
                        : name);
        cells.add(Cell.centred(say("status." + change.status().key())));
        cells.add(points(then == null ? null : then.total()));
        cells.add(points(now == null ? null : now.total()));
        cells.add(marked(points(change.totalChange()), change.totalChange()));
        cells.add(rank(then));
        boolean moved = then != null && now != null && !Objects.equals(then.rank(), now.rank());
        cells.add(moved ? rank(now).on(Tone.MARKED) : rank(now));
        boolean regraded = then != null && now != null && !Objects.equals(then.grade(), now.grade());
        cells.add(grade(then));
        cells.add(regraded ? grade(now).on(Tone.MARKED) : grade(now));
        cells.add(then == null ? Cell.missing("") : Run.wan(then.reward().amount()));
        cells.add(now == null ? Cell.missing("") : Run.wan(now.reward().amount()));
        cells.add(marked(Run.wan(change.rewardChange()), change.rewardChange()));
        cells.add(noting(causes(change.causes()), change.facts()));
        return cells;
    }

    private Page shifts() {
        List<Column> columns = List.of(
                Column.of(say("head.id")),
                Column.of(say("head.name")).wide(24),
                Column.of(say("head.item")).wide(18),
                Column.of(say("head.before")).under(say("head.points")),
                Column.of(say("head.after")).under(say("head.points")),
                Column.of(say("head.effect")).wide(10),
                Column.of(say("head.measure")).wide(18),
                Column.of(say("head.before")).under(say("head.value")).wide(14),
                Column.of(say("head.after")).under(say("head.value")).wide(14),
                Column.of(say("head.causes")).wide(12));
        List<List<Cell>> body = new ArrayList<>();
        for (SubjectChange change : comparison.changes()) {
            for (Shift shift : change.shifts()) {
                body.add(List.of(
                        Cell.centred(change.shown().id()),
                        Cell.text(change.shown().name()),
                        Cell.text(item(shift)),
                        points(shift.before()),
                        points(shift.after()),
                        points(shift.change()),
                        measure(shift.measure()),
                        value(shift.measure(), shift.valueBefore()),
                        value(shift.measure(), shift.valueAfter()),
                        causes(shift.causes())));
            }
        }
        return page("shifts", columns, body, body.isEmpty() ? say("no-shifts") : say("shifts-lead"));
    }

    private String item(Shift shift) {
        return shift.kind().leaf()
                ? shift.id() + " " + shift.label()
                : say("rest." + shift.kind().key(), shift.id().isEmpty() ? "" : shift.id() + " " + shift.label());
    }

    private Page page(String key, List<Column> columns, List<List<Cell>> body, String lead) {
        String sha256 = comparison.after().rulesSha256();
        String fingerprint = Texts.say("report.fingerprint", List.of(Sha256.brief(sha256)), lang);
        return new Page(
                say("sheet." + key),
                key.equals("subjects") ? "1F4E79" : "7F7F7F",
                say("title." + key, comparison.after().title()),
                say(
                        "editions",
                        edition(comparison.before().edition()),
                        edition(comparison.after().edition())),
                Texts.say("report.unit.points-wan", lang),
                lead,
                List.of(Table.of(columns, body).filtered()),
                List.of(),
                new Page.Paper(
                        true, false, 2, fingerprint, comparison.after().title(), Texts.say("report.page-of", lang)));
    }

    private static String edition(String edition) {
        return edition.isEmpty() ? Cell.NONE : edition;
    }

    private String lead() {
        return say(
                comparison.otherRules() ? "lead-other-rules" : "lead",
                comparison.count(SubjectChange.Status.CHANGED),
                comparison.count(SubjectChange.Status.NEW),
                comparison.count(SubjectChange.Status.GONE),
                comparison.count(SubjectChange.Status.SAME));
    }

    private Cell causes(Set<Cause> causes) {
        List<Object> words = new ArrayList<>();
        causes.forEach(cause -> words.add(say("cause." + cause.key())));
        return words.isEmpty() ? Cell.missing("") : Cell.text(say("causes", words));
    }

    /** Returns a cell with a note on the facts in the roster that are others. */
    private Cell noting(Cell causes, List<SubjectChange.FactChange> facts) {
        List<String> told = facts.stream().map(this::told).toList();
        return told.isEmpty() ? causes : causes.noting(String.join("\n", told));
    }

    private String told(SubjectChange.FactChange fact) {
        Results.Titled column = comparison.column(fact.column());
        return say("fact", column.label(), told(column, fact.before()), told(column, fact.after()));
    }

    private String told(Results.Titled column, @Nullable Object value) {
        return value == null ? say("text.none") : column.fact(value, lang);
    }

    private Cell rank(@Nullable ResultSubject subject) {
        return subject == null || subject.rank() == null
                ? Cell.missing(subject == null ? "" : Texts.say("report.not-assessed", lang))
                : Cell.order(subject.rank());
    }

    private Cell grade(@Nullable ResultSubject subject) {
        String label = subject == null ? null : subject.gradeLabel();
        return label == null ? Cell.missing("") : Cell.centred(label);
    }

    private Cell points(@Nullable BigFraction points) {
        BigDecimal shown = ComparisonReports.points(points, decimals);
        return shown == null
                ? Cell.missing("")
                : Cell.number(shown, Form.points(Math.max(decimals, Math.min(4, shown.scale()))));
    }

    private static Cell marked(Cell cell, @Nullable BigFraction change) {
        return change == null || change.signum() == 0 ? cell : cell.on(Tone.MARKED);
    }

    /** Returns what a measure is called and, in brackets, its unit. */
    private Cell measure(@Nullable String measure) {
        if (measure == null) {
            return Cell.missing("");
        }
        Results.Titled titled = comparison.measure(measure);
        String unit = titled.unit().isEmpty() ? "" : Texts.say("report.in-brackets", List.of(titled.unit()), lang);
        return Cell.text(titled.label() + unit);
    }

    private Cell value(@Nullable String measure, @Nullable Object value) {
        if (measure != null && value instanceof BigFraction number) {
            BigDecimal told =
                    Exact.decimal(comparison.measure(measure).quantity(number).number());
            return Cell.number(told, Form.amount(Math.min(4, told.scale())));
        }
        return value == null ? Cell.missing("") : Cell.text(value.toString());
    }

    private String say(String key, Object... args) {
        return Texts.say("comparison." + key, List.of(args), lang);
    }
}
