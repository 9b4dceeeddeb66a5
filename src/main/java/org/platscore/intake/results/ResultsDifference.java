package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where two JSON files of one kind hold other values.
 *
 * @param subject id of the subject it belongs to; empty where it belongs to none
 * @param path the keys that lead to it; of an array of objects with ids, the id in brackets, else the index
 * @param before the value then; empty where there was none
 * @param after the value now; empty where there is none
 */
public record ResultsDifference(String subject, String path, String before, String after) {

    /**
     * Returns all differences between two JSON files, in the order of the first; empty where one of them is none. Subjects,
     * groups and indicators are found again by their ids, whatever their order. A number with other decimals is another.
     */
    public static Optional<List<ResultsDifference>> between(Path before, Path after) throws IOException {
        try (InputStream then = Files.newInputStream(before);
                InputStream now = Files.newInputStream(after)) {
            List<ResultsDifference> differences = new ArrayList<>();
            walk("", "", JsonText.read(then), JsonText.read(now), differences);
            return Optional.of(List.copyOf(differences));
        } catch (JsonText.Damaged e) {
            return Optional.empty();
        }
    }

    private static void walk(
            String subject, String path, @Nullable Json then, @Nullable Json now, List<ResultsDifference> into) {
        if (then instanceof Json.Members a && now instanceof Json.Members b) {
            members(subject, path.isEmpty() ? "" : path + ".", a.of(), b.of(), into);
        } else if (then instanceof Json.Items a && now instanceof Json.Items b) {
            Map<String, Json> byKeyThen = byKey(a);
            Map<String, Json> byKeyNow = byKey(b);
            boolean subjects = path.equals("results");
            for (String key : union(byKeyThen, byKeyNow)) {
                String owner = subjects ? key : subject;
                walk(owner, path + "[" + key + "]", byKeyThen.get(key), byKeyNow.get(key), into);
            }
            List<String> order = new ArrayList<>(byKeyThen.keySet());
            if (byKeyThen.keySet().equals(byKeyNow.keySet()) && !order.equals(List.copyOf(byKeyNow.keySet()))) {
                into.add(new ResultsDifference(
                        subject, path, String.join(" ", byKeyThen.keySet()), String.join(" ", byKeyNow.keySet())));
            }
        } else if (!text(then).equals(text(now))) {
            into.add(new ResultsDifference(subject, path, text(then), text(now)));
        }
    }

    private static void members(
            String subject,
            String prefix,
            Map<String, Json> then,
            Map<String, Json> now,
            List<ResultsDifference> into) {
        for (String name : union(then, now)) {
            walk(subject, prefix + name, then.get(name), now.get(name), into);
        }
    }

    private static Set<String> union(Map<String, Json> then, Map<String, Json> now) {
        Set<String> names = new LinkedHashSet<>(then.keySet());
        names.addAll(now.keySet());
        return names;
    }

    /** Returns the items by id, by grade, or by index where they have neither or one twice. */
    private static Map<String, Json> byKey(Json.Items items) {
        for (String name : List.of("id", "grade")) {
            Map<String, Json> byKey = new LinkedHashMap<>();
            for (Json item : items.of()) {
                if (item instanceof Json.Members object && object.of().get(name) instanceof Json.Text key) {
                    byKey.put(key.text(), item);
                }
            }
            if (byKey.size() == items.of().size()) {
                return byKey;
            }
        }
        Map<String, Json> byIndex = new LinkedHashMap<>();
        for (int i = 0; i < items.of().size(); i++) {
            byIndex.put(Integer.toString(i), items.of().get(i));
        }
        return byIndex;
    }

    private static String text(@Nullable Json value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Json.Number number) {
            return number.number().toPlainString();
        }
        return value instanceof Json.Text text ? '"' + text.text() + '"' : JsonFaults.shown(value);
    }
}
