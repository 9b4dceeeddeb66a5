package org.platscore.cli;

import java.util.List;
import java.util.Locale;
import org.platscore.analysis.verification.RunFiles.Checked;
import org.platscore.analysis.verification.RunFiles.State;
import org.platscore.finding.Message;
import org.platscore.intake.results.ResultsDifference;

/** What a verification finds, told as it goes; counts the differences. */
final class VerificationText {

    private static final int MOST_NUMBERS = 1_000;

    private final Terminal terminal;
    private int differences;

    VerificationText(Terminal terminal) {
        this.terminal = terminal;
    }

    void start(String out) {
        if (!terminal.options().quiet) {
            terminal.show(say("start", out));
        }
    }

    /** Takes back all differences: what was looked at was written meanwhile, and is looked at again. */
    void again() {
        differences = 0;
        terminal.show(say("overtaken"));
    }

    /** Tells something that is no difference. */
    void note(String key, Object... args) {
        if (!terminal.options().quiet) {
            terminal.show(say(key, args));
        }
    }

    /** Tells one difference. */
    void line(String key, Object... args) {
        differences++;
        terminal.show(say(key, args));
    }

    /** Tells how files stand: how many there are, then each that is not as it was. */
    void files(String key, List<Checked> files) {
        List<Checked> others =
                files.stream().filter(each -> each.state() != State.SAME).toList();
        if (others.isEmpty()) {
            note(key + "-same", files.size());
            return;
        }
        terminal.show(say(key, files.size(), others.size()));
        others.forEach(this::tell);
    }

    /** Tells inputs that the run did not have. */
    void fresh(List<Checked> files) {
        if (!files.isEmpty()) {
            terminal.show(say("inputs-new", files.size()));
            files.forEach(this::tell);
        }
    }

    private void tell(Checked file) {
        differences++;
        terminal.show("  " + say("state." + file.state().name().toLowerCase(Locale.ROOT), file.path()));
    }

    /** Tells each figure of results.json that comes out otherwise. */
    void numbers(List<ResultsDifference> found) {
        terminal.show(say("numbers", found.size()));
        for (ResultsDifference each : found.subList(0, Math.min(MOST_NUMBERS, found.size()))) {
            String subject = each.subject().isEmpty() ? "" : each.subject() + "  ";
            terminal.show("  " + subject + say("number", each.path(), shown(each.before()), shown(each.after())));
        }
        if (found.size() > MOST_NUMBERS) {
            terminal.show("  " + say("more", found.size() - MOST_NUMBERS));
        }
        differences += found.size();
    }

    /** Returns whether there are differences so far. */
    boolean differs() {
        return differences > 0;
    }

    /** Tells the verdict and returns the exit code. */
    int end() {
        if (differences == 0) {
            note("stands");
            return ExitCode.DONE;
        }
        terminal.show(say("differs", differences));
        return ExitCode.DIFFERENT;
    }

    private String shown(String value) {
        return value.isEmpty() ? say("nothing") : value;
    }

    private String say(String key, Object... args) {
        return Message.of("verify." + key, args).in(terminal.lang());
    }
}
