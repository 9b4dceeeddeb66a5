package org.platscore.rules;

import java.util.ArrayList;
import java.util.Collection;
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
    private final List<String> path = new ArrayList<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private Dependencies(Map<String, ? extends Collection<String>> uses) {
        this.uses = uses;
    }

    /**
     * The order of some names.
     *
     * @param names each after those that it uses, as far as there is no cycle
     * @param cycles each as the path from its first name in file order back to it
     */
    record Order(List<String> names, List<List<String>> cycles) {

        boolean inCycle(String name) {
            return cycles.stream().anyMatch(cycle -> cycle.contains(name));
        }
    }

    /** Returns the order of {@code uses}' keys; names that are no keys of it need nothing. */
    static Order order(Map<String, ? extends Collection<String>> uses) {
        Dependencies dependencies = new Dependencies(uses);
        uses.keySet().forEach(dependencies::visit);
        return new Order(List.copyOf(dependencies.done), List.copyOf(dependencies.cycles));
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

    private void visit(String name) {
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        Collection<String> needed = uses.get(name);
        for (String each : needed == null ? List.<String>of() : needed) {
            int at = path.indexOf(each);
            if (at >= 0) {
                List<String> cycle = new ArrayList<>(path.subList(at, path.size()));
                cycle.add(each);
                cycles.add(List.copyOf(cycle));
            } else if (uses.containsKey(each)) {
                visit(each);
            }
        }
        path.remove(path.size() - 1);
        done.add(name);
    }
}
