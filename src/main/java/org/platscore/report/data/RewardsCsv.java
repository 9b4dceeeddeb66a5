package org.platscore.report.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.Scores;

/** rewards.csv: one row a subject, in rank order, and the sums. */
public final class RewardsCsv {

    private RewardsCsv() {}

    public static void write(AssessmentResult result, Scores scores, Path file) throws IOException {
        Rewards rewards = result.rules().rewards();
        List<String> parts = rewards == null
                ? List.of()
                : rewards.parts().stream().map(RewardPart::id).toList();
        List<@Nullable Object> head = new ArrayList<>(List.of("id", "name", "grade", "total"));
        head.addAll(parts);
        head.addAll(List.of("minus", "limited", "scaled", "rounded", "reward"));
        @Nullable Shares sum = null;
        try (CsvWriter csv = new CsvWriter(file)) {
            csv.write(head);
            for (Standing standing : result.standings()) {
                Subject subject = result.subject(standing.subject());
                BigFraction total = scores.subjects().get(standing.subject()).total();
                Grade grade = standing.grade();
                Shares shares = Shares.of(result.allocation(), standing.subject());
                sum = sum == null ? shares : sum.plus(shares);
                List<@Nullable Object> row = new ArrayList<>();
                row.add(subject.id());
                row.add(subject.name());
                row.add(grade == null ? null : grade.id());
                row.add(total == null ? null : Figures.total(result.rules().rounding(), total));
                addShares(row, parts, shares);
                csv.write(row);
            }
            if (sum != null) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add("合计");
                row.add(null);
                row.add(null);
                row.add(null);
                addShares(row, parts, sum);
                csv.write(row);
            }
        }
    }

    static void addShares(List<@Nullable Object> row, List<String> parts, Shares shares) {
        parts.forEach(part -> row.add(shares.parts().getOrDefault(part, BigDecimal.ZERO)));
        row.add(shares.minus());
        row.add(shares.limited());
        row.add(shares.scaled());
        row.add(shares.rounded());
        row.add(shares.amount());
    }
}
