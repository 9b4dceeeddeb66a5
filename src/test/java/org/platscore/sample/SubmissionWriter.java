package org.platscore.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out a submission as a workbook: how to fill it in, the form, the instruments. */
final class SubmissionWriter {

    /** A way to show the money of the form: the words of the label, and the cell. */
    private enum Money {
        TEN_THOUSANDS("（万元）"),
        YUAN("（元）"),
        /** The label is silent; the unit stands in the cell. */
        IN_CELL(""),
        /** Full-width digits with separators, as an input method leaves them. */
        FULL_WIDTH("（元）");

        private final String suffix;

        Money(String suffix) {
            this.suffix = suffix;
        }

        Cell cell(BigDecimal yuan) {
            BigDecimal shifted = yuan.movePointLeft(4).stripTrailingZeros();
            return switch (this) {
                case TEN_THOUSANDS -> Cell.of(shifted);
                case YUAN -> Cell.of(yuan);
                case IN_CELL -> Cell.of(shifted.toPlainString() + "万元");
                case FULL_WIDTH -> Cell.of(wide(String.format(Locale.ROOT, "%,d", yuan.toBigIntegerExact())));
            };
        }

        private static String wide(String text) {
            return text.chars()
                    .map(c -> c + '０' - '0')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    private static final List<String> GUIDE = List.of(
            "填报说明",
            "1. 本表由平台运营单位填写，所有数据均为示例，由程序生成。",
            "2. 考核期为2021年1月1日至2022年12月31日；人员、设备以2022年12月31日为准。",
            "3. 金额单位以标签所注为准；没有仪器设备的平台，原值填“无”。",
            "4. 仪器设备表填报单台原值10万元以上的设备，年服务机时为考核期内的年均数。");

    private SubmissionWriter() {}

    static byte[] bytes(Submission submission, String file, List<Planted> planted) {
        Draw draw = Draw.of("workbook", submission.platform().id());
        SteadyWorkbook book = new SteadyWorkbook();
        book.sentences("填报说明", GUIDE);
        form(book, submission, file, planted, draw);
        instruments(book, submission, file, planted, draw);
        return book.bytes();
    }

    private static void form(SteadyWorkbook book, Submission form, String file, List<Planted> planted, Draw draw) {
        Money money = draw.pick(List.of(Money.values()), List.of(30, 6, 3, 2));
        boolean none = form.instruments().isEmpty();
        Platform platform = form.platform();
        book.form(
                "基本信息",
                "公共技术服务平台绩效考核自评表",
                List.of(
                        line("平台编号", Cell.of(platform.id()), "平台名称", Cell.of(platform.name())),
                        line("运营单位", Cell.of(platform.operator()), "统一社会信用代码", Cell.of(platform.code())),
                        line(
                                draw.pick(List.of("专职人员数（人）", "专职人员（人）", "专职技术人员数：")),
                                Cell.of(form.staff()),
                                draw.pick(List.of("其中高级职称人数（人）", "高级职称人员数（人）")),
                                Cell.of(form.seniorStaff())),
                        line(
                                "仪器设备原值" + money.suffix,
                                none ? Cell.of("无") : money.cell(form.equipmentValue()),
                                draw.pick(List.of("年均运行经费", "年运行经费")) + money.suffix,
                                money.cell(form.fund())),
                        line("开放共享制度*", Cell.of(form.openSystem()), "资质认定", Cell.of(form.accreditation())),
                        line("发明专利授权数（件）", Cell.of(form.inventions()), "实用新型专利授权数（件）", Cell.of(form.utilityModels())),
                        line("制定标准数（项）", Cell.of(form.standards()), "省部级以上奖励数（项）", Cell.of(form.awards())),
                        line(
                                "申报服务收入" + money.suffix,
                                money.cell(form.claimedIncome()),
                                "填报日期",
                                Cell.of("2023年2月10日"))));
        int row = 6; // title, blank line, three lines before the money
        int claimed = row + 4;
        if (money == Money.IN_CELL && !none) {
            planted.add(new Planted(Fault.UNIT_IN_CELL, file, "基本信息", row, "仪器设备原值"));
            planted.add(new Planted(Fault.UNIT_IN_CELL, file, "基本信息", claimed, "申报服务收入"));
        } else if (money == Money.FULL_WIDTH && !none) {
            planted.add(new Planted(Fault.FULL_WIDTH, file, "基本信息", row, "仪器设备原值"));
            planted.add(new Planted(Fault.FULL_WIDTH, file, "基本信息", claimed, "申报服务收入"));
        }
    }

    private static List<Cell> line(String first, Cell value, String second, Cell other) {
        return List.of(Cell.of(first), value, Cell.of(second), other);
    }

    private static void instruments(
            SteadyWorkbook book, Submission submission, String file, List<Planted> planted, Draw draw) {
        int naming = draw.below(2);
        List<List<Cell>> lines = new ArrayList<>();
        boolean titled = draw.chance(0.25);
        if (titled) {
            lines.add(List.of(Cell.of(submission.platform().name() + "仪器设备一览")));
            planted.add(new Planted(Fault.TITLE_ROW, file, "仪器设备", 1, ""));
        }
        lines.add(heads(naming));
        for (Submission.Instrument instrument : submission.instruments()) {
            lines.add(List.of(
                    Cell.of(instrument.number()),
                    Cell.of(instrument.name()),
                    Cell.of(instrument.price().movePointLeft(4)),
                    Cell.of(instrument.bought()),
                    Cell.of(instrument.special() ? "专用" : "通用"),
                    Cell.of(instrument.hours())));
        }
        if (!submission.instruments().isEmpty() && draw.chance(0.3)) {
            lines.add(List.of(
                    Cell.BLANK,
                    Cell.of("合计"),
                    Cell.of(submission.equipmentValue().movePointLeft(4))));
            planted.add(new Planted(Fault.SUM_ROW, file, "仪器设备", lines.size(), "合计"));
        }
        book.table("仪器设备", lines, titled ? 1 : 0);
    }

    private static List<Cell> heads(int naming) {
        List<String> first = List.of("仪器编号", "仪器名称", "原值（万元）", "购置年份", "类别", "年服务机时（小时）");
        List<String> second = List.of("设备编号", "设备名称", "原值（万元）", "购置年份", "通用/专用", "年均服务机时（小时）");
        return (naming == 0 ? first : second).stream().map(Cell::of).toList();
    }
}
