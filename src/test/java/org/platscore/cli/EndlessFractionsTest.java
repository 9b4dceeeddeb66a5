package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Earlier figures whose decimals do not end are read from results.json as the fractions that they were. */
class EndlessFractionsTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void assess() throws Exception {
        Office.in(folder)
                .rules(Office.unitRules("单位", "a: {header: 甲数, type: number}\nb: {header: 乙数, type: number}", """
                measures:
                  a: {label: 甲数, value: units.a}
                  b: {label: 乙数, value: units.b}
                  share: {label: 占比, formula: "a / b"}
                  growth: {label: 增长, formula: "share / previous.share - 1", missing: 0}
                rubric:
                  - {id: P, weight: 60, measure: share, score: {linear: {zero: 0, full: 1}}}
                  - {id: Q, weight: 40, measure: growth, score: {steps: [{from: 0, points: 40}, {else: 0}]}}
                grades:
                  - {id: good, label: 良好, min: 20}
                  - {id: fail, label: 不合格}
                rewards:
                  budget: 100万
                  parts:
                    - {id: rate, label: 按占比, rate: {of: share, percent: 300000%, for: [good]}}
                  unit: 1
                  rounding: down
                """))
                .file("units.csv", "编号,名称,甲数,乙数\nU1,甲家,2,3\nU2,乙家,1,3\n");
        assertThat(run("assess", "{dir}/data", "--out", "{dir}/first").status()).isZero();
    }

    @Test
    void aShareThatIsWhatItWasHasNotFallen() throws Exception {
        run("assess", "{dir}/data", "--previous", "{dir}/first/results.json", "--out", "{dir}/second");

        assertThat(Files.readString(folder.resolve("second/scores.csv")))
                .contains("U1,甲家,good,良好,80.00,2000,40.00,40.00,", "U2,乙家,good,良好,60.00,1000,20.00,40.00,");
    }

    @Test
    void rewardsOfResultsAreThoseOfTheRun() throws Exception {
        String[] paid = {"U1,甲家,good,80.00,2000,0,0,0,0,2000", "U2,乙家,good,60.00,1000,0,0,0,0,1000"};
        assertThat(Files.readString(folder.resolve("first/rewards.csv"))).contains(paid);

        assertThat(run("reward", "{dir}/first/results.json", "--rules", "{dir}/data/scoring-rules.yaml")
                        .out())
                .contains(paid);
    }

    private static CommandRun.Seen run(String... args) throws Exception {
        return new CommandRun(folder).run(args);
    }
}
