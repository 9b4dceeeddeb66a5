package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.Office;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does with an explanation what an auditor would: computes a share of a pool, and what becomes of it, from what is told. */
class ExplainedPoolTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String RULES = Office.unitRules("奖励", "score: {header: 分, type: number, required: true}", """
            measures:
              score: {value: roster.score}
            rubric:
              - {id: A, weight: 100, measure: score, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 80}
              - {id: pass, label: 合格, min: 60}
              - {id: fail, label: 不合格}
            rewards:
              budget: 100万
              parts:
                - {id: base, label: 等次奖励, fixed: {excellent: 30万, good: 10万}}
                - {id: pool, label: 绩效奖励, pool: {amount: rest, by: total - 60, for: [excellent, good, pass], limit: room, floor: 1万}}
              limit: {excellent: 45万, good: 40万}
              unit: 1万
            """);

    @TempDir
    Path folder;

    private CommandRun run = new CommandRun(Path.of(""));

    @BeforeEach
    void aFolderOfFive() {
        run = new CommandRun(folder);
        assess(RULES);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "P1, limit,      35, 150000, 150000,           450000",
        "P2, proportion, 25, 300000, 188888.888888889, 400000",
        "P3, proportion, 20, 300000, 151111.111111111, 400000",
        "P4, floor,       1,       , 10000,            "
    })
    void aShareIsRecomputedFromWhatIsTold(
            String id, String kept, BigDecimal by, BigDecimal room, BigDecimal amount, BigDecimal limit) {
        JsonNode reward = explained(id);
        JsonNode part = reward.get("parts").get(1);
        JsonNode pool = part.get("pool");

        assertThat(number(pool, "available")).isEqualByComparingTo("500000");
        assertThat(pool.get("members").asInt()).isEqualTo(4);
        assertThat(pool.get("at_floor").asInt()).isEqualTo(1);
        assertThat(pool.get("at_limit").asInt()).isEqualTo(1);
        assertThat(number(pool, "bounded")).isEqualByComparingTo("160000");
        assertThat(number(pool, "by_sum")).isEqualByComparingTo("45");
        BigDecimal lambda = number(pool, "lambda");
        assertThat(lambda)
                .isEqualByComparingTo(number(pool, "available")
                        .subtract(number(pool, "bounded"))
                        .divide(number(pool, "by_sum"), new MathContext(30)));

        JsonNode share = pool.get("share");
        assertThat(number(share, "by")).isEqualByComparingTo(by);
        assertThat(share.get("set_by").asString()).isEqualTo(kept);
        assertThat(number(share, "floor")).isEqualByComparingTo("10000");
        assertThat(share.get("limit").isNull()).isEqualTo(room == null);
        BigDecimal computed = lambda.multiply(by).max(number(share, "floor"));
        if (room != null) {
            assertThat(number(share, "limit")).isEqualByComparingTo(room);
            assertThat(room)
                    .isEqualByComparingTo(
                            limit.subtract(number(reward.get("parts").get(0), "amount")));
            computed = computed.min(room);
            assertThat(number(reward, "limit")).isEqualByComparingTo(limit);
        } else {
            assertThat(reward.get("limit").isNull()).isTrue();
        }
        assertThat(computed.round(new MathContext(15))).isEqualByComparingTo(amount);
        assertThat(number(part, "amount").round(new MathContext(15))).isEqualByComparingTo(amount);
    }

    @Test
    void whoDoesNotShareIsToldSo() {
        assertThat(explained("P5").get("parts").get(1).get("pool").get("share").isNull())
                .isTrue();
        assertThat(explained("P5").get("parts").get(0).has("pool")).isFalse();
        assertThat(told("P5", "zh")).contains("    本单位不在这一项的范围");
    }

    @Test
    void theTextTellsFactorRoomAndWhatHeld() {
        assertThat(told("P1", "zh"))
                .containsSequence(
                        "    这一项共分配 50 万元",
                        "    可分配 50 万元，参与 4 家：取下限 1 家、取上限 1 家，两者共得 16 万元",
                        "    其余 2 家按比例分 34 万元，其分配依据合计 45：λ = 34 万元 ÷ 45 = 7,555.55555555555555555555555556 元",
                        "    本单位：分配依据 35，λ × 35 = ≈264,444.4444 元；下限 1 万元；上限 15 万元（限额 45 万元减去前面各项）；取上限");
        assertThat(told("P2", "zh"))
                .contains("    本单位：分配依据 25，λ × 25 = ≈188,888.8889 元；下限 1 万元；上限 30 万元（限额 40 万元减去前面各项）；按比例");
        assertThat(told("P4", "zh")).contains("    本单位：分配依据 1，λ × 1 = ≈7,555.5556 元；下限 1 万元；取下限");
        assertThat(told("P4", "en"))
                .containsSequence(
                        "    500,000 yuan shared out in all",
                        "    500,000 yuan at hand for 4: 1 at the floor, 1 at the limit, 160,000 yuan for these",
                        "    shared in proportion by the other 2: 340,000 yuan, bases of 45 in all: λ = 340,000 yuan ÷ 45"
                                + " = 7,555.55555555555555555555555556 yuan",
                        "    here: basis 1, λ × 1 = ≈7,555.5556 yuan; floor 10,000 yuan; set by the floor");
    }

    @Test
    void whereAllAreHeldThereIsNoFactor() {
        assess(RULES.replace("budget: 100万", "budget: 300万").replace("limit: room", "limit: 20万"));

        assertThat(explained("P2").at("/parts/1/pool/lambda").isNull()).isTrue();
        assertThat(told("P2", "zh"))
                .containsSequence(
                        "    这一项共分配 80 万元",
                        "    可分配 250 万元，参与 4 家：取下限 0 家、取上限 4 家，两者共得 80 万元",
                        "    本单位：分配依据 25；下限 1 万元；上限 20 万元；取上限");
    }

    @Test
    void allSharesFollowWhereNobodyIsHeld() {
        assess(RULES.replace(", limit: room, floor: 1万", "")
                .replace("by: total - 60, for: [excellent, good, pass]", "by: equal, for: [excellent, good]"));

        assertThat(told("P4", "zh")).contains("    本单位不在这一项的范围");
        assertThat(told("P3", "zh"))
                .containsSequence(
                        "    可分配 50 万元，3 家按比例分，分配依据合计 3：λ = 50 万元 ÷ 3 = 166,666.666666666666666666666667 元",
                        "    本单位：分配依据 1，λ × 1 = ≈166,666.6667 元；按比例");
    }

    @Test
    void aPoolThatNobodyHasABasisForHasNoFactor() {
        assess(RULES.replace(", limit: room, floor: 1万", "").replace("by: total - 60", "by: total - 100"));

        assertThat(told("P1", "zh"))
                .containsSequence("    这一项共分配 0 元", "    可分配 50 万元，参与 4 家", "    本单位：分配依据 -5，低于 0，按 0 计；按比例");
    }

    @Test
    void aBasisThatCountsAsNothingIsToldWithTheReason() {
        assess(RULES.replace("by: total - 60", "by: total - 81"));
        assertThat(told("P1", "zh")).anyMatch(line -> line.startsWith("    本单位：分配依据 14；"));
        assertThat(told("P3", "zh")).contains("    本单位：分配依据 -1，低于 0，按 0 计；下限 1 万元；上限 30 万元（限额 40 万元减去前面各项）；取下限");
        assertThat(told("P3", "en"))
                .anyMatch(line -> line.startsWith("    here: basis -1, below 0, which counts as 0; floor"));

        assess(RULES.replace("by: total - 60", "by: 1 / (total - 80)"));
        assertThat(told("P3", "zh")).anyMatch(line -> line.startsWith("    本单位：分配依据没有数值，按 0 计；下限"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3"})
    void theLimitAndTheScaleAreRecomputedFromWhatIsTold(String id) {
        assess(RULES.replace("{amount: rest, by: total - 60", "{amount: 90万, by: total - 60")
                .replace("limit: room, ", "")
                .replace("unit: 1万", "unit: 1万\n  over_budget: scale"));
        JsonNode reward = explained(id);

        BigDecimal sum = number(reward.get("parts").get(0), "amount")
                .add(number(reward.get("parts").get(1), "amount"));
        BigDecimal left = sum.add(number(reward, "limited"));
        assertThat(left).isLessThanOrEqualTo(number(reward, "limit"));
        if (number(reward, "limited").signum() != 0) {
            assertThat(left).isEqualByComparingTo(number(reward, "limit"));
            assertThat(told(id, "zh")).anyMatch(line -> line.startsWith("    本单位的限额：") && line.endsWith(" 万元"));
        }
        BigDecimal scaled = left.multiply(number(reward, "budget"))
                .divide(number(reward, "due"), new MathContext(30))
                .subtract(left);
        assertThat(number(reward, "scaled").round(new MathContext(15)))
                .isEqualByComparingTo(scaled.round(new MathContext(15)));
        assertThat(told(id, "zh"))
                .anyMatch(line -> line.startsWith("    各家共 ") && line.contains("，预算 100 万元，各乘以 100 万元 ÷ "));
    }

    @Test
    void theSharesOfThePoolAddUpToIt() {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (String id : List.of("P1", "P2", "P3", "P4", "P5")) {
            amounts.put(id, number(explained(id).get("parts").get(1), "amount"));
        }
        assertThat(amounts.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .round(new MathContext(20)))
                .isEqualByComparingTo("500000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5"})
    void whatIsToldForProgramsAddsUpAsInTheResults(String id) {
        JsonNode reward = explained(id);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : reward.get("parts")) {
            sum = sum.add(number(part, "amount"));
        }
        for (String change : List.of("minus", "limited", "scaled", "rounded")) {
            sum = sum.add(number(reward, change));
        }
        assertThat(sum).isEqualByComparingTo(number(reward, "amount"));
        for (JsonNode each :
                MAPPER.readTree(folder.resolve("out/results.json").toFile()).get("results")) {
            if (each.get("id").asString().equals(id)) {
                assertThat(number(reward, "rounded")).isEqualByComparingTo(number(each.get("reward"), "rounded"));
            }
        }
    }

    private void assess(String rules) {
        Office.Outcome outcome = Office.in(folder)
                .rules(rules)
                .file("units.csv", "编号,名称,分\nP1,甲,95\nP2,乙,85\nP3,丙,80\nP4,丁,61\nP5,戊,50\n")
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private JsonNode explained(String id) {
        CommandRun.Seen seen = run.run("explain", id, "--run", "{dir}/out", "--format", "json");
        assertThat(seen.status()).as(seen.err()).isZero();
        return MAPPER.readTree(seen.out()).get("reward");
    }

    private List<String> told(String id, String lang) {
        CommandRun.Seen seen = run.run("explain", id, "--run", "{dir}/out", "--lang", lang);
        assertThat(seen.status()).as(seen.err()).isZero();
        return seen.out().lines().toList();
    }

    private static BigDecimal number(JsonNode node, String key) {
        return node.get(key).decimalValue();
    }
}
