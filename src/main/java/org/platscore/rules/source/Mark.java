package org.platscore.rules.source;

/**
 * A stretch of one line of the rules file.
 *
 * @param line 1-based line
 * @param column 1-based column in code points
 * @param length code points to underline; at least 1
 */
public record Mark(int line, int column, int length) implements Comparable<Mark> {

    /** Returns the part of this mark that starts {@code offset} code points further on. */
    public Mark part(int offset, int length) {
        return new Mark(line, column + offset, Math.max(1, length));
    }

    @Override
    public int compareTo(Mark other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
