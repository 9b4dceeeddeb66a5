package org.platscore.intake.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The units that stand in heads, labels and cells, all after NFKC. */
public final class Units {

    private static final Map<String, BigDecimal> WORDS = Map.of(
            "百", new BigDecimal(100),
            "千", new BigDecimal(1_000),
            "万", new BigDecimal(10_000),
            "百万", new BigDecimal(1_000_000),
            "千万", new BigDecimal(10_000_000),
            "亿", new BigDecimal(100_000_000));

    private static final Set<String> COUNTS = Set.of(
            "次", "个", "件", "家", "台", "套", "台套", "台(套)", "人", "人次", "名", "项", "份", "篇", "批", "批次", "样", "样品", "张", "场",
            "户", "期", "组", "位", "部", "本", "种", "条", "分");

    private static final Set<String> OTHERS = Set.of(
            "%",
            "‰", "小时", "时", "分钟", "秒", "天", "日", "工作日", "月", "个月", "年", "h", "hr", "hrs", "hour", "hours", "min", "s",
            "day", "days", "机时", "工时", "m2", "m²", "㎡", "平方米", "立方米", "吨", "kg", "g", "公斤", "千克", "克", "t", "公里", "km",
            "m", "cm", "mm", "米", "升", "kw", "kwh", "千瓦时", "度", "亩", "倍");

    private static final Pattern STATED = Pattern.compile("单位(:?)(?:人民币)?(?:\\(([^()]+)\\)|([^()]+))");

    /** A label and its own number, whose unit is then stated. */
    private static final Pattern OWN_NUMBER = Pattern.compile(":[-+¥]?[0-9][0-9,]*(?:\\.[0-9]+)?[(\\[]?$");

    /** A label and a number without a unit: a year or day, or the number of a paper, a page, a telephone. */
    private static final Pattern UNITLESS_NUMBER =
            Pattern.compile("(?:[年度月份日期间时至止]:(?:19|20)[0-9]{2}[0-9.]*|[号码话页]:[0-9]+)[(\\[]?$");

    private static final Pattern ANNOUNCED = Pattern.compile("(?:计量|金额)?单位:?");

    /** What stands in place of a number or unit where there is none. */
    static final Pattern NONE = Pattern.compile("[-—―]{1,4}|/|无");

    /** What may stand behind a unit and says nothing. */
    private static final Pattern ADDED = Pattern.compile("(?:\\((?:人民币|rmb|RMB)\\))?[。.,;]?$");

    /** What is no unit behind a number: it makes the number vague, or begins with a sign that no unit begins with, as in 2015/5/6. */
    private static final Pattern NO_UNIT = Pattern.compile("[^\\p{L}%‰°(].*|.*(?:左右|上下|以上|以下|以内|余|多).*");

    private static final String BETWEEN = "[、,;/或]";

    private Units() {}

    /** Returns how many 元 a unit of money is; empty if it is none. */
    public static Optional<BigDecimal> money(String unit) {
        String plain = unit.startsWith("人民币") ? unit.substring(3) : unit;
        if (plain.equalsIgnoreCase("rmb") || plain.equalsIgnoreCase("cny")) {
            return Optional.of(BigDecimal.ONE);
        }
        String bare = plain.endsWith("元整") ? plain.substring(0, plain.length() - 1) : plain;
        if (!bare.endsWith("元") && !bare.endsWith("圆")) {
            return Optional.empty();
        }
        String word = bare.substring(0, bare.length() - 1);
        return word.isEmpty() ? Optional.of(BigDecimal.ONE) : word(word);
    }

    /**
     * Returns how many 元 the units of money are that a head or a 单位 row names, each once: 万 is 万元 there, and 万元/年 is 万元.
     * Of two, such as 元/万元, nobody knows which is meant.
     */
    public static List<BigDecimal> amounts(String named) {
        return each(named).stream()
                .flatMap(each -> money(each).or(() -> word(each)).stream())
                .distinct()
                .toList();
    }

    /** Returns the units that a head names: two in 元/万元. */
    public static List<String> each(String named) {
        return List.of(named.split(BETWEEN));
    }

    /** Returns the factor of a number word such as 万; empty if it is none. */
    static Optional<BigDecimal> word(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** Returns whether a text in brackets behind a head is a unit, such as 万元, 小时 or 元/次, or units of money, such as 元或万元. */
    public static boolean known(String text) {
        if (text.isEmpty() || text.length() > 12) {
            return false;
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return known(text.substring(0, slash)) && known(text.substring(slash + 1));
        }
        return single(text)
                || text.length() > 1 && word(text.substring(0, 1)).isPresent() && single(text.substring(1))
                || choice(text);
    }

    /** Returns whether a text names several units of money, so that nobody knows which is meant. */
    private static boolean choice(String text) {
        List<String> units = each(text);
        return units.size() > 1 && units.stream().allMatch(unit -> money(unit).isPresent());
    }

    /** Returns whether a text behind a number may be a unit, known or not. */
    static boolean possible(String suffix) {
        return !NO_UNIT.matcher(suffix).matches();
    }

    /** Returns whether a unit only counts things, so that it may be left out without changing a number. */
    static boolean counts(String unit) {
        return COUNTS.contains(unit);
    }

    /** Returns whether two units are the same, such as 小时 and h. */
    static boolean same(String a, String b) {
        return canonical(a).equals(canonical(b));
    }

    /** Returns whether numbers in two units go together: the same, or both counting things, such as 人 and 名. */
    public static boolean alike(String a, String b) {
        return same(a, b) || counts(a) && counts(b);
    }

    /** Returns the unit that fills a dense text such as {@code (万元)} or {@code 单位:万元}; empty if something else does. */
    public static String alone(String dense) {
        int last = dense.length() - 1;
        int opening = last < 1 ? -1 : "([【".indexOf(dense.charAt(0));
        boolean bracketed = opening >= 0 && dense.charAt(last) == ")]】".charAt(opening);
        String inside = bracketed ? dense.substring(1, last) : dense;
        String unit = inside.startsWith("单位:") ? inside.substring(3) : inside;
        String bare = ADDED.matcher(unit).replaceFirst("");
        return known(bare) ? bare : "";
    }

    /** Returns whether a dense text says only that a unit stands in the next cell. */
    public static boolean announced(String dense) {
        return ANNOUNCED.matcher(dense).matches();
    }

    /** Returns whether a dense text stands in a row of units where there is none: a dash, or what the row calls itself. */
    public static boolean without(String dense) {
        return announced(dense) || NONE.matcher(dense).matches();
    }

    /**
     * Returns the units that a dense text such as {@code 单位:万元} states somewhere, one of money among them; null if it states
     * none, or only that of a number of its own ({@code 注册资金:100单位:万元}).
     *
     * @param behind the text of the next cell, where the unit stands if this one ends in {@code 单位:}
     */
    public static @Nullable String stated(String dense, String behind) {
        Matcher matcher = STATED.matcher(dense.endsWith("单位:") || dense.endsWith("单位") ? dense + behind : dense);
        while (matcher.find()) {
            String named = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            boolean sure = !matcher.group(1).isEmpty() || each(named).stream().allMatch(Units::known);
            String before = dense.substring(0, matcher.start());
            boolean own = OWN_NUMBER.matcher(before).find()
                    && !UNITLESS_NUMBER.matcher(before).find();
            if (sure && !own && !amounts(named).isEmpty()) {
                return named;
            }
        }
        return null;
    }

    private static boolean single(String text) {
        return COUNTS.contains(text)
                || OTHERS.contains(text.toLowerCase(Locale.ROOT))
                || WORDS.containsKey(text)
                || money(text).isPresent();
    }

    private static String canonical(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "h", "hr", "hrs", "hour", "hours", "时", "机时", "工时", "小时" -> "小时";
            case "min", "分钟" -> "分钟";
            case "day", "days", "日", "天" -> "天";
            case "m²", "㎡", "平方米", "m2" -> "m2";
            case "公斤", "千克", "kg" -> "kg";
            default -> lower;
        };
    }
}
