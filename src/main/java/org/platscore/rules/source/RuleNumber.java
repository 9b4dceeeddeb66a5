package org.platscore.rules.source;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.finding.NumberText;

/** Numbers as a person writes them in the rules: {@code 500万}, {@code 1.5亿}, {@code 20%}, {@code 100万元}, {@code 1,000}. */
public final class RuleNumber {

    private static final Map<String, String> FACTORS = Map.ofEntries(
            Map.entry("", "1"),
            Map.entry("元", "1"),
            Map.entry("%", "0.01"),
            Map.entry("‰", "0.001"),
            Map.entry("千", "1000"),
            Map.entry("千元", "1000"),
            Map.entry("万", "10000"),
            Map.entry("万元", "10000"),
            Map.entry("亿", "100000000"),
            Map.entry("亿元", "100000000"));

    private RuleNumber() {}

    /** Returns the number that {@code text} says; empty if it is none. */
    public static Optional<BigFraction> read(String text) {
        return NumberText.read(text).flatMap(RuleNumber::value);
    }

    /** Returns whether {@code text} is a number that is written as a share, with % or ‰. */
    public static boolean share(String text) {
        return NumberText.read(text)
                .filter(number -> number.suffix().equals("%") || number.suffix().equals("‰"))
                .isPresent();
    }

    private static Optional<BigFraction> value(NumberText text) {
        String factor = FACTORS.get(text.suffix());
        return factor == null
                ? Optional.empty()
                : Optional.of(Exact.of(text.number()).multiply(Exact.of(factor)));
    }
}
