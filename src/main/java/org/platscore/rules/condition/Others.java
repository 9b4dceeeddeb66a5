package org.platscore.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.platscore.rules.source.Mark;

/** The inputs whose columns the test {@code in} may name, and what was asked of them so far. */
public final class Others {

    private final String roster;
    private final Map<String, Map<String, Columns.Known>> inputs;
    private final Map<String, String> labels;
    private final List<Use> uses = new ArrayList<>();

    /**
     * The inputs of a file.
     *
     * @param roster the roster's name; empty where there is none
     * @param inputs the columns of each by name
     * @param labels the display text of each by name
     */
    public Others(String roster, Map<String, Map<String, Columns.Known>> inputs, Map<String, String> labels) {
        this.labels = labels;
        this.roster = roster;
        this.inputs = inputs;
    }

    /** That rows of {@code input} ask for rows of {@code other}. */
    public record Use(String input, String other, Mark mark) {}

    /** Returns what was asked, in the order it was read. */
    public List<Use> uses() {
        return uses;
    }

    void add(Use use) {
        uses.add(use);
    }

    /** Returns the roster's display text. */
    public String rosterLabel() {
        return label(roster);
    }

    /** Returns an input's display text. */
    String label(String input) {
        return labels.getOrDefault(input, input);
    }

    boolean isRoster(String input) {
        return input.equals(roster) || input.equals("roster");
    }

    Map<String, Map<String, Columns.Known>> inputs() {
        return inputs;
    }
}
