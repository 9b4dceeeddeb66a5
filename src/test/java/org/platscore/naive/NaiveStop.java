package org.platscore.naive;

/** The data stop the run: the program must end with exit code 1 and name this finding. */
final class NaiveStop extends RuntimeException {
    private final String code;

    NaiveStop(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
