package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a rules file, such as what stands under {@code score:}. */
final class Parsed {

    private Parsed() {}

    static Node of(String yaml) {
        return node(
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow());
    }

    private static Node node(org.snakeyaml.engine.v2.nodes.Node node) {
        if (node instanceof ScalarNode) {
            ScalarNode scalar = (ScalarNode) node;
            return scalar(scalar);
        }
        if (node instanceof SequenceNode) {
            List<Node> items =
                    ((SequenceNode) node).getValue().stream().map(Parsed::node).toList();
            return new Node.Items(items, mark(node));
        }
        List<Node.Entry> entries = new ArrayList<>();
        ((MappingNode) node)
                .getValue()
                .forEach(tuple -> entries.add(
                        new Node.Entry(scalar((ScalarNode) tuple.getKeyNode()), node(tuple.getValueNode()))));
        return new Node.Mapping(entries, mark(node));
    }

    private static Node.Scalar scalar(ScalarNode scalar) {
        return new Node.Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, mark(scalar));
    }

    private static Mark mark(org.snakeyaml.engine.v2.nodes.Node node) {
        org.snakeyaml.engine.v2.exceptions.Mark start = node.getStartMark().orElseThrow();
        org.snakeyaml.engine.v2.exceptions.Mark end = node.getEndMark().orElseThrow();
        int length = end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : 1;
        return new Mark(start.getLine() + 1, start.getColumn() + 1, Math.max(1, length));
    }
}
