package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.rules.Column;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Cells;

/**
 * The one subject of a workbook that is read by itself: as the roster has it, or without a roster as the workbook's own form
 * describes it.
 */
final class LoneSubject extends Subjects {

    private final @Nullable Subjects roster;
    private final Input declared;
    private @Nullable Subject only;
    /** Ids of the roster that its labels and its name name, and what its labels say that is not in the roster. */
    private final Set<String> named = new LinkedHashSet<>();
    /** What its labels say without a roster, by label and code. */
    private final Map<String, Map<String, String>> labelled = new LinkedHashMap<>();

    /**
     * A subject not known yet.
     *
     * @param declared the roster of the rules
     * @param roster null where none is at hand
     */
    LoneSubject(Input declared, @Nullable Subjects roster) {
        super(List.of());
        this.declared = declared;
        this.roster = roster;
    }

    @Override
    List<Subject> all() {
        return only == null ? List.of() : List.of(only);
    }

    @Override
    int size() {
        return 1;
    }

    @Override
    @Nullable
    Subject find(String text) {
        if (roster == null) {
            if (only == null && !text.isEmpty()) {
                only = described(text, new Object[declared.columns().size()]);
            }
            return only;
        }
        Subject found = roster.find(text);
        if (found != null) {
            named.add(found.id());
            only = new Subject(0, found.id(), found.name(), found.columns(), found.cells());
        }
        return found == null ? null : only;
    }

    @Override
    @Nullable
    Subject labelled(String label, String text) {
        Subject found = find(text);
        if (roster == null) {
            labelled.computeIfAbsent(Head.of(label).bare(), each -> new LinkedHashMap<>())
                    .putIfAbsent(Spelling.code(text), text);
        } else if (found == null) {
            named.add(text);
        }
        return found;
    }

    /**
     * Returns all whom the workbook names as its own: nobody where none of them is known, more than one where its parts do not
     * agree. An id beside one label and a name beside another may be of one subject, if no roster and no form says whose they
     * are.
     */
    List<String> named() {
        Subject subject = only;
        if (subject == null) {
            return List.of();
        }
        if (roster != null) {
            return List.copyOf(named);
        }
        Set<String> all = new LinkedHashSet<>(List.of(subject.id()));
        labelled.forEach((label, texts) -> {
            if (texts.size() > 1 || told(subject, label)) {
                texts.values().stream()
                        .filter(text -> !Spelling.code(text).equals(Spelling.code(subject.id()))
                                && !Spelling.dense(text).equals(Spelling.dense(subject.name())))
                        .forEach(all::add);
            }
        });
        return List.copyOf(all);
    }

    /** Returns whether a form says the id or name that stands beside a label. */
    private boolean told(Subject subject, String label) {
        Input.Roster key = declared.roster();
        return key != null
                && declared.columns().stream()
                        .filter(column ->
                                column.name().equals(key.id()) || column.name().equals(key.name()))
                        .filter(column -> subject.cell(column.name()) != null)
                        .flatMap(column -> column.headers().stream())
                        .anyMatch(head -> Head.of(head).bare().equals(label));
    }

    /** A cell that names a subject does not say whose workbook it is. */
    @Override
    @Nullable
    String idOf(String text) {
        return roster == null ? text : roster.idOf(text);
    }

    @Override
    Optional<String> nearest(String text) {
        return roster == null ? Optional.empty() : roster.nearest(text);
    }

    /** Takes what a form of the workbook says of the subject, where there is no roster to say it. */
    void describe(DataRow row) {
        Subject named = only;
        if (roster != null || named == null || !row.spec.input().form()) {
            return;
        }
        @Nullable
        Object[] cells =
                Arrays.copyOf(named.cells().toArray(), declared.columns().size());
        for (int i = 0; i < cells.length; i++) {
            int field = field(row.spec.input(), declared.columns().get(i));
            cells[i] = field >= 0 && row.values[field] != null ? row.values[field] : cells[i];
        }
        only = described(named.id(), cells);
    }

    /**
     * Returns the field of a form that tells what a column of the roster would; -1 if there is none. A personal one tells no column
     * that is shown.
     */
    static int field(Input form, Column column) {
        for (int i = 0; i < form.columns().size(); i++) {
            Column field = form.columns().get(i);
            if (Submissions.tells(field, column) && (column.personal() || !field.personal())) {
                return i;
            }
        }
        return -1;
    }

    private Subject described(String text, @Nullable Object[] cells) {
        Input.Roster key = declared.roster();
        int id = key == null ? -1 : declared.indexOf(key.id());
        int name = key == null ? -1 : declared.indexOf(key.name());
        Object ownId = id < 0 ? null : cells[id];
        Object ownName = name < 0 ? null : cells[name];
        List<String> columns = new ArrayList<>();
        declared.columns().forEach(column -> columns.add(column.name()));
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(cells));
        Subject subject = new Subject(
                0,
                ownId == null ? text : ownId.toString(),
                ownName == null ? "" : ownName.toString(),
                Collections.unmodifiableList(columns),
                Collections.unmodifiableList(all));
        for (Derived each : declared.derived()) {
            all.add(Cells.cell(each.formula().value(column -> Cells.value(subject.cell(column)))));
            columns.add(each.name());
        }
        return subject;
    }
}
