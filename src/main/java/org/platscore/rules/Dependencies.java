package org.platscore.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names need which others first. */
final class Dependencies {

    /** A text in quotes, which names nothing; or a name, a dotted one as a whole. */
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"?|\\p{L}[\\p{L}\\p{M}\\p{Nd}_.]*");

    private final Map<String, ? extends Collection<String>> uses;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private Dependencies(Map<String, ? extends Collection<String>> uses) {
        this.uses = uses;
    }

    /**
     * The order of some names.
     *
     * @param names each after those that it uses, as far as there is no cycle
     * @param cycles each as the path from its first name in file order back to it
     * @param cyclic the names in any cycle
     */
    record Order(List<String> names, List<List<String>> cycles, Set<String> cyclic) {

        boolean inCycle(String name) {
            return cyclic.contains(name);
        }
    }

    /** Returns the order of {@code uses}' keys; names that are no keys of it need nothing. */
    static Order order(Map<String, ? extends Collection<String>> uses) {
        Dependencies dependencies = new Dependencies(uses);
        uses.keySet().forEach(dependencies::visit);
        Set<String> cyclic = new LinkedHashSet<>();
        dependencies.cycles.forEach(cyclic::addAll);
        return new Order(List.copyOf(dependencies.done), List.copyOf(dependencies.cycles), cyclic);
    }

    /** Returns the names in a formula, functions' and words' included. */
    static Set<String> names(String formula) {
        Set<String> names = new LinkedHashSet<>();
        Matcher words = WORD.matcher(formula);
        while (words.find()) {
            if (!words.group().startsWith("\"")) {
                names.add(words.group());
            }
        }
        return names;
    }

    /** Goes down without recursion: a chain of formulas may be as long as a file. */
    private void visit(String start) {
        Deque<Step> open = new ArrayDeque<>();
        Map<String, Integer> path = new LinkedHashMap<>();
        enter(start, open, path);
        while (!open.isEmpty()) {
            Step step = open.getLast();
            if (!step.rest.hasNext()) {
                open.removeLast();
                path.remove(step.name);
                done.add(step.name);
                continue;
            }
            String next = step.rest.next();
            Integer at = path.get(next);
            if (at != null) {
                List<String> cycle =
                        new ArrayList<>(path.keySet().stream().skip(at).toList());
                cycle.add(next);
                cycles.add(List.copyOf(cycle));
            } else {
                enter(next, open, path);
            }
        }
    }

    private void enter(String name, Deque<Step> open, Map<String, Integer> path) {
        Collection<String> needed = uses.get(name);
        if (needed != null && !done.contains(name)) {
            path.put(name, path.size());
            open.addLast(new Step(name, List.copyOf(needed).iterator()));
        }
    }

    /** A name on the way down, and what of its needs has not been looked at. */
    private record Step(String name, Iterator<String> rest) {}
}
