package org.platscore.rules.scoring;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/** How a value becomes points. Each method is one file: its keys and their checks, its arithmetic, its sentences. */
public sealed interface ScoringMethod permits Linear, Steps, Curve, PerUnit, Levels, Peers, BestOf, By, FormulaMethod {

    /** Returns the method's name in the rules: {@code linear}, {@code steps} … */
    String name();

    /** Returns the method in words, with its numbers as they are written. */
    default Message sentence() {
        return sentence(Wording.PLAIN, null);
    }

    /**
     * Returns the method in words, with its numbers.
     *
     * @param measure the measure that is scored; null where the method names its own
     */
    Message sentence(Wording wording, @Nullable String measure);

    /**
     * Returns what the method says for one subject, in points of the written weight. They may lie outside 0 and the weight: the
     * caller cuts them.
     */
    Outcome score(ScoringContext context);

    /**
     * Returns the same in a spreadsheet's words, for one subject, without the {@code =} before it: points between 0 and the
     * written weight, an error where the method ends without points. Null where a worksheet cannot say it.
     */
    @Nullable
    String spreadsheet(CellNames cells);

    /** Returns whether it can end without points though the values that it asks for are there. */
    boolean fallible();
}
