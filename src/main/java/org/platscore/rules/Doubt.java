package org.platscore.rules;

import java.util.Set;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/**
 * Names whose declaration is faulty. They are known to later sections, so that nobody calls them unknown, but what they hold is
 * not; a complaint about their type would report the same cause twice.
 */
final class Doubt {

    private static final Set<String> OF_TYPE = Set.of("R014", "R016");

    private Doubt() {}

    /** Adds the faults that were found in {@code node}, without those of type if it mentions a doubtful name. */
    static void settle(Diagnostics found, Node node, Set<String> doubtful, Diagnostics diagnostics) {
        if (doubtful.stream().anyMatch(name -> mentions(node, name))) {
            withoutTypes(found, diagnostics);
        } else {
            diagnostics.addAll(found);
        }
    }

    /** Adds the faults without those of type. */
    static void withoutTypes(Diagnostics found, Diagnostics diagnostics) {
        found.met().stream().filter(each -> !OF_TYPE.contains(each.code())).forEach(diagnostics::add);
    }

    private static boolean mentions(Node node, String name) {
        if (node instanceof Node.Scalar) {
            return ((Node.Scalar) node).text().contains(name);
        }
        return node instanceof Node.Items
                ? ((Node.Items) node).items().stream().anyMatch(item -> mentions(item, name))
                : ((Node.Mapping) node).entries().stream().anyMatch(entry -> mentions(entry.value(), name));
    }
}
