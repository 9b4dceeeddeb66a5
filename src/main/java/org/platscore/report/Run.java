package org.platscore.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Sha256;
import org.platscore.finding.Texts;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.report.data.Figures;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.Period;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/**
 * A finished run as the workbooks show it: its words in one language, and the cells that several sheets have in common.
 *
 * @param version the program's
 * @param figures how each measure is shown, by its name
 */
record Run(AssessmentResult result, Scores scores, Lang lang, String version, Map<String, Figure> figures) {

    private static final BigFraction WAN = BigFraction.of(10_000);

    /** Decimals of an amount in 万元 that reach to the cent. */
    private static final int CENTS = 6;

    private static final int DECIMALS_OF_NONE = 4;

    static Run of(AssessmentResult result, Scores scores, Lang lang, String version) {
        List<Measure> measures = result.rules().measures();
        List<Figure> ways = measures.parallelStream()
                .map(measure -> Figure.of(measure, scores.measures(), lang))
                .toList();
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            figures.put(measures.get(i).name(), ways.get(i));
        }
        return new Run(result, scores, lang, version, figures);
    }

    /** Returns how a measure is shown. */
    Figure figure(String measure) {
        return Objects.requireNonNull(figures.get(measure), measure);
    }

    Rulebook rules() {
        return result.rules();
    }

    /** Returns a text of the report's bundle. */
    String say(String key, Object... args) {
        return Texts.say("report." + key, List.of(args), lang);
    }

    /** Returns a label with its unit in brackets behind it; alone where the unit is empty. */
    String withUnit(String label, String unit) {
        return unit.isEmpty() ? label : say("label-name", label, unit);
    }

    /** Returns standings in rank order. */
    List<Standing> standings() {
        return result.standings();
    }

    Subject subject(Standing standing) {
        return result.subject(standing.subject());
    }

    SubjectScore score(Standing standing) {
        return scores.subjects().get(standing.subject());
    }

    /** Returns the rules' title without the words that call it a set of rules, for titles of what came of them. */
    String subjectMatter() {
        String title = rules().title();
        for (String ending : say("title-endings").split(" ", -1)) {
            if (title.length() > ending.length() && title.endsWith(ending)) {
                return title.substring(0, title.length() - ending.length());
            }
        }
        return title;
    }

    /** Returns edition and period, for the line below a title. */
    String period() {
        Period period = rules().period();
        String days = say(
                "period",
                Integer.toString(period.from().getYear()),
                period.from().getMonthValue(),
                period.from().getDayOfMonth(),
                Integer.toString(period.to().getYear()),
                period.to().getMonthValue(),
                period.to().getDayOfMonth(),
                period.from().toString(),
                period.to().toString());
        String edition = rules().edition();
        return edition.isEmpty()
                ? days
                : say(named(edition) ? "named-edition-period" : "edition-period", edition, days);
    }

    /** Returns whether an edition is words that stand for themselves (第一批, 2022年版) rather than a year or a code. */
    private static boolean named(String edition) {
        int last = edition.codePointBefore(edition.length());
        return Character.isIdeographic(last) || !Character.isLetterOrDigit(last);
    }

    /** Returns how a page is printed. */
    Page.Paper paper(boolean onePage, int frozen) {
        return new Page.Paper(true, onePage, frozen, fingerprint(), subjectMatter(), say("page-of"));
    }

    String fingerprint() {
        return say("fingerprint", Sha256.brief(rules().file().sha256()));
    }

    Cell rank(Standing standing) {
        return standing.rank() == null ? Cell.missing(unassessed(standing)) : Cell.order(standing.rank());
    }

    /** Returns that a subject is not assessed, and why. */
    String unassessed(Standing standing) {
        Message why = score(standing).unassessed();
        return why == null ? say("not-assessed") : say("not-assessed-because", why);
    }

    Cell id(Standing standing) {
        return Cell.centred(subject(standing).id());
    }

    Cell name(Standing standing) {
        return Cell.text(subject(standing).name());
    }

    /** Returns a roster cell. */
    Cell attribute(Standing standing, String column) {
        Message told = subject(standing).told(rules().roster(), column);
        return told == null ? Cell.missing(say("blank-in-roster")) : Cell.centred(told.in(lang));
    }

    Cell grade(Standing standing) {
        Grade grade = standing.grade();
        if (grade == null) {
            return Cell.missing(standing.rank() == null ? unassessed(standing) : say("no-grades"));
        }
        int place = 0;
        while (!rules().grades().get(place).id().equals(grade.id())) {
            place++;
        }
        Tone tone = Tone.ofGrade(place, rules().grades().size());
        return Cell.centred(grade.label()).on(tone);
    }

    /** Returns a subject's own figure of a measure, marked where it is off the measured one by more than the tolerance. */
    Cell claimed(Standing standing, Measure measure) {
        Measure.Claim claim = measure.claimed();
        if (claim == null) {
            return Cell.missing("");
        }
        MeasureValue value = scores.measures().get(standing.subject(), measure.name());
        Cell cell = figure(measure.name()).cell(value.claimed(), say("no-claim"));
        return value.mismatches(claim.tolerance())
                ? cell.on(Tone.MARKED).noting(say("claim-mismatch", percent(claim.tolerance())))
                : cell;
    }

    private static String percent(BigFraction share) {
        return Exact.plain(share.multiply(100)) + "%";
    }

    /** Returns what the office decided of a subject, in words. */
    String decision(Standing standing) {
        Standing.Decided decided = Objects.requireNonNull(standing.decided());
        String grade = Objects.requireNonNull(standing.grade()).label();
        return say(
                "decision.words",
                grade,
                decided.decision().reason(),
                decided.decision().decided());
    }

    /** Returns that files were left out, and which; empty where none was. */
    String skipped() {
        List<String> files = result.intake().skipped();
        return files.isEmpty() ? "" : say("note.skipped", files.size(), files);
    }

    Cell points(BigFraction points) {
        return Cell.number(
                Figures.points(rules().rounding(), points),
                form(rules().rounding().indicator()));
    }

    /** Returns full marks with the decimals that they are written with; where these are too many, rounded like points. */
    Cell fullMarks(BigFraction weight) {
        Cell rounded = points(weight);
        BigDecimal exact = Exact.decimal(weight);
        return exact.scale() > Standards.DECIMALS
                        || exact.scale() <= rounded.form().decimals()
                ? rounded
                : Cell.number(exact, Form.points(exact.scale()));
    }

    /** Returns a bounded sum of bonuses or deductions, as it is counted. */
    Cell bounded(BigFraction sum) {
        int decimals = rules().rounding().indicator();
        BigDecimal shown = Figures.bounded(rules().rounding(), sum);
        return Cell.number(shown, form(decimals == Rounding.NONE ? decimals : Math.max(decimals, shown.scale())));
    }

    private static Form form(int decimals) {
        return Form.points(decimals == Rounding.NONE ? DECIMALS_OF_NONE : decimals);
    }

    /** Returns a node's points; a dash with the reason where it is excluded. */
    Cell points(@Nullable NodeScore node) {
        if (node == null || node.points() == null) {
            return Cell.missing(node == null ? "" : node.reason().in(lang));
        }
        return points(node.points());
    }

    Cell total(@Nullable BigFraction total) {
        return total == null
                ? Cell.missing(say("not-assessed"))
                : Cell.number(
                        Figures.total(rules().rounding(), total),
                        form(rules().rounding().total()));
    }

    /** Returns a cell with its formula; where a worksheet cannot say it, on the ground of what is given, with the reason. */
    Cell given(Cell cell, @Nullable String formula) {
        String sayable = CellFormula.sayable(formula);
        return sayable != null || cell.value() instanceof String
                ? cell.live(sayable)
                : cell.on(Tone.GIVEN).noting(say("given"));
    }

    /** Returns a node's full marks in brackets. */
    String marks(RubricNode node) {
        return marks(rules().fullMarks(node));
    }

    /** Returns full marks in brackets. */
    String marks(BigFraction weight) {
        return say("marks", weight);
    }

    /** Returns what a subject is paid; null where the rules have no rewards. */
    @Nullable
    Award award(Standing standing) {
        return result.allocation() == null ? null : result.allocation().awards().get(standing.subject());
    }

    /** Returns an amount of 元 in 万元, with two decimals, or down to the cent where it needs more. */
    static Cell wan(BigFraction yuan) {
        BigDecimal wan = Exact.decimal(yuan.divide(WAN));
        return Cell.number(wan, Form.amount(Math.max(2, Math.min(CENTS, wan.scale()))));
    }

    /** Returns an amount of 元 in 万元 for a sentence: with thousands separators, without trailing zeros. */
    static String wanText(BigFraction yuan) {
        return Exact.grouped(Exact.decimal(yuan.divide(WAN)));
    }
}
