package org.platscore.cli;

import org.platscore.report.output.OutputRefused;

/** A command: its options are its fields, its work is one method. */
interface CliCommand {

    /** Does the work and returns the exit code. */
    int run(Terminal terminal) throws UsageRefused, OutputRefused;
}
