package org.platscore.rules.scoring;

import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.formula.Approximate;

/** The values of some peers, in ascending order. Figures that cost a walk over all of them are computed once. */
public final class PeerField {

    private final List<BigFraction> values;
    private @Nullable BigFraction mean;
    private @Nullable BigFraction deviation;

    /** Makes a field of values in any order. */
    public PeerField(Collection<BigFraction> values) {
        this.values = values.stream().sorted(Exact::compare).toList();
    }

    /** Returns the values in ascending order. */
    public List<BigFraction> values() {
        return values;
    }

    /** Returns how many peers there are. */
    public int size() {
        return values.size();
    }

    /** Returns whether the values tell no one apart: none, one, or all equal. */
    public boolean flat() {
        return values.isEmpty() || least().compareTo(greatest()) == 0;
    }

    /** Returns the smallest value; there must be one. */
    public BigFraction least() {
        return values.get(0);
    }

    /** Returns the greatest value; there must be one. */
    public BigFraction greatest() {
        return values.get(values.size() - 1);
    }

    /** Returns how many values are below {@code number}. */
    public int below(BigFraction number) {
        return count(number, false);
    }

    /** Returns how many values are above {@code number}. */
    public int above(BigFraction number) {
        return values.size() - count(number, true);
    }

    private int count(BigFraction number, boolean equalToo) {
        int from = 0;
        int to = values.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Exact.compare(values.get(middle), number);
            if (order < 0 || (equalToo && order == 0)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Returns the mean; there must be a value. */
    public BigFraction mean() {
        if (mean == null) {
            mean = Exact.sum(values).divide(values.size());
        }
        return mean;
    }

    /** Returns the sample standard deviation, to 30 digits; there must be two values. */
    public BigFraction deviation() {
        if (deviation == null) {
            deviation = Approximate.standardDeviation(values);
        }
        return deviation;
    }
}
