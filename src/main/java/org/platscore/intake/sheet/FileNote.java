package org.platscore.intake.sheet;

import org.platscore.finding.Message;
import org.platscore.finding.Severity;

/** Something to say of a file that is read all the same. */
public record FileNote(Severity severity, String code, Message message, Message action) {

    /** Returns the note whose message is {@code intake.KEY} and whose remedy is {@code intake.KEY-do}. */
    static FileNote of(Severity severity, String code, String key, Object... args) {
        return new FileNote(
                severity, code, Message.of("intake." + key, args), Message.of("intake." + key + "-do", args));
    }
}
