package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.scoring.Wording;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code fixed}: an amount by grade, or by the band that the total falls into.
 *
 * @param byGrade amounts in 元 by grade id; empty where bands are used
 * @param bands highest first; empty where grades are used
 */
public record Fixed(String id, String label, Grades grades, Map<String, BigFraction> byGrade, List<Band> bands)
        implements RewardPart {

    /** An amount for totals from {@code from} on. */
    public record Band(BigFraction from, BigFraction amount) {}

    /** Returns the amount in 元. */
    public BigFraction amount(RewardContext subject) {
        String grade = subject.grade();
        if (!byGrade.isEmpty()) {
            return grade == null ? BigFraction.ZERO : byGrade.getOrDefault(grade, BigFraction.ZERO);
        }
        for (Band band : bands) {
            if (subject.total().compareTo(band.from) >= 0) {
                return band.amount;
            }
        }
        return BigFraction.ZERO;
    }

    /** Returns the amount in a spreadsheet's words. */
    public String spreadsheet(RewardCells cells) {
        if (!byGrade.isEmpty()) {
            String grade = cells.grade();
            return grade == null || !byGrade.containsKey(grade) ? "0" : cells.amount(this, grade);
        }
        String rest = "0";
        for (int i = bands.size() - 1; i >= 0; i--) {
            Band band = bands.get(i);
            rest = "IF(" + cells.total() + ">=" + cells.plain(band, "from") + "," + cells.amount(band, "amount") + ","
                    + rest + ")";
        }
        return rest;
    }

    @Override
    public List<String> measures() {
        return List.of();
    }

    @Override
    public Message sentence(Wording wording) {
        List<Object> amounts = new ArrayList<>();
        byGrade.forEach((grade, amount) ->
                amounts.add(Message.of("reward.words.grade-amount", grades.label(grade), Quantity.yuan(amount))));
        bands.forEach(
                band -> amounts.add(Message.of("reward.words.band-amount", band.from, Quantity.yuan(band.amount))));
        Message words = Message.of("reward.words.fixed", amounts);
        return byGrade.isEmpty() ? grades.told(words) : words;
    }

    static @Nullable Fixed read(String id, String label, Node node, PartReading reading) {
        Fields fields = Fields.of(node, reading.diagnostics(), "{good: 50万}");
        if (fields == null) {
            return null;
        }
        if (fields.has("bands") || fields.blank("bands")) {
            fields.required("bands");
            Grades grades = reading.grades(fields);
            List<Band> bands = bands(fields, reading);
            fields.done();
            return grades == null || bands.isEmpty() ? null : new Fixed(id, label, grades, Map.of(), bands);
        }
        PartReading.ByGrade<BigFraction> amounts = reading.byGrade((Node.Mapping) node, reading::amount);
        rising((Node.Mapping) node, amounts.values(), reading);
        return amounts.values().isEmpty() ? null : new Fixed(id, label, amounts.grades(), amounts.values(), List.of());
    }

    /** Warns of a grade that gets more than a better one. */
    private static void rising(Node.Mapping node, Map<String, BigFraction> amounts, PartReading reading) {
        String better = null;
        for (String grade : reading.reading().grades().keySet()) {
            BigFraction amount = amounts.get(grade);
            BigFraction before = better == null ? null : amounts.get(better);
            Node value = node.get(grade);
            if (amount != null && better != null && before != null && value != null && amount.compareTo(before) > 0) {
                reading.diagnostics()
                        .warning(
                                "R019",
                                value.mark(),
                                Message.of("reward.more-for-less", grade, better),
                                Message.of("reward.fix.more-for-less"));
            }
            better = amount == null ? better : grade;
        }
    }

    private static List<Band> bands(Fields fields, PartReading reading) {
        List<Band> bands = new ArrayList<>();
        for (Node item : fields.items("bands")) {
            Fields each = Fields.of(item, reading.diagnostics());
            if (each == null) {
                continue;
            }
            each.required("from");
            BigFraction from = each.number("from");
            Node amountNode = each.required("amount");
            BigFraction amount = amountNode == null ? null : reading.amount(amountNode);
            each.done();
            if (from == null || amount == null) {
                continue;
            }
            if (!bands.isEmpty() && from.compareTo(bands.get(bands.size() - 1).from) >= 0) {
                reading.diagnostics()
                        .error(
                                "R019",
                                each.valueMark("from"),
                                Message.of("reward.bands-order", from),
                                Message.of("reward.fix.bands-order"));
                continue;
            }
            bands.add(new Band(from, amount));
        }
        return List.copyOf(bands);
    }
}
