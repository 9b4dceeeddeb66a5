package org.platscore.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures of a workbook beside those of results.json. */
final class ResultCells {
    private static final int ID = 1;
    private static final int FIRST_POINTS = 3;

    private ResultCells() {}

    /** Returns where the points, totals and amounts of a workbook are not those of the results. */
    static List<String> differences(XSSFWorkbook book, JsonNode results) {
        List<String> differences = new ArrayList<>();
        Map<String, Row> points = byId(book.getSheet("评分明细"));
        Sheet paid = book.getSheet("奖励分配");
        Map<String, Row> rewards = paid == null ? Map.of() : byId(paid);
        for (JsonNode subject : results.get("results")) {
            String id = subject.get("id").asString();
            Row row = points.get(id);
            if (row == null) {
                differences.add(id + " is not on 评分明细");
                continue;
            }
            int column = FIRST_POINTS;
            for (JsonNode expected : points(subject)) {
                compare(id + " at " + row.getCell(column).getAddress(), expected, row.getCell(column), differences);
                column++;
            }
            if (paid != null) {
                amount(id, subject.get("reward").get("amount"), rewards.get(id), differences);
            }
        }
        return differences;
    }

    private static void amount(String id, JsonNode amount, @Nullable Row row, List<String> differences) {
        if (row == null) {
            if (amount.asDouble() != 0) {
                differences.add(id + " is not on 奖励分配");
            }
            return;
        }
        compare(id + " paid", amount, row.getCell(row.getLastCellNum() - 2), differences);
    }

    private static void compare(String what, JsonNode expected, Cell cell, List<String> differences) {
        Object value = Recalculated.value(cell);
        Object wanted = expected.isNull() ? "—" : (Object) expected.asDouble();
        if (!Recalculated.same(wanted, value)) {
            differences.add(what + ": expected " + wanted + ", found " + value);
        }
    }

    private static Map<String, Row> byId(Sheet sheet) {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : sheet) {
            Cell cell = row.getCell(ID);
            if (cell != null) {
                rows.putIfAbsent(Recalculated.value(cell).toString(), row);
            }
        }
        return rows;
    }

    /** The points of a subject as the columns stand: a group's children before it, sums of bonuses and deductions, the total. */
    private static List<JsonNode> points(JsonNode subject) {
        List<JsonNode> points = new ArrayList<>();
        subject.get("rubric").forEach(node -> node(node, points));
        extras(subject, "bonuses", "bonus", points);
        extras(subject, "deductions", "deduction", points);
        points.add(subject.get("total"));
        return points;
    }

    private static void extras(JsonNode subject, String list, String sum, List<JsonNode> points) {
        subject.get(list).forEach(node -> node(node, points));
        if (!subject.get(list).isEmpty()) {
            points.add(subject.get(sum));
        }
    }

    private static void node(JsonNode node, List<JsonNode> points) {
        if (node.has("of")) {
            node.get("of").forEach(child -> node(child, points));
        }
        points.add(node.get("points"));
    }
}
