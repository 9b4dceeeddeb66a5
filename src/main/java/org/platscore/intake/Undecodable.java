package org.platscore.intake;

/**
 * A large text that was taken for UTF-8 turned out to be something else behind rows that have been counted: everything is read
 * once more, this file like any other.
 */
final class Undecodable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    Undecodable(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
