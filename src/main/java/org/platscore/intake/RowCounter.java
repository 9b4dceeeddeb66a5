package org.platscore.intake;

import java.util.List;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Row;

/**
 * Takes the sound rows of tables as what they answer to questions, without the rows: many millions an hour do not pass as
 * objects. What it is told this way counts like what {@link RowConsumer#accepted} brings.
 */
public interface RowCounter {

    /** Numbers come as so many of these to one. */
    int PARTS = 1_000_000;

    /** Returns the questions; the others of its methods name them by their position. */
    List<Question> questions();

    /** Returns whether the answers are all that is wanted of an input's rows. */
    boolean counts(String input);

    /**
     * Takes rows of a question that asks for rows.
     *
     * @param owners by row, the index of its subject
     * @param count how many of them there are
     */
    void rows(int question, int[] owners, int count);

    /**
     * Takes numbers.
     *
     * @param owners by number, the index of its subject
     * @param parts the numbers, in {@link #PARTS}
     * @param count how many of them there are
     */
    void numbers(int question, int[] owners, long[] parts, int count);

    /**
     * Returns the number of a cell among the different ones of a question, from 0 on.
     *
     * @param cell the folded cell's bytes, see {@link org.platscore.intake.bulk.KeyText}
     * @param hash of them
     */
    int key(int question, byte[] cell, int from, int length, int hash);

    /** Brings near what {@link #key} will look at; the value says nothing. */
    long near(int question, int hash);

    /**
     * Takes cells by their numbers.
     *
     * @param owners by cell, the index of its subject
     * @param keys the numbers, of {@link #key}
     * @param count how many of them there are
     */
    void cells(int question, int[] owners, int[] keys, int count);

    /**
     * Takes note of rows of this subject that were rejected with this code, and that no finding lists.
     *
     * @param sums what their numbers add up to, by column
     */
    void rejected(Input input, Subject subject, String code, long rows, Row sums);
}
