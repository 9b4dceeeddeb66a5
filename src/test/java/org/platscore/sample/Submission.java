package org.platscore.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a platform's self-assessment workbook says. Money is in 元. */
record Submission(
        Platform platform,
        int staff,
        int seniorStaff,
        List<Instrument> instruments,
        BigDecimal fund,
        String openSystem,
        String accreditation,
        int inventions,
        int utilityModels,
        int standards,
        int awards,
        BigDecimal claimedIncome) {

    /** An instrument; {@code hours} are those of a usual year. */
    record Instrument(String number, String name, BigDecimal price, int bought, boolean special, int hours) {}

    /** Drawn from the platform's domain, size and quality; {@code income} is what its log adds up to. */
    static Submission draw(Platform platform, BigDecimal income) {
        Draw draw = Draw.of("submission", platform.id());
        double size = platform.size();
        double quality = platform.quality();
        int staff = (int) Math.max(4, Math.round(draw.around(16 * StrictMath.exp(0.45 * size), 0.2)));
        int senior = (int) Math.round(staff * draw.normal(0.27 + 0.06 * quality, 0.06, 0.05, 0.6));
        double order = quality + 0.6 * draw.normal();
        double standing = 0.5 * quality + 0.5 * size + 0.6 * draw.normal();
        return new Submission(
                platform,
                staff,
                senior,
                instruments(platform, draw),
                Draw.rounded(draw.around(1_300_000 * StrictMath.exp(0.6 * size + 0.2 * quality), 0.3), 10_000),
                order > -0.7 ? "健全" : order > -1.6 ? "基本健全" : "无",
                standing > 0.9 ? "国家级" : standing > -0.6 ? "省级" : standing > -1.3 ? "市级" : "无",
                draw.events(1.6 * StrictMath.exp(0.4 * size + 0.3 * quality)),
                draw.events(3.0 * StrictMath.exp(0.4 * size + 0.2 * quality)),
                draw.events(0.8 * StrictMath.exp(0.3 * size + 0.4 * quality)),
                draw.events(0.25 * StrictMath.exp(0.8 * quality)),
                Draw.rounded(income.doubleValue() * draw.normal(1.02, 0.03, 0.95, 1.15), 1000));
    }

    private static List<Instrument> instruments(Platform platform, Draw draw) {
        if (platform.domain() == Domain.SOFTWARE && draw.chance(0.5)) {
            return List.of();
        }
        double total = draw.around(platform.domain().scale().equipment() * StrictMath.exp(0.6 * platform.size()), 0.3);
        int number = 4 + draw.below(7) + (platform.comprehensive() ? 5 : 0);
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            boolean special = draw.chance(0.35);
            double usual = (special ? 620 : 1120) * StrictMath.exp(0.18 * platform.quality());
            int bought = platform.opened() - 3 + draw.below(2023 - platform.opened());
            instruments.add(new Instrument(
                    String.format(Locale.ROOT, "%s-Y%02d", platform.id(), i),
                    draw.pick(platform.domain().instruments()),
                    Draw.rounded(10_000 * draw.around(total / number, 0.5), 1000),
                    bought,
                    special,
                    Draw.rounded(draw.around(usual, 0.3), 10).intValueExact()));
        }
        return List.copyOf(instruments);
    }

    /** The value of all instruments, 0 without any. */
    BigDecimal equipmentValue() {
        return instruments.stream().map(Instrument::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
