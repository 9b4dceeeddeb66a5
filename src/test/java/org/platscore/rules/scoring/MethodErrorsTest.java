package org.platscore.rules.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Diagnostics;

/** Each misuse of a method in errors.txt, for a weight of 10, with all that is said about it in both languages; {@code ?} marks a warning. */
class MethodErrorsTest {

    @ParameterizedTest
    @MethodSource("cases")
    void aMisuseIsToldWithColumnCauseAndFix(Case each) {
        assertThat(report(each.measure, each.score)).isEqualTo(each.expected);
    }

    @Test
    void severalFaultsAreToldTogether() {
        String report = report(
                "x",
                "{by: {of: roster.class, cases: {A: {linear: {zero: 1, full: 1}}, D: {curve: [[0, 20], [1, 3]]}}}}");
        assertThat(report.lines()).hasSize(3);
    }

    @Test
    void anUnknownMeasureIsNotToldAgainByTheMethod() {
        Diagnostics diagnostics = new Diagnostics();
        ScoringMethods.read(
                OneSubject.parsed("{levels: {健全: 5}}"),
                new MethodReading(OneSubject.vocabulary(), MethodReading.UNKNOWN, BigFraction.of(10), diagnostics));
        assertThat(diagnostics.sorted()).isEmpty();
    }

    /** A misuse: the measure ({@code -} for none), the method, what is said. */
    record Case(String measure, String score, String expected) {
        @Override
        public String toString() {
            return score;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : Resource.text("errors.txt").split("\n\n")) {
            String[] parts = block.strip().split("\n", 2);
            String[] head = parts[0].split(" ", 2);
            cases.add(new Case(head[0], head[1], parts[1]));
        }
        return cases.stream();
    }

    static String report(String measure, String score) {
        Diagnostics diagnostics = new Diagnostics();
        OneSubject.method(score, measure.equals("-") ? null : measure, BigFraction.of(10), diagnostics);
        List<String> lines = new ArrayList<>();
        for (Diagnostic each : diagnostics.sorted()) {
            lines.add(each.mark().column() + "+" + each.mark().length() + " " + each.code()
                    + (each.warning() ? "? " : " ")
                    + each.message().in(Lang.ZH) + "；" + each.fix().in(Lang.ZH) + " | "
                    + each.message().in(Lang.EN) + "; " + each.fix().in(Lang.EN));
        }
        return String.join("\n", lines);
    }
}
