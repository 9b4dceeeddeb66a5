package org.platscore.rules.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.platscore.finding.Lang;
import org.platscore.rules.source.Diagnostics;

/** Each method's case table: {@code METHOD.csv} with label, weight, method, values, other peers and expected points. */
class MethodTablesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {
                "linear.csv",
                "steps.csv",
                "curve.csv",
                "per_unit.csv",
                "levels.csv",
                "peers.csv",
                "best_of.csv",
                "by.csv",
                "formula.csv"
            },
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aMethodGivesThePointsOfItsTable(
            String label,
            String weight,
            String score,
            @Nullable String values,
            @Nullable String peers,
            String expected) {
        Outcome outcome = outcome(weight, score, values, peers);
        if (Character.isLetter(expected.charAt(0))) {
            assertThat(outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .as(label)
                    .isEqualTo(expected);
            ScoringMethod method = method(OneSubject.figure(weight), score, measured(OneSubject.values(values)));
            assertThat(method instanceof By || method.fallible())
                    .as("may end without points: %s", label)
                    .isTrue();
        } else {
            assertThat(outcome.scored()).as(outcome.reason().in(Lang.ZH)).isTrue();
            assertThat(outcome.points()).as(label).isEqualTo(OneSubject.figure(expected));
        }
        assertThat(outcome.reason().in(Lang.ZH)).doesNotContain("{");
        assertThat(outcome.reason().in(Lang.EN)).doesNotContain("{");
    }

    @Test
    void everyPermittedMethodHasANameAndACaseTable() {
        Set<Class<?>> met = new LinkedHashSet<>();
        for (String name : ScoringMethods.names()) {
            ScoringMethod method = firstOf(name);
            assertThat(method.name()).isEqualTo(name);
            met.add(method.getClass());
        }
        assertThat(met).containsExactlyInAnyOrder(ScoringMethod.class.getPermittedSubclasses());
    }

    private static ScoringMethod firstOf(String name) {
        String[] row = Resource.lines(name + ".csv").get(1).split("\\|", -1);
        return method(OneSubject.figure(row[1].strip()), row[2].strip(), measured(OneSubject.values(row[3].strip())));
    }

    private static Outcome outcome(String weight, String score, @Nullable String values, @Nullable String peers) {
        BigFraction full = OneSubject.figure(weight);
        Map<String, Object> read = OneSubject.values(values);
        String measure = measured(read);
        boolean outside = peers != null && peers.startsWith("outside");
        List<BigFraction> others = peers == null
                ? List.of()
                : Stream.of(peers.replace("outside", "").strip().split(" +"))
                        .filter(each -> !each.isEmpty())
                        .map(OneSubject::figure)
                        .toList();
        OneSubject subject = new OneSubject(full, read, measure == null ? "" : measure, others, !outside);
        return subject.outcome(null, method(full, score, measure));
    }

    /** The measure that a row scores: x, level or word, whichever it gives first. */
    private static @Nullable String measured(Map<String, Object> values) {
        return Stream.of("x", "level", "word")
                .filter(values::containsKey)
                .findFirst()
                .orElse(null);
    }

    private static ScoringMethod method(BigFraction weight, String score, @Nullable String measure) {
        Diagnostics diagnostics = new Diagnostics();
        ScoringMethod method = OneSubject.method(score, measure, weight, diagnostics);
        assertThat(diagnostics.hasErrors()).as(score).isFalse();
        ScoringMethod read = Objects.requireNonNull(method, score);
        for (Lang lang : Lang.values()) {
            assertThat(read.sentence().in(lang)).doesNotContain("{0}", "{1}", "{2}");
        }
        return read;
    }
}
