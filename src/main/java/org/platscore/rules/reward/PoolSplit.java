package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;

/**
 * A pool as it was split.
 *
 * @param available what there was to split, in 元
 * @param lambda what a member in between gets for each 1 of its {@code by}, in 元; null where no share depends on it
 * @param shares in the order of the members
 */
public record PoolSplit(BigFraction available, @Nullable BigFraction lambda, List<Share> shares) {

    /** What made a share what it is. */
    public enum SetBy {
        PROPORTION,
        FLOOR,
        LIMIT;

        /** Returns the word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a member gets.
     *
     * @param proportional {@code λ·by}, in 元; null where there is no λ
     * @param amount in 元
     */
    public record Share(Pool.Member member, @Nullable BigFraction proportional, BigFraction amount, SetBy setBy) {}

    /** Returns the split with this λ. */
    static PoolSplit at(BigFraction lambda, BigFraction available, List<Pool.Member> members) {
        boolean bears = members.stream()
                .anyMatch(member -> member.by().signum() > 0 && setBy(member, lambda) == SetBy.PROPORTION);
        List<Share> shares = new ArrayList<>();
        for (Pool.Member member : members) {
            BigFraction proportional = bears ? lambda.multiply(member.by()) : null;
            shares.add(new Share(member, proportional, member.at(lambda), setBy(member, lambda)));
        }
        return new PoolSplit(available, bears ? lambda : null, List.copyOf(shares));
    }

    private static SetBy setBy(Pool.Member member, BigFraction lambda) {
        if (member.at(lambda).equals(member.limit())) {
            return SetBy.LIMIT;
        }
        return lambda.multiply(member.by()).compareTo(member.floor()) < 0 ? SetBy.FLOOR : SetBy.PROPORTION;
    }

    /** Returns how many shares were set so. */
    public int count(SetBy setBy) {
        return (int) shares.stream().filter(share -> share.setBy == setBy).count();
    }

    /** Returns what those at their floors and limits get together, in 元. */
    public BigFraction bounded() {
        return Exact.sum(shares.stream()
                .filter(share -> share.setBy != SetBy.PROPORTION)
                .map(Share::amount)
                .toList());
    }

    /** Returns what is left for those in between, which λ spends, in 元. */
    public BigFraction proportional() {
        return available.subtract(bounded());
    }

    /** Returns the sum of {@code by} of those in between. */
    public BigFraction by() {
        return Exact.sum(shares.stream()
                .filter(share -> share.setBy == SetBy.PROPORTION)
                .map(share -> share.member.by())
                .toList());
    }
}
