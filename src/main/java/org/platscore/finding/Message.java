package org.platscore.finding;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A sentence that is put into words only when somebody reads it, so that one run can tell it in Chinese in a file and in
 * English on a terminal.
 *
 * @param key the bundle's name, a dot, and the text's name ({@code rules.unknown-key}); or empty for a text of the user's own
 * @param args what stands for {@code {0}}, {@code {1}} …: text, whole numbers, {@link BigDecimal}, {@link BigFraction}, a
 *     {@link Quantity}, a {@code Message}, or a list of these
 */
public record Message(String key, List<Object> args) {

    public Message {
        args = List.copyOf(args);
    }

    /** Returns the message with this key and these arguments. */
    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }

    /** Returns a message that says {@code text} as it stands in either language, such as a rule's {@code because}. */
    public static Message verbatim(String text) {
        return new Message("", List.of(text));
    }

    /** Returns this message in the given language. */
    public String in(Lang lang) {
        return key.isEmpty() ? (String) args.get(0) : Texts.say(key, args, lang);
    }
}
