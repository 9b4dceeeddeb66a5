package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Sums of children that have full marks. */
class FullSumTest {

    @TempDir
    Path folder;

    @Test
    void aChildThatRoundingBelowItLiftsAboveItsFullMarksHasThem() {
        Office.Outcome outcome = Office.in(folder)
                .rules("""
                        platscore: 1
                        title: t
                        period: {from: 2021-01-01, to: 2022-12-31}
                        full_marks: 7
                        inputs:
                          units:
                            files: units.csv
                            roster: {id: id, name: name}
                            columns: {id: {type: text}, name: {type: text}, n: {type: number}}
                        measures: {n: {value: roster.n}}
                        rubric:
                          - id: A
                            weight: 7
                            of:
                              - {id: B, weight: 2.625, measure: n, score: {linear: {zero: 0, full: 5}}}
                              - id: C
                                weight: 4.375
                                combine: maximum
                                of:
                                  - {id: D, weight: 4.375, measure: n, score: {linear: {zero: 0, full: 5}}}
                        """)
                .file("units.csv", "id,name,n\nP1,甲,5\n")
                .assess();

        assertThat(outcome.of("P1").get("total").decimalValue()).isEqualTo(new BigDecimal("7.00"));
    }
}
