package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook's package.
 *
 * @param name in the archive
 * @param size in bytes, as the archive says
 */
record BookPart(String name, long size, Content content) {

    /** What the part holds, from its start. */
    interface Content {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return content.open();
    }
}
