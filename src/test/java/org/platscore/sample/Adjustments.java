package org.platscore.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The corrections that the offices' groups decided, each with its figure taken from the rows or fields that it names. */
final class Adjustments {

    static final String FILE = "adjustments.csv";

    private static final String FINANCE = "财务核查组";
    private static final String RECORDS = "服务记录核查组";
    private static final String SITE = "现场核查组";

    private final List<List<String>> lines = new ArrayList<>();

    private Adjustments() {}

    /**
     * The lines of the file, head first.
     *
     * @param services the sound services of each platform, in the order of its log
     * @param misread services entered in 万元 under a head in 元
     */
    static List<List<String>> lines(
            Map<Platform, List<Service>> services, List<Service> misread, List<Submission> submissions) {
        Adjustments adjustments = new Adjustments();
        adjustments.add("编号", "度量", "操作", "数值", "理由", "核定人", "日期");
        adjustments.misread(misread);
        adjustments.relatedParties(services);
        adjustments.missingReports(services);
        adjustments.forms(submissions);
        return adjustments.lines;
    }

    private void misread(List<Service> rows) {
        BigDecimal meant = sum(rows);
        add(
                rows.get(0).platform().id(),
                "服务收入",
                "核增",
                plain(meant.subtract(meant.movePointLeft(4))),
                "委托单 " + numbers(rows) + " 误按万元填写，按发票金额更正",
                FINANCE,
                "2023-03-02");
    }

    private void relatedParties(Map<Platform, List<Service>> services) {
        for (Platform platform : drawn(3, active(services, 2022), Draw.of("adjustments", "related"))) {
            List<Service> rows = twoOf(services, platform, 2022);
            String reason = "委托单 " + numbers(rows) + " 的委托方为运营单位关联企业";
            add(platform.id(), "service_income", "核减", plain(sum(rows)), reason, FINANCE, "2023-03-06");
        }
        for (Platform platform : drawn(1, active(services, 2021), Draw.of("adjustments", "bank"))) {
            List<Service> rows = twoOf(services, platform, 2021);
            String reason = "委托单 " + numbers(rows) + " 无对应银行回单";
            add(platform.id(), "服务收入", "核减", plain(sum(rows)), reason, FINANCE, "2023-03-06");
            add(platform.id(), "2021年服务收入", "核减", plain(sum(rows)), reason, FINANCE, "2023-03-06");
        }
    }

    private static List<Platform> active(Map<Platform, List<Service>> services, int year) {
        return services.keySet().stream()
                .filter(platform -> paid(services, platform, year).size() > 1)
                .toList();
    }

    private static List<Service> paid(Map<Platform, List<Service>> services, Platform platform, int year) {
        return services.getOrDefault(platform, List.of()).stream()
                .filter(row -> row.amount().isPresent() && row.date().getYear() == year)
                .toList();
    }

    private static List<Service> twoOf(Map<Platform, List<Service>> services, Platform platform, int year) {
        return drawn(2, paid(services, platform, year), Draw.of("adjustments", platform.id()));
    }

    private void missingReports(Map<Platform, List<Service>> services) {
        Draw draw = Draw.of("adjustments", "reports");
        for (Platform platform : drawn(2, List.copyOf(services.keySet()), draw)) {
            int number = 2 + draw.below(5);
            String reason = "抽查发现 " + number + " 条记录无报告存档";
            add(platform.id(), "服务次数", "核减", String.valueOf(number), reason, RECORDS, "2023-03-08");
        }
    }

    private void forms(List<Submission> submissions) {
        Draw draw = Draw.of("adjustments", "forms");
        for (Submission submission : drawn(2, submissions, draw)) {
            int partTime = 1 + draw.below(2);
            String reason = partTime + " 名兼职人员不计入专职人员";
            add(
                    submission.platform().id(),
                    "专职人员数",
                    "核定",
                    String.valueOf(submission.staff() - partTime),
                    reason,
                    SITE,
                    "2023-03-09");
        }
        List<Submission> equipped =
                submissions.stream().filter(s -> s.instruments().size() > 3).toList();
        for (Submission submission : drawn(2, equipped, draw)) {
            Submission.Instrument last =
                    submission.instruments().get(submission.instruments().size() - 1);
            add(
                    submission.platform().id(),
                    "仪器设备原值",
                    "核定",
                    plain(submission.equipmentValue().subtract(last.price())),
                    "设备 " + last.number() + " 尚未验收，不计入原值",
                    SITE,
                    "2023-03-09");
        }
    }

    private void add(String... cells) {
        lines.add(List.of(cells));
    }

    private static <T> List<T> drawn(int number, List<T> items, Draw draw) {
        List<T> rest = new ArrayList<>(items);
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            drawn.add(rest.remove(draw.below(rest.size())));
        }
        return drawn;
    }

    private static BigDecimal sum(List<Service> rows) {
        return rows.stream().flatMap(row -> row.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String numbers(List<Service> rows) {
        return String.join("、", rows.stream().map(Service::record).toList());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
