package org.platscore.reward;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.PoolSplit;

/** A reward on its way from the parts to the amount, in 元. */
final class Claim {

    final SubjectContext subject;
    final Map<String, BigFraction> parts = new LinkedHashMap<>();
    final Map<String, PoolSplit.Share> shares = new LinkedHashMap<>();
    final Set<Ref> told = new HashSet<>();
    BigFraction minus = BigFraction.ZERO;
    BigFraction limited = BigFraction.ZERO;
    BigFraction scaled = BigFraction.ZERO;
    BigFraction exact = BigFraction.ZERO;
    BigFraction amount = BigFraction.ZERO;

    @Nullable
    BigFraction limit;

    Claim(Rulebook rules, Claimant claimant) {
        this.subject = new SubjectContext(rules, claimant);
    }

    /** Returns the sum of the parts so far. */
    BigFraction sum() {
        return Exact.sum(List.copyOf(parts.values()));
    }

    Award award() {
        return new Award(
                amount,
                Collections.unmodifiableMap(parts),
                minus,
                limited,
                scaled,
                amount.subtract(exact),
                limit,
                Collections.unmodifiableMap(shares));
    }
}
