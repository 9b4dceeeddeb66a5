package org.platscore.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line is wrong: what about it, and what to write instead. */
final class UsageRefused extends Exception {

    /** Behind this word all are arguments. */
    private static final String END_OF_OPTIONS = "--";

    private final transient Message what;
    private final transient Message action;

    UsageRefused(Message what, Message action) {
        super(what.key());
        this.what = what;
        this.action = action;
    }

    Message what() {
        return what;
    }

    Message action() {
        return action;
    }

    /**
     * Returns that a file is not there, or is a folder.
     *
     * @param kind the text of one that is not there
     */
    static UsageRefused noFile(Path file, String kind) {
        String told = "cli." + (Files.isDirectory(file) ? "is-a-folder" : kind);
        return new UsageRefused(Message.of(told, file.toString()), Message.of(told + ".action"));
    }

    /** Returns what picocli refused, in our words. */
    static UsageRefused because(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        Message seeHelp = Message.of("cli.see-help", command.qualifiedName());
        if (e instanceof UnmatchedArgumentException) {
            String word = ((UnmatchedArgumentException) e).getUnmatched().get(0);
            List<String> written = e.getCommandLine().getParseResult().originalArgs();
            int end = written.indexOf(END_OF_OPTIONS);
            boolean option = word.startsWith("-")
                    && word.length() > 1
                    && (end < 0 || written.subList(0, end).contains(word));
            return unmatched(word, option, command, seeHelp);
        }
        if (e instanceof MissingParameterException) {
            ArgSpec missing = ((MissingParameterException) e).getMissing().get(0);
            return missing.isOption()
                    ? new UsageRefused(Message.of("cli.option-without-value", name(missing)), expected(missing))
                    : new UsageRefused(Message.of("cli.missing-argument", missing.paramLabel()), seeHelp);
        }
        if (e instanceof OverwrittenOptionException) {
            String option = name(((OverwrittenOptionException) e).getOverwritten());
            return new UsageRefused(
                    Message.of("cli.option-twice", option), Message.of("cli.option-twice.action", option));
        }
        ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            throw e;
        }
        return new UsageRefused(
                Message.of("cli.bad-value", name(argument), String.valueOf(e.getValue())), expected(argument));
    }

    private static UsageRefused unmatched(String word, boolean option, CommandSpec command, Message seeHelp) {
        boolean noCommandYet = !command.subcommands().isEmpty();
        List<String> known = new ArrayList<>();
        if (option) {
            command.options().forEach(each -> known.add(each.longestName()));
        } else if (noCommandYet) {
            known.addAll(command.subcommands().keySet());
        }
        String name = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Optional<String> near = Nearest.to(name, known);
        String kind = option ? "unknown-option" : noCommandYet ? "unknown-command" : "unknown-argument";
        return new UsageRefused(
                Message.of("cli." + kind, name),
                near.map(each -> Message.of("cli.nearest", each)).orElse(seeHelp));
    }

    /** Returns what a value of this option or argument looks like. */
    private static Message expected(ArgSpec argument) {
        List<String> words = List.of(argument.paramLabel().split("\\|"));
        if (words.size() > 1) {
            int last = words.size() - 1;
            List<Object> others = new ArrayList<>(words.subList(0, last));
            return Message.of("cli.expected.one-of", others, words.get(last));
        }
        if (argument.isOption()
                && argument.paramLabel().equals("FILE")
                && name(argument).equals("--out")) {
            return Message.of("cli.expected.out-file");
        }
        String option =
                argument.isOption() ? ((OptionSpec) argument).longestName().substring(2) : "argument";
        return Message.of("cli.expected." + option);
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
    }
}
