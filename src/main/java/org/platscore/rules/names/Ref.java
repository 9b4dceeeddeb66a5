package org.platscore.rules.names;

/**
 * A reference to a measure ({@code last_income}) or to a roster column ({@code roster.class}).
 *
 * @param roster whether a roster column is meant
 * @param name the measure's or the column's name
 */
public record Ref(boolean roster, String name) {

    /** Returns the reference as written in the rules. */
    public String written() {
        return roster ? "roster." + name : name;
    }
}
