package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.names.Term;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Wording;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code rate}: a share of a measure, by grade, or by progressive brackets, with a limit.
 *
 * @param of the measure; its number is taken for 元
 * @param byGrade shares by grade id; empty where one share or brackets hold for all
 * @param brackets lowest first; one bracket over 0 is a single share
 * @param limit the most that this part gives; null where nothing bounds it
 */
public record Rate(
        String id,
        String label,
        Grades grades,
        Term of,
        Map<String, BigFraction> byGrade,
        List<Bracket> brackets,
        @Nullable Benchmark limit)
        implements RewardPart {

    /** The share of what lies over {@code over}, up to the next bracket. */
    public record Bracket(BigFraction over, BigFraction share) {}

    /** Returns the amount in 元; a measure below 0 counts 0. */
    public BigFraction amount(RewardContext subject) {
        BigFraction base = Exact.max(BigFraction.ZERO, subject.measure(of.name()));
        String grade = subject.grade();
        BigFraction amount = byGrade.isEmpty()
                ? progressive(base)
                : grade == null ? BigFraction.ZERO : base.multiply(byGrade.getOrDefault(grade, BigFraction.ZERO));
        BigFraction most = limit == null ? null : subject.benchmark(limit);
        return most == null ? amount : Exact.clamp(amount, BigFraction.ZERO, Exact.max(BigFraction.ZERO, most));
    }

    private BigFraction progressive(BigFraction base) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < brackets.size(); i++) {
            BigFraction from = brackets.get(i).over;
            BigFraction to = i + 1 < brackets.size() ? Exact.min(base, brackets.get(i + 1).over) : base;
            if (to.compareTo(from) > 0) {
                sum = sum.add(to.subtract(from).multiply(brackets.get(i).share));
            }
        }
        return sum;
    }

    /** Returns the amount in a spreadsheet's words. */
    public String spreadsheet(RewardCells cells) {
        String base = "MAX(0," + cells.measure(of.name()) + ")";
        String grade = cells.grade();
        String amount = byGrade.isEmpty()
                ? progressive(base, cells)
                : grade == null || !byGrade.containsKey(grade) ? "0" : base + "*" + cells.plain(this, grade);
        String most = limit == null ? null : cells.benchmark(limit);
        return most == null ? amount : "MIN(" + most + "," + amount + ")";
    }

    private String progressive(String base, RewardCells cells) {
        List<String> sum = new ArrayList<>();
        for (int i = 0; i < brackets.size(); i++) {
            Bracket bracket = brackets.get(i);
            String to = i + 1 < brackets.size()
                    ? "MIN(" + base + "," + cells.edge(of.name(), brackets.get(i + 1), "over") + ")"
                    : base;
            sum.add("MAX(0," + to + "-" + cells.edge(of.name(), bracket, "over") + ")*"
                    + cells.plain(bracket, "share"));
        }
        return "(" + String.join("+", sum) + ")";
    }

    @Override
    public List<String> measures() {
        return List.of(of.name());
    }

    @Override
    public List<Benchmark> benchmarks() {
        return limit == null ? List.of() : List.of(limit);
    }

    @Override
    public Message sentence(Wording wording) {
        List<Object> shares = new ArrayList<>();
        byGrade.forEach((grade, share) ->
                shares.add(Message.of("reward.words.grade-share", grades.label(grade), PartReading.percent(share))));
        for (int i = 0; i < brackets.size(); i++) {
            shares.add(words(brackets.get(i), i + 1 < brackets.size() ? brackets.get(i + 1) : null, wording));
        }
        Message words = Message.of("reward.words.rate", of.label(), shares);
        Message bounded = limit instanceof Benchmark.Constant
                ? Message.of("reward.words.with-limit", words, Quantity.yuan(((Benchmark.Constant) limit).number()))
                : limit == null
                        ? words
                        : Message.of("reward.words.with-own-limit", words, limit.sentence(wording.money(), null));
        return byGrade.isEmpty() ? grades.told(bounded) : bounded;
    }

    /** Tells the share of what lies in a bracket, which ends where the next one begins. */
    private Message words(Bracket bracket, @Nullable Bracket next, Wording wording) {
        Object share = PartReading.percent(bracket.share);
        Object over = wording.figure(bracket.over, of.name());
        if (next == null) {
            return bracket.over.signum() == 0
                    ? Message.of("reward.words.share", share)
                    : Message.of("reward.words.bracket", over, share);
        }
        Object to = wording.figure(next.over, of.name());
        return bracket.over.signum() == 0
                ? Message.of("reward.words.bracket-to", to, share)
                : Message.of("reward.words.bracket-between", over, share, to);
    }

    static @Nullable Rate read(String id, String label, Node node, PartReading reading) {
        Fields fields = Fields.of(node, reading.diagnostics(), "{of: income, percent: 5%, for: [good]}");
        if (fields == null) {
            return null;
        }
        Term of = reading.measure(fields, "of");
        Benchmark limit = reading.benchmark(fields.node("limit"));
        Node percent = fields.node("percent");
        boolean brackets = fields.has("brackets");
        Rate rate = null;
        if ((percent != null) == brackets) {
            reading.diagnostics()
                    .error(
                            brackets ? "R021" : "R005",
                            brackets ? fields.keyMark("brackets") : fields.mark(),
                            Message.of(brackets ? "reward.percent-and-brackets" : "reward.no-percent"),
                            Message.of("reward.fix.percent-or-brackets"));
            fields.allow("for");
        } else if (percent instanceof Node.Mapping) {
            PartReading.ByGrade<BigFraction> shares = reading.byGrade((Node.Mapping) percent, reading::share);
            if (of != null && !shares.values().isEmpty()) {
                rate = new Rate(id, label, shares.grades(), of, shares.values(), List.of(), limit);
            }
        } else {
            Grades grades = reading.grades(fields);
            List<Bracket> read = percent == null ? brackets(fields, of, reading) : single(percent, reading);
            if (of != null && grades != null && !read.isEmpty()) {
                rate = new Rate(id, label, grades, of, Map.of(), read, limit);
            }
        }
        fields.done();
        return rate;
    }

    private static List<Bracket> single(Node percent, PartReading reading) {
        BigFraction share = reading.share(percent);
        return share == null ? List.of() : List.of(new Bracket(BigFraction.ZERO, share));
    }

    private static List<Bracket> brackets(Fields fields, @Nullable Term of, PartReading reading) {
        List<Bracket> brackets = new ArrayList<>();
        for (Node item : fields.items("brackets")) {
            Fields each = Fields.of(item, reading.diagnostics());
            if (each == null) {
                continue;
            }
            Node overNode = each.required("over");
            BigFraction over = overNode == null ? null : reading.edge(overNode, of);
            Node percentNode = each.required("percent");
            BigFraction share = percentNode == null ? null : reading.share(percentNode);
            each.done();
            if (over == null || share == null) {
                continue;
            }
            if (!brackets.isEmpty() && over.compareTo(brackets.get(brackets.size() - 1).over) <= 0) {
                reading.diagnostics()
                        .error(
                                "R019",
                                each.valueMark("over"),
                                Message.of("reward.brackets-order", over),
                                Message.of("reward.fix.brackets-order"));
                continue;
            }
            brackets.add(new Bracket(over, share));
        }
        return List.copyOf(brackets);
    }
}
