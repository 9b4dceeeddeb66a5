/** The command line: arguments in, exit code out; the only place that prints. */
@NullMarked
package org.platscore.cli;

import org.jspecify.annotations.NullMarked;
