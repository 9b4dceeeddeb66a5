package org.platscore.sample;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws the services of a platform in 2021 and 2022, in the order of their days. */
final class Services {

    private static final List<String> KINDS = List.of("检测", "研发", "中试", "设计", "咨询", "培训", "仪器共享", "内部使用");
    private static final List<Integer> KIND_WEIGHTS = List.of(560, 70, 45, 45, 90, 50, 120, 20);
    private static final List<String> RATINGS = List.of("非常满意", "基本满意", "一般", "不满意");

    private Services() {}

    /** What this platform recorded. */
    static List<Service> of(Platform platform, List<Client> region) {
        Draw draw = Draw.of("services", platform.id());
        Domain.Scale scale = platform.domain().scale();
        double level = scale.services() * StrictMath.exp(0.7 * platform.size() + 0.15 * platform.quality());
        double perYear = Math.max(12, draw.around(level, 0.25)) / 2;
        double growth = draw.normal(0.10 + 0.08 * platform.quality(), 0.18, -0.5, 0.9);
        int first = (int) (perYear * (1 - growth / 2) * share(platform, 2021));
        int second = (int) (perYear * (1 + growth / 2) * share(platform, 2022));
        List<Client> clients = clients(platform, region, first + second, draw);
        double price = draw.around(scale.price() * StrictMath.exp(0.25 * platform.size()), 0.3);
        List<Service> services = new ArrayList<>();
        for (LocalDate day : days(platform, first, second, draw)) {
            services.add(draw(platform, clients, day, price, services.size() + 1, draw));
        }
        return services;
    }

    /** The share of the year that the platform was open. */
    private static double share(Platform platform, int year) {
        return platform.opened() < year ? 1 : platform.opened() == year ? 0.5 : 0;
    }

    private static List<Client> clients(Platform platform, List<Client> region, int services, Draw draw) {
        int number = Math.max(8, services * platform.domain().scale().clientsPerHundred() / 100);
        return IntStream.range(0, number).mapToObj(i -> draw.pick(region)).toList();
    }

    private static List<LocalDate> days(Platform platform, int first, int second, Draw draw) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < first + second; i++) {
            int year = i < first ? 2021 : 2022;
            int from = platform.opened() == year ? 182 : 0;
            LocalDate day = LocalDate.ofYearDay(year, 1 + from + draw.below(365 - from));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SUNDAY;
            days.add(weekend && day.getDayOfMonth() > 1 ? day.minusDays(1) : day);
        }
        days.sort(Comparator.naturalOrder());
        return days;
    }

    private static Service draw(
            Platform platform, List<Client> clients, LocalDate day, double price, int number, Draw draw) {
        // A few clients come often: the square puts most visits on the first ones.
        Client client = clients.get((int) (clients.size() * StrictMath.pow(draw.uniform(), 1.6)));
        String kind = draw.pick(KINDS, KIND_WEIGHTS);
        double factor = switch (kind) {
            case "研发", "中试" -> 4;
            case "设计" -> 2;
            case "培训", "咨询" -> 0.5;
            default -> 1;
        };
        double value = draw.around(price * factor, 0.8);
        boolean paid = !kind.equals("内部使用") && draw.chance(0.94);
        Optional<BigDecimal> amount = paid ? Optional.of(rounded(value)) : Optional.empty();
        BigDecimal hours = Draw.rounded(10 * draw.around(3.5 * factor, 0.7), 5).movePointLeft(1);
        String record = String.format(Locale.ROOT, "%s-%d-%04d", platform.id(), day.getYear(), number);
        // 7919 has no factor in common with a million, so that no number of a platform comes twice.
        String invoice = paid
                ? String.format(
                        Locale.ROOT,
                        "3502%02d1130-%s%06d",
                        day.getYear() % 100,
                        platform.id().substring(1),
                        number * 7919 % 1_000_000)
                : "";
        return new Service(
                record,
                platform,
                kind.equals("内部使用") ? Client.operating(platform) : client,
                day,
                kind,
                content(kind, platform.domain(), draw),
                hours,
                amount,
                invoice,
                rating(platform, draw),
                draw.chance(Draw.logistic(2.6 + 0.9 * platform.quality())) ? "有" : "无");
    }

    private static String content(String kind, Domain domain, Draw draw) {
        return switch (kind) {
            case "仪器共享" -> draw.pick(domain.instruments());
            case "咨询", "培训" -> "技术" + kind;
            case "内部使用" -> "内部试验";
            default -> draw.pick(domain.contents());
        };
    }

    private static String rating(Platform platform, Draw draw) {
        if (!draw.chance(0.75)) {
            return "";
        }
        double mood = 1.1 + 0.45 * platform.quality() + draw.normal();
        return RATINGS.get(mood > 0.6 ? 0 : mood > -0.5 ? 1 : mood > -1.3 ? 2 : 3);
    }

    /** Prices as people write them: to 10, 50 or 500 元. */
    private static BigDecimal rounded(double value) {
        return Draw.rounded(value, value < 1000 ? 10 : value < 20000 ? 50 : 500);
    }
}
