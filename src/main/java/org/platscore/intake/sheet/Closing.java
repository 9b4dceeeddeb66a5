package org.platscore.intake.sheet;

import java.io.Closeable;
import java.io.IOException;

/** The end of reading. */
final class Closing {

    private Closing() {}

    /** Closes what was only read: nothing is lost where it does not close. */
    static void quietly(Closeable read) {
        try {
            read.close();
        } catch (IOException e) {
            // See above.
        }
    }
}
