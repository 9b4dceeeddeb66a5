package org.platscore.intake;

/**
 * How large text files are read by all cores at a time. No result depends on it.
 *
 * @param from size of a file in bytes from which it is read so
 * @param bytes about how many are read at a time
 */
public record Chunks(long from, int bytes) {

    /** The usual pieces. */
    public static final Chunks STANDARD = new Chunks(1 << 18, 1 << 20);

    /** Every file is read row by row. */
    public static final Chunks NONE = new Chunks(Long.MAX_VALUE, 1);
}
