package org.platscore.rules.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;

/**
 * Collects the faults of one rules file. The codes: R001 syntax; R002 tag, anchor, alias, merge key, tab, size, depth; R003
 * duplicate key; R004 unknown key; R005 missing key; R006 wrong shape; R007 bad number; R008 bad date; R009 bad or reserved
 * name; R010 name given twice; R011 unknown input or column; R012 unknown measure, indicator or other name; R013 weights that
 * do not add up; R014 type that does not fit; R015 formula syntax; R016 formula type; R017 cycle; R018 value out of bounds; R019
 * wrong order; R020 unknown grade; R021 contradiction or unreachable; R023 not one of the allowed words;
 * R024 file pattern; R025 regular expression; R026 roster; R027 nothing uses it.
 */
public final class Diagnostics {

    /** Codes of unknown names. */
    private static final Set<String> NAMES = Set.of("R011", "R012", "R020");

    /** Told more often than this, an unknown name is told once. */
    private static final int MOST_TIMES = 3;

    /** A fix shows so many known names; a longer list would bury the fault. */
    private static final int MOST_SHOWN = 15;

    /** What is said where a key, or one of some keys, is not there. */
    private static final Set<String> LACKS =
            Set.of("rules.missing-key", "rules.none-of", "rules.no-score", "scoring.steps.no-edge", "reward.no-kind");

    private final List<Diagnostic> list = new ArrayList<>();
    private final Set<Misspelt> misspelt = new HashSet<>();
    private final Set<String> misplaced = new HashSet<>();
    private final Map<Mark, List<Mark>> strays = new HashMap<>();
    private final Set<String> vague = new HashSet<>();
    private final Set<Mark> doubled = new HashSet<>();

    /** A key that is most likely misspelt in the mapping that starts here, and so is not missing. */
    private record Misspelt(Mark mapping, String meant) {}

    /** Adds a fault. */
    public void add(Diagnostic diagnostic) {
        list.add(diagnostic);
    }

    /** Adds the faults of another collector. */
    public void addAll(Diagnostics others) {
        list.addAll(others.list);
        takeNotes(others);
    }

    private void takeNotes(Diagnostics others) {
        misspelt.addAll(others.misspelt);
        misplaced.addAll(others.misplaced);
        others.strays.forEach((mapping, keys) ->
                strays.computeIfAbsent(mapping, each -> new ArrayList<>()).addAll(keys));
        vague.addAll(others.vague);
        doubled.addAll(others.doubled);
    }

    /** Adds those of these faults that are {@code wanted} to another collector. */
    public void passOn(Predicate<Diagnostic> wanted, Diagnostics to) {
        list.stream().filter(wanted).forEach(to::add);
        to.takeNotes(this);
    }

    /** Adds an error. */
    public void error(String code, Mark mark, Message message, Message fix) {
        list.add(new Diagnostic(code, mark, message, fix, null, false));
    }

    /** Adds a warning: something odd that the language allows. */
    public void warning(String code, Mark mark, Message message, Message fix) {
        list.add(new Diagnostic(code, mark, message, fix, null, true));
    }

    /** Adds a warning of something that conflicts with a second place. */
    public void warning(String code, Mark mark, Message message, Message fix, Mark other) {
        list.add(new Diagnostic(code, mark, message, fix, other, true));
    }

    /** Adds an error that conflicts with a second place. */
    public void error(String code, Mark mark, Message message, Message fix, Mark other) {
        list.add(new Diagnostic(code, mark, message, fix, other, false));
    }

    /**
     * Adds the error that a name is not known, with the nearest known one as the fix, or those of many that are as near, or all
     * known ones.
     *
     * @param what the kind of name, such as {@code Message.of("rules.kind.measure")}
     */
    public void unknown(String code, Mark mark, Message what, String name, Collection<String> known) {
        error(code, mark, Message.of("rules.unknown", what, name), meant(what, name, known));
    }

    /** Adds the error that a roster column that is personal makes groups or chooses. */
    public void personal(Mark mark, String column) {
        error("R021", mark, Message.of("rules.group-personal", column), Message.of("rules.fix.group-personal"));
    }

    private static Message meant(Message what, String name, Collection<String> known) {
        if (known.isEmpty()) {
            return Message.of("rules.fix.none-known", what);
        }
        List<String> nearest = ofRoster(name, known)
                .map(List::of)
                .orElseGet(() -> List.copyOf(Nearest.among(known).all(name)));
        if (nearest.size() == 1) {
            return Message.of("rules.fix.nearest", nearest.get(0));
        }
        return !nearest.isEmpty() && nearest.size() <= MOST_SHOWN && known.size() > MOST_SHOWN
                ? Message.of("rules.fix.nearest-of", nearest)
                : oneOf(List.copyOf(known));
    }

    private static Message oneOf(List<String> known) {
        return known.size() <= MOST_SHOWN
                ? Message.of("rules.fix.one-of", known)
                : Message.of("rules.fix.some-of", known.subList(0, MOST_SHOWN), known.size());
    }

    /** Returns the roster's column of the same name, where its prefix is missing or another. */
    private static Optional<String> ofRoster(String name, Collection<String> known) {
        String column = "roster." + name.substring(name.lastIndexOf('.') + 1);
        return known.contains(column) ? Optional.of(column) : Optional.empty();
    }

    /**
     * Adds the error that a name is not known; one that is the label of a known name most likely means that.
     *
     * @param labels the display text of each known name
     */
    public void unknown(String code, Mark mark, Message what, String name, Map<String, String> labels) {
        List<String> meant = labels.entrySet().stream()
                .filter(each -> each.getValue().equals(name.strip()))
                .map(Map.Entry::getKey)
                .toList();
        if (meant.size() == 1) {
            error(code, mark, Message.of("rules.unknown", what, name), Message.of("rules.fix.nearest", meant.get(0)));
        } else {
            unknown(code, mark, what, name, labels.keySet());
        }
    }

    /** Takes note that a key of the mapping at {@code mapping} stands for {@code meant}: that one is not told as missing. */
    void meant(Mark mapping, String meant) {
        misspelt.add(new Misspelt(mapping, meant));
    }

    /** Takes note of a key of the mapping at {@code mapping} that is like none: where one is missing, it most likely stands for it. */
    void stray(Mark mapping, Mark key) {
        strays.computeIfAbsent(mapping, each -> new ArrayList<>()).add(key);
    }

    /** Takes note that a key stands twice in the mapping at {@code mapping}. */
    void doubled(Mark mapping) {
        doubled.add(mapping);
    }

    /** Returns whether a key stands twice in this mapping. */
    public boolean hasDoubled(Node.Mapping mapping) {
        return doubled.contains(mapping.mark());
    }

    /**
     * Takes note that not all names of a scope are known, because a declaration is faulty: that a name is not among them is told
     * only where it is like one of them.
     *
     * @param scope {@code inputs}, {@code measures}, or the name of the input whose columns are meant
     */
    public void vague(String scope) {
        vague.add(scope);
    }

    private boolean ofVagueScope(Diagnostic each) {
        if (!unknownName(each) || each.fix().key().equals("rules.fix.nearest")) {
            return false;
        }
        Object kind = each.message().args().get(0);
        if (each.code().equals("R012")) {
            return vague.contains("measures");
        }
        return kind instanceof Message
                && (((Message) kind).args().stream().anyMatch(vague::contains)
                        || ((Message) kind).key().equals("rules.kind.input") && vague.contains("inputs"));
    }

    /** Leaves out what is missing where a stray key stands for it, and says so at that key. */
    private List<Diagnostic> withStrays() {
        Map<Mark, List<Diagnostic>> lacking = new HashMap<>();
        for (Diagnostic each : list) {
            if (strays.containsKey(each.mark()) && LACKS.contains(each.message().key())) {
                lacking.computeIfAbsent(each.mark(), mark -> new ArrayList<>()).add(each);
            }
        }
        Map<Mark, Diagnostic> meant = new HashMap<>();
        Set<Diagnostic> gone = new HashSet<>();
        lacking.forEach((mapping, missing) -> {
            List<Mark> keys = strays.getOrDefault(mapping, List.of());
            for (int i = 0; i < keys.size() && keys.size() == missing.size(); i++) {
                meant.put(keys.get(i), missing.get(i));
                gone.add(missing.get(i));
            }
        });
        return list.stream()
                .filter(each -> !gone.contains(each))
                .map(each -> {
                    Diagnostic missing = each.code().equals("R004") ? meant.get(each.mark()) : null;
                    return missing == null
                            ? each
                            : new Diagnostic(
                                    each.code(),
                                    each.mark(),
                                    each.message(),
                                    standsFor(missing, each.message().args().get(1)),
                                    null,
                                    each.warning());
                })
                .toList();
    }

    private static Message standsFor(Diagnostic missing, Object stray) {
        Object key = missing.message().args().get(0);
        if (!(key instanceof List)) {
            return Message.of("rules.fix.stands-for", key);
        }
        List<?> keys =
                ((List<?>) key).stream().filter(each -> !each.equals(stray)).toList();
        return keys.size() == 1
                ? Message.of("rules.fix.stands-for", keys.get(0))
                : Message.of("rules.fix.stands-for-one", keys);
    }

    /** Takes note that a section stands at a wrong place: it is not told as missing at the right one. */
    public void misplaced(String section) {
        misplaced.add(section);
    }

    /** Returns whether a section was found at a wrong place, or under a misspelt key. */
    public boolean mistaken(String section) {
        return misplaced.contains(section) || misspelt.stream().anyMatch(each -> each.meant.equals(section));
    }

    private boolean onlyMisspelt(Diagnostic each) {
        return each.code().equals("R005")
                && each.message().args().stream()
                        .flatMap(arg -> arg instanceof List ? ((List<?>) arg).stream() : Stream.of(arg))
                        .anyMatch(arg -> arg instanceof String
                                && (misspelt.contains(new Misspelt(each.mark(), (String) arg))
                                        || misplaced.contains(arg)
                                                && each.mark().column() == 1));
    }

    /** Returns whether there is an error. */
    public boolean hasErrors() {
        return list.stream().anyMatch(each -> !each.warning());
    }

    /** Returns whether there is an error with one of these codes. */
    public boolean hasErrors(Set<String> codes) {
        return list.stream().anyMatch(each -> !each.warning() && codes.contains(each.code()));
    }

    /**
     * Returns all faults by line and column; a second report of the same thing at the same place is dropped. A name that is
     * unknown at very many places is told at the first, with their number: most likely its declaration is what is wrong.
     */
    public List<Diagnostic> sorted() {
        Set<Told> told = new HashSet<>();
        Set<Mark> errors = list.stream()
                .filter(each -> !each.warning())
                .map(Diagnostic::mark)
                .collect(Collectors.toSet());
        Map<Mark, Message> wide = list.stream()
                .filter(Diagnostics::wideSign)
                .collect(Collectors.toMap(Diagnostic::mark, Diagnostic::fix, (first, second) -> first));
        List<Diagnostic> sorted = withStrays().stream()
                .filter(each -> !onlyMisspelt(each) && !ofVagueScope(each))
                .filter(each -> !(wideSign(each) && errors.contains(each.mark())))
                .map(each -> unknown(each) ? withFix(each, wide.getOrDefault(each.mark(), each.fix())) : each)
                .sorted(Comparator.comparing(Diagnostic::mark).thenComparing(Diagnostic::code))
                .filter(each -> told.add(new Told(each.code(), each.mark(), each.message())))
                .toList();
        Map<Message, Integer> unknown = new HashMap<>();
        sorted.stream()
                .filter(Diagnostics::unknownName)
                .forEach(each -> unknown.merge(each.message(), 1, Integer::sum));
        List<Diagnostic> kept = new ArrayList<>();
        for (Diagnostic each : sorted) {
            Integer times = unknownName(each) ? unknown.getOrDefault(each.message(), 0) : Integer.valueOf(0);
            if (times >= 0) {
                kept.add(times > MOST_TIMES ? elsewhere(each, times - 1) : each);
            }
            if (times > MOST_TIMES) {
                unknown.put(each.message(), -1);
            }
        }
        return List.copyOf(kept);
    }

    /** Returns whether this warns of a full-width sign: what makes a name at its place unknown. */
    private static boolean wideSign(Diagnostic each) {
        return each.warning() && each.code().equals("R001");
    }

    private static Diagnostic withFix(Diagnostic each, Message fix) {
        return new Diagnostic(each.code(), each.mark(), each.message(), fix, each.other(), each.warning());
    }

    private static boolean unknownName(Diagnostic each) {
        return unknown(each) && NAMES.contains(each.code());
    }

    private static boolean unknown(Diagnostic each) {
        return each.message().key().equals("rules.unknown");
    }

    private static Diagnostic elsewhere(Diagnostic each, int others) {
        return new Diagnostic(
                each.code(),
                each.mark(),
                Message.of("rules.and-elsewhere", each.message(), others),
                each.fix(),
                each.other(),
                each.warning());
    }

    private record Told(String code, Mark mark, Message message) {}
}
