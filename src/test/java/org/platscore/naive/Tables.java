package org.platscore.naive;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the roster and the tables of a folder: one CSV file a table, headers as the rules write them. */
final class Tables {
    private static final Set<String> BLANKS = Set.of("—", "-", "/", "无");

    private final Path folder;
    private final Map<String, Object> rules;
    private final Map<String, Object> inputs;

    private Tables(Path folder, Map<String, Object> rules) {
        this.folder = folder;
        this.rules = rules;
        this.inputs = PlainYaml.map(rules.get("inputs"));
    }

    /** The subjects in roster order, each with the accepted rows of every other input. */
    static List<Subject> read(Path folder, Map<String, Object> rules) {
        Tables tables = new Tables(folder, rules);
        List<Subject> subjects = tables.subjects();
        for (String input : tables.inputs.keySet()) {
            if (!input.equals(rosterOf(rules))) {
                tables.assign(input, subjects);
            }
        }
        return subjects;
    }

    /** The name of the input that is the roster. */
    static String rosterOf(Map<String, Object> rules) {
        Map<String, Object> inputs = PlainYaml.map(rules.get("inputs"));
        return inputs.keySet().stream()
                .filter(input -> PlainYaml.map(inputs.get(input)).containsKey("roster"))
                .findFirst()
                .orElseThrow();
    }

    private List<Subject> subjects() {
        Map<String, Object> input = PlainYaml.map(inputs.get(rosterOf(rules)));
        String id = PlainYaml.map(input.get("roster")).get("id").toString();
        return rows(input).stream()
                .map(row -> new Subject(row.get(id).toString(), row))
                .toList();
    }

    private void assign(String name, List<Subject> subjects) {
        Map<String, Object> input = PlainYaml.map(inputs.get(name));
        subjects.forEach(subject -> subject.rows.put(name, new ArrayList<>()));
        Set<List<Object>> seen = new HashSet<>();
        for (Map<String, Object> row : rows(input)) {
            String owner = String.valueOf(row.get(input.get("belongs_to").toString()));
            for (Subject subject : subjects) {
                if (subject.id.equals(owner) && accepts(input, row, subject, seen)) {
                    subject.rows.get(name).add(row);
                }
            }
        }
    }

    private boolean accepts(
            Map<String, Object> input, Map<String, Object> row, Subject subject, Set<List<Object>> seen) {
        Condition of = new Condition(row, subject.roster, PlainYaml.map(rules.get("period")));
        if (!of.holds(input.get("where"))) {
            return false;
        }
        for (Map<String, Object> check : PlainYaml.maps(input.get("checks"))) {
            if (check.containsKey("reject") && of.holds(check.get("reject"))) {
                return false;
            }
            if (check.containsKey("unique") && isRepeated(check, row, seen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeated(Map<String, Object> check, Map<String, Object> row, Set<List<Object>> seen) {
        List<Object> key = new ArrayList<>(List.of(check.get("id")));
        boolean blank = true;
        for (Object column : PlainYaml.list(check.get("unique"))) {
            Object cell = row.get(column.toString());
            blank &= cell == null;
            key.add(cell instanceof String text ? Condition.plain(text) : cell);
        }
        return !blank && !seen.add(key);
    }

    private List<Map<String, Object>> rows(Map<String, Object> input) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, String> cells :
                PlainCsv.read(folder.resolve(input.get("files").toString()))) {
            Map<String, Object> row = new LinkedHashMap<>();
            PlainYaml.map(input.get("columns"))
                    .forEach((name, column) -> row.put(name, typed(PlainYaml.map(column), cells)));
            rows.add(row);
        }
        return rows;
    }

    private static Object typed(Map<String, Object> column, Map<String, String> cells) {
        String header = column.get("header").toString();
        String cell = cells.get(header);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + header);
        }
        Object value = cell.isEmpty() ? column.get("default") : cell;
        if (value == null) {
            return null;
        }
        String text = Condition.plain(value);
        String type = column.get("type").toString();
        boolean isWord = Set.of("text", "choice", "subject", "credit-code").contains(type);
        if (!isWord && BLANKS.contains(text)) {
            return null;
        }
        return switch (type) {
            case "date" -> LocalDate.parse(text);
            case "boolean" -> Set.of("是", "Y", "true", "√").contains(text) ? Fraction.ONE : Fraction.ZERO;
            case "number", "integer", "money" -> Fraction.read(text).times(unit(header));
            case "percent" ->
                text.endsWith("%") || !header.contains("%")
                        ? Fraction.read(text)
                        : Fraction.read(text).by(Fraction.of(100));
            default -> text;
        };
    }

    private static Fraction unit(String header) {
        return header.contains("万元") ? Fraction.of(10_000) : Fraction.ONE;
    }
}
