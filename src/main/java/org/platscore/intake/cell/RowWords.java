package org.platscore.intake.cell;

import java.util.Set;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;

/** The words by which a row of a table says that it is no data: one that adds others up, a note below them, or an example. */
public final class RowWords {

    private static final Set<String> SUMS = Set.of("合计", "小计", "总计", "本页合计");
    private static final int LONGEST_SUM = 16;

    private static final Set<String> NOTES = Set.of(
            "注", "备注", "说明", "填表说明", "填写说明", "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "联系人", "联系电话",
            "日期", "填表日期", "填报日期");
    private static final int LONGEST_NOTE = 8;

    private static final Set<String> EXAMPLES = Set.of("例", "例如", "举例", "示例", "样例", "范例", "填写示例", "填报示例");

    private RowWords() {}

    /** Returns whether a text is just 合计, 小计, 总计 or 本页合计. */
    public static boolean isSum(String text) {
        return mayBeSum(text) && SUMS.contains(Head.of(text).full());
    }

    /** Returns whether a text is such a word, alone or before a bracket or a colon: 合计（5台）. */
    public static boolean startsSum(String text) {
        return !sum(text).isEmpty();
    }

    /** Returns the word by which a text begins to say that its row adds others up, 合计 of 合计（5台）; empty if it does not. */
    public static String sum(String text) {
        if (!mayBeSum(text)) {
            return "";
        }
        String full = Head.of(text).full();
        int end = 0;
        while (end < full.length() && "([【:".indexOf(full.charAt(end)) < 0) {
            end++;
        }
        String word = full.substring(0, end);
        return SUMS.contains(word) ? word : "";
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

    /** Returns whether a cell of this text may make its row one that is no data. */
    public static boolean saysNone(String text) {
        return startsSum(text) || !note(text).isEmpty() || !example(text).isEmpty();
    }

    /** Returns the first filled cell of a row if it says that the row is an example of how to fill in the table, else -1. */
    public static int exampleIn(RawRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            RawCell cell = row.cells().get(i);
            if (cell != null) {
                return cell.kind() == RawCell.Kind.TEXT && !example(cell.text()).isEmpty() ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the word by which a text says that it begins an example, 示例 of （示例）质谱仪 and of 示例：质谱仪; empty if there is none. */
    public static String example(String text) {
        if (text.indexOf('例') < 0) {
            return "";
        }
        String dense = Spelling.dense(text);
        int from = "([【".indexOf(dense.charAt(0)) < 0 ? 0 : 1;
        int end = from;
        while (end < dense.length() && Character.isLetter(dense.charAt(end))) {
            end++;
        }
        String word = dense.substring(from, end);
        while (end < dense.length() && Character.isDigit(dense.charAt(end))) {
            end++;
        }
        boolean closed =
                end == dense.length() ? from == 0 : (from == 0 ? "([【:" : ")]】:").indexOf(dense.charAt(end)) >= 0;
        return closed && EXAMPLES.contains(word) ? word : "";
    }
}
