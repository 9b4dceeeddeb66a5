package org.platscore.report.template;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Lang;
import org.platscore.finding.Texts;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;

/**
 * The words of a template in one language.
 *
 * @param wording how the rules' numbers and formulas are told
 */
record Words(Lang lang, Rulebook rules, RulesWording wording) {

    /** Returns a text of the report's bundle. */
    String say(String key, Object... args) {
        return Texts.say("report." + key, List.of(args), lang);
    }

    /** Returns the rules' title without the words that call it a set of rules. */
    String matter(String title) {
        for (String ending : say("title-endings").split(" ", -1)) {
            if (title.length() > ending.length() && title.endsWith(ending)) {
                return title.substring(0, title.length() - ending.length());
            }
        }
        return title;
    }

    /** Returns a day as people write it. */
    String day(LocalDate day) {
        return lang == Lang.ZH
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.toString();
    }

    /** Returns the words for yes and no. */
    List<String> yesNo() {
        return lang == Lang.ZH ? List.of("是", "否") : List.of("Y", "N");
    }

    /**
     * Returns how an indicator is scored: its name, its full marks, and its method in words, which speaks in points of the written
     * weight.
     */
    String scored(RubricNode.Leaf leaf) {
        String method = Paragraph.say(wording.method(leaf), lang);
        BigFraction marks = rules.fullMarks(leaf);
        String key = marks.compareTo(leaf.weight()) == 0 ? "template.scored" : "template.scored-relative";
        return say(key, leaf.id(), leaf.label(), marks, method, leaf.weight());
    }
}
