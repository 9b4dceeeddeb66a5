package org.platscore.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;

class UnitsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # label                                       | amounts           | limits   | unit | budget | paid
            nothing to round                              | 3 4               | -        | 1    | -      | 3 4
            the largest remainder takes the unit          | 3.2 3.7 3.1       | -        | 1    | -      | 3 4 3
            equal remainders are served in order          | 3.5 3.5           | -        | 1    | -      | 4 3
            the sum rounds half-up                        | 0.25 0.25         | -        | 1    | -      | 1 0
            the sum rounds down below half                | 0.2 0.2           | -        | 1    | -      | 0 0
            never past the budget                         | 0.25 0.25         | -        | 1    | 0.9    | 0 0
            a budget between units                        | 10.6 10.6         | -        | 1    | 21.2   | 11 10
            a budget that is just the sum                 | 10.6 10.4         | -        | 1    | 21     | 11 10
            a budget above the sum                        | 10.6 10.4         | -        | 1    | 99     | 11 10
            10,000 yuan                                   | 5044444 4955556   | -        | 10000| -      | 5040000 4960000
            passed over whom it would lift past his limit | 3.9 3.6           | 3.95 9   | 1    | -      | 3 4
            lifted just to his limit                      | 3.9 3.6           | 4 9      | 1    | -      | 4 4
            without a remainder none                      | 3.9 3             | 3.95 9   | 1    | -      | 3 3
            """)
    void awardsTheUnitsLeftToTheLargestRemainders(
            String label, String amounts, @Nullable String limits, String unit, @Nullable String budget, String paid) {
        List<Units.Amount> exact = new ArrayList<>();
        for (String amount : amounts.split(" ")) {
            BigFraction limit = limits == null ? null : Exact.of(limits.split(" ")[exact.size()]);
            exact.add(new Units.Amount(Exact.of(amount), limit));
        }

        List<BigFraction> result =
                Units.largestRemainder(exact, Exact.of(unit), budget == null ? null : Exact.of(budget));

        assertThat(result)
                .as(label)
                .isEqualTo(List.of(paid.split(" ")).stream().map(Exact::of).toList());
    }

    @Test
    void addsUpToThePayableSumAndMovesNobodyByAWholeUnit() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            List<Units.Amount> amounts = new ArrayList<>();
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                BigFraction exact = BigFraction.of(random.nextInt(1_000_000), 1 + random.nextInt(99));
                amounts.add(new Units.Amount(exact, null));
                sum = sum.add(exact);
            }
            BigFraction unit = List.of(Exact.of("0.01"), Exact.of("1"), Exact.of("100"), Exact.of("10000"))
                    .get(random.nextInt(4));
            BigFraction budget = random.nextBoolean() ? null : sum;

            List<BigFraction> paid = Units.largestRemainder(amounts, unit, budget);

            BigFraction total = paid.stream().reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(total).isEqualTo(Units.payable(sum, unit, budget));
            if (budget != null) {
                assertThat(total).isLessThanOrEqualTo(budget);
            }
            for (int i = 0; i < amounts.size(); i++) {
                assertThat(paid.get(i).subtract(amounts.get(i).exact()).abs()).isLessThan(unit);
            }
        }
    }
}
