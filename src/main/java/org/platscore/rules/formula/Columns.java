package org.platscore.rules.formula;

import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Where the characters of a formula stand in the rules file, as far as its scalar tells. */
final class Columns {

    private final Mark scalar;
    private final int[] offsets;

    private Columns(Mark scalar, int[] offsets) {
        this.scalar = scalar;
        this.offsets = offsets;
    }

    /**
     * Returns the columns of a scalar. Quotes shift a text by one; a quote or backslash inside may stand there twice. Where the
     * lengths say that it was written in another way, in a block or over several lines, only the whole scalar is known.
     */
    static Columns of(Node.Scalar scalar) {
        int[] text = scalar.text().codePoints().toArray();
        int length = scalar.mark().length();
        int[] plain = offsets(text, scalar.quoted() ? 1 : 0, "");
        for (String doubled : new String[] {"", "\"\\", "'"}) {
            int[] offsets = doubled.isEmpty() ? plain : offsets(text, 1, doubled);
            int end = offsets[text.length] + (scalar.quoted() ? 1 : 0);
            if (end == length && (doubled.isEmpty() || scalar.quoted())) {
                return new Columns(scalar.mark(), offsets);
            }
        }
        return new Columns(scalar.mark(), new int[0]);
    }

    /** Returns the mark of {@code length} code points from the one at {@code from} on. */
    Mark mark(int from, int length) {
        if (offsets.length == 0) {
            return scalar;
        }
        int start = offsets[Math.min(from, offsets.length - 1)];
        int end = offsets[Math.min(from + length, offsets.length - 1)];
        return scalar.part(start, end - start);
    }

    /** Returns the mark of the whole formula. */
    Mark all() {
        return scalar;
    }

    private static int[] offsets(int[] text, int first, String doubled) {
        int[] offsets = new int[text.length + 1];
        offsets[0] = first;
        for (int i = 0; i < text.length; i++) {
            offsets[i + 1] = offsets[i] + (doubled.indexOf(text[i]) >= 0 ? 2 : 1);
        }
        return offsets;
    }
}
