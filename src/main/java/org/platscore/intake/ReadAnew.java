package org.platscore.intake;

/**
 * A large file turned out to be something else than what it was taken for, behind rows that have been counted: a text is not
 * written in UTF-8, or cells of a sheet are merged. Everything is read once more, this file with nothing taken for granted.
 */
final class ReadAnew extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    ReadAnew(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
