package org.platscore.intake;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.platscore.finding.Nearest;

/**
 * A pattern of paths: {@code *} and {@code ?} within a name, {@code **}{@code /} for any number of folders and none, {@code
 * [abc]} and <code>{a,b}</code>. A name's ending fits in any case.
 */
final class Glob {

    /** The signs of which one makes a path a pattern. */
    static final String WILD = "*?[{";

    private final String path;

    private final Pattern pattern;

    private final boolean literal;

    private Glob(String path, Pattern pattern, boolean literal) {
        this.path = path;
        this.pattern = pattern;
        this.literal = literal;
    }

    static Glob of(String glob) {
        String normal = Normalizer.normalize(glob.strip().replace('\\', '/'), Normalizer.Form.NFC);
        String path = normal.startsWith("./") ? normal.substring(2) : normal;
        String body = withoutEnding(path);
        String tail = body.equals(path) ? "" : "(?i:" + regex(path.substring(body.length())) + ")";
        boolean literal = glob.chars().noneMatch(c -> WILD.indexOf(c) >= 0);
        return new Glob(path, Pattern.compile(regex(body) + tail, Pattern.DOTALL), literal);
    }

    /** Returns whether the pattern is the path of one file. */
    boolean literal() {
        return literal;
    }

    /** Returns whether a path (NFC, with {@code /}) fits as a whole. */
    boolean fits(String path) {
        return pattern.matches(path);
    }

    /** Returns the pattern of paths without the ending of their names. */
    Glob butForEnding() {
        String body = withoutEnding(path);
        return new Glob(body, Pattern.compile(regex(body), Pattern.DOTALL), literal);
    }

    /** Returns a path without the ending of its name. */
    static String withoutEnding(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** Returns whether files in or below a folder (NFC, with {@code /}) may fit. */
    boolean below(String folder) {
        for (int i = 0; i < path.length(); i++) {
            boolean any = path.startsWith("**", i);
            if (any || path.charAt(i) == '/') {
                String start = path.substring(0, any ? i + 2 : i);
                boolean open = start.lastIndexOf('{') > start.lastIndexOf('}');
                if (open || Pattern.compile(regex(start), Pattern.DOTALL).matches(folder)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns the folder, with {@code /} behind it, that is most like the one in which a pattern begins, where that is not there;
     * else the file that is most like the pattern.
     */
    Optional<String> nearest(List<String> files) {
        Set<String> folders = new LinkedHashSet<>();
        for (String file : files) {
            for (int i = file.indexOf('/'); i >= 0; i = file.indexOf('/', i + 1)) {
                folders.add(file.substring(0, i));
            }
        }
        String start = start();
        Optional<String> folder =
                start.isEmpty() || folders.contains(start) ? Optional.empty() : Nearest.to(start, folders);
        return folder.map(each -> each + "/").or(() -> Nearest.to(path, files));
    }

    /** Returns the folder in which a pattern begins; empty where it begins in the assessment folder, or is the path of one file. */
    private String start() {
        int wild = literal ? 0 : path.length();
        for (char each : WILD.toCharArray()) {
            int at = path.indexOf(each);
            wild = at < 0 ? wild : Math.min(wild, at);
        }
        return path.substring(0, Math.max(0, path.lastIndexOf('/', wild - 1)));
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '{' && glob.indexOf('}', i) > 0) {
                braces++;
                regex.append("(?:");
            } else if (c == '}' && braces > 0) {
                braces--;
                regex.append(')');
            } else if (c == ',' && braces > 0) {
                regex.append('|');
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                String inside = glob.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[");
                regex.append('[')
                        .append(inside.startsWith("!") ? "^" + inside.substring(1) : inside)
                        .append(']');
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append(braces > 0 ? ")".repeat(braces) : "").toString();
    }
}
