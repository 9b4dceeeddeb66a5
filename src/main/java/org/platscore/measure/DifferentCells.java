package org.platscore.measure;

import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;
import org.platscore.intake.bulk.Keys;

/** The different cells that a measure met, of all subjects, each with a number from 0 on. */
final class DifferentCells {

    private final Keys keys = new Keys();

    /** Returns the number of a folded cell. */
    int number(Object cell) {
        byte[] key = KeyText.of(cell);
        int length = key.length - Bytes.PAD;
        return number(key, 0, length, Bytes.hash(key, 0, length));
    }

    /** Returns the number of a folded cell by its bytes, see {@link KeyText}. */
    int number(byte[] key, int from, int length, int hash) {
        int next = keys.size();
        int before = keys.add(key, from, length, hash, next);
        return before < 0 ? next : before;
    }

    /** Brings near what a cell with this hash is looked up in. */
    long near(int hash) {
        return keys.near(hash);
    }
}
