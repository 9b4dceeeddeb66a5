package org.platscore.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One assessed platform: what the roster says, and two drawn traits that its files follow: {@code size} (0 is usual for
 * the domain, 1 about twice that) and {@code quality} (of management and service, 0 is usual).
 */
record Platform(
        String id,
        String name,
        Domain domain,
        boolean comprehensive,
        String operator,
        String code,
        int opened,
        double size,
        double quality) {

    private static final List<String> FIRST = List.of("沐", "衡", "澜", "峤", "屿", "禾", "鹭", "澄", "钧", "岚", "砺", "煦");
    private static final List<String> SECOND = List.of("岳", "川", "汀", "辰", "原", "石", "帆", "微", "穗", "舟", "台", "曜");

    /** The 42 platforms, in the order of their ids. */
    static List<Platform> all() {
        List<Platform> platforms = new ArrayList<>();
        Set<String> brands = new HashSet<>();
        for (Domain domain : Domain.values()) {
            for (int i = 0; i < domain.platforms(); i++) {
                String id = String.format(Locale.ROOT, "P%02d", platforms.size() + 1);
                platforms.add(draw(id, domain, domain.topics().get(i), brands));
            }
        }
        return List.copyOf(platforms);
    }

    private static Platform draw(String id, Domain domain, String topic, Set<String> brands) {
        Draw draw = Draw.of("platform", id);
        String brand;
        do {
            brand = draw.pick(FIRST) + draw.pick(SECOND);
        } while (!brands.add(brand));
        boolean institute = draw.chance(0.25);
        String operator = institute ? "鹭湾市" + brand + topic + "研究院" : "鹭湾" + brand + topic + "技术有限公司";
        String code = CreditCodes.standard(draw, institute ? draw.pick(List.of("12", "52")) : "91");
        int opened = draw.chance(0.12) ? 2021 + draw.below(2) : 2010 + draw.below(11);
        double size = draw.normal(opened > 2020 ? -1 : 0, 1, -2, 2);
        double quality = draw.normal(0.25 * size, 1, -2, 2);
        String name = "鹭湾市" + topic + "公共技术服务平台";
        return new Platform(id, name, domain, size > 0, operator, code, opened, size, quality);
    }

    /** 综合 platforms are class A, 专业 ones class B. */
    String type() {
        return comprehensive ? "A" : "B";
    }
}
