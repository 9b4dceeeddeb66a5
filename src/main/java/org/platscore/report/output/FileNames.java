package org.platscore.report.output;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * File names made from names in the data: good on Windows, macOS and Linux, never outside their folder, and no two alike
 * without regard to case.
 */
public final class FileNames {

    private static final int MOST_BYTES = 200;
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3])( *\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** By a name that is taken, the number that went to the last one of that name: thousands may have the same. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Returns a name with this ending that was not given before; a name met again gets a number: {@code A (2).xlsx}. */
    public String of(String text, String ending) {
        String clean = clean(text);
        String first = cut(clean, ending) + ending;
        String name = first;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            String number =
                    " (" + numbers.merge(first.toLowerCase(Locale.ROOT), 2, (last, n) -> last + 1) + ")" + ending;
            name = cut(clean, number) + number;
        }
        return name;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean bare = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (!bare) {
                clean.appendCodePoint(FORBIDDEN.indexOf(c) >= 0 ? '_' : c);
            }
        });
        String trimmed = trim(clean.toString());
        String named = trimmed.isEmpty() ? "_" : trimmed;
        return DEVICE.matcher(named).matches() ? "_" + named : named;
    }

    /** Drops blanks and dots at both ends: a leading dot hides a file, a trailing one Windows drops. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && droppable(text.charAt(from))) {
            from++;
        }
        while (to > from && droppable(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean droppable(char c) {
        return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String cut(String text, String ending) {
        int room = MOST_BYTES - bytes(ending);
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > room) {
                return trim(text.substring(0, end));
            }
            end = next;
        }
        return text;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
