package org.platscore.rules.names;

import java.util.Set;

/** What kind of quantity a unit counts, as far as that is beyond doubt: kinds do not add up. */
public enum UnitKind {
    MONEY,
    TIME,
    SHARE,
    COUNT,
    UNKNOWN;

    private static final Set<String> OF_MONEY = Set.of("元", "千元", "万元", "亿元");
    private static final Set<String> OF_TIME = Set.of("小时", "时", "分钟", "天", "日", "月", "年");
    private static final Set<String> OF_SHARE = Set.of("%", "％", "‰", "百分点");
    private static final Set<String> OF_COUNT =
            Set.of("家", "人", "人次", "次", "件", "项", "个", "名", "位", "台", "套", "台套", "所", "篇", "部", "批", "份", "种");

    /** Returns whether a unit is the percent sign. */
    public static boolean percent(String unit) {
        return unit.equals("%") || unit.equals("％");
    }

    /** Returns the kind of a unit. */
    public static UnitKind of(String unit) {
        String text = unit.strip();
        if (OF_MONEY.contains(text)) {
            return MONEY;
        }
        if (OF_TIME.contains(text)) {
            return TIME;
        }
        if (OF_SHARE.contains(text)) {
            return SHARE;
        }
        return OF_COUNT.contains(text) ? COUNT : UNKNOWN;
    }
}
