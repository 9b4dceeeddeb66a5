package org.platscore.rules.words;

import java.util.regex.Pattern;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;

/**
 * One paragraph of the rules in words.
 *
 * @param level 0: a heading; 1, 2 …: how deep it stands below one
 */
public record Paragraph(int level, Message text) {

    private static final Pattern BETWEEN_CHINESE = Pattern.compile("(?<=[\\p{IsHan}%]) (?=\\p{IsHan})");

    /** Returns the text in a language. */
    public String in(Lang lang) {
        return say(text, lang);
    }

    /** Returns a sentence of the rules in a language; in Chinese a unit and the character behind it stand without a blank. */
    public static String say(Message sentence, Lang lang) {
        String text = sentence.in(lang);
        return lang == Lang.ZH ? BETWEEN_CHINESE.matcher(text).replaceAll("") : text;
    }
}
