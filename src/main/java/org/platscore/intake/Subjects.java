package org.platscore.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Nearest;
import org.platscore.intake.cell.Spelling;

/** The subjects of the roster, found by id in any case or by name. */
class Subjects {

    private final List<Subject> all;
    private final Map<String, Subject> byId = new HashMap<>();
    private final Map<String, Subject> byName = new HashMap<>();
    private @Nullable Nearest idsAndNames;

    Subjects(List<Subject> all) {
        this.all = all;
        for (Subject each : all) {
            byId.putIfAbsent(Spelling.code(each.id()), each);
            byName.putIfAbsent(Spelling.dense(each.name()), each);
        }
    }

    List<Subject> all() {
        return all;
    }

    /** Returns how many subjects there can be. */
    int size() {
        return all.size();
    }

    /** Returns the subject whose id or name this is; null if there is none. */
    @Nullable
    Subject find(String text) {
        Subject subject = byId.get(Spelling.code(text));
        return subject != null ? subject : byName.get(Spelling.dense(text));
    }

    /** Returns the same for what stands beside a label that says whose a workbook is. */
    @Nullable
    Subject labelled(String label, String text) {
        return find(text);
    }

    /** Returns the id of {@link #find}; null if there is none. */
    @Nullable
    String idOf(String text) {
        Subject subject = find(text);
        return subject == null ? null : subject.id();
    }

    /** Returns the id or name that a misspelt one most likely means. */
    Optional<String> nearest(String text) {
        return idsAndNames().to(Spelling.dense(text));
    }

    /** Returns what finds a name near to one, made when the first is asked for, and kept: rows ask for as many as there are. */
    private synchronized Nearest idsAndNames() {
        if (idsAndNames == null) {
            List<String> known = new ArrayList<>();
            all.forEach(each -> known.add(each.id()));
            all.forEach(each -> known.add(each.name()));
            idsAndNames = Nearest.among(known);
        }
        return idsAndNames;
    }
}
