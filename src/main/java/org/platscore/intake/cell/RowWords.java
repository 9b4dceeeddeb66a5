package org.platscore.intake.cell;

import java.util.Set;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;

/** The words by which a row of a table says that it is no data: one that adds others up, or a note below them. */
public final class RowWords {

    private static final Set<String> SUMS = Set.of("合计", "小计", "总计", "本页合计");
    private static final int LONGEST_SUM = 16;

    private static final Set<String> NOTES = Set.of(
            "注", "备注", "说明", "填表说明", "填写说明", "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "联系人", "联系电话",
            "日期", "填表日期", "填报日期");
    private static final int LONGEST_NOTE = 8;

    private RowWords() {}

    /** Returns whether a text is just 合计, 小计, 总计 or 本页合计. */
    public static boolean isSum(String text) {
        return mayBeSum(text) && SUMS.contains(Head.of(text).full());
    }

    /** Returns whether a text is such a word, alone or before a bracket or a colon: 合计（5台）. */
    public static boolean startsSum(String text) {
        if (!mayBeSum(text)) {
            return false;
        }
        String full = Head.of(text).full();
        int end = 0;
        while (end < full.length() && "([【:".indexOf(full.charAt(end)) < 0) {
            end++;
        }
        return SUMS.contains(full.substring(0, end));
    }

    private static boolean mayBeSum(String text) {
        return text.length() <= LONGEST_SUM && text.indexOf('计') >= 0;
    }

    /** Returns the first filled cell of a row if all that are say that they are notes below the table, else -1. */
    public static int noteIn(RawRow row) {
        int first = -1;
        for (int i = 0; i < row.cells().size(); i++) {
            RawCell cell = row.cells().get(i);
            if (cell == null) {
                continue;
            }
            if (cell.kind() != RawCell.Kind.TEXT || note(cell.text()).isEmpty()) {
                return -1;
            }
            first = first < 0 ? i : first;
        }
        return first;
    }

    /** Returns the word before a colon by which a text is a note below a table, 注 of 注：以上均为在用设备; empty if it is none. */
    public static String note(String text) {
        int most = Math.min(text.length(), LONGEST_NOTE + 1);
        int colon = 0;
        while (colon < most && text.charAt(colon) != ':' && text.charAt(colon) != '：') {
            colon++;
        }
        if (colon == most) {
            return "";
        }
        String word = Spelling.dense(text.substring(0, colon));
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return NOTES.contains(word.substring(0, end)) ? word : "";
    }
}
