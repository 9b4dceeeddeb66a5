package org.platscore.rules.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.platscore.finding.Message;

/** A formula with labels in place of names and the signs of arithmetic in place of a keyboard's. */
public final class FormulaWords {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>\"(?:[^\"]|\"\")*\")|(?<name>\\p{L}[\\p{L}\\p{M}\\p{Nd}_.]*)|(?<number>[0-9.]+(?:[eE][-+]?[0-9]+)?)"
                    + "|(?<sign><=|>=|<>|!=|==|[-+*/^=<>(),])|\\s+");

    private static final Set<String> WORDS = Set.of(
            "IF",
            "COALESCE",
            "MIN",
            "MAX",
            "ABS",
            "ROUND",
            "FLOOR",
            "CEILING",
            "SQRT",
            "LN",
            "LOG10",
            "AND",
            "OR",
            "NOT",
            "TRUE",
            "FALSE");

    private static final Map<String, String> SIGNS =
            Map.of("<=", "≤", ">=", "≥", "<>", "≠", "!=", "≠", "==", "=", "*", "×", "/", "÷", "-", "−");

    private FormulaWords() {}

    /** Returns a formula in words; a name without a label stands as it is. */
    public static Message of(String source, Map<String, Message> labels) {
        List<Message> parts = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(source);
        String before = "(";
        while (tokens.find()) {
            if (tokens.group().isBlank()) {
                continue;
            }
            String name = tokens.group("name");
            String sign = tokens.group("sign");
            if (name != null) {
                boolean word = WORDS.contains(name);
                Message text = word ? Message.of("words.function." + name) : label(name, labels);
                boolean joins = name.equals("AND") || name.equals("OR");
                parts.add(Message.verbatim(joins ? " " : ""));
                parts.add(text);
                parts.add(Message.verbatim(joins || name.equals("NOT") ? " " : ""));
            } else if (sign != null) {
                String shown = SIGNS.getOrDefault(sign, sign);
                boolean unary = sign.equals("-") && "(,+-*/^=<>".contains(before.substring(0, 1));
                boolean tight = unary || "(),^".contains(sign);
                parts.add(Message.verbatim(tight ? sign.equals(",") ? ", " : shown : " " + shown + " "));
            } else {
                parts.add(Message.verbatim(tokens.group()));
            }
            before = tokens.group();
        }
        return joined(parts);
    }

    private static Message label(String name, Map<String, Message> labels) {
        Message label = labels.get(name);
        if (label != null) {
            return label;
        }
        Message earlier = name.startsWith("previous.") ? labels.get(name.substring("previous.".length())) : null;
        return earlier == null ? Message.verbatim(name) : Message.of("words.previous", earlier);
    }

    /** Returns messages one behind the other. */
    public static Message joined(List<Message> parts) {
        Message all = parts.isEmpty() ? Message.verbatim("") : parts.get(0);
        for (Message part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            all = Message.of("words.pair", all, part);
        }
        return all;
    }
}
