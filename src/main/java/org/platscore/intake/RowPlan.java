package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.CellReader;
import org.platscore.rules.Check;
import org.platscore.rules.Column;
import org.platscore.rules.condition.Condition;

/**
 * How the rows of a table are read as bytes: what becomes of each column, and which conditions are asked. A row in which anything is
 * told, or that is written in an unusual way, is read like the rows of any other file; so findings and places come from there
 * alone.
 *
 * <p>There is no plan for the roster; for inputs with derived columns or checks over groups; for those whose rows other inputs look
 * up; where two columns stand under one head; where no column tells a row from one of heads; and where all rows are of one subject
 * and wanted one by one, as for an explanation.
 */
final class RowPlan {

    private static final int MOST_QUESTIONS = 62;

    /**
     * What is counted.
     *
     * @param number of the question, as the counter knows it
     * @param column its cells; -1: rows
     * @param where null: all rows
     */
    record Asked(int number, int column, @Nullable QuickTest where, boolean keys) {}

    /** A check by its position: a test, or columns that no two rows may have alike. */
    record Made(Check check, @Nullable QuickTest test, int[] unique) {}

    private final TableSpec spec;
    private final ColumnPlan[] columns;
    private final int[] positions;
    private final boolean[] telling;
    private final int widest;
    private final int whole;
    private final @Nullable QuickTest where;
    private final List<Made> checks = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final int[] watched;
    private final boolean[] watchedSubjects;
    private final int uniques;

    private RowPlan(
            TableSpec spec,
            Header header,
            Owner owner,
            ColumnPlan[] columns,
            boolean[] telling,
            int widest,
            FileTask.Bulk bulk) {
        this.spec = spec;
        this.watchedSubjects = bulk.watched();
        this.columns = columns;
        this.telling = telling;
        this.widest = Math.max(widest, header.width());
        Subject all = owner.find("");
        this.whole = all == null ? -1 : all.index();
        this.positions = new int[header.width()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < columns.length; i++) {
            if (header.at()[i] >= 0) {
                positions[header.at()[i]] = i;
            }
        }
        this.where = test(spec.input().where());
        for (Check check : spec.input().checks()) {
            int[] unique = check.unique().stream().mapToInt(spec::position).toArray();
            for (int column : unique) {
                columns[column].compare();
            }
            checks.add(new Made(check, test(check.condition()), unique));
        }
        this.uniques = (int) checks.stream().filter(each -> each.test() == null).count();
        List<Question> questions = bulk.counter().questions();
        for (int q = 0; q < questions.size(); q++) {
            Question question = questions.get(q);
            if (question.input().equals(spec.name())) {
                ask(q, question);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (RowReading.watched(spec.type(i))) {
                columns[i].numbered();
                numbers.add(i);
            }
        }
        this.watched = numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable QuickTest test(@Nullable Condition condition) {
        return condition == null ? null : QuickTest.of(condition, spec, columns);
    }

    private void ask(int number, Question question) {
        int column = question.column() == null ? -1 : spec.position(question.column());
        if (column >= 0) {
            if (question.keys()) {
                columns[column].keyed();
            } else {
                columns[column].numbered();
            }
        }
        asked.add(new Asked(number, column, test(question.where()), question.keys()));
    }

    /** Returns the plan for a table; null where there is none. */
    static @Nullable RowPlan of(
            TableSpec spec, Header header, List<CellReader> readers, Owner owner, int widest, FileTask.Bulk bulk) {
        Subject all = owner.find("");
        if (all != null && bulk.watched()[all.index()]
                || !bulk.counter().counts(spec.name())
                || spec.strict()
                || !owner.asked()
                || !spec.derived().isEmpty()
                || spec.input().checks().stream().anyMatch(check -> check.grouped() != null)
                || spec.gathered().wants(spec.name())
                || questions(spec, bulk.counter()) > MOST_QUESTIONS
                || Arrays.stream(header.at()).filter(at -> at >= 0).distinct().count()
                        < Arrays.stream(header.at()).filter(at -> at >= 0).count()) {
            return null;
        }
        ColumnPlan[] columns = new ColumnPlan[spec.columns().size()];
        boolean[] telling = Telling.columns(spec, header, readers, owner);
        boolean told = false;
        for (int i = 0; i < columns.length; i++) {
            Column column = spec.columns().get(i);
            columns[i] = ColumnPlan.of(readers.get(i), column, spec.input().blanks(), i == spec.owner() ? owner : null);
            telling[i] &= columns[i].showsBlanks();
            told |= telling[i];
        }
        return told ? new RowPlan(spec, header, owner, columns, telling, widest, bulk) : null;
    }

    private static long questions(TableSpec spec, RowCounter counter) {
        return counter.questions().stream()
                .filter(each -> each.input().equals(spec.name()))
                .count();
    }

    TableSpec spec() {
        return spec;
    }

    /** Returns by position of the input what becomes of each column. */
    ColumnPlan[] columns() {
        return columns;
    }

    /** Returns by column of the sheet the position in the input; -1 where it names none. */
    int[] positions() {
        return positions;
    }

    /** Returns by position of the input whether a cell that says more than a blank one shows that its row is none of heads. */
    boolean[] telling() {
        return telling;
    }

    /** Returns how many cells a row may have, those behind the last head being blank. */
    int widest() {
        return widest;
    }

    /** Returns the index of the subject to which all rows belong; -1 where each names its own. */
    int whole() {
        return whole;
    }

    @Nullable
    QuickTest where() {
        return where;
    }

    List<Made> checks() {
        return checks;
    }

    List<Asked> asked() {
        return asked;
    }

    /** Returns the positions of columns whose values are held against their median. */
    int[] watched() {
        return watched;
    }

    /** Returns the position of the first check that looks at several rows. */
    int firstAmong() {
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).test() == null) {
                return i;
            }
        }
        return checks.size();
    }

    /** Returns by the index of a subject whether its rows are read like any other file's. */
    boolean[] watchedSubjects() {
        return watchedSubjects;
    }

    /** Returns how many checks want no two rows alike. */
    int uniques() {
        return uniques;
    }
}
