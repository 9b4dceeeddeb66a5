package org.platscore.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;

/**
 * Notes of one sheet or form, so that one cause has one report: those of a code and column are told one by one up to {@value
 * #FEW}, else together at the first place.
 */
final class Tally {

    private static final int FEW = 20;

    private record Key(String code, int column) {}

    private record Note(Place place, String value, String subject) {}

    private static final class Pile {
        final Severity severity;
        final Message message;
        final Message action;
        final List<Note> first = new ArrayList<>();
        int count;

        Pile(Severity severity, Message message, Message action) {
            this.severity = severity;
            this.message = message;
            this.action = action;
        }
    }

    private final Map<Key, Pile> piles = new LinkedHashMap<>();
    private final boolean together;

    /** @param together whether a pile is always told as one, however small */
    Tally(boolean together) {
        this.together = together;
    }

    /** Notes one case; {@code intake.KEY} is its message, the same for all of a code and column. */
    void note(
            Severity severity,
            String code,
            Place place,
            int column,
            String value,
            String subject,
            String key,
            Object... args) {
        Pile pile = piles.computeIfAbsent(
                new Key(code, column),
                k -> new Pile(severity, Message.of("intake." + key, args), Message.of("intake." + key + "-do", args)));
        pile.count++;
        if (pile.first.size() < FEW) {
            pile.first.add(new Note(place, value, subject));
        }
    }

    /** Adds what was noted to a report. */
    void tell(FileReport report) {
        piles.forEach((key, pile) -> {
            if (pile.count > (together ? 1 : FEW)) {
                Note first = pile.first.get(0);
                report.add(
                        pile.severity,
                        key.code,
                        first.place,
                        first.value,
                        "",
                        Message.of("intake.together", pile.message, pile.count),
                        pile.action);
            } else {
                pile.first.forEach(note -> report.add(
                        pile.severity, key.code, note.place, note.value, note.subject, pile.message, pile.action));
            }
        });
        piles.clear();
    }
}
