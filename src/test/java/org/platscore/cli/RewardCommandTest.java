package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code platscore reward}: what scripts hand in and what they get. */
class RewardCommandTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String HEAD = """
            platscore: 1
            title: 奖励
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: [平台编号, 机构代号], type: text, required: true}
                  name: {header: [平台名称, 机构名称], type: text, required: true}
                  kind: {header: 类型, type: choice, choices: [企业, 高校]}
                  age: {header: 年龄, type: number, personal: true}
                  repute: {header: 口碑, type: scale, values: {好: 2, 中: 1, 差: 0}}
                  score: {header: score, type: number}
                  votes: {header: votes, type: number}
                  income: {header: income, type: money, unit: 元}
                  input: {header: input, type: money, unit: 元}
                  received: {header: received, type: money, unit: 元}
                  own: {header: own, type: money, unit: 元}
                  open: {header: open, type: percent}
                  aid: {header: aid, type: money, unit: 元}
                derive: {alike: kind, size: "IF(votes > 10, \\"大\\", \\"小\\")"}
            measures:
              score: {label: 指标, value: roster.score}
              votes: {value: roster.votes, missing: exclude}
              income: {label: 服务收入, unit: 元, value: roster.income}
              input: {label: 投入, unit: 元, value: roster.input, missing: exclude}
              received: {label: 其他奖励, unit: 元, value: roster.received, missing: 0}
              half: {formula: "income / 2"}
              own: {label: 自筹, unit: 元, value: roster.own, missing: {stat: median, within: kind, at_least: 2}}
              aid: {label: 补助, unit: 元, value: roster.aid, missing: {of: roster.kind, cases: {企业: received}, else: 3}}
              open: {label: 开放率, unit: "%", value: roster.open, missing: exclude}
            rubric:
              - id: G
                label: 大类
                weight: 100
                of:
                  - {id: A, label: 指标, weight: 100, measure: score, score: {linear: {zero: 0, full: 100}}}
            vetoes:
              - {id: fraud, label: 弄虚作假, when: "score < 0", grade: pass}
              - {id: weak, label: 偏弱, when: "score < 1", at_best: pass}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 80}
              - {id: pass, label: 合格}
            rewards:
            """;

    @TempDir
    Path folder;

    record Seen(int status, String out, String err) {

        List<String> rows() {
            return Arrays.asList(out.replace("\uFEFF", "").split("\r\n"));
        }

        /** Returns the last column of each row. */
        List<String> amounts() {
            return rows().stream()
                    .skip(1)
                    .map(row -> row.substring(row.lastIndexOf(',') + 1))
                    .toList();
        }
    }

    record Case(String label, String rewards, String list, List<String> amounts) {
        @Override
        public String toString() {
            return label;
        }
    }

    static Stream<Case> schemes() {
        String grades = "id,grade,total\na,excellent,95\nb,良好,85\nc,pass,70\n";
        return Stream.of(
                scheme(
                        "flat by grade, 150/75 万",
                        "parts: [{id: base, fixed: {excellent: 150万, good: 75万}}]",
                        grades,
                        "1500000",
                        "750000",
                        "0"),
                scheme(
                        "a pool for those whose word stands for enough",
                        "parts: [{id: pool, pool: {amount: 100, by: equal, where: {repute: {min: 1}}}}]",
                        "id,grade,口碑\na,excellent,好\nb,good,差\nc,pass,中\n",
                        "50",
                        "0",
                        "50"),
                scheme(
                        "a limit by the number of a word",
                        "parts: [{id: base, fixed: {excellent: 100}}]\n"
                                + "  limit: {of: roster.repute, bands: [{under: 1, use: 10}, {use: 60}]}",
                        "id,grade,口碑\na,excellent,好\nb,excellent,差\n",
                        "60",
                        "10"),
                scheme(
                        "a limit by a derived column of the roster, from the columns it names",
                        "parts: [{id: base, fixed: {excellent: 100}}]\n"
                                + "  limit: {of: roster.size, cases: {大: 60, 小: 10}}",
                        "id,grade,votes\na,excellent,11\nb,excellent,10\n",
                        "60",
                        "10"),
                scheme(
                        "a pool for those of a derived column, which the list has itself",
                        "parts: [{id: pool, pool: {amount: 100, by: equal, where: {size: 大}}}]",
                        "id,grade,size\na,excellent,大\nb,good,小\n",
                        "100",
                        "0"),
                scheme(
                        "no limit is asked for where there is nothing to limit",
                        "parts: [{id: base, fixed: {excellent: 100}}]\n"
                                + "  limit: [{percent: 50%, of: income}, {of: roster.kind, cases: {企业: 60, 高校: 40}}]",
                        "id,grade,income,类型\na,excellent,100,企业\nb,pass,,\n",
                        "50",
                        "0"),
                scheme(
                        "by score band: >= 80 60 万, >= 70 40 万, >= 60 20 万",
                        "parts: [{id: base, fixed: {bands: [{from: 80, amount: 60万}, {from: 70, amount: 40万}, {from: 60,"
                                + " amount: 20万}], for: [excellent, good, pass]}}]",
                        "id,grade,total\na,good,80\nb,pass,79.99\nc,pass,70\nd,pass,60\ne,pass,59.99\n",
                        "600000",
                        "400000",
                        "400000",
                        "200000",
                        "0"),
                scheme(
                        "20 % of the income, at most 500 万",
                        "parts: [{id: share, rate: {of: income, percent: 20%, for: [excellent, good], limit: 500万}}]",
                        "id,grade,income\na,excellent,20000000\nb,excellent,2500万\nc,good,25000001\nd,pass,100\n",
                        "4000000",
                        "5000000",
                        "5000000",
                        "0"),
                scheme(
                        "brackets: 0.5 % to 3000 万, 0.3 % above, at most 100 万",
                        "parts: [{id: share, rate: {of: income, brackets: [{over: 0, percent: 0.5%}, {over: 3000万, percent:"
                                + " 0.3%}], for: [excellent, good, pass], limit: 100万}}]",
                        "编号,等次,服务收入（万元）\na,优秀,3000\nb,优秀,4000\nc,优秀,100000\nd,良好,0.0001\n",
                        "150000",
                        "180000",
                        "1000000",
                        "0.01"),
                scheme(
                        "5 万 and 0.6 ‰ above 1000 万, at most 20 万",
                        "parts: [{id: base, fixed: {excellent: 5万}}, {id: share, rate: {of: income, brackets: [{over: 1000万,"
                                + " percent: 0.06%}], for: [excellent]}}]\n  limit: 20万",
                        "id,grade,income\na,excellent,10000000\nb,excellent,20000000\nc,excellent,900000000\n",
                        "50000",
                        "56000",
                        "200000"),
                scheme(
                        "a ceiling by grade, and never above 50 % of the input",
                        "parts: [{id: share, rate: {of: income, percent: 100%, for: [excellent, good, pass]}}]\n"
                                + "  limit: [{excellent: 150万, good: 120万}, {percent: 50%, of: input}]",
                        "id,grade,income,input\na,excellent,9000000,9000000\nb,good,9000000,9000000\n"
                                + "c,excellent,9000000,1000001\nd,pass,9000000,100\n",
                        "1500000",
                        "1200000",
                        "500000.5",
                        "50"),
                scheme(
                        "a floating pool: shared by base, so that the rate floats",
                        "budget: 118万\n  parts: [{id: pool, pool: {amount: rest, by: income, for: [excellent, good]}}]",
                        "id,grade,income\na,excellent,6000000\nb,good,4000000\nc,pass,1000000\n",
                        "708000",
                        "472000",
                        "0"),
                scheme(
                        "less what other funds paid, before the limit",
                        "parts: [{id: base, fixed: {excellent: 100万, good: 30万}}]\n  minus: [received]\n  limit: 60万",
                        "id,grade,received\na,excellent,300000\nb,excellent,600000\nc,excellent,\nd,good,500000\n",
                        "600000",
                        "400000",
                        "600000",
                        "0"),
                scheme(
                        "a formula that no column gives is worked out from its columns",
                        "parts: [{id: share, rate: {of: half, percent: 10%, for: [excellent]}}]",
                        "id,grade,income\na,excellent,100\n",
                        "5"),
                scheme(
                        "the points of an indicator share out a pool",
                        "parts: [{id: pool, pool: {amount: 100, by: \"A + 1\", for: [excellent, good]}}]\n  unit: 1",
                        "id,grade,A\na,excellent,69\nb,good,29\nc,good,\n",
                        "69",
                        "30",
                        "1"),
                scheme(
                        "a limit by a measure without a value does not bind",
                        "parts: [{id: base, fixed: {excellent: 9}}]\n  limit: {percent: 50%, of: input}",
                        "id,grade,input\na,excellent,10\nb,excellent,\n",
                        "5",
                        "9"),
                scheme(
                        "who has fewer than 60 points has no share of what counts from 60 on",
                        "parts: [{id: pool, pool: {amount: 100, by: \"total - 60\", for: [good, pass]}}]\n  unit: 1",
                        "id,grade,total\na,good,90\nb,pass,70\nc,pass,55\nd,excellent,99\n",
                        "75",
                        "25",
                        "0",
                        "0"),
                scheme(
                        "nobody has a share: floors only, the rest stays unspent",
                        "parts: [{id: pool, pool: {amount: 100, by: votes, floor: 7}}]",
                        "id,grade,votes\na,good,0\nb,pass,\n",
                        "7",
                        "7"),
                scheme(
                        "a constant pool above the budget is scaled with all else",
                        "budget: 50\n  parts: [{id: pool, pool: {amount: 100, by: equal}}]\n  over_budget: scale",
                        "id,grade\na,good\nb,pass\n",
                        "25",
                        "25"),
                scheme(
                        "the room wins over the floor",
                        "parts: [{id: base, fixed: {excellent: 9}}, {id: pool, pool: {amount: 10, by: equal, limit: room,"
                                + " floor: 4}}]\n  limit: 10",
                        "id,grade\na,excellent\nb,good\n",
                        "10",
                        "9"),
                scheme(
                        "each is rounded down",
                        "parts: [{id: pool, pool: {amount: 10, by: equal}}]\n  unit: 1\n  rounding: down",
                        "id,grade\na,good\nb,good\nc,good\n",
                        "3",
                        "3",
                        "3"),
                scheme(
                        "units that a limit keeps from all stay unpaid",
                        "parts: [{id: pool, pool: {amount: 10, by: equal}}]\n  unit: 4\n  limit: 4",
                        "id,grade\na,good\nb,good\n",
                        "4",
                        "4"),
                scheme(
                        "limits and floors by kind and by a measure of one's own",
                        "parts: [{id: share, rate: {of: income, percent: 50%, for: [good], limit: input}}, {id: pool, pool:"
                                + " {amount: 30, by: equal, for: [good], floor: {of: roster.kind, cases: {企业: 20}, else: 0}}}]",
                        "id,grade,income,input,类型\na,good,100,30,企业\nb,good,100,90,高校\n",
                        "50",
                        "60"),
                scheme(
                        "a condition on the roster",
                        "parts: [{id: pool, pool: {amount: 100, by: equal, where: {kind: 企业}}}]",
                        "id,grade,kind\na,excellent,企业\nb,good,高校\nc,pass,企业\n",
                        "50",
                        "0",
                        "50"),
                scheme(
                        "a share in percent, with its sign in the head or in the cell",
                        "parts: [{id: pool, pool: {amount: 100, by: open}}]",
                        "id,grade,开放率（%）\na,good,20\nb,good,60%\n",
                        "25",
                        "75"),
                scheme(
                        "who was not assessed has no share",
                        "parts: [{id: pool, pool: {amount: 100, by: equal}}]",
                        "id,grade,total\na,good,80\nb,,\n",
                        "100",
                        "0"),
                scheme(
                        "a stand-in that the roster or another measure says",
                        "parts: [{id: base, fixed: {good: 10}}]\n  minus: [aid]",
                        "id,grade,aid,received,类型\na,good,1,2,企业\nb,good,,2,企业\nc,good,,2,高校\nd,good,,,企业\n",
                        "9",
                        "8",
                        "7",
                        "10"),
                scheme(
                        "floors that need the whole pool",
                        "parts: [{id: pool, pool: {amount: 14, by: votes, floor: 7}}]",
                        "id,grade,votes\na,good,5\nb,pass,1\n",
                        "7",
                        "7"));
    }

    /** Published examples of the method of largest remainders (Hare quota, Hamilton): the pool is the seats, a vote a point. */
    static Stream<Case> apportionments() {
        return Stream.of(
                votes("ten seats among six parties, Wikipedia", 10, "47000 16000 15800 12000 6100 3100", "5 2 1 1 1 0"),
                votes("the same, as printed before", 10, "47000 16000 15900 12000 6000 3100", "5 2 1 1 1 0"),
                votes("25 seats, before the paradox", 25, "1500 1500 900 500 500 200", "7 7 4 3 3 1"),
                votes("26 seats: two parties lose one", 26, "1500 1500 900 500 500 200", "8 8 5 2 2 1"),
                votes("Alabama paradox, ten seats", 10, "6 6 2", "4 4 2"),
                votes("Alabama paradox, eleven seats", 11, "6 6 2", "5 5 1"),
                votes(
                        "Hamilton's bill of 1792: 120 seats among fifteen states",
                        120,
                        "630560 475327 432879 353523 331589 278514 236841 206236 179570 141822 85533 70835 68705 68446 55540",
                        "21 16 14 12 11 9 8 7 6 5 3 2 2 2 2"),
                votes("equal votes: one seat left goes to the first id", 4, "5 5 5", "2 1 1"),
                votes("equal votes: two seats left", 5, "5 5 5", "2 2 1"),
                votes("who has no vote gets no seat", 3, "0 1 1", "0 2 1"));
    }

    private static Case votes(String label, int seats, String votes, String expected) {
        StringBuilder list = new StringBuilder("id,grade,votes\n");
        char id = 'a';
        for (String each : votes.split(" ")) {
            list.append(id++).append(",pass,").append(each).append('\n');
        }
        String pool = "parts: [{id: seats, pool: {amount: %d, by: votes}}]\n  unit: 1".formatted(seats);
        return new Case(label, pool, list.toString(), List.of(expected.split(" ")));
    }

    private static Case scheme(String label, String rewards, String list, String... amounts) {
        return new Case(label, rewards, list, List.of(amounts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"schemes", "apportionments"})
    void paysAsTheSchemeSays(Case scheme) throws IOException {
        Seen csv = reward(scheme.rewards, scheme.list);
        Seen json = reward(scheme.rewards, asJson(scheme.list), "--format", "json");

        assertThat(csv.status).as(csv.err).isZero();
        assertThat(csv.amounts()).isEqualTo(scheme.amounts);
        assertThat(json.status).as(json.err).isZero();
        List<String> amounts = new ArrayList<>();
        for (JsonNode row : MAPPER.readTree(json.out)) {
            JsonNode reward = row.get("reward");
            BigDecimal amount = reward.get("amount").decimalValue();
            amounts.add(amount.toPlainString());
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode part : reward.get("parts")) {
                sum = sum.add(part.decimalValue());
            }
            for (String change : List.of("minus", "limited", "scaled", "rounded")) {
                sum = sum.add(reward.get(change).decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(amount);
        }
        assertThat(amounts).isEqualTo(scheme.amounts);
    }

    @Test
    void aPersonalCellThatDoesNotFitIsNotShown() throws IOException {
        Seen seen = reward(
                "parts: [{id: pool, pool: {amount: 100, by: equal, where: {age: {min: 30}}}}]",
                "id,grade,年龄\na,excellent,约四十\n");

        assertThat(seen.status).isEqualTo(1);
        assertThat(seen.err).contains("属个人信息，这里不显示").doesNotContain("约四十");
    }

    @Test
    void equalRemaindersAreServedByRankThenById() throws IOException {
        String pool = "parts: [{id: pool, pool: {amount: 4, by: equal}}]\n  unit: 1";

        assertThat(reward(pool, "id,grade,rank\na,pass,3\nb,pass,2\nc,pass,2\n").amounts())
                .containsExactly("1", "2", "1");
        assertThat(reward(pool, "id,grade,total\na,pass,60\nb,pass,61\nc,pass,61\n")
                        .amounts())
                .containsExactly("1", "2", "1");
        assertThat(reward(pool, "id,grade\nc,pass\nb,pass\na,pass\n").amounts()).containsExactly("1", "1", "2");
    }

    @Test
    void equalRanksAreServedByIdAndThoseWithoutOneByTotal() throws IOException {
        String pool = "parts: [{id: pool, pool: {amount: %d, by: equal}}]\n  unit: 1";
        String list = "id,grade,rank,total\na,pass,1,60\nb,pass,1,70\nc,pass,,60\nd,pass,,70\n";

        assertThat(reward(pool.formatted(5), list).amounts()).containsExactly("2", "1", "1", "1");
        assertThat(reward(pool.formatted(7), list).amounts()).containsExactly("2", "2", "1", "2");
    }

    @Test
    void withoutGradesABlankTotalIsWhoWasNotAssessed() throws IOException {
        String rules = Files.readString(Path.of(rules("parts: [{id: pool, pool: {amount: 90, by: equal}}]")));
        Path bare = folder.resolve("bare.yaml");
        Files.writeString(bare, rules.replaceAll("(?s)vetoes:.*rewards:", "rewards:"));
        Path list = folder.resolve("list.csv");

        Files.writeString(list, "id,total\na,80\nb,\nc,60\n");
        assertThat(run("reward", list.toString(), "--rules", bare.toString()).amounts())
                .containsExactly("45", "0", "45");
        Files.writeString(list, "id\na\nb\n");
        assertThat(run("reward", list.toString(), "--rules", bare.toString()).amounts())
                .containsExactly("45", "45");
    }

    @Test
    void theRostersOwnHeadsNameIdAndName() throws IOException {
        Seen seen = reward("parts: [{id: base, fixed: {excellent: 2}}]", "机构代号,机构名称,等次\na,甲,优秀\n");

        assertThat(seen.rows().get(1)).isEqualTo("a,甲,excellent,,2,0,0,0,0,2");
    }

    /** Objects may each have another of the names of a thing, and two of them where they agree. */
    @Test
    void twoNumbersForOneThingInAnObjectAreRefused() throws IOException {
        String rewards = "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]";
        String list = "[{\"id\": \"a\", \"grade\": \"excellent\", \"income\": 600000, \"服务收入\": \"60万\"},"
                + " {\"id\": \"b\", \"grade\": \"excellent\", \"服务收入\": 20}]";

        assertThat(reward(rewards, list).rows()).hasSize(3);
        Seen seen = reward(rewards, list.replace("60万", "50万"));
        assertThat(seen.status).isOne();
        assertThat(seen.err).contains("ambiguous-value").contains("“income”有两个不同的数");
    }

    @Test
    void aNumberOfATableMayStandUnderAnyOfItsHeadsButNotTwoDifferentOnes() throws IOException {
        String rewards = "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]";
        String head = "id,编号,grade,income,服务收入,服务收入（万元）\n";

        assertThat(reward(rewards, head + "a,1,excellent,600000,60万,7\nb,2,excellent,—,20,\n")
                        .rows())
                .element(2)
                .isEqualTo("b,,excellent,,1,0,0,0,0,1");
        Seen seen = reward(rewards, head + "a,1,excellent,600000,50万,\n");
        assertThat(seen.status).isOne();
        assertThat(seen.err).contains("ambiguous-value").contains("list.csv:2:5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"元或万元", "元、万元", "元/万元"})
    void aHeadThatNamesTwoUnitsOfMoneyIsToldOnce(String units) throws IOException {
        Seen seen = reward(
                "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]",
                "id,grade,服务收入（" + units + "）\na,excellent,2万元\nb,excellent,20\nc,excellent,40\n");

        assertThat(seen.status).as(seen.err).isZero();
        assertThat(seen.err)
                .containsOnlyOnce("unit-unclear")
                .containsOnlyOnce("写了两个金额单位“" + units + "”，分不清是哪一个，按元处理。")
                .contains("list.csv:3:3");
    }

    @Test
    void aShareAboveOneWithoutASignIsToldOnce() throws IOException {
        String pool = "parts: [{id: pool, pool: {amount: 100, by: open}}]";
        String rows = "a,good,60%\nb,good,25\nc,good,85\n";
        Seen seen = reward(pool, "id,grade,开放率\n" + rows);

        assertThat(seen.status).as(seen.err).isZero();
        assertThat(seen.err).containsOnlyOnce("unit-unclear").contains("list.csv:3:3", "8 就是 800%");
        assertThat(reward(pool, "id,grade,开放率（%）\n" + rows).err).isEmpty();
    }

    @Test
    void aRowOfAnUnknownGradeIsCheckedToItsEnd() throws IOException {
        Seen seen = reward(
                "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]",
                "id,grade,income\na,splendid,-5\n");

        assertThat(seen.err).contains("list.csv:2:2").contains("list.csv:2:3");
    }

    @Test
    void aHeadLikeTheOneAskedForIsNamed() throws IOException {
        Seen seen = reward(
                "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]",
                "id,grade,incme\na,excellent,5\n");

        assertThat(seen.err).contains("请在名单里补上“income”这一列；“incme”就是它的，请改掉列名。");
    }

    @Test
    void partsAndChangesStandSideBySideInTheOrderOfTheRows() throws IOException {
        String rewards =
                "budget: 1万\n  parts: [{id: base, fixed: {excellent: 9000, good: 6000}}, {id: pool, pool: {amount:"
                        + " 1000, by: equal, for: [good]}}]\n  minus: [received]\n  limit: 7000\n  over_budget: scale\n  unit: 100";

        Seen seen =
                reward(rewards, "id,name,grade,total,received\nb,乙,良好,85,500\n=a,甲,excellent,95.5,\nc,丙,pass,70,\n");

        assertThat(seen.status).as(seen.err).isZero();
        assertThat(seen.out).startsWith("\uFEFF").endsWith("\r\n");
        assertThat(seen.rows())
                .containsExactly(
                        "id,name,grade,total,base,pool,minus,limited,scaled,rounded,reward",
                        "b,乙,good,85.00,6000,1000,-500,0,-1685.18518518518518518518518519,-14.81481481481481481481481481,4800",
                        "'=a,甲,excellent,95.50,9000,0,0,-2000,-1814.81481481481481481481481481,14.81481481481481481481481481,5200",
                        "c,丙,pass,70.00,0,0,0,0,0,0,0");
    }

    @Test
    void aListWithApostrophesMarksSumsAndVetoesIsRead() throws IOException {
        String list = "\uFEFF名次,编号,名称,等次,总分,veto\r\n1,'=a,甲,优秀,95,\r\n2,b,乙,优秀,94,fraud\r\n3,c,丙,合格,70,weak\r\n"
                + "4,d,丁,优秀,90,是\r\n5,e,戊,优秀,90,否\r\n,f,己,,,\r\n合计,,,,,\r\n合计,合计,,,,\r\n,合计（6 家）,,,,\r\n,注：以上已核对,,,,\r\n";

        Seen seen = reward("parts: [{id: base, fixed: {excellent: 2, pass: 1}}]", list.replace("合计,,,,,\r\n", ""));

        assertThat(seen.status).as(seen.err).isZero();
        assertThat(seen.amounts()).containsExactly("2", "0", "1", "0", "2", "0");
        assertThat(seen.rows().get(1)).startsWith("'=a,甲,excellent,95.00,2");
        assertThat(seen.rows().get(6)).isEqualTo("f,己,,,0,0,0,0,0,0");
    }

    @Test
    void objectsOfAListMayEachNameAMeasureInAnotherWay() throws IOException {
        String rewards = "parts: [{id: share, rate: {of: input, percent: 10%, for: [excellent]}}]";
        String list = """
                [{"id": "a", "grade": "excellent", "measures": {"input": {"used": 100}}},
                 {"id": "b", "grade": "excellent", "input": 200},
                 {"id": "c", "等次": "优秀", "投入": "300元"},
                 {"id": "d", "grade": "excellent"}]
                """;

        Seen seen = reward(rewards, list);

        assertThat(seen.status).as(seen.err).isZero();
        assertThat(seen.amounts()).containsExactly("10", "20", "30", "0");
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', textBlock = """
            培训（次） | 培训（人）         | 缺“votes”
            培训（次） | 培训              | 缺“income”
            培训（次） | 培训（人）,培训     | 缺“votes”
            培训（次） | 培训（人）,培训（次） | 2
            培训（次） | 培训（人）,votes   | 2
            培 训（人） | 培训（人）        | 缺“income”
            income   | income,votes    | 2
            income   | income          | 缺“votes”
            """)
    void aHeadGivesNoFigureOfAMeasureThatAnotherIsCalledLike(String label, String heads, String told)
            throws IOException {
        String text =
                Files.readString(Path.of(rules("parts: [{id: share, rate: {of: income, percent: {excellent: 10%}}},"
                        + " {id: pool, pool: {amount: 1, by: votes}}]")));
        Path rules = folder.resolve("alike.yaml");
        Files.writeString(
                rules,
                text.replace("label: 服务收入, unit: 元", "label: 培训（人）, unit: 人")
                        .replace("votes: {value", "votes: {label: " + label + ", unit: 次, value"));
        Path list = folder.resolve("list.csv");
        boolean one = heads.indexOf(',') < 0;
        Files.writeString(list, "id,grade," + heads + "\na,excellent,10" + (one ? "" : ",5") + "\n");

        Seen seen = run("reward", list.toString(), "--rules", rules.toString());

        if (told.startsWith("缺")) {
            assertThat(seen.status).as(seen.out).isEqualTo(1);
            assertThat(seen.err).contains("missing-column", "用到" + told.substring(1));
        } else {
            assertThat(seen.status).as(seen.err).isZero();
            assertThat(seen.amounts()).containsExactly(told);
        }
    }

    @Test
    void aLabelOfTwoGradesPaysNobodyAndTheirIdsAreTold() throws IOException {
        String text = Files.readString(Path.of(rules("parts: [{id: base, fixed: {excellent: 2, good: 1}}]")));
        Path rules = folder.resolve("alike.yaml");
        Files.writeString(rules, text.replace("label: 优秀", "label: 良好"));
        Path list = folder.resolve("list.csv");

        Files.writeString(list, "id,grade\na,良好\n");
        Seen seen = run("reward", list.toString(), "--rules", rules.toString());
        assertThat(seen.status).as(seen.out).isEqualTo(1);
        assertThat(seen.err).contains("有几个等次都叫“良好”。", "从这些里选一个：excellent、good");

        Files.writeString(list, "id,grade\na,good\nb,合格\n");
        assertThat(run("reward", list.toString(), "--rules", rules.toString()).amounts())
                .containsExactly("1", "0");
    }

    @Test
    void theBudgetOfTheCommandLineCounts() throws IOException {
        String rewards = "budget: 100\n  parts: [{id: pool, pool: {amount: rest, by: equal}}]";

        assertThat(reward(rewards, "id,grade\na,pass\nb,pass\n", "--budget", "1513万")
                        .amounts())
                .containsExactly("7565000", "7565000");
        Seen refused = reward(rewards, "id,grade\na,pass\n", "--budget", "-5");
        assertThat(refused.status).isEqualTo(2);
        assertThat(refused.err).contains("--budget 的值不能是“-5”").contains("1513万");
    }

    @Test
    void standardInputIsReadInAnyEncodingOfCsv() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("编号,等次\na,优秀\nb,优等\n".getBytes(Charset.forName("GB18030"))));
            Seen seen = run("reward", "-", "--rules", rules("parts: [{id: base, fixed: {excellent: 2}}]"));
            assertThat(seen.status).isEqualTo(1);
            assertThat(seen.out).isEmpty();
            assertThat(seen.err).contains("-:3:2  规则里没有等次“优等”");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void groupsAndIndicatorsOfAnArrayOfResultsAreColumns() throws IOException {
        String list = """
                [{"id": "a", "grade": "good", "total": 80, "bonuses": [],
                  "rubric": [{"id": "G", "points": 30, "of": [{"id": "A", "points": 20, "reason": "…"}]}]},
                 {"id": "b", "grade": "good", "total": 80,
                  "rubric": [{"id": "G", "points": 45, "of": [{"id": "A", "points": 5}, 7]}, {"points": 1}]}]
                """;
        assertThat(reward("parts: [{id: p, pool: {amount: 100, by: \"A + G\", for: [good]}}]", list)
                        .amounts())
                .containsExactly("50", "50");
        assertThat(reward("parts: [{id: p, pool: {amount: 100, by: A, for: [good]}}]", list)
                        .amounts())
                .containsExactly("80", "20");
    }

    @Test
    void anEmptyListPaysNobody() throws IOException {
        Seen json = reward("parts: [{id: base, fixed: {excellent: 2}}]", "[]", "--format", "json");
        assertThat(json.status).as(json.err).isZero();
        assertThat(json.out).isEqualTo("[]\n");
    }

    record Faulty(String label, String rewards, String list, List<String> told) {
        @Override
        public String toString() {
            return label;
        }
    }

    static Stream<Faulty> faulty() {
        String base = "parts: [{id: base, fixed: {excellent: 2}}]";
        String bands = "parts: [{id: base, fixed: {bands: [{from: 80, amount: 60}], for: [excellent]}}]";
        String rate = "parts: [{id: share, rate: {of: income, percent: {excellent: 5%}}}]\n  minus: [received]";
        return Stream.of(
                faulty(
                        "unknown grades, doubled ids, blank ids, all in one run",
                        base,
                        "id,grade\na,excelent\nb,优秀\nB,优秀\n,优秀\nc,\n",
                        "list.csv:2:2  规则里没有等次“excelent”，是不是“excellent”？",
                        "list.csv:4:1  编号“B”在 list.csv:3:1 已经有一行。",
                        "list.csv:5:1  “id”没有填。",
                        "list.csv:6:2  这一行没有等次。",
                        "有 4 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a total that a band needs",
                        bands,
                        "id,grade,total\na,excellent,\nb,good,\n",
                        "list.csv:2:3  核算奖励要用到总分，而这一行没有。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a list without totals",
                        bands,
                        "id,grade\na,excellent\n",
                        "list.csv:1  核算奖励要用到“total”，而名单里没有这一列。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a measure that a rate needs",
                        rate,
                        "id,grade,income,received\na,excellent,,0\nb,good,,0\n",
                        "list.csv:2:3  计算奖励需要“服务收入”，而该平台没有数值。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a blank that a statistic stands in for",
                        "parts: [{id: share, rate: {of: own, percent: {excellent: 5%}}}]\n  minus: [own]",
                        "id,grade,own\na,excellent,\nb,good,\nc,excellent,3\n",
                        "list.csv:2:3  核算奖励要用到“自筹”，这一格空着；细则以全体的统计数代替，而名单里算不出。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "columns that are not there",
                        rate,
                        "id,grade,incme\na,excellent,5\n",
                        "list.csv:1  核算奖励要用到“income”，而名单里没有这一列。",
                        "list.csv:1  核算奖励要用到“received”，而名单里没有这一列。",
                        "有 2 条问题必须解决，没有核算奖励。"),
                faulty(
                        "negative and misspelt amounts",
                        rate,
                        "id,grade,total,income,received\na,excellent,-1,-5,约3\nb,excellent,90,1,-1\n",
                        "list.csv:2:3  “-1”小于允许的最小值 0。",
                        "list.csv:2:4  “-5”小于允许的最小值 0。",
                        "list.csv:2:5  “约3”不是数。",
                        "list.csv:3:5  “-1”小于允许的最小值 0。",
                        "有 4 条问题必须解决，没有核算奖励。"),
                faulty(
                        "an unpayable floor",
                        "parts: [{id: pool, label: 绩效, pool: {amount: 10, by: equal, floor: 6}}]",
                        "id,grade\na,good\nb,good\n",
                        "奖励项“绩效”的下限合计 12 元，超过可分配的 10 元。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a budget that is too small",
                        "budget: 3\n  " + base,
                        "id,grade\na,优秀\nb,优秀\n",
                        "奖励合计 4 元，超过预算 3 元。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a table without ids",
                        base,
                        "name,grade\na,good\n",
                        "list.csv  前 20 行里没有带“id”或“编号”的表头。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a row that is too long, a rank that is none",
                        base,
                        "id,grade,rank\na,good,0\nb,good,2,3\nc,good,x\n",
                        "list.csv:2:3  “0”小于允许的最小值 1。",
                        "list.csv:3:4  这一行填到了第 4 格，表头只有 3 格。",
                        "list.csv:4:3  “x”不是数。",
                        "有 3 条问题必须解决，没有核算奖励。"),
                faulty(
                        "broken JSON",
                        base,
                        "[{\"id\": \"a\"",
                        "list.csv:1:12  第 1 行第 12 列不合 JSON 的写法。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "JSON that is no list",
                        base,
                        "{\"id\": \"a\"}",
                        "list.csv:1:1  这不是名单：应是由对象组成的 JSON 数组，或 platscore 写出的 results.json。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "results of a run that are none",
                        base,
                        "{\"platscore_results\": 1, \"title\": \"t\", \"edition\": \"\", \"rules_sha256\": \"\",\n \"results\": [7],\n \"grades\": {}}",
                        "list.csv:1:1  缺少“period”。",
                        "list.csv:1:1  缺少“rewards”。",
                        "list.csv:2:14  “results[0]”应是一个对象 {…}。",
                        "有 3 条问题必须解决，没有核算奖励。"),
                faulty(
                        "results of a later version",
                        base,
                        "{\"results\": [{\"id\": 5}], \"platscore_results\": 2}",
                        "list.csv:1:47  这份结果的格式版本是 2，本程序只认得 1。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "JSON with the place of each fault",
                        base,
                        "[{\"id\": \"a\", \"grade\": \"x\"},\n {\"grade\": \"good\"}, {\"id\": 3, \"grade\": 5}, 7]",
                        "list.csv:2:44  “[3]”应是一个对象 {…}。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "JSON rows",
                        base,
                        "[{\"id\": \"a\", \"grade\": \"x\"},\n {\"grade\": \"good\"}, {\"id\": 3, \"grade\": 5}]",
                        "list.csv:1:23  规则里没有等次“x”。",
                        "list.csv:2  “id”没有填。",
                        "list.csv:2:40  规则里没有等次“5”。",
                        "有 3 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a list without grades",
                        base,
                        "id,total\na,90\n",
                        "list.csv:1  核算奖励要用到“grade”，而名单里没有这一列。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "JSON rows of which none has an id",
                        base,
                        "[{\"grade\": \"good\"}]",
                        "list.csv:1  这一行没有编号。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a grade's label misspelt",
                        base,
                        "id,grade\na,优秀级\n",
                        "list.csv:2:2  规则里没有等次“优秀级”，是不是“优秀”？",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a missing measure beside a fault in another row",
                        rate,
                        "id,grade,income,received\na,excelent,1,0\nb,excellent,,0\n",
                        "list.csv:2:2  规则里没有等次“excelent”，是不是“excellent”？",
                        "list.csv:3:3  计算奖励需要“服务收入”，而该平台没有数值。",
                        "有 2 条问题必须解决，没有核算奖励。"),
                faulty(
                        "what may come of a fault is not told",
                        "budget: 3\n  " + base,
                        "id,grade\na,优秀\nb,优秀\nc,excelent\n",
                        "list.csv:4:2  规则里没有等次“excelent”，是不是“excellent”？",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty(
                        "a measure called like an indicator does not go by its label",
                        "parts: [{id: pool, pool: {amount: 9, by: score}}]",
                        "id,grade,指标\na,good,5\n",
                        "list.csv:1  核算奖励要用到“score”，而名单里没有这一列。",
                        "有 1 条问题必须解决，没有核算奖励。"),
                faulty("an empty file", base, "", "list.csv  文件是空的（0 字节）。", "有 1 条问题必须解决，没有核算奖励。"));
    }

    static Stream<Faulty> negative() {
        return Stream.of(
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: input",
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: {good: input}",
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: {percent: 50%, of: input}",
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: {of: roster.kind, cases: {企业: input}}",
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: {of: roster.kind, cases: {高校: 5}, else: input}",
                        "parts: [{id: base, fixed: {good: 9}}]\n  limit: {of: income, bands: [{under: 1, use: 5}, {use: input}]}",
                        "parts: [{id: base, fixed: {good: 9}}]\n  minus: [input]",
                        "parts: [{id: share, rate: {of: input, percent: {good: 5%}}}]",
                        "parts: [{id: share, rate: {of: income, percent: {good: 5%}, limit: input}}]",
                        "parts: [{id: pool, pool: {amount: 9, by: equal, limit: input}}]",
                        "parts: [{id: pool, pool: {amount: 9, by: equal, floor: input}}]")
                .map(rewards -> faulty(
                        rewards,
                        rewards,
                        "id,grade,input,income,kind\na,good,-5,100,企业\n",
                        "list.csv:2:3  “-5”小于允许的最小值 0。",
                        "有 1 条问题必须解决，没有核算奖励。"));
    }

    private static Faulty faulty(String label, String rewards, String list, String... told) {
        return new Faulty(label, rewards, list, List.of(told));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faulty", "negative"})
    void aFaultyListIsToldAtOnceAndNothingIsPrinted(Faulty faulty) throws IOException {
        Seen seen = reward(faulty.rewards, faulty.list);

        assertThat(seen.status).isEqualTo(1);
        assertThat(seen.out).isEmpty();
        assertThat(seen.err
                        .lines()
                        .map(line -> line.strip().replace(folder + "/", ""))
                        .filter(line -> !line.startsWith("→") && !line.startsWith("必须解决")))
                .containsExactlyInAnyOrderElementsOf(faulty.told);
    }

    @Test
    void otherFilesAndRulesAreToldBeforeAnythingIsRead() throws IOException {
        Seen none = run(
                "reward",
                folder.resolve("none.csv").toString(),
                "--rules",
                rules("parts: [{id: a, fixed: {good: 1}}]"));
        assertThat(none.status).isEqualTo(2);
        assertThat(none.err).contains("没有“" + folder.resolve("none.csv") + "”这个文件。");

        Files.writeString(folder.resolve("bare.yaml"), HEAD.substring(0, HEAD.indexOf("rewards:")));
        Files.writeString(folder.resolve("list.csv"), "id,grade\n");
        Seen bare = run(
                "reward",
                folder.resolve("list.csv").toString(),
                "--rules",
                folder.resolve("bare.yaml").toString());
        assertThat(bare.status).isEqualTo(3);
        assertThat(bare.err).contains("里没有 rewards 一节");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "alike"})
    void aStatisticStandsInForValuesOfARunAsItDidThere(String within) throws IOException {
        String rewards = "parts: [{id: base, fixed: {excellent: 100, good: 100}}]\n  minus: [own]";
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                data.resolve("scoring-rules.yaml"),
                Files.readString(Path.of(rules(rewards))).replace("within: kind", "within: " + within));
        Files.writeString(data.resolve("platforms.csv"), """
                平台编号,平台名称,类型,score,votes,income,input,received,own
                P1,甲,企业,95,1,1,1,0,
                P2,乙,企业,94,1,1,1,0,10
                P3,丙,企业,93,1,1,1,0,31
                P4,丁,企业,-1,1,1,1,0,90
                P5,戊,高校,92,1,1,1,0,50
                P6,己,高校,91,1,1,1,0,
                P7,庚,,90,1,1,1,0,
                """);
        Path out = folder.resolve("out");
        assertThat(run("assess", data.toString(), "--out", out.toString()).status)
                .isZero();

        Seen seen = run(
                "reward",
                out.resolve("results.json").toString(),
                "--rules",
                data.resolve("scoring-rules.yaml").toString());

        assertThat(seen.amounts()).containsExactly("79.5", "90", "69", "50", "69", "69", "0");
        List<String> paid = Files.readAllLines(out.resolve("rewards.csv"));
        assertThat(seen.rows().subList(1, 8)).isEqualTo(paid.subList(1, 8));
    }

    @Test
    void aHeadThatIsAMeasuresLabelAndAnIndicatorsIsNamed() throws IOException {
        Seen seen = reward(
                "parts: [{id: share, rate: {of: score, percent: {excellent: 5%}}}]", "id,grade,指标\na,excellent,5\n");

        assertThat(seen.err).contains("请在名单里补上“score”这一列；“指标”就是它的，请改掉列名。");
    }

    private Seen reward(String rewards, String list, String... options) throws IOException {
        Files.writeString(folder.resolve("list.csv"), list, StandardCharsets.UTF_8);
        List<String> args =
                new ArrayList<>(List.of("reward", folder.resolve("list.csv").toString(), "--rules", rules(rewards)));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private String rules(String rewards) throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, HEAD + "  " + rewards + "\n", StandardCharsets.UTF_8);
        return rules.toString();
    }

    private static Seen run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", "zh"));
        int status = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Seen(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns the rows of a table as an array of objects; figures in digits become numbers. */
    private static String asJson(String list) {
        String[] lines = list.strip().split("\n");
        String[] heads = lines[0].split(",", -1);
        List<String> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            List<String> members = new ArrayList<>();
            for (int j = 0; j < heads.length; j++) {
                boolean number = cells[j].matches("-?[0-9]+(\\.[0-9]+)?");
                String value = cells[j].isEmpty() ? "null" : number ? cells[j] : '"' + cells[j] + '"';
                members.add('"' + heads[j] + "\": " + value);
            }
            rows.add("{" + String.join(", ", members) + "}");
        }
        return "[" + String.join(",\n", rows) + "]";
    }
}
