package org.platscore.intake.cell;

import java.util.Arrays;
import java.util.Optional;
import org.platscore.finding.Message;
import org.platscore.finding.WholeCharacters;

/** Why a cell has no value of its column's type. */
public record Fault(String code, Message message, Message action) {

    private static final int LONGEST_VALUE = 200;

    /** Returns the fault whose message is {@code intake.KEY} and whose remedy is {@code intake.KEY-do}; long texts are quoted in brief. */
    static Fault of(String code, String key, Object... args) {
        Object[] quoted = Arrays.stream(args)
                .map(arg -> arg instanceof String text ? brief(text) : arg)
                .toArray();
        return new Fault(code, Message.of("intake." + key, quoted), Message.of("intake." + key + "-do", quoted));
    }

    /** Returns what stands in a cell as findings quote it: on one line, and cut where it is long. */
    public static String brief(String value) {
        return WholeCharacters.brief(value.replace('\n', ' ').replace('\r', ' ').strip(), LONGEST_VALUE);
    }

    /** Returns the message {@code intake.KEY} that nothing is named so, or {@code intake.KEY-near} with what is most likely meant. */
    public static Message unknown(String key, String named, Optional<String> near) {
        return near.map(meant -> Message.of("intake." + key + "-near", brief(named), meant))
                .orElseGet(() -> Message.of("intake." + key, brief(named)));
    }

    static Fault bad(String key, Object... args) {
        return of("bad-value", key, args);
    }

    static Fault ambiguous(String key, Object... args) {
        return of("ambiguous-value", key, args);
    }
}
