package org.platscore.rules;

import java.util.Set;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/**
 * Names whose declaration is faulty. They are known to later sections, so that nobody calls them unknown, but what they hold is
 * not; a complaint about their type would report the same cause twice. Where a whole section of declarations is faulty, no name
 * of it can be called unknown.
 *
 * @param names the doubtful names
 * @param noMeasures whether no measure could be read
 * @param noRoster whether no roster could be read
 */
record Doubt(Set<String> names, boolean noMeasures, boolean noRoster) {

    private static final Set<String> OF_TYPE = Set.of("R014", "R016");

    boolean about(String name) {
        return names.contains(name);
    }

    /** Adds the faults that were found in {@code node}, but for those that may come of a faulty declaration. */
    void settle(Diagnostics found, Node node, Diagnostics diagnostics) {
        boolean doubt = !names.isEmpty() && mentions(node);
        found.passOn(
                each -> !(doubt && OF_TYPE.contains(each.code()))
                        && !(noMeasures && each.code().equals("R012"))
                        && !(noRoster && each.code().equals("R011")),
                diagnostics);
    }

    private boolean mentions(Node node) {
        if (node instanceof Node.Scalar) {
            return Dependencies.names(((Node.Scalar) node).text()).stream().anyMatch(names::contains);
        }
        return node instanceof Node.Items
                ? ((Node.Items) node).items().stream().anyMatch(this::mentions)
                : ((Node.Mapping) node).entries().stream().anyMatch(entry -> mentions(entry.value()));
    }
}
