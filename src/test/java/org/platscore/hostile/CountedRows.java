package org.platscore.hostile;

import java.util.List;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Question;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.RowCounter;
import org.platscore.intake.Subject;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Row;

/** Counts how many rows of an input come as rows, of text files and of sheets, and how many are only counted. */
public final class CountedRows implements RowConsumer, RowCounter {

    /** How many rows of sheets came as rows. */
    public long ofSheets;

    /** How often everything was forgotten. */
    public int forgotten;

    private final String input;
    long asRows;
    long counted;

    public CountedRows(String input) {
        this.input = input;
    }

    @Override
    public void accepted(Input of, Subject subject, PlacedRow row) {
        asRows += of.name().equals(input) && row.place().sheet() == null ? 1 : 0;
        ofSheets += of.name().equals(input) && row.place().sheet() != null ? 1 : 0;
    }

    @Override
    public void rejected(Input of, Subject subject, String code, PlacedRow row) {}

    @Override
    public RowCounter counter() {
        return this;
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question(input, null, null, false));
    }

    @Override
    public boolean counts(String of) {
        return true;
    }

    @Override
    public void rows(int question, int[] owners, int count) {
        counted += count;
    }

    @Override
    public void numbers(int question, int[] owners, long[] parts, int count) {
        throw new AssertionError("rows are asked for");
    }

    @Override
    public int key(int question, byte[] cell, int from, int length, int hash) {
        throw new AssertionError("rows are asked for");
    }

    @Override
    public long near(int question, int hash) {
        throw new AssertionError("rows are asked for");
    }

    @Override
    public void cells(int question, int[] owners, int[] keys, int count) {
        throw new AssertionError("rows are asked for");
    }

    @Override
    public void rejected(Input of, Subject subject, String code, long rows, Row sums) {}

    @Override
    public void forget() {
        asRows = 0;
        counted = 0;
        ofSheets = 0;
        forgotten++;
    }
}
