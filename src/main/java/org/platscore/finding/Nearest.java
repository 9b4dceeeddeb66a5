package org.platscore.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the known name that a misspelt one most likely means. */
public final class Nearest {

    private final List<Known> known = new ArrayList<>();

    private Nearest(Collection<String> known) {
        known.forEach(each -> {
            String lower = each.toLowerCase(Locale.ROOT);
            this.known.add(new Known(each, lower, letters(lower)));
        });
    }

    /** Returns what finds names among known ones: for many questions. */
    public static Nearest among(Collection<String> known) {
        return new Nearest(known);
    }

    /** Returns the same as {@link #to(String)} among known names. */
    public static Optional<String> to(String name, Collection<String> known) {
        return among(known).to(name);
    }

    /** Returns the one known name that is nearest; empty if others are as near, for then nobody knows which is meant. */
    public Optional<String> to(String name) {
        Set<String> nearest = all(name);
        return nearest.size() == 1 ? Optional.of(nearest.iterator().next()) : Optional.empty();
    }

    /**
     * Returns the known names with the smallest edit distance (a swap of neighbours counts one), compared without regard to
     * case, in the order of the known ones; none if even they are further off than a third of the name's length (at least one
     * edit, for names of one or two characters none but case; a Chinese name of one or two must have a character in common).
     */
    public Set<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int allowed = wanted.length() <= 2
                ? (wanted.codePoints().anyMatch(c -> c > 0x2E7F) ? 1 : 0)
                : Math.max(1, (wanted.length() + 1) / 3);
        long letters = letters(wanted);
        Set<String> nearest = new LinkedHashSet<>();
        int least = allowed;
        for (Known each : known) {
            if (each.atLeast(wanted, letters) > least
                    || wanted.length() <= 2
                            && wanted.chars().noneMatch(c -> each.name.indexOf(c) >= 0)
                            && !each.name.equalsIgnoreCase(name)) {
                continue;
            }
            int distance = distance(wanted, each.lower);
            if (distance < least) {
                least = distance;
                nearest.clear();
            }
            if (distance == least) {
                nearest.add(each.name);
            }
        }
        return nearest;
    }

    /** Returns a set of the characters of a text; those that are alike in their last six bits are one. */
    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /**
     * A known name.
     *
     * @param lower the name in lower case
     * @param letters the characters of that
     */
    private record Known(String name, String lower, long letters) {

        /**
         * Returns a distance below which this name's cannot be, which is found sooner: an edit makes a text longer or shorter by
         * one character, and brings in or takes away one character at most.
         */
        int atLeast(String wanted, long wantedLetters) {
            int length = Math.abs(wanted.length() - lower.length());
            int gone = Long.bitCount(wantedLetters & ~letters);
            int come = Long.bitCount(letters & ~wantedLetters);
            return Math.max(length, Math.max(gone, come));
        }
    }

    /** Returns the distance of two names by what is left of them without how both begin and end, which is far less to compare. */
    private static int distance(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return edits(a.substring(head, a.length() - tail), b.substring(head, b.length() - tail));
    }

    private static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                row[j] = least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[b.length()];
    }
}
