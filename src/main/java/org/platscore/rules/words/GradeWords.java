package org.platscore.rules.words;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.rules.TieKey;

/** The grades and what decides among equal totals. */
final class GradeWords {

    private GradeWords() {}

    static List<Paragraph> of(Rulebook rules, RulesWording wording) {
        List<Paragraph> told = new ArrayList<>();
        for (Grade grade : rules.grades()) {
            List<Message> conditions = conditions(grade, rules, wording);
            told.add(new Paragraph(
                    1,
                    conditions.isEmpty()
                            ? Message.of("words.grade-rest", grade.label(), rules.subject())
                            : Message.of("words.grade", grade.label(), all(conditions))));
        }
        told.add(new Paragraph(1, Message.of("words.decisions")));
        if (!rules.ties().isEmpty()) {
            told.add(new Paragraph(
                    1,
                    Message.of(
                            "words.ties",
                            rules.ties().stream().map(tie -> tie(tie, wording)).toList())));
        }
        return told;
    }

    private static Message all(List<Message> conditions) {
        Message all = conditions.get(0);
        for (Message condition : conditions.subList(1, conditions.size())) {
            all = Message.of("words.and", all, condition);
        }
        return all;
    }

    private static Message tie(TieKey tie, RulesWording wording) {
        Message label = wording.label(tie.name());
        return tie.lowerFirst() ? Message.of("words.lower-first", label) : label;
    }

    private static List<Message> conditions(Grade grade, Rulebook rules, RulesWording wording) {
        List<Message> conditions = new ArrayList<>();
        if (grade.min() != null) {
            conditions.add(Message.of("words.min", grade.min()));
        }
        if (grade.requires() != null) {
            conditions.add(wording.formula(grade.requires(), null));
        }
        if (grade.top() != null) {
            conditions.add(
                    grade.top().share()
                            ? Message.of("words.top-share", limit(grade.top(), rules))
                            : Message.of("words.top", grade.top().number()));
        }
        Grade.Quota quota = grade.atMost();
        if (quota != null) {
            Message most = Message.of("words.at-most", limit(quota.limit(), rules));
            if (quota.limit().share()) {
                String rounding = quota.rounding() == RoundingMode.DOWN
                        ? "down"
                        : quota.rounding() == RoundingMode.UP ? "up" : "nearest";
                most = Message.of("words.round." + rounding, most);
            }
            if (quota.atLeast() > 0) {
                most = Message.of("words.quota-at-least", most, quota.atLeast());
            }
            conditions.add(
                    quota.within() == null
                            ? most
                            : Message.of("words.within", most, InputWords.label(rules.roster(), quota.within())));
        }
        return conditions;
    }

    private static Message limit(Grade.Limit limit, Rulebook rules) {
        return limit.share()
                ? Message.of("words.share", Exact.brief(limit.number().multiply(100)) + "%", rules.subject())
                : Message.of("words.number", limit.number());
    }

    /** Returns a grade's display text. */
    static String label(Rulebook rules, String grade) {
        return rules.grades().stream()
                .filter(each -> each.id().equals(grade))
                .map(Grade::label)
                .findFirst()
                .orElse(grade);
    }
}
