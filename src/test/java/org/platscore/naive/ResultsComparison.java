package org.platscore.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Holds results.json against what the naive scorer says, place by place. */
final class ResultsComparison {
    private final List<String> differences = new ArrayList<>();
    private String subject = "";

    private ResultsComparison() {}

    /** One line for each difference: subject, place, expected, found. */
    static List<String> differences(List<Subject> expected, JsonNode results) {
        ResultsComparison comparison = new ResultsComparison();
        List<String> ids = new ArrayList<>();
        results.get("results").forEach(result -> ids.add(result.get("id").asString()));
        comparison.same("order", expected.stream().map(each -> each.id).toList().toString(), ids.toString());
        for (Subject each : expected) {
            if (ids.contains(each.id)) {
                comparison.compare(each, results.get("results").get(ids.indexOf(each.id)));
            }
        }
        return comparison.differences;
    }

    private void compare(Subject expected, JsonNode found) {
        subject = expected.id;
        measures(expected, found.get("measures"));
        same("veto", expected.veto == null ? null : expected.veto.get("id"), text(found.at("/veto/id")));
        same("rank", expected.isAssessed() ? Integer.toString(expected.rank) : null, text(found.get("rank")));
        same("grade", expected.grade, text(found.get("grade")));
        number("total", expected.total, found.get("total"));
        if (expected.isAssessed()) {
            nodes(expected, found.get("rubric"));
            nodes(expected, found.get("bonuses"));
            nodes(expected, found.get("deductions"));
            number("bonus", expected.bonus, found.get("bonus"));
            number("deduction", expected.deduction, found.get("deduction"));
        }
        JsonNode reward = found.get("reward");
        if (reward != null && !reward.isNull()) {
            reward(expected, reward);
        } else {
            number("reward", expected.amount, null);
        }
    }

    private void measures(Subject expected, JsonNode found) {
        expected.used.forEach((name, used) -> {
            JsonNode measure = found.get(name);
            value("measured " + name, expected.measured.get(name), measure.get("measured"));
            value("corrected " + name, expected.corrected.get(name), measure.get("corrected"));
            value("used " + name, expected.standIns.contains(name) ? null : used, measure.get("used"));
        });
    }

    private void nodes(Subject expected, JsonNode found) {
        for (JsonNode json : found) {
            String id = json.get("id").asString();
            Node node = expected.nodes.get(id);
            if (!node.isGroup()) {
                same(id + " status", node.excluded ? "excluded" : "scored", text(json.get("status")));
            }
            number(id + " weight", node.weight, json.get("weight"));
            number(id + " points", node.points, json.get("points"));
            if (json.has("of")) {
                nodes(expected, json.get("of"));
            }
        }
    }

    private void reward(Subject expected, JsonNode found) {
        BigDecimal rest = expected.amount.shown();
        for (Map.Entry<String, Fraction> part : expected.parts.entrySet()) {
            number("part " + part.getKey(), part.getValue(), found.get("parts").get(part.getKey()));
            rest = rest.subtract(part.getValue().shown());
        }
        number("minus", expected.minus, found.get("minus"));
        number("limited", expected.limited, found.get("limited"));
        number("scaled", expected.scaled, found.get("scaled"));
        for (Fraction change : List.of(expected.minus, expected.limited, expected.scaled)) {
            rest = rest.subtract(change.shown());
        }
        number("rounded", Fraction.of(rest), found.get("rounded"));
        number("amount", expected.amount, found.get("amount"));
    }

    private void value(String place, Object expected, JsonNode found) {
        if (expected instanceof Fraction number) {
            number(place, number, found);
        } else {
            same(place, expected, text(found));
        }
    }

    private void number(String place, Fraction expected, JsonNode found) {
        BigDecimal shown = expected == null ? null : expected.shown();
        boolean blank = found == null || !found.isNumber();
        if (shown == null || blank || found.decimalValue().compareTo(shown) != 0) {
            same(place, shown == null ? null : shown.toPlainString(), text(found));
        }
    }

    private void same(String place, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(subject + " " + place + ": expected " + expected + ", found " + found);
        }
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? null : node.asString();
    }
}
