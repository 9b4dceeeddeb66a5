package org.platscore.intake.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private JsonRows(String shown) {
        this.shown = shown;
    }

    private record Found(RawCell cell, Place place) {}

    static @Nullable RewardRows read(Path file, String shown, Findings findings) throws IOException {
        JsonFaults faults = new JsonFaults(shown, "results.no-list-do");
        RewardRows rows = null;
        try {
            rows = new JsonRows(shown).rows(JsonText.read(Files.readAllBytes(file)), faults);
        } catch (JsonText.Damaged e) {
            faults.unreadable(e.mark(), e.what());
        }
        findings.addAll(faults.findings());
        return faults.none() ? rows : null;
    }

    private @Nullable RewardRows rows(Json json, JsonFaults faults) {
        boolean ofRun = ResultsFile.claims(json);
        Json list = json;
        if (ofRun) {
            ResultsFile.read(json, faults);
            list = json instanceof Json.Members members ? members.of().getOrDefault("results", json) : json;
        }
        if (!(list instanceof Json.Items items)) {
            if (!ofRun) {
                faults.unreadable(json.mark(), Message.of("results.no-list"));
            }
            return null;
        }
        List<Map<String, Found>> objects = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Map<String, Integer> heads = new LinkedHashMap<>();
        for (int i = 0; i < items.of().size(); i++) {
            Json item = items.of().get(i);
            if (item instanceof Json.Members members) {
                Map<String, Found> cells = new LinkedHashMap<>();
                collect("", members, cells);
                cells.keySet().forEach(key -> heads.putIfAbsent(key, heads.size()));
                objects.add(cells);
                lines.add(item.mark().line());
            } else {
                faults.add("bad-value", item.mark(), "", JsonFaults.shown(item), "", "wants-object", "[" + i + "]");
            }
        }
        List<RewardRows.Line> read = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            read.add(line(lines.get(i), heads.keySet(), objects.get(i)));
        }
        Place head = new Place(shown, null, list.mark().line(), list.mark().column(), "");
        return RewardRows.objects(ofRun, head, List.copyOf(heads.keySet()), read);
    }

    private RewardRows.Line line(int number, Iterable<String> heads, Map<String, Found> found) {
        List<@Nullable RawCell> cells = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (String head : heads) {
            Found cell = found.get(head);
            cells.add(cell == null ? null : cell.cell);
            places.add(cell == null ? new Place(shown, null, number, 0, name(head)) : cell.place);
        }
        return new RewardRows.Line(number, cells, places);
    }

    private void collect(String prefix, Json.Members members, Map<String, Found> cells) {
        members.of().forEach((name, value) -> {
            String key = prefix + name;
            if (value instanceof Json.Members object) {
                if (name.equals("measures") && prefix.isEmpty()) {
                    measures(object, cells);
                } else if (name.equals("attributes") && prefix.isEmpty()) {
                    collect(ATTRIBUTE, object, cells);
                } else if (name.equals("veto") && object.of().get("id") instanceof Json.Text id) {
                    put(key, id, cells);
                }
            } else if (value instanceof Json.Items items) {
                if (TREES.contains(name)) {
                    nodes(items, cells);
                }
            } else {
                put(key, value, cells);
            }
        });
    }

    private void measures(Json.Members measures, Map<String, Found> cells) {
        measures.of().forEach((name, value) -> {
            Json used = value instanceof Json.Members figures ? figures.of().get("used") : value;
            if (used != null) {
                put(MEASURE + name, used, cells);
            }
        });
    }

    private void nodes(Json.Items nodes, Map<String, Found> cells) {
        for (Json each : nodes.of()) {
            if (each instanceof Json.Members node && node.of().get("id") instanceof Json.Text id) {
                Json points = node.of().get("points");
                if (points != null) {
                    put(NODE + id.text(), points, cells);
                }
                if (node.of().get("of") instanceof Json.Items children) {
                    nodes(children, cells);
                }
            }
        }
    }

    /** Puts a cell; a blank one only makes its column known. */
    private void put(String key, Json value, Map<String, Found> cells) {
        RawCell cell = cell(value);
        Place place = new Place(shown, null, value.mark().line(), value.mark().column(), name(key));
        cells.putIfAbsent(key, new Found(cell, place));
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
