package org.platscore.rules.condition;

import java.math.BigDecimal;

/**
 * A cell of a scale: conditions see its word, figures its number.
 *
 * @param word the scale's own word
 * @param number what it stands for
 */
public record ScaleWord(String word, BigDecimal number) {

    /** Returns the word. */
    @Override
    public String toString() {
        return word;
    }
}
