package org.platscore.rules.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the rules file. */
public sealed interface Node {

    /** Returns where the node starts; for a mapping or a list the mark of its first line. */
    Mark mark();

    /**
     * A text, number, date or word: the language decides by the key what it is.
     *
     * @param text the scalar's text, unquoted
     * @param quoted whether it stood in quotes or in a block
     */
    record Scalar(String text, boolean quoted, Mark mark) implements Node {}

    /** A list. */
    record Items(List<Node> items, Mark mark) implements Node {}

    /** A mapping, in file order, with unique keys. */
    record Mapping(List<Entry> entries, Mark mark) implements Node {

        /** Returns the value under {@code key}, or null. */
        public @Nullable Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}
}
