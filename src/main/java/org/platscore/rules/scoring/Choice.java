package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.Ref;

/**
 * One of several things, chosen by a category or by the band that a number falls into.
 *
 * @param of what chooses
 * @param label its display text
 * @param cases what the categories choose, in file order; empty where bands choose
 * @param bands what numbers choose, by rising bound; empty where categories choose
 * @param otherwise for what no case or band fits; null: nothing
 */
public record Choice<T>(
        Ref of,
        String label,
        Map<String, T> cases,
        List<Band<T>> bands,
        @Nullable T otherwise) {

    /** What is chosen by numbers that stay below {@code under} and below no earlier bound. */
    public record Band<T>(BigFraction under, T use) {}

    /** Returns what a value chooses; null where nothing fits. */
    public @Nullable T pick(@Nullable Object value) {
        if (value instanceof BigFraction && cases.isEmpty()) {
            for (Band<T> band : bands) {
                if (((BigFraction) value).compareTo(band.under) < 0) {
                    return band.use;
                }
            }
            return otherwise;
        }
        if (value instanceof String && bands.isEmpty()) {
            T found = find(cases, (String) value);
            return found == null ? otherwise : found;
        }
        return null;
    }

    /** Returns all that can be chosen. */
    public List<T> parts() {
        List<T> parts = new ArrayList<>(cases.values());
        bands.forEach(band -> parts.add(band.use));
        if (otherwise != null) {
            parts.add(otherwise);
        }
        return parts;
    }

    /** Returns what stands under a category, compared as texts are; null if nothing does. */
    static <T> @Nullable T find(Map<String, T> byCategory, String category) {
        T exact = byCategory.get(category);
        if (exact != null) {
            return exact;
        }
        String folded = Folded.text(category);
        for (Map.Entry<String, T> entry : byCategory.entrySet()) {
            if (Folded.text(entry.getKey()).equals(folded)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Returns the choice in words, {@code inWords} telling one of the things. */
    Message sentence(Wording wording, Function<T, Message> inWords) {
        List<Message> parts = new ArrayList<>();
        cases.forEach((category, use) -> parts.add(Message.of("scoring.choice.case", category, inWords.apply(use))));
        bands.forEach(band ->
                parts.add(Message.of("scoring.choice.band", wording.figure(band.under, of), inWords.apply(band.use))));
        if (otherwise != null) {
            parts.add(Message.of("scoring.choice.else", inWords.apply(otherwise)));
        }
        return Message.of("scoring.choice", label, joined(parts));
    }

    /** Returns sentences one after the other, set apart more strongly than the items of a list. */
    static Message joined(List<Message> parts) {
        Message all = parts.get(0);
        for (Message part : parts.subList(1, parts.size())) {
            all = Message.of("scoring.join", all, part);
        }
        return all;
    }
}
