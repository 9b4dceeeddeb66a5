package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.intake.sheet.RawCell;

/**
 * A list as JSON: an array of objects, or results.json. Members of {@code measures}, {@code attributes} and the trees of points
 * become columns of their own, so that an array of the objects of results.json reads like the file itself.
 */
final class JsonRows {

    /** Before the name of a measure that stands in {@code measures}. */
    static final String MEASURE = "measure:";

    /** Before the name of a roster column that stands in {@code attributes}. */
    static final String ATTRIBUTE = "roster:";

    /** Before the id of a node that stands in {@code rubric}, {@code bonuses} or {@code deductions}. */
    static final String NODE = "node:";

    private static final List<String> TREES = List.of("rubric", "bonuses", "deductions");

    private final String shown;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private JsonRows(String shown) {
        this.shown = shown;
    }

    /** An object of the list: where it starts, and what it has by column, as far as columns were known then. */
    private final class Line implements RewardRows.Line {

        private final int number;
        private final List<@Nullable Json> cells = new ArrayList<>(heads.size());

        Line(Json.Mark start) {
            number = start.line();
        }

        /** Puts a cell; a blank one only makes its column known. */
        void put(String key, Json value) {
            int at = columns.computeIfAbsent(key, head -> {
                heads.add(head);
                return columns.size();
            });
            while (cells.size() <= at) {
                cells.add(null);
            }
            if (cells.get(at) == null) {
                cells.set(at, value);
            }
        }

        private @Nullable Json value(int at) {
            return at < cells.size() ? cells.get(at) : null;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public @Nullable RawCell cell(int at) {
            Json value = value(at);
            return value == null ? null : JsonRows.cell(value);
        }

        @Override
        public Place place(int at) {
            Json value = value(at);
            return value == null
                    ? new Place(shown, null, number, 0, name(heads.get(at)))
                    : new Place(shown, null, value.mark().line(), value.mark().column(), name(heads.get(at)));
        }
    }

    static @Nullable RewardRows read(Path file, String shown, Findings findings) throws IOException {
        JsonFaults faults = new JsonFaults(shown, "results.no-list-do");
        RewardRows rows = null;
        try (InputStream in = Files.newInputStream(file)) {
            JsonRows reading = new JsonRows(shown);
            ResultsFile results = ResultsFile.checking(faults);
            Json json = JsonText.read(in, ResultsFile.LIST, element -> {
                results.subject(element);
                reading.take(element);
            });
            rows = ResultsFile.claims(json) ? reading.ofRun(json, results) : reading.ofList(json, faults);
        } catch (JsonText.Damaged e) {
            faults.unreadable(e.mark(), e.what());
        }
        findings.addAll(faults.findings());
        return faults.none() ? rows : null;
    }

    private RewardRows ofRun(Json json, ResultsFile results) {
        results.results(json);
        return rows(
                true, json instanceof Json.Members members ? members.of().getOrDefault(ResultsFile.LIST, json) : json);
    }

    private @Nullable RewardRows ofList(Json json, JsonFaults faults) {
        if (!(json instanceof Json.Items items)) {
            faults.unreadable(json.mark(), Message.of("results.no-list"));
            return null;
        }
        for (int i = 0; i < items.of().size(); i++) {
            Json item = items.of().get(i);
            if (!take(item)) {
                faults.add("bad-value", item.mark(), "", JsonFaults.shown(item), "", "wants-object", "[" + i + "]");
            }
        }
        return rows(false, json);
    }

    private RewardRows rows(boolean ofRun, Json list) {
        Place head = new Place(shown, null, list.mark().line(), list.mark().column(), "");
        return RewardRows.objects(ofRun, head, heads, lines);
    }

    /** Takes the next element of the list; returns false if it is no object. */
    private boolean take(Json element) {
        if (!(element instanceof Json.Members members)) {
            return false;
        }
        Line line = new Line(element.mark());
        collect("", members, line);
        lines.add(line);
        return true;
    }

    private void collect(String prefix, Json.Members members, Line line) {
        members.of().forEach((name, value) -> {
            String key = prefix + name;
            if (value instanceof Json.Members object) {
                if (name.equals("measures") && prefix.isEmpty()) {
                    measures(object, line);
                } else if (name.equals("attributes") && prefix.isEmpty()) {
                    collect(ATTRIBUTE, object, line);
                } else if (name.equals("veto") && object.of().get("id") instanceof Json.Text id) {
                    line.put(key, id);
                }
            } else if (value instanceof Json.Items items) {
                if (TREES.contains(name)) {
                    nodes(items, line);
                }
            } else {
                line.put(key, value);
            }
        });
    }

    private void measures(Json.Members measures, Line line) {
        measures.of().forEach((name, value) -> {
            Json used = value instanceof Json.Members figures ? figures.of().get("used") : value;
            if (used != null) {
                line.put(MEASURE + name, used);
            }
        });
    }

    private void nodes(Json.Items nodes, Line line) {
        for (Json each : nodes.of()) {
            if (each instanceof Json.Members node && node.of().get("id") instanceof Json.Text id) {
                Json points = node.of().get("points");
                if (points != null) {
                    line.put(NODE + id.text(), points);
                }
                if (node.of().get("of") instanceof Json.Items children) {
                    nodes(children, line);
                }
            }
        }
    }

    private static RawCell cell(Json value) {
        if (value instanceof Json.Number number) {
            String text = Exact.plain(number.number());
            return new RawCell(RawCell.Kind.NUMBER, text, number.number(), RawCell.Format.PLAIN, false);
        }
        if (value instanceof Json.Truth truth) {
            String text = truth.truth() ? "TRUE" : "FALSE";
            return new RawCell(RawCell.Kind.BOOLEAN, text, null, RawCell.Format.PLAIN, false);
        }
        return RawCell.text(value instanceof Json.Text text ? text.text() : "");
    }

    private static String name(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
