package org.platscore.sample;

import java.util.List;

/** A column of the service log, and the names that offices give it. A unit in brackets is added by the file's layout. */
enum LogColumn {
    RECORD("服务编号", "记录编号", "委托单号", "报告编号"),
    PLATFORM("平台编号", "平台名称", "所属平台"),
    CLIENT("服务单位", "委托单位", "客户名称", "用户单位"),
    CODE("服务单位统一社会信用代码", "统一社会信用代码", "信用代码", "社会信用代码"),
    NATURE("单位性质", "服务对象类型"),
    SIZE("企业规模", "企业划型"),
    DATE("服务日期", "检测日期", "受理日期", "委托日期"),
    KIND("服务类型", "服务类别"),
    CONTENT("服务内容", "检测项目", "项目内容"),
    HOURS("机时（小时）", "服务机时（小时）", "工时（小时）"),
    AMOUNT("到账金额", "实收金额", "到款金额"),
    INVOICE("发票号码", "发票号"),
    RATING("用户评价", "满意度"),
    EVIDENCE("佐证材料", "证明材料"),
    NOTE("备注");

    private final List<String> names;

    LogColumn(String... names) {
        this.names = List.of(names);
    }

    /** The synonyms; the rules list each of them. */
    List<String> names() {
        return names;
    }
}
