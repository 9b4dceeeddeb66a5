package org.platscore.intake.sheet;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other. */
public interface SheetRows extends Closeable {

    /**
     * Returns the next row that is not blank; null after the last.
     *
     * @throws FileFault if the file is damaged here
     */
    @Nullable
    RawRow next() throws FileFault;

    /** Returns whether merged ranges may follow behind the last row, which has been taken. */
    default boolean mergesMayFollow() {
        return true;
    }

    @Override
    void close();
}
