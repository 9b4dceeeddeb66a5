package org.platscore.rules.scoring;

import java.util.List;
import java.util.Set;
import org.platscore.finding.Message;

/** The sentences of methods where points are taken off: a deduction uses the same methods as an indicator. */
public final class Deducted {

    private static final String BUNDLE = "scoring.";

    /** The sentences that say of points that they are given. */
    private static final Set<String> GIVING = Set.of(
            "words.else",
            "linear.words",
            "linear.none",
            "linear.full",
            "linear.between",
            "steps.words.from",
            "steps.words.over",
            "steps.from",
            "steps.over",
            "steps.else",
            "curve.words.corner",
            "curve.low",
            "curve.high",
            "curve.at",
            "curve.between",
            "per_unit.words",
            "per_unit.words.after",
            "per_unit.below",
            "per_unit.units",
            "per_unit.after",
            "levels.words.level",
            "levels.level",
            "peers.words.min-max",
            "peers.words.share-of-best",
            "peers.words.rank",
            "peers.words.z-score",
            "peers.words.z-score-lower",
            "peers.words.lower",
            "peers.alone",
            "peers.min-max",
            "peers.share-of-best",
            "peers.rank",
            "peers.z-score",
            "best_of.words",
            "best_of.best",
            "formula.words",
            "formula.points",
            "formula.constant");

    private Deducted() {}

    /** Returns a method's sentence, or its reason for points, as a deduction tells it. */
    public static Message of(Message message) {
        String name = message.key().startsWith(BUNDLE) ? message.key().substring(BUNDLE.length()) : "";
        List<Object> args = message.args().stream().map(Deducted::told).toList();
        return new Message(GIVING.contains(name) ? BUNDLE + "off." + name : message.key(), args);
    }

    private static Object told(Object arg) {
        if (arg instanceof Message) {
            return of((Message) arg);
        }
        return arg instanceof List
                ? ((List<?>) arg).stream().map(Deducted::told).toList()
                : arg;
    }
}
