package org.platscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Fills in a submission: the template that the rules give, with what clerks do to it, who rename labels, write another unit, or add
 * a row of totals.
 */
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

    private static final String FORM = "基本信息";
    private static final String TABLE = "仪器设备";
    /** Index of the row with the table's head. */
    private static final int HEAD = 2;

    private SubmissionWriter() {}

    static byte[] bytes(Submission submission, String file, List<Planted> planted) {
        Draw draw = Draw.of("workbook", submission.platform().id());
        FilledTemplate book = FilledTemplate.of(submission.platform());
        form(book, submission, file, planted, draw);
        instruments(book, submission, file, planted, draw);
        return book.bytes();
    }

    private static void form(FilledTemplate book, Submission form, String file, List<Planted> planted, Draw draw) {
        Money money = draw.pick(List.of(Money.values()), List.of(30, 6, 3, 2));
        boolean none = form.instruments().isEmpty();
        String staff = draw.pick(List.of("专职人员数（人）", "专职人员（人）", "专职技术人员数："));
        String senior = draw.pick(List.of("其中高级职称人数（人）", "高级职称人员数（人）"));
        String fund = draw.pick(List.of("年均运行经费", "年运行经费"));
        book.fill(FORM, "专职人员数", staff, Cell.of(form.staff()));
        book.fill(FORM, "其中高级职称人数", senior, Cell.of(form.seniorStaff()));
        book.fill(FORM, "仪器设备原值", "仪器设备原值" + money.suffix, none ? Cell.of("无") : money.cell(form.equipmentValue()));
        book.fill(FORM, "年均运行经费", fund + money.suffix, money.cell(form.fund()));
        book.fill(FORM, "开放共享制度", Cell.of(form.openSystem()));
        book.fill(FORM, "资质认定", Cell.of(form.accreditation()));
        book.fill(FORM, "发明专利授权数", Cell.of(form.inventions()));
        book.fill(FORM, "实用新型专利授权数", Cell.of(form.utilityModels()));
        book.fill(FORM, "制定标准数", Cell.of(form.standards()));
        book.fill(FORM, "省部级以上奖励数", Cell.of(form.awards()));
        book.fill(FORM, "申报服务收入", "申报服务收入" + money.suffix, money.cell(form.claimedIncome()));
        book.fill(FORM, "填报日期", Cell.of(LocalDate.of(2023, 2, 10)));
        int row = book.row(FORM, "仪器设备原值");
        int claimed = book.row(FORM, "申报服务收入");
        if (money == Money.IN_CELL && !none) {
            planted.add(new Planted(Fault.UNIT_IN_CELL, file, FORM, row, "仪器设备原值"));
            planted.add(new Planted(Fault.UNIT_IN_CELL, file, FORM, claimed, "申报服务收入"));
        } else if (money == Money.FULL_WIDTH && !none) {
            planted.add(new Planted(Fault.FULL_WIDTH, file, FORM, row, "仪器设备原值"));
            planted.add(new Planted(Fault.FULL_WIDTH, file, FORM, claimed, "申报服务收入"));
        }
    }

    private static void instruments(
            FilledTemplate book, Submission submission, String file, List<Planted> planted, Draw draw) {
        boolean renamed = draw.below(2) == 1;
        if (draw.chance(0.25)) {
            book.put(TABLE, 0, 0, Cell.of(submission.platform().name() + "仪器设备一览"));
            planted.add(new Planted(Fault.TITLE_ROW, file, TABLE, 1, ""));
        }
        if (renamed) {
            book.put(TABLE, HEAD, 0, Cell.of("设备编号"));
            book.put(TABLE, HEAD, 1, Cell.of("设备名称"));
            book.put(TABLE, HEAD, 4, Cell.of("通用/专用"));
            book.put(TABLE, HEAD, 5, Cell.of("年均服务机时（小时）"));
        }
        int row = HEAD;
        for (Submission.Instrument instrument : submission.instruments()) {
            row++;
            book.put(TABLE, row, 0, Cell.of(instrument.number()));
            book.put(TABLE, row, 1, Cell.of(instrument.name()));
            book.put(TABLE, row, 2, Cell.of(instrument.price().movePointLeft(4)));
            book.put(TABLE, row, 3, Cell.of(instrument.bought()));
            book.put(TABLE, row, 4, Cell.of(instrument.special() ? "专用" : "通用"));
            book.put(TABLE, row, 5, Cell.of(instrument.hours()));
        }
        if (!submission.instruments().isEmpty() && draw.chance(0.3)) {
            row++;
            book.put(TABLE, row, 1, Cell.of("合计"));
            book.put(TABLE, row, 2, Cell.of(submission.equipmentValue().movePointLeft(4)));
            planted.add(new Planted(Fault.SUM_ROW, file, TABLE, row + 1, "合计"));
        }
    }
}
