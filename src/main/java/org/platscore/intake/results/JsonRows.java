package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
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
    private final JsonFaults faults;
    private final List<Row> rows = new ArrayList<>();
    /** The columns met so far, each by its own text. */
    private final Map<String, String> heads = new LinkedHashMap<>();

    private int elements;

    private JsonRows(String shown, JsonFaults faults) {
        this.shown = shown;
        this.faults = faults;
    }

    /** An object of the list: where it starts, and what it has by column. */
    private record Row(int line, Map<String, Found> cells) {}

    private record Found(RawCell cell, Place place) {}

    static @Nullable RewardRows read(Path file, String shown, Findings findings) throws IOException {
        JsonFaults faults = new JsonFaults(shown, "results.no-list-do");
        RewardRows rows = null;
        try (InputStream in = Files.newInputStream(file)) {
            JsonRows reading = new JsonRows(shown, faults.others());
            ResultsFile results = ResultsFile.checking(faults);
            rows = reading.rows(
                    JsonText.read(in, ResultsFile.LIST, element -> {
                        results.subject(element);
                        reading.take(element);
                    }),
                    results,
                    faults);
        } catch (JsonText.Damaged e) {
            faults.unreadable(e.mark(), e.what());
        }
        findings.addAll(faults.findings());
        return faults.none() ? rows : null;
    }

    private @Nullable RewardRows rows(Json json, ResultsFile results, JsonFaults told) {
        boolean ofRun = ResultsFile.claims(json);
        Json list = json;
        if (ofRun) {
            results.results(json);
            list = json instanceof Json.Members members ? members.of().getOrDefault(ResultsFile.LIST, json) : json;
        }
        if (!(list instanceof Json.Items items)) {
            if (!ofRun) {
                told.unreadable(json.mark(), Message.of("results.no-list"));
            }
            return null;
        }
        items.of().forEach(this::take);
        told.addAll(faults);
        List<RewardRows.Line> lines = rows.stream().map(this::line).toList();
        Place head = new Place(shown, null, list.mark().line(), list.mark().column(), "");
        return RewardRows.objects(ofRun, head, List.copyOf(heads.keySet()), lines);
    }

    /** Takes the next element of the list. */
    private void take(Json element) {
        if (element instanceof Json.Members members) {
            Map<String, Found> cells = new LinkedHashMap<>();
            collect("", members, cells);
            rows.add(new Row(element.mark().line(), cells));
        } else {
            String at = "[" + elements + "]";
            faults.add("bad-value", element.mark(), "", JsonFaults.shown(element), "", "wants-object", at);
        }
        elements++;
    }

    private RewardRows.Line line(Row row) {
        List<@Nullable RawCell> cells = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (String head : heads.keySet()) {
            Found cell = row.cells.get(head);
            cells.add(cell == null ? null : cell.cell);
            places.add(cell == null ? new Place(shown, null, row.line, 0, name(head)) : cell.place);
        }
        return new RewardRows.Line(row.line, cells, places);
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
        String head = heads.computeIfAbsent(key, text -> text);
        RawCell cell = cell(value);
        Place place = new Place(shown, null, value.mark().line(), value.mark().column(), name(key));
        cells.putIfAbsent(head, new Found(cell, place));
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
