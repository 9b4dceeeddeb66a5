package org.platscore.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.rules.LanguageKeysAt;
import org.platscore.rules.ReferenceExamples;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.source.RuleNumber;

/**
 * What an office approves is told whole: wherever a number, a word or a yes or no of the rules is changed, and the rules still
 * hold, the rules in words change, too.
 */
class EveryKeyIsToldTest {

    /** Keys that change no figure; and the type, which only says how a cell is read. */
    private static final Set<String> NO_FIGURE =
            Set.of("head ▸ platscore", "column ▸ personal", "field ▸ personal", "column ▸ type", "field ▸ type");

    @Test
    void aChangedValueChangesTheWords() throws IOException {
        List<String> files = new ArrayList<>(ReferenceExamples.all().stream()
                .map(ReferenceExamples.Example::file)
                .toList());
        files.add(Files.readString(Path.of("scoring-rules.yaml"), StandardCharsets.UTF_8));
        files.add(Files.readString(
                Path.of("sample-data/consortia/benefit-sharing/scoring-rules.yaml"), StandardCharsets.UTF_8));
        files.add(Files.readString(Path.of("sample-data/consortia/scoring-rules.yaml"), StandardCharsets.UTF_8));
        Set<String> untold = new TreeSet<>();
        Map<String, Integer> tried = new TreeMap<>();
        for (String file : files) {
            String before = told(Objects.requireNonNull(read(file)));
            for (LanguageKeysAt.Place place : LanguageKeysAt.scalars(file)) {
                if (NO_FIGURE.contains(place.key()) || tried.getOrDefault(place.key(), 0) >= 2) {
                    continue;
                }
                for (String other : others(place)) {
                    Rulebook changed = read(place.with(other));
                    if (changed != null) {
                        tried.merge(place.key(), 1, Integer::sum);
                        if (told(changed).equals(before)) {
                            untold.add(place.key() + ": " + place.text() + " → " + other);
                        }
                        break;
                    }
                }
            }
        }
        assertThat(untold).isEmpty();
        assertThat(tried).hasSizeGreaterThan(60);
    }

    /** Returns what a value may be in place of what it is: a smaller or larger number, or another of the words. */
    private static List<String> others(LanguageKeysAt.Place place) {
        BigFraction number = RuleNumber.read(place.text()).orElse(null);
        if (number == null) {
            return place.words().stream()
                    .filter(word -> !word.equals(place.text()))
                    .toList();
        }
        return Stream.of(number.multiply(BigFraction.of(9, 10)), number.add(1), number.subtract(1), number.multiply(2))
                .filter(each -> each.compareTo(number) != 0)
                .filter(each -> each.getDenominator().bitLength() < 12)
                .map(each -> Exact.plain(each))
                .toList();
    }

    private static org.platscore.rules.@org.jspecify.annotations.Nullable Rulebook read(String file) {
        return RulesFile.read(file.getBytes(StandardCharsets.UTF_8)).rulebook();
    }

    private static String told(Rulebook rules) {
        return RulesInWords.of(rules).stream().map(each -> each.in(Lang.ZH)).collect(Collectors.joining("\n"));
    }
}
