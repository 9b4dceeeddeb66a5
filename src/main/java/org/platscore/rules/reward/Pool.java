package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Wording;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code pool}: an amount split in proportion among its members, each between a floor and a limit.
 *
 * @param amount in 元; null: what earlier parts leave of the budget
 * @param by what a member's share is proportional to; null: equal shares
 * @param where which members take part, a condition on the roster; null: all of these grades
 * @param room whether a member's limit is what its per-subject limit leaves
 * @param limit the most that a member gets; null where nothing but perhaps {@code room} bounds it
 * @param floor the least that a member gets; null: 0
 */
public record Pool(
        String id,
        String label,
        Grades grades,
        @Nullable BigFraction amount,
        @Nullable Formula by,
        @Nullable Condition where,
        boolean room,
        @Nullable Benchmark limit,
        @Nullable Benchmark floor)
        implements RewardPart {

    /**
     * A member of the pool, amounts in 元.
     *
     * @param basis what its share is proportional to, unless it is below 0; null where that has no value
     * @param limit the most it gets, not below 0; null where nothing bounds it
     * @param floor the least it gets, unless the limit is less
     */
    public record Member(
            @Nullable BigFraction basis, @Nullable BigFraction limit, BigFraction floor) {

        /** Returns what its share is proportional to: its basis, 0 where that is below 0 or has no value. */
        public BigFraction by() {
            return basis == null ? BigFraction.ZERO : Exact.max(BigFraction.ZERO, basis);
        }

        BigFraction least() {
            return limit == null ? floor : Exact.min(limit, floor);
        }

        BigFraction at(BigFraction lambda) {
            BigFraction share = Exact.max(floor, lambda.multiply(by()));
            return limit == null ? share : Exact.min(limit, share);
        }
    }

    /** Returns what the members' floors need together, in 元. */
    public static BigFraction floors(List<Member> members) {
        return Exact.sum(members.stream().map(Member::least).toList());
    }

    /**
     * Returns each member's share {@code min(limit, max(floor, λ·by))}, with the one λ that spends the pool, or, where limits
     * keep it from being spent, with each member at its limit. The sum of {@code min(limit, max(floor, λ·by))} grows with λ in
     * straight pieces, bent where a member leaves its floor or reaches its limit; the piece that meets the pool gives λ.
     *
     * @param pool in 元, at least the sum of the floors
     * @throws IllegalArgumentException if the floors need more than the pool
     */
    public static PoolSplit split(BigFraction pool, List<Member> members) {
        BigFraction spent = floors(members);
        if (spent.compareTo(pool) > 0) {
            throw new IllegalArgumentException("floors above the pool");
        }
        List<Bend> bends = new ArrayList<>();
        for (Member member : members) {
            BigFraction by = member.by();
            if (by.signum() > 0 && (member.limit == null || member.limit.compareTo(member.floor) > 0)) {
                bends.add(new Bend(member.floor.divide(by), by));
                if (member.limit != null) {
                    bends.add(new Bend(member.limit.divide(by), by.negate()));
                }
            }
        }
        bends.sort(Comparator.comparing(Bend::lambda));
        BigFraction lambda = BigFraction.ZERO;
        BigFraction slope = BigFraction.ZERO;
        for (Bend bend : bends) {
            BigFraction next = spent.add(slope.multiply(bend.lambda.subtract(lambda)));
            if (next.compareTo(pool) >= 0) {
                break;
            }
            spent = next;
            lambda = bend.lambda;
            slope = slope.add(bend.change);
        }
        if (slope.signum() > 0) {
            lambda = lambda.add(pool.subtract(spent).divide(slope));
        }
        return PoolSplit.at(lambda, pool, members);
    }

    private record Bend(BigFraction lambda, BigFraction change) {}

    @Override
    public List<String> measures() {
        return List.of();
    }

    @Override
    public List<Benchmark> benchmarks() {
        return Stream.of(limit, floor).filter(Objects::nonNull).toList();
    }

    @Override
    public Message sentence(Wording wording) {
        Message size = amount == null
                ? Message.of("reward.words.rest")
                : Message.of("reward.words.amount", Quantity.yuan(amount));
        Message share = by == null
                ? Message.of("reward.words.equal")
                : Message.of("reward.words.by", wording.formula(by, null));
        List<Object> bounds = new ArrayList<>();
        if (floor != null) {
            bounds.add(bound("reward.words.floor", floor, wording));
        }
        if (limit != null) {
            bounds.add(bound("reward.words.limit", limit, wording));
        }
        if (room) {
            bounds.add(Message.of("reward.words.room"));
        }
        Message words = Message.of("reward.words.pool", size, share);
        Message whole = where == null ? words : Message.of("reward.words.where", words, where.sentence());
        return grades.told(bounds.isEmpty() ? whole : Message.of("reward.words.bounded", whole, bounds));
    }

    private static Message bound(String key, Benchmark benchmark, Wording wording) {
        return benchmark instanceof Benchmark.Constant
                ? Message.of(key, Quantity.yuan(((Benchmark.Constant) benchmark).number()))
                : Message.of(key + "-own", benchmark.sentence(wording.money(), null));
    }

    static @Nullable Pool read(String id, String label, Node node, boolean last, PartReading reading) {
        Fields fields = Fields.of(node, reading.diagnostics(), "{amount: rest, by: equal, for: [good]}");
        if (fields == null) {
            return null;
        }
        Node amountNode = fields.required("amount");
        boolean rest = amountNode instanceof Node.Scalar
                && ((Node.Scalar) amountNode).text().equals("rest");
        if (amountNode != null && rest && !last) {
            reading.diagnostics()
                    .error(
                            "R021",
                            amountNode.mark(),
                            Message.of("reward.rest-not-last"),
                            Message.of("reward.fix.rest-last"));
        }
        if (amountNode != null && rest && !reading.hasBudget()) {
            reading.diagnostics()
                    .error(
                            "R005",
                            amountNode.mark(),
                            Message.of("reward.rest-no-budget"),
                            Message.of("reward.fix.budget"));
        }
        BigFraction amount = rest || amountNode == null ? null : reading.amount(amountNode);
        Formula by = by(fields.required("by"), reading);
        Grades grades = fields.has("for") ? reading.grades(fields) : new Grades(null);
        Node whereNode = fields.node("where");
        Condition where = whereNode == null ? null : reading.condition(whereNode);
        Node limitNode = fields.node("limit");
        boolean room = limitNode instanceof Node.Scalar
                && ((Node.Scalar) limitNode).text().equals("room");
        Benchmark limit = room ? null : reading.benchmark(limitNode);
        Benchmark floor = reading.benchmark(fields.node("floor"));
        if (limit instanceof Benchmark.Constant
                && floor instanceof Benchmark.Constant
                && ((Benchmark.Constant) floor).number().compareTo(((Benchmark.Constant) limit).number()) > 0) {
            reading.diagnostics()
                    .error(
                            "R021",
                            fields.valueMark("floor"),
                            Message.of(
                                    "reward.floor-above-limit",
                                    Quantity.yuan(((Benchmark.Constant) floor).number()),
                                    Quantity.yuan(((Benchmark.Constant) limit).number())),
                            Message.of("reward.fix.floor"),
                            fields.valueMark("limit"));
        }
        fields.done();
        return grades == null || (amount == null && !rest)
                ? null
                : new Pool(id, label, grades, amount, by, where, room, limit, floor);
    }

    private static @Nullable Formula by(@Nullable Node node, PartReading reading) {
        Node.Scalar scalar = node == null ? null : Fields.scalar(node, reading.diagnostics());
        return scalar == null || scalar.text().equals("equal")
                ? null
                : Formulas.read(scalar, reading.names(), ValueType.NUMBER, reading.diagnostics());
    }
}
