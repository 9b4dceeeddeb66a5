package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Units;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;

/** The units in the heads and labels of one input's numbers. Numbers are not converted, so those that do not go together are told. */
final class HeadUnits {

    /** A unit in the head of a column, by its position. */
    record Stated(int column, String unit, Place place) {}

    private final Input input;
    /** By column: the first of each unit, in the order of files, sheets and heads. */
    private final List<List<Stated>> units = new ArrayList<>();

    HeadUnits(Input input) {
        this.input = input;
        input.columns().forEach(column -> units.add(new ArrayList<>()));
    }

    /** Returns whether numbers of a type are taken as they stand, whatever unit they have. */
    static boolean asTheyStand(ColumnType type) {
        return type == ColumnType.NUMBER || type == ColumnType.INTEGER;
    }

    void add(Stated stated) {
        List<Stated> known = units.get(stated.column);
        if (known.stream().noneMatch(each -> Units.alike(each.unit, stated.unit))) {
            known.add(stated);
        }
    }

    /** Tells each unit that is not the rules', or else not that of the first head. */
    void tell(Findings findings) {
        for (int i = 0; i < units.size(); i++) {
            Column column = input.columns().get(i);
            List<String> ruled = column.headers().stream()
                    .map(each -> Head.of(each).unit())
                    .filter(each -> !each.isEmpty())
                    .toList();
            Stated first = null;
            for (Stated each : units.get(i)) {
                if (!ruled.isEmpty() && ruled.stream().noneMatch(unit -> Units.alike(unit, each.unit))) {
                    String rules = String.join("、", ruled);
                    tell(findings, each, Message.of("intake.unit-not-ruled", column.label(), each.unit, rules));
                } else if (first == null) {
                    first = each;
                } else {
                    tell(findings, each, differs(column, each, first));
                }
            }
        }
    }

    private static Message differs(Column column, Stated each, Stated first) {
        return Message.of("intake.units-differ", column.label(), each.unit, first.unit, first.place.shown());
    }

    private void tell(Findings findings, Stated stated, Message message) {
        findings.add(new Finding(
                Severity.WARN,
                "unit-unclear",
                input.name(),
                stated.place,
                stated.unit,
                "",
                message,
                Message.of("intake.units-differ-do")));
    }
}
