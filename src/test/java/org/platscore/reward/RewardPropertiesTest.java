package org.platscore.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.finding.Severity;
import org.platscore.intake.results.RewardRows;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.reward.Rewards;

/** What must hold of every reward: 1,000 seeded schemes, each paid to a list of its own. */
class RewardPropertiesTest {

    private static final int CASES = 1_000;
    private static final List<String> GRADES = List.of("excellent", "good", "pass");

    private static final String HEAD = """
            platscore: 1
            title: 奖励
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: id}
                columns:
                  id: {header: id, type: text, required: true}
                  income: {header: income, type: number}
                  input: {header: input, type: number}
                  received: {header: received, type: number}
            measures:
              income: {value: roster.income}
              input: {value: roster.input}
              received: {value: roster.received}
            rubric:
              - {id: A, weight: 100, measure: income, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 80}
              - {id: pass, label: 合格}
            rewards:
            """;

    @TempDir
    Path folder;

    /**
     * A random scheme.
     *
     * @param limits per subject, by grade; empty for none
     * @param share of the input that nobody's reward exceeds, in percent; -1 for none
     */
    private record Scheme(
            String yaml,
            BigFraction budget,
            BigFraction unit,
            boolean down,
            Map<String, BigFraction> limits,
            int share,
            boolean pool,
            boolean poolOfRoom) {}

    private record Line(String id, String grade, int rank, int total, int income, int input, int received) {

        String csv() {
            return id + "," + grade + "," + rank + "," + total + "," + income + "," + input + "," + received + "\n";
        }
    }

    @Test
    void everyRewardAddsUpAndStaysWithinBudgetAndLimits() throws IOException {
        int paid = 0;
        for (int seed = 1; seed <= CASES; seed++) {
            Random random = new Random(seed);
            Scheme scheme = scheme(random);
            List<Line> lines = lines(random);
            Findings findings = new Findings();
            Rulebook rules = rules(scheme);
            List<PaidRow> rows = pay(rules, lines, findings);
            if (!findings.stops()) {
                paid++;
                holds("seed " + seed + "\n" + scheme.yaml, scheme, lines, rows, findings);
                List<Line> shuffled = new ArrayList<>(lines);
                Collections.shuffle(shuffled, random);
                Map<String, PaidRow> again = byId(pay(rules, shuffled, new Findings()));
                assertThat(again).as("rows in another order, seed %d", seed).isEqualTo(byId(rows));
            } else {
                assertThat(findings.met())
                        .as("seed %d%n%s", seed, scheme.yaml)
                        .filteredOn(each -> each.severity() == Severity.STOP)
                        .allMatch(each ->
                                List.of("floor-unpayable", "budget-exceeded").contains(each.code()));
            }
        }
        assertThat(paid).as("of %d schemes", CASES).isGreaterThan(CASES * 3 / 4);
    }

    private static void holds(String told, Scheme scheme, List<Line> lines, List<PaidRow> rows, Findings findings) {
        BigFraction sum = BigFraction.ZERO;
        BigFraction exactSum = BigFraction.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            Award award = rows.get(i).award();
            BigFraction exact = Exact.sum(List.copyOf(award.parts().values()))
                    .add(award.minus())
                    .add(award.limited())
                    .add(award.scaled());
            assertThat(exact.add(award.rounded())).as(told).isEqualTo(award.amount());
            assertThat(award.amount().signum()).as(told).isNotNegative();
            assertThat(award.amount().divide(scheme.unit).getDenominator().intValueExact())
                    .as(told)
                    .isEqualTo(1);
            assertThat(award.amount().subtract(exact).abs()).as(told).isLessThan(scheme.unit);
            for (BigFraction change : List.of(award.minus(), award.limited(), award.scaled())) {
                assertThat(change.signum()).as(told).isNotPositive();
            }
            award.parts()
                    .values()
                    .forEach(part -> assertThat(part.signum()).as(told).isNotNegative());
            BigFraction limit = limit(scheme, lines.get(i));
            if (limit != null) {
                assertThat(award.amount()).as(told).isLessThanOrEqualTo(limit);
            }
            sum = sum.add(award.amount());
            exactSum = exactSum.add(exact);
        }
        assertThat(sum).as(told).isLessThanOrEqualTo(scheme.budget);
        boolean unpaid = findings.met().stream().anyMatch(each -> each.code().equals("unpaid-rest"));
        if (!scheme.down && !unpaid) {
            assertThat(sum).as(told).isEqualTo(Units.payable(exactSum, scheme.unit, scheme.budget));
        }
        if (scheme.pool && !scheme.poolOfRoom) {
            keepsTheOrder(told, lines, rows);
        }
    }

    /** In a pool shared by income, of two of one grade the one with more income gets no less. */
    private static void keepsTheOrder(String told, List<Line> lines, List<PaidRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                boolean comparable = lines.get(i).grade.equals(lines.get(j).grade);
                if (comparable && lines.get(i).income >= lines.get(j).income) {
                    assertThat(share(rows.get(i))).as(told).isGreaterThanOrEqualTo(share(rows.get(j)));
                }
            }
        }
    }

    private static BigFraction share(PaidRow row) {
        return Objects.requireNonNull(row.award().parts().get("pool"));
    }

    private static @Nullable BigFraction limit(Scheme scheme, Line line) {
        BigFraction limit = scheme.limits.get(line.grade);
        if (scheme.share >= 0) {
            BigFraction share = BigFraction.of(line.input).multiply(BigFraction.of(scheme.share, 100));
            limit = limit == null ? share : Exact.min(limit, share);
        }
        return limit == null ? null : Units.down(limit, scheme.unit);
    }

    private static Scheme scheme(Random random) {
        StringBuilder yaml = new StringBuilder();
        int budget = 200 + random.nextInt(2_000);
        yaml.append("  budget: ").append(budget).append("\n  parts:\n");
        boolean bands = random.nextInt(3) == 0;
        yaml.append(
                bands
                        ? "    - {id: base, fixed: {bands: [{from: 85, amount: 61.5}, {from: 60, amount: 20.25}], for: [excellent, good, pass]}}\n"
                        : "    - {id: base, fixed: {excellent: %d, good: %d.75}}\n"
                                .formatted(random.nextInt(120), random.nextInt(60)));
        yaml.append(
                random.nextBoolean()
                        ? "    - {id: income, rate: {of: income, percent: {excellent: %d%%, pass: 3.3%%}, limit: %d}}\n"
                                .formatted(random.nextInt(40), 20 + random.nextInt(60))
                        : "    - {id: income, rate: {of: income, brackets: [{over: 50, percent: 7%}, {over: 200, percent: 3%}], for: [excellent, good]}}\n");
        boolean pool = random.nextInt(4) > 0;
        boolean room = false;
        if (pool) {
            room = random.nextInt(3) == 0;
            String bounds =
                    room ? ", limit: room" : random.nextBoolean() ? ", limit: " + (30 + random.nextInt(90)) : "";
            String floor = random.nextInt(3) == 0 ? ", floor: " + random.nextInt(20) : "";
            String amount = random.nextBoolean() ? "rest" : Integer.toString(random.nextInt(700));
            yaml.append("    - {id: pool, pool: {amount: %s, by: income%s%s}}\n".formatted(amount, bounds, floor));
        }
        if (random.nextBoolean()) {
            yaml.append("  minus: [received]\n");
        }
        Map<String, BigFraction> limits = new HashMap<>();
        int share = -1;
        switch (random.nextInt(4)) {
            case 0 -> {
                int most = 20 + random.nextInt(100);
                GRADES.forEach(grade -> limits.put(grade, BigFraction.of(most)));
                yaml.append("  limit: ").append(most).append('\n');
            }
            case 1 -> {
                limits.put("excellent", BigFraction.of(150 + random.nextInt(50)));
                limits.put("good", BigFraction.of(50 + random.nextInt(50)));
                share = 10 + random.nextInt(60);
                yaml.append("  limit: [{excellent: %s, good: %s}, {percent: %d%%, of: input}]\n"
                        .formatted(Exact.plain(limits.get("excellent")), Exact.plain(limits.get("good")), share));
            }
            default -> {}
        }
        String unit = List.of("0.01", "1", "10", "0.03", "7").get(random.nextInt(5));
        boolean down = random.nextInt(4) == 0;
        yaml.append("  unit: ").append(unit).append('\n');
        yaml.append(down ? "  rounding: down\n" : "");
        yaml.append(random.nextInt(10) > 0 ? "  over_budget: scale\n" : "");
        return new Scheme(yaml.toString(), BigFraction.of(budget), Exact.of(unit), down, limits, share, pool, room);
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>();
        int size = 1 + random.nextInt(15);
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ranks.add(1 + random.nextInt(size));
        }
        for (int i = 0; i < size; i++) {
            lines.add(new Line(
                    "p" + i,
                    GRADES.get(random.nextInt(3)),
                    ranks.get(i),
                    50 + random.nextInt(50),
                    random.nextInt(8) == 0 ? 0 : random.nextInt(500),
                    random.nextInt(800),
                    random.nextInt(40)));
        }
        return lines;
    }

    private List<PaidRow> pay(Rulebook rules, List<Line> lines, Findings findings) throws IOException {
        StringBuilder csv = new StringBuilder("id,grade,rank,total,income,input,received\n");
        lines.forEach(line -> csv.append(line.csv()));
        Path list = folder.resolve("list.csv");
        Files.writeString(list, csv, StandardCharsets.UTF_8);
        Rewards rewards = Objects.requireNonNull(rules.rewards());
        RewardRows rows =
                Objects.requireNonNull(RewardRows.read(list, "list.csv", null, RowRewards.idHeads(rules), findings));
        return RowRewards.pay(rules, rewards, rows, findings);
    }

    private static Rulebook rules(Scheme scheme) {
        return Objects.requireNonNull(
                RulesFile.read((HEAD + scheme.yaml).getBytes(StandardCharsets.UTF_8))
                        .rulebook(),
                scheme.yaml);
    }

    private static Map<String, PaidRow> byId(List<PaidRow> rows) {
        Map<String, PaidRow> byId = new LinkedHashMap<>();
        rows.stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(row -> byId.put(row.id(), row));
        return byId;
    }
}
