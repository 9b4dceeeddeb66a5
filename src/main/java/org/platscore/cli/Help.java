package org.platscore.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.platscore.finding.Lang;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The command line as picocli reads it, with its help texts in one language. */
final class Help {

    /** Help is text without colours. */
    static final CommandLine.Help.Ansi PLAIN = CommandLine.Help.Ansi.OFF;

    private Help() {}

    /**
     * Returns the command line. Where the first argument is a command, that one is all of it; else it has all of them, those that no
     * argument names with no more than their names and their help: each takes time to make.
     */
    static CommandLine commandLine(Platscore platscore, Lang lang, List<String> args) {
        CommandLine commandLine = new CommandLine(platscore);
        boolean first = !args.isEmpty() && Commands.NAMES.contains(args.get(0));
        for (String name : first ? args.subList(0, 1) : Commands.NAMES) {
            commandLine.addSubcommand(
                    name,
                    args.contains(name)
                            ? new CommandLine(Commands.of(name))
                            : new CommandLine(CommandLine.Model.CommandSpec.create()));
        }
        commandLine.setResourceBundle(bundle(lang));
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(Path.class, new PathOf());
        return commandLine;
    }

    /** Returns the help on all commands as picocli words it, written down beforehand: to have it worded takes twice as long as the start. */
    static String ofAll(Lang lang) {
        try (InputStream in = Help.class.getResourceAsStream("/org/platscore/cli/help_" + lang.key() + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no help in " + lang.key());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path from what was typed. A class with a name, for one without would keep all converters out of the archive of loaded classes. */
    private static final class PathOf implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) {
            if (value.isEmpty()) {
                throw new TypeConversionException("empty");
            }
            return Path.of(value);
        }
    }

    private static ResourceBundle bundle(Lang lang) {
        String path = "/org/platscore/texts/cli_" + lang.key() + ".properties";
        try (InputStream in = Help.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no bundle " + path);
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
