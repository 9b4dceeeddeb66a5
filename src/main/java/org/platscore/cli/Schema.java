package org.platscore.cli;

import org.platscore.rules.RulesSchema;
import picocli.CommandLine.Command;

/** {@code platscore schema}: the JSON Schema of the rules file, for editors. */
@Command(name = "schema", sortOptions = false)
final class Schema implements CliCommand {

    @Override
    public int run(Terminal terminal) {
        terminal.out().print(RulesSchema.json(terminal.lang()));
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
