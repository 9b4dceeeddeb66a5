package org.platscore.report.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.WholeCharacters;
import org.platscore.rules.ColumnType;

/** What a cell accepts, as a spreadsheet checks it while one types, with the words that say so. */
final class Rule {

    private static final String BEYOND = "1000000000000000";
    private static final int LONGEST_LIST = 255;
    private static final int LONGEST_TEXT = 2_000;
    private static final int CODE = 18;
    private static final int MOST_TITLE = 32;
    private static final int MOST_WORDS = 255;

    private final Words words;
    private final Lists lists;

    Rule(Words words, Lists lists) {
        this.words = words;
        this.lists = lists;
    }

    /** Returns in a sentence or two what is to be filled in. */
    String sentence(Entry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.required()) {
            parts.add(words.say("template.must"));
        }
        List<String> choices = entry.choices(words.yesNo());
        if (!choices.isEmpty()) {
            parts.add(words.say("template.choose"));
        } else {
            parts.add(words.say("template.fill." + kind(entry.column().type())));
            bounds(entry, parts);
        }
        return String.join("", parts);
    }

    private void bounds(Entry entry, List<String> parts) {
        Object min = entry.column().min();
        Object max = entry.column().max();
        ColumnType type = entry.column().type();
        if (min != null && max != null) {
            parts.add(words.say(type.boundKey("template.between"), shown(entry, min), shown(entry, max)));
        } else if (min != null) {
            parts.add(words.say(type.boundKey("template.from"), shown(entry, min)));
        } else if (max != null) {
            parts.add(words.say(type.boundKey("template.to"), shown(entry, max)));
        }
    }

    private static String shown(Entry entry, Object bound) {
        return bound instanceof BigDecimal number ? Exact.plain(entry.inUnit(number)) : bound.toString();
    }

    /** Puts the check on cells. */
    void check(Sheet sheet, Entry entry, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation check = helper.createValidation(constraint(helper, entry), cells);
        String title = cut(entry.label(), MOST_TITLE);
        String sentence = cut(sentence(entry), MOST_WORDS);
        check.createPromptBox(title, sentence);
        check.setShowPromptBox(true);
        check.createErrorBox(title, cut(words.say("template.refused", sentence), MOST_WORDS));
        check.setShowErrorBox(true);
        boolean strict = !entry.choices(words.yesNo()).isEmpty()
                || entry.column().type().numeric()
                || entry.column().type() == ColumnType.DATE;
        check.setErrorStyle(strict ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        check.setEmptyCellAllowed(true);
        check.setSuppressDropDownArrow(true);
        sheet.addValidationData(check);
    }

    private DataValidationConstraint constraint(DataValidationHelper helper, Entry entry) {
        List<String> choices = entry.choices(words.yesNo());
        if (!choices.isEmpty()) {
            boolean inline = String.join(",", choices).length() <= LONGEST_LIST
                    && choices.stream().noneMatch(each -> each.contains(",") || each.contains("\""));
            return inline
                    ? helper.createExplicitListConstraint(choices.toArray(String[]::new))
                    : helper.createFormulaListConstraint(lists.range(choices));
        }
        ColumnType type = entry.column().type();
        if (type == ColumnType.DATE) {
            return helper.createDateConstraint(
                    OperatorType.BETWEEN,
                    day(entry.column().min(), LocalDate.of(1900, 1, 1)),
                    day(entry.column().max(), LocalDate.of(2999, 12, 31)),
                    null);
        }
        if (type.numeric()) {
            return helper.createNumericConstraint(
                    type == ColumnType.INTEGER ? ValidationType.INTEGER : ValidationType.DECIMAL,
                    OperatorType.BETWEEN,
                    number(entry, entry.column().min(), "-" + BEYOND, -1),
                    number(entry, entry.column().max(), BEYOND, 1));
        }
        return type == ColumnType.CREDIT_CODE
                ? helper.createTextLengthConstraint(OperatorType.EQUAL, Integer.toString(CODE), null)
                : helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, Integer.toString(LONGEST_TEXT), null);
    }

    private static String day(@Nullable Object bound, LocalDate otherwise) {
        LocalDate day = bound instanceof LocalDate date ? date : otherwise;
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }

    /**
     * Returns a bound as a check of the spreadsheet's has it. 20 % is 20 under a head in %, but a spreadsheet keeps a typed 20% as
     * 0.2, so that a share may be as far out as either; what is beyond its bounds all the same is told when it is read.
     *
     * @param outwards -1 for a lower bound, 1 for an upper one
     */
    private static String number(Entry entry, @Nullable Object bound, String otherwise, int outwards) {
        if (!(bound instanceof BigDecimal number)) {
            return otherwise;
        }
        BigDecimal written = entry.inUnit(number);
        boolean share = entry.column().type() == ColumnType.PERCENT && number.compareTo(written) * outwards > 0;
        return Exact.plain(share ? number : written);
    }

    private static String kind(ColumnType type) {
        return switch (type) {
            case INTEGER -> "integer";
            case DATE -> "date";
            case CREDIT_CODE -> "code";
            case SUBJECT -> "subject";
            default -> type.numeric() ? "number" : "text";
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : WholeCharacters.cut(text, most - 1) + "…";
    }
}
