package org.platscore.intake.cell;

import org.platscore.finding.Message;

/** Why a cell has no value of its column's type. */
public record Fault(String code, Message message, Message action) {

    /** Returns the fault whose message is {@code intake.KEY} and whose remedy is {@code intake.KEY-do}. */
    static Fault of(String code, String key, Object... args) {
        return new Fault(code, Message.of("intake." + key, args), Message.of("intake." + key + "-do", args));
    }

    static Fault bad(String key, Object... args) {
        return of("bad-value", key, args);
    }

    static Fault ambiguous(String key, Object... args) {
        return of("ambiguous-value", key, args);
    }
}
