package org.platscore.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An indicator or group of one subject. */
final class Node {
    final Map<String, Object> spec;
    final Fraction written;
    final List<Node> children = new ArrayList<>();
    boolean excluded;

    /** A leaf's points of its written weight, cut, before spreading and rounding. */
    Fraction raw;

    /** The weight for this subject, after spreading; 0 where excluded. */
    Fraction weight = Fraction.ZERO;

    /** Points before rounding, and rounded; null where excluded. */
    Fraction exact;

    Fraction points;

    Node(Map<String, Object> spec, Fraction written) {
        this.spec = spec;
        this.written = written;
    }

    List<Node> alive() {
        return children.stream().filter(child -> !child.excluded).toList();
    }

    boolean isGroup() {
        return spec.containsKey("of");
    }
}
