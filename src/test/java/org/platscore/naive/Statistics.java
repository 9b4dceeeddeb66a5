package org.platscore.naive;

import java.util.List;

/** Exact statistics of a list of numbers that is not empty. */
final class Statistics {
    private Statistics() {}

    static Fraction mean(List<Fraction> numbers) {
        return Fraction.sum(numbers).by(Fraction.of(numbers.size()));
    }

    static Fraction least(List<Fraction> numbers) {
        return numbers.stream().min(Fraction::compareTo).orElseThrow();
    }

    static Fraction greatest(List<Fraction> numbers) {
        return numbers.stream().max(Fraction::compareTo).orElseThrow();
    }

    /** The value at a share from 0 to 1 of the way through the sorted numbers, as Excel's PERCENTILE.INC. */
    static Fraction quantile(List<Fraction> numbers, Fraction share) {
        List<Fraction> sorted = numbers.stream().sorted().toList();
        Fraction place = share.times(Fraction.of(sorted.size() - 1L));
        int below = place.floor().over().intValueExact();
        int above = place.ceiling().over().intValueExact();
        Fraction rest = place.minus(place.floor());
        return sorted.get(below).plus(sorted.get(above).minus(sorted.get(below)).times(rest));
    }

    static Fraction median(List<Fraction> numbers) {
        return quantile(numbers, Fraction.of(1, 2));
    }

    /** The sample standard deviation, rounded as a whole; of at least two numbers. */
    static Fraction deviation(List<Fraction> numbers) {
        Fraction mean = mean(numbers);
        Fraction squares = Fraction.sum(
                numbers.stream().map(number -> number.minus(mean).power(2)).toList());
        return squares.sign() == 0
                ? Fraction.ZERO
                : Approximation.squareRoot(squares.by(Fraction.of(numbers.size() - 1L)));
    }

    /** By the name that the rules use: mean, median, min, max, p1 to p99. */
    static Fraction named(String name, List<Fraction> numbers) {
        return switch (name) {
            case "mean" -> mean(numbers);
            case "median" -> median(numbers);
            case "min" -> least(numbers);
            case "max" -> greatest(numbers);
            default -> quantile(numbers, Fraction.of(Long.parseLong(name.substring(1)), 100));
        };
    }
}
