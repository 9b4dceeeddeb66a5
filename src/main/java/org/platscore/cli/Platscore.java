package org.platscore.cli;

import org.platscore.finding.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
@Command(name = "platscore", sortOptions = false)
final class Platscore {

    /** Language of messages; null: by the locale. With English, files are English too. */
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    Lang lang;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, descriptionKey = "option.quiet")
    boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "option.debug")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "option.help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "option.version")
    boolean version;
}
