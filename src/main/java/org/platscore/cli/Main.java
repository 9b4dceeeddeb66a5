package org.platscore.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.report.ProgramVersion;
import org.platscore.report.output.OutputRefused;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        // picocli need not look through all libraries for what Groovy would bring.
        System.setProperty("picocli.disable.closures", "true");
        // Nor load classes to convert to what no option is.
        System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
        PrintStream out = new StandardOut();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(args, out, err);
        err.flush();
        StartArchive.makeMissing();
        System.exit(status);
    }

    /**
     * Runs the program.
     *
     * @param args the arguments, a command first
     * @param out for results
     * @param err for everything else
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Lang lang = Language.of(List.of(args));
        Terminal terminal = new Terminal(out, err, lang, new Platscore());
        int status = run(args, terminal);
        out.flush();
        IOException failure = out instanceof StandardOut ? ((StandardOut) out).failure() : null;
        return failure == null ? status : refused(OutputRefused.standardOutput(failure), terminal);
    }

    private static int refused(OutputRefused e, Terminal terminal) {
        terminal.tell(e.what(), e.action());
        terminal.trace(e);
        return ExitCode.OUTPUT;
    }

    private static int run(String[] args, Terminal terminal) {
        if (args.length == 1 && List.of("--version", "-V").contains(args[0])) {
            tellVersion(terminal.out());
            return ExitCode.DONE;
        }
        if (args.length == 1 && List.of("--help", "-h").contains(args[0])) {
            Help.ofAll(terminal.lang()).lines().forEach(terminal.out()::println);
            return ExitCode.DONE;
        }
        try {
            return run(args, Help.commandLine(terminal.options(), terminal.lang(), List.of(args)), terminal);
        } catch (UsageRefused e) {
            terminal.tell(e.what(), e.action());
            return ExitCode.USAGE;
        } catch (OutputRefused e) {
            return refused(e, terminal);
        } catch (OutOfMemoryError e) {
            terminal.tell(Message.of("cli.out-of-memory"), Message.of("cli.out-of-memory.action"));
            terminal.trace(e);
            return ExitCode.FAULT;
        } catch (RuntimeException | Error e) {
            terminal.tell(Message.of("cli.fault", String.valueOf(e)), Message.of("cli.fault.action"));
            terminal.trace(e);
            return ExitCode.FAULT;
        }
    }

    private static int run(String[] args, CommandLine commandLine, Terminal terminal)
            throws UsageRefused, OutputRefused {
        ParseResult parsed;
        try {
            parsed = commandLine.parseArgs(args);
        } catch (ParameterException e) {
            throw UsageRefused.because(e);
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (last == parsed && !last.unmatched().isEmpty()) {
            throw UsageRefused.because(new UnmatchedArgumentException(command, last.unmatched()));
        }
        if (last.isUsageHelpRequested()) {
            command.usage(terminal.out(), Help.PLAIN);
            return ExitCode.DONE;
        }
        if (last.isVersionHelpRequested()) {
            tellVersion(terminal.out());
            return ExitCode.DONE;
        }
        if (command.getCommand() instanceof CliCommand) {
            return ((CliCommand) command.getCommand()).run(terminal);
        }
        command.usage(terminal.err(), Help.PLAIN);
        return ExitCode.USAGE;
    }

    private static void tellVersion(PrintStream out) {
        out.println("platscore " + ProgramVersion.get());
    }
}
