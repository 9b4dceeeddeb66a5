package org.platscore.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;

/** Where the keys of the language stand in a file, so that a test can write another value in their place. */
public final class LanguageKeysAt {

    private LanguageKeysAt() {}

    /**
     * A value of one word or number.
     *
     * @param key the key that it stands under, with its mapping
     * @param words what the language allows there; empty where that is open
     */
    public record Place(String file, String key, String text, int line, int column, int length, List<String> words) {

        /** Returns the file with another value here. */
        public String with(String other) {
            String[] lines = file.split("\n", -1);
            int[] points = lines[line - 1].codePoints().toArray();
            lines[line - 1] = new String(points, 0, column - 1)
                    + other
                    + new String(points, column - 1 + length, points.length - (column - 1 + length));
            return String.join("\n", lines);
        }
    }

    /** Returns the single values of a file, in its order. */
    public static List<Place> scalars(String file) {
        List<Place> places = new ArrayList<>();
        Node.Mapping top = Objects.requireNonNull(
                Yaml.read(SourceText.of(file.getBytes(StandardCharsets.UTF_8)), new Diagnostics()));
        LanguageKeys.walk(top, (key, entry) -> {
            if (entry.value() instanceof Node.Scalar) {
                Node.Scalar scalar = (Node.Scalar) entry.value();
                places.add(new Place(
                        file,
                        key.toString(),
                        scalar.text(),
                        scalar.mark().line(),
                        scalar.mark().column(),
                        scalar.mark().length(),
                        LanguageKeys.words(key)));
            }
        });
        return places;
    }
}
