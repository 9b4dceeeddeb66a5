package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A {@code for} that asks for a text of the roster which nobody has. */
class UnmatchedTest {

    @TempDir
    Path folder;

    @Test
    void anIndicatorThatAppliesToNobodyOfTenIsTold() {
        assertThat(findings(10, "新材料领域")).contains("warn,no-rows,", "“领域收入”只对部分对象考核（领域为新材料领域），名册里没有一家符合，谁都不计这一项");
    }

    @Test
    void nothingIsToldWhereSomebodyIsSoOrAFewAreNot() {
        assertThat(findings(10, "新材料")).doesNotContain("no-rows");
        assertThat(findings(9, "新材料领域")).doesNotContain("no-rows");
    }

    private String findings(int subjects, String field) {
        String rows = IntStream.range(0, subjects)
                .mapToObj(i -> "P" + i + ",平台" + i + ",新材料," + i + "\n")
                .collect(Collectors.joining());
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules(
                        "领域", "field: {header: 领域, type: text}\na: {header: a, type: number}", """
                        measures:
                          ma: {value: roster.a}
                        rubric:
                          - {id: A, weight: 60, measure: ma, score: {linear: {zero: 0, full: 10}}}
                          - {id: B, label: 领域收入, weight: 40, for: {field: %s}, measure: ma, score: {linear: {zero: 0, full: 10}}}
                        """.formatted(field)))
                .file("units.csv", "编号,名称,领域,a\n" + rows)
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.findings();
    }
}
