package org.platscore.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely means. */
public final class Nearest {

    private Nearest() {}

    /**
     * Returns the known name with the smallest edit distance (a swap of neighbours counts one), compared without regard to
     * case; the first of equals; empty if even that one is further off than a third of the name's length (at least one edit,
     * for names of one or two characters none but case; a Chinese name of one or two must have a character in common).
     */
    public static Optional<String> to(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int allowed = wanted.length() <= 2
                ? (wanted.codePoints().anyMatch(c -> c > 0x2E7F) ? 1 : 0)
                : Math.max(1, (wanted.length() + 1) / 3);
        String best = null;
        int least = allowed + 1;
        for (String each : known) {
            if (wanted.length() <= 2
                    && wanted.chars().noneMatch(c -> each.indexOf(c) >= 0)
                    && !each.equalsIgnoreCase(name)) {
                continue;
            }
            int distance = distance(wanted, each.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
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
