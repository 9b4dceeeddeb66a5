package org.platscore.intake;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.condition.Condition;

/**
 * What is counted over the sound rows of an input.
 *
 * @param input its name
 * @param column whose cells are taken, where they are not blank; null: the rows themselves
 * @param where rows that fulfil it count; null: all
 * @param keys whether different cells are told apart; else cells are taken as numbers
 */
public record Question(
        String input, @Nullable String column, @Nullable Condition where, boolean keys) {}
