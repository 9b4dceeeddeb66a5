package org.platscore.intake.sheet;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How files are opened.
 *
 * @param charset of text files; null: by byte order mark, else UTF-8, else GB18030
 * @param passwords that are tried, in order, on workbooks that ask for one; never shown
 * @param workbookLimit in MB, the largest workbook that is read; all limits against bombs grow with it
 */
public record FileOptions(@Nullable Charset charset, List<String> passwords, int workbookLimit) {

    /** The usual limit on workbooks, in MB. */
    public static final int USUAL_LIMIT = 100;

    /** The options where nothing is said. */
    public static final FileOptions STANDARD = new FileOptions(null, List.of(), USUAL_LIMIT);

    /** Returns these options with a charset of text files. */
    public FileOptions with(@Nullable Charset named) {
        return new FileOptions(named, passwords, workbookLimit);
    }

    /** Passwords are kept out of texts. */
    @Override
    public String toString() {
        return "FileOptions[" + charset + ", " + passwords.size() + " passwords, " + workbookLimit + " MB]";
    }
}
