package org.platscore.cli;

/** How a run ended. */
final class ExitCode {

    /** Done; warnings may exist. */
    static final int DONE = 0;

    /** Findings stop the run. */
    static final int STOPPED = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The rules are refused. */
    static final int RULES = 3;

    /** Done, but what was compared or verified differs. */
    static final int DIFFERENT = 4;

    /** Done, but some items of a batch failed. */
    static final int PARTLY = 4;

    /** An output cannot be written. */
    static final int OUTPUT = 5;

    /** A fault of the program itself. */
    static final int FAULT = 70;

    private ExitCode() {}
}
