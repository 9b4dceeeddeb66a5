package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.Labels;
import org.platscore.rules.names.Term;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/** Reads the rewards section. */
public final class RewardRules {

    /** The fixed columns of rewards.csv, which no part may take as its id. */
    private static final Set<String> RESERVED =
            Set.of("id", "name", "grade", "total", "minus", "limited", "scaled", "rounded", "reward");

    private static final Pattern ID = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}_-]*");
    private static final Set<String> KEYS =
            Set.of("budget", "parts", "minus", "limit", "unit", "rounding", "over_budget");
    private static final List<String> KINDS = List.of("fixed", "rate", "pool");

    private RewardRules() {}

    /** Returns the rewards that the section says; null, with all its errors, if it is faulty. */
    public static @Nullable Rewards read(Node section, RewardReading around) {
        Fields fields = Fields.of(section, around.diagnostics());
        if (fields == null) {
            return null;
        }
        boolean budgeted = fields.has("budget") || fields.hasOther(KEYS);
        PartReading plain = new PartReading(around, budgeted, BigFraction.ZERO);
        Node budgetNode = fields.node("budget");
        BigFraction budget = budgetNode == null ? null : plain.amount(budgetNode);
        fields.allow("parts", "minus", "limit");
        BigFraction unit = unit(fields, plain);
        boolean payable = budget == null || budget.compareTo(unit) >= 0;
        PartReading reading = payable ? plain.in(unit) : plain;
        fields.required("parts");
        List<RewardPart> parts = parts(fields.items("parts"), reading);
        List<String> minus = minus(fields, reading);
        List<RewardLimit> limits = RewardLimit.read(fields.node("limit"), reading);
        String rounding = fields.word("rounding", List.of("largest-remainder", "down"));
        String overBudget = fields.word("over_budget", List.of("stop", "scale"));
        fields.done();
        idle(fields, budget, unit, limits, around);
        cut(fields, budget, unit, limits, around);
        return new Rewards(budget, parts, minus, limits, unit, !"down".equals(rounding), "scale".equals(overBudget));
    }

    /** Warns of settings that cannot take effect, or leave nothing to pay. */
    private static void idle(
            Fields fields,
            @Nullable BigFraction budget,
            BigFraction unit,
            List<RewardLimit> limits,
            RewardReading around) {
        if (budget != null && budget.compareTo(unit) < 0) {
            String key = budget.signum() == 0 ? "reward.no-budget" : "reward.large-unit";
            warn(around, fields.valueMark(budget.signum() == 0 ? "budget" : "unit"), key);
        }
        if (budget == null && fields.has("over_budget")) {
            warn(around, fields.keyMark("over_budget"), "reward.over-without-budget");
        }
        if (limits.isEmpty() && !fields.has("limit")) {
            for (Node item : fields.items("parts")) {
                Node pool = item instanceof Node.Mapping ? ((Node.Mapping) item).get("pool") : null;
                Node limit = pool instanceof Node.Mapping ? ((Node.Mapping) pool).get("limit") : null;
                if (limit instanceof Node.Scalar && ((Node.Scalar) limit).text().equals("room")) {
                    warn(around, limit.mark(), "reward.room-without-limit");
                }
            }
        }
    }

    /**
     * Warns of amounts by grade that nobody can get: above the budget, or above the limit of the grade. Of a limit below the unit
     * is told already.
     */
    private static void cut(
            Fields fields,
            @Nullable BigFraction budget,
            BigFraction unit,
            List<RewardLimit> limits,
            RewardReading around) {
        for (Node item : fields.items("parts")) {
            Node fixed = item instanceof Node.Mapping ? ((Node.Mapping) item).get("fixed") : null;
            for (Node.Entry entry :
                    fixed instanceof Node.Mapping ? ((Node.Mapping) fixed).entries() : List.<Node.Entry>of()) {
                BigFraction amount = entry.value() instanceof Node.Scalar
                        ? RuleNumber.read(((Node.Scalar) entry.value()).text()).orElse(null)
                        : null;
                BigFraction limit = limits.stream()
                        .flatMap(each -> each.benchmarks(entry.key().text()).stream())
                        .filter(each -> each instanceof Benchmark.Constant)
                        .map(each -> ((Benchmark.Constant) each).number())
                        .reduce(Exact::min)
                        .orElse(null);
                String key = amount == null
                        ? ""
                        : budget != null && budget.signum() > 0 && amount.compareTo(budget) > 0
                                ? "above-budget"
                                : limit != null && limit.compareTo(unit) >= 0 && amount.compareTo(limit) > 0
                                        ? "above-limit"
                                        : "";
                if (amount != null && !key.isEmpty()) {
                    BigFraction bound = key.equals("above-budget") || limit == null ? budget : limit;
                    around.diagnostics()
                            .warning(
                                    "R021",
                                    entry.value().mark(),
                                    Message.of(
                                            "reward." + key,
                                            Quantity.yuan(amount),
                                            Quantity.yuan(bound == null ? BigFraction.ZERO : bound)),
                                    Message.of("reward.fix." + key));
                }
            }
        }
    }

    private static void warn(RewardReading around, Mark mark, String key) {
        around.diagnostics().warning("R021", mark, Message.of(key), Message.of(key.replace("reward.", "reward.fix.")));
    }

    private static BigFraction unit(Fields fields, PartReading reading) {
        Node node = fields.node("unit");
        BigFraction unit = node == null || reading.refusesShare(node) ? null : fields.number("unit");
        if (unit != null && unit.signum() <= 0) {
            reading.diagnostics()
                    .error(
                            "R018",
                            fields.valueMark("unit"),
                            Message.of("reward.unit", unit),
                            Message.of("reward.fix.unit"));
        }
        return unit == null || unit.signum() <= 0 ? Exact.of("0.01") : unit;
    }

    private static List<String> minus(Fields fields, PartReading reading) {
        List<String> names = new ArrayList<>();
        for (Node item : fields.items("minus")) {
            Node.Scalar scalar = Fields.scalar(item, reading.diagnostics());
            Term term = scalar == null ? null : reading.measure(scalar);
            if (term != null && scalar != null && names.contains(term.name())) {
                reading.diagnostics()
                        .error(
                                "R010",
                                scalar.mark(),
                                Message.of("rules.listed-twice", term.name()),
                                Message.of("rules.fix.listed-twice"));
            } else if (term != null && scalar != null) {
                reading.isMoney(term, scalar.mark());
                names.add(term.name());
            }
        }
        return List.copyOf(names);
    }

    private static List<RewardPart> parts(List<Node> items, PartReading reading) {
        List<RewardPart> parts = new ArrayList<>();
        Map<String, Mark> taken = new HashMap<>();
        Labels labels = new Labels(reading.diagnostics());
        for (int i = 0; i < items.size(); i++) {
            Fields fields = Fields.of(items.get(i), reading.diagnostics(), "{id: base, fixed: {good: 50万}}");
            if (fields == null) {
                continue;
            }
            String id = id(fields, taken, reading);
            String label = fields.text("label");
            RewardPart part = part(
                    id == null ? "" : id,
                    label == null ? String.valueOf(id) : label,
                    fields,
                    i == items.size() - 1,
                    reading);
            fields.done();
            labels.take(fields);
            if (part != null && id != null) {
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    private static @Nullable String id(Fields fields, Map<String, Mark> taken, PartReading reading) {
        String id = fields.requiredText("id");
        if (id == null) {
            return null;
        }
        String folded = id.toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches() || RESERVED.contains(folded)) {
            reading.diagnostics()
                    .error(
                            "R009",
                            fields.valueMark("id"),
                            Message.of("reward.bad-id", id),
                            Message.of("reward.fix.id"));
            return null;
        }
        Mark first = taken.putIfAbsent(folded, fields.valueMark("id"));
        if (first != null) {
            reading.diagnostics()
                    .error(
                            "R010",
                            fields.valueMark("id"),
                            Message.of("reward.id-twice", id),
                            Message.of("reward.fix.id-twice"),
                            first);
            return null;
        }
        return id;
    }

    private static @Nullable RewardPart part(
            String id, String label, Fields fields, boolean last, PartReading reading) {
        List<String> found = KINDS.stream().filter(fields::has).toList();
        if (found.size() != 1) {
            reading.diagnostics()
                    .error(
                            found.isEmpty() ? "R005" : "R021",
                            found.isEmpty() ? fields.mark() : fields.keyMark(found.get(1)),
                            found.isEmpty()
                                    ? Message.of("reward.no-kind", KINDS)
                                    : Message.of("reward.two-kinds", found),
                            Message.of("reward.fix.kind", KINDS));
            return null;
        }
        String kind = found.get(0);
        Node node = fields.node(kind);
        if (node == null) {
            return null;
        }
        return switch (kind) {
            case "fixed" -> Fixed.read(id, label, node, reading);
            case "rate" -> Rate.read(id, label, node, reading);
            default -> Pool.read(id, label, node, last, reading);
        };
    }
}
