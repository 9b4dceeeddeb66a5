package org.platscore.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The office's visits: one a year at each platform, and what complaints and special checks found. */
final class Inspections {

    static final String FILE = "inspections.csv";

    private Inspections() {}

    /** The lines of the file, head first. */
    static List<List<String>> lines(List<Platform> platforms, List<Planted> planted) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("平台编号", "检查日期", "检查类型", "检查结论", "说明"));
        String vetoed = Draw.of("inspections").pick(platforms).id();
        for (Platform platform : platforms) {
            Draw draw = Draw.of("inspections", platform.id());
            for (int year = 2021; year <= 2022; year++) {
                boolean lacking = draw.chance(Draw.logistic(-2.2 - 0.9 * platform.quality()));
                String outcome = lacking ? "限期整改" : "通过";
                lines.add(line(platform, year, draw, "年度检查", outcome, lacking ? "台账与报告不一致" : ""));
                if (draw.chance(Draw.logistic(-3 - 0.7 * platform.quality()))) {
                    lines.add(line(platform, year, draw, "投诉核查", "投诉属实", "报告交付超过约定期限"));
                }
            }
            if (platform.id().equals(vetoed)) {
                lines.add(line(platform, 2022, draw, "专项检查", "弄虚作假", "出具未经检测的报告"));
                planted.add(new Planted(Fault.VETO, FILE, "", lines.size(), platform.id()));
            }
        }
        return lines;
    }

    private static List<String> line(
            Platform platform, int year, Draw draw, String kind, String outcome, String remark) {
        LocalDate day = LocalDate.ofYearDay(year, 200 + draw.below(150));
        return List.of(platform.id(), day.toString(), kind, outcome, remark);
    }
}
