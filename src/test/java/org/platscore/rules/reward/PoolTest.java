package org.platscore.rules.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;

class PoolTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                                  | pool | by          | limits       | floors    | shares
            in proportion                            | 100  | 1 2 5       | - - -        | 0 0 0     | 12.5 25 62.5
            thirds stay exact                        | 1    | 1 1 1       | - - -        | 0 0 0     | 1/3 1/3 1/3
            a limit passes on what it keeps back     | 100  | 1 1 2       | - - 30       | 0 0 0     | 35 35 30
            two limits, one after the other          | 100  | 1 2 7       | - 25 40      | 0 0 0     | 35 25 40
            all at their limits: the rest is unspent | 100  | 1 2 7       | 10 20 30     | 0 0 0     | 10 20 30
            a floor takes from the others            | 100  | 1 4 5       | - - -        | 20 0 0    | 20 320/9 400/9
            floor and limit together                 | 100  | 1 4 5       | - - 30       | 20 0 0    | 20 50 30
            where the limit is below the floor       | 100  | 1 1 1       | 5 - -        | 10 10 10  | 5 47.5 47.5
            all by 0: floors only                    | 100  | 0 0         | - -          | 7 9       | 7 9
            by 0 beside others gets its floor        | 100  | 0 1         | - -          | 7 0       | 7 93
            floors spend the pool exactly            | 30   | 1 2         | - -          | 10 20     | 10 20
            nothing to give                          | 0    | 1 2         | - -          | 0 0       | 0 0
            a limit of 0                             | 10   | 1 1         | 0 -          | 0 0       | 0 10
            """)
    void splitsThePool(String label, String pool, String by, String limits, String floors, String shares) {
        List<Pool.Member> members = new ArrayList<>();
        String[] weights = by.split(" ");
        for (int i = 0; i < weights.length; i++) {
            String limit = limits.split(" ")[i];
            members.add(new Pool.Member(
                    number(weights[i]), limit.equals("-") ? null : number(limit), number(floors.split(" ")[i])));
        }

        List<BigFraction> split = amounts(Pool.split(number(pool), members));

        assertThat(split)
                .as(label)
                .isEqualTo(List.of(shares.split(" ")).stream()
                        .map(PoolTest::number)
                        .toList());
    }

    @Test
    void refusesFloorsAboveThePool() {
        List<Pool.Member> members = List.of(new Pool.Member(BigFraction.ONE, null, BigFraction.of(11)));

        assertThatThrownBy(() -> Pool.split(BigFraction.of(10), members)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spendsThePoolOrReachesEveryLimitAndKeepsTheOrder() {
        Random random = new Random(20221);
        for (int round = 0; round < 2_000; round++) {
            List<Pool.Member> members = new ArrayList<>();
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                members.add(new Pool.Member(
                        BigFraction.of(random.nextInt(6), 1 + random.nextInt(3)),
                        random.nextBoolean() ? null : BigFraction.of(random.nextInt(60)),
                        BigFraction.of(random.nextInt(8))));
            }
            BigFraction pool = Pool.floors(members).add(BigFraction.of(random.nextInt(200), 1 + random.nextInt(7)));

            PoolSplit whole = Pool.split(pool, members);
            List<BigFraction> split = amounts(whole);

            if (whole.lambda() != null) {
                assertThat(whole.lambda().multiply(whole.by()))
                        .as("round %d", round)
                        .isEqualTo(whole.proportional());
            }
            BigFraction sum = split.stream().reduce(BigFraction.ZERO, BigFraction::add);
            boolean spent = sum.compareTo(pool) == 0;
            for (int i = 0; i < size; i++) {
                Pool.Member member = members.get(i);
                assertThat(split.get(i)).isGreaterThanOrEqualTo(member.least());
                if (member.limit() != null) {
                    assertThat(split.get(i)).isLessThanOrEqualTo(Exact.max(member.limit(), member.least()));
                }
                boolean canTakeMore = member.by().signum() > 0
                        && (member.limit() == null || split.get(i).compareTo(member.limit()) < 0);
                assertThat(spent || !canTakeMore)
                        .as("round %d: unspent though %s could take more", round, member)
                        .isTrue();
                for (int j = 0; j < size; j++) {
                    Pool.Member other = members.get(j);
                    boolean alike = java.util.Objects.equals(member.limit(), other.limit())
                            && member.floor().compareTo(other.floor()) == 0;
                    if (alike && member.by().compareTo(other.by()) >= 0) {
                        assertThat(split.get(i)).isGreaterThanOrEqualTo(split.get(j));
                    }
                }
            }
        }
    }

    private static List<BigFraction> amounts(PoolSplit split) {
        return split.shares().stream().map(PoolSplit.Share::amount).toList();
    }

    private static BigFraction number(String text) {
        String[] parts = text.strip().split("/");
        return parts.length == 1 ? Exact.of(parts[0]) : Exact.of(parts[0]).divide(Exact.of(parts[1]));
    }
}
