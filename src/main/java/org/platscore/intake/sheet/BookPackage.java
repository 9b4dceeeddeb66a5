package org.platscore.intake.sheet;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.jspecify.annotations.Nullable;

/** A workbook's package: its main part, and what that relates to. */
interface BookPackage {

    /** Returns the main part. */
    BookPart workbook();

    /** Returns whether the main part has a relation of a type. */
    boolean relates(String type);

    /** Returns the part that the main part's first relation of a type leads to; null if it has none of this type. */
    @Nullable
    BookPart related(String type) throws InvalidFormatException, FileFault;

    /** Returns the type of a relation of the main part; null if it has none of this id. */
    @Nullable
    String type(String id);

    /** Returns the part that a relation of the main part leads to; null if it is not there. */
    @Nullable
    BookPart part(String id) throws InvalidFormatException;
}
