package org.platscore.naive;

import java.util.List;
import java.util.Map;

/** Place among the peers as a share of full marks: {@code min-max}, {@code share-of-best}, {@code rank}, {@code z-score}. */
final class Peers {
    private final Subject subject;
    private final List<Subject> peers;
    private final String measure;
    private final String kind;
    private final boolean lowerIsBetter;

    /** Of all peers of the indicator those count that {@code within} leaves; the subject may be none of them. */
    Peers(Subject subject, List<Subject> all, Map<String, Object> spec, String measure) {
        this.subject = subject;
        this.peers = Benchmarks.within(spec.get("within"), subject, all);
        this.measure = measure;
        this.kind = spec.get("by").toString();
        this.lowerIsBetter = "true".equals(spec.get("lower_is_better"));
    }

    Fraction share() {
        List<Fraction> values = peers.stream().map(peer -> peer.number(measure)).toList();
        Fraction value = subject.number(measure);
        if (values.stream().distinct().count() <= 1) {
            return Fraction.ONE;
        }
        Fraction share = switch (kind) {
            case "min-max" -> minMax(value, values);
            case "share-of-best" -> shareOfBest(value, values);
            case "rank" -> rank(value, values);
            default -> zScore(value, values);
        };
        return share.between(Fraction.ZERO, Fraction.ONE);
    }

    private Fraction minMax(Fraction value, List<Fraction> values) {
        Fraction least = Statistics.least(values);
        Fraction greatest = Statistics.greatest(values);
        Fraction above = lowerIsBetter ? greatest.minus(value) : value.minus(least);
        return above.by(greatest.minus(least));
    }

    private Fraction shareOfBest(Fraction value, List<Fraction> values) {
        Fraction best = lowerIsBetter ? Statistics.least(values) : Statistics.greatest(values);
        if (lowerIsBetter ? value.compareTo(best) <= 0 : value.compareTo(best) >= 0) {
            return Fraction.ONE;
        }
        if (value.sign() <= 0) {
            return Fraction.ZERO;
        }
        return lowerIsBetter ? best.by(value) : value.by(best);
    }

    private Fraction rank(Fraction value, List<Fraction> values) {
        boolean isPeer = peers.contains(subject);
        long below = values.stream()
                .filter(other -> lowerIsBetter ? other.compareTo(value) > 0 : other.compareTo(value) < 0)
                .count();
        long equal = values.stream().filter(value::equals).count() - (isPeer ? 1 : 0);
        long others = values.size() - (isPeer ? 1 : 0);
        return Fraction.of(2 * below + equal, 2 * others);
    }

    private Fraction zScore(Fraction value, List<Fraction> values) {
        Fraction distance = value.minus(Statistics.mean(values));
        Fraction three = Statistics.deviation(values).times(Fraction.of(3));
        return (lowerIsBetter ? distance.negated() : distance).plus(three).by(three.times(Fraction.of(2)));
    }
}
