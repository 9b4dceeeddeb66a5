package org.platscore.intake.sheet;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open file of sheets: a workbook, or a text file as a single sheet. */
public interface SheetSource extends Closeable {

    /** Returns the sheets in the order of the file. */
    List<SheetHead> sheets();

    /** Returns whether numbers of days count from 1904 instead of 1900. */
    boolean datesFrom1904();

    /** Returns whether cells have types of their own, so that a number may be told from its text. */
    boolean typed();

    /** Returns what is to be said of the file as a whole. */
    List<FileNote> notes();

    /** Returns whether a sheet is the guide of a template of ours, see {@link GuideMark}. */
    default boolean guide(SheetHead sheet) {
        return false;
    }

    /**
     * Returns the file as a text that is read in large pieces; null where it is none, or is not written in UTF-8 as far as that
     * shows.
     */
    default @Nullable CsvText text() throws FileFault {
        return null;
    }

    /**
     * Returns whether the merged ranges of a sheet are better asked for when its rows have been read: it is large, and they stand
     * behind the rows.
     */
    default boolean mergesBehind(SheetHead sheet) {
        return false;
    }

    /** Returns the merged ranges of a sheet. */
    List<Merge> merges(SheetHead sheet) throws FileFault;

    /** Returns the rows of a sheet from its top. */
    SheetRows rows(SheetHead sheet) throws FileFault;

    @Override
    void close();
}
