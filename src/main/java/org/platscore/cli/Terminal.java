package org.platscore.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;

/**
 * Where the program speaks.
 *
 * @param out for results
 * @param err for everything else
 * @param lang the language spoken
 * @param options the options that every command has
 */
record Terminal(PrintStream out, PrintStream err, Lang lang, Platscore options) {

    private static final int FEW = 5;

    /** Returns the text in the language spoken. */
    String say(String key, Object... args) {
        return Message.of("cli." + key, args).in(lang);
    }

    /** Writes a line of a result; what it has from files and names of files moves no cursor. */
    void show(String line) {
        out.println(Printable.of(line));
    }

    /** Writes a line of anything else, as safe as that. */
    void tell(String line) {
        err.println(Printable.of(line));
    }

    /** Returns the first few of some names, as many as a line may hold. */
    static List<String> few(List<String> names) {
        return names.size() <= FEW
                ? names
                : Stream.concat(names.stream().limit(FEW), Stream.of("…")).toList();
    }

    /** Tells what is wrong and what to do. */
    void tell(Message what, Message action) {
        tell("platscore: " + what.in(lang));
        tell("  " + action.in(lang));
    }

    /** Tells on a terminal what goes on; the launcher says whether standard error is one. */
    void progress(String key) {
        if (!options.quiet && Boolean.getBoolean("platscore.terminal")) {
            tell(say(key));
        }
    }

    /** Shows where a fault comes from, with {@code --debug}. */
    void trace(Throwable fault) {
        if (options.debug) {
            fault.printStackTrace(err);
        }
    }

    /** Returns the language of the files written: Chinese unless English was asked for by name. */
    Lang fileLang() {
        return options.lang == Lang.EN ? Lang.EN : Lang.ZH;
    }
}
