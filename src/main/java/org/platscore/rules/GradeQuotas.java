package org.platscore.rules;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;

/** Looks at the quotas of all grades together. */
final class GradeQuotas {

    private final Diagnostics diagnostics;
    private BigFraction shares = BigFraction.ZERO;
    private Grade.@Nullable Limit lastTop;
    private @Nullable Mark lastTopMark;

    GradeQuotas(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Fields fields, Grade grade) {
        none(
                fields,
                "at_most",
                grade.atMost() == null || grade.atMost().atLeast() > 0
                        ? null
                        : grade.atMost().limit());
        none(fields, "top", grade.top());
        if (grade.atMost() != null && grade.atMost().limit().share()) {
            boolean within = shares.compareTo(BigFraction.ONE) <= 0;
            shares = shares.add(grade.atMost().limit().number());
            if (within && shares.compareTo(BigFraction.ONE) > 0) {
                diagnostics.warning(
                        "R018",
                        fields.valueMark("at_most"),
                        Message.of("rules.quotas-over", Exact.brief(shares.multiply(100)) + "%"),
                        Message.of("rules.fix.quotas-over"));
            }
        }
        top(fields, grade);
    }

    private void none(Fields fields, String key, Grade.@Nullable Limit limit) {
        if (limit != null && limit.number().signum() == 0) {
            diagnostics.warning(
                    "R021", fields.valueMark(key), Message.of("rules.no-quota", key), Message.of("rules.fix.no-quota"));
        }
    }

    private void top(Fields fields, Grade grade) {
        Grade.Limit top = grade.top();
        if (top == null) {
            return;
        }
        Grade.Limit before = lastTop;
        if (before != null
                && lastTopMark != null
                && before.share() == top.share()
                && top.number().compareTo(before.number()) <= 0) {
            diagnostics.warning(
                    "R019",
                    fields.valueMark("top"),
                    Message.of("rules.top-order"),
                    Message.of("rules.fix.top-order"),
                    lastTopMark);
        }
        lastTop = top;
        lastTopMark = fields.valueMark("top");
    }
}
