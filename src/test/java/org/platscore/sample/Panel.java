package org.platscore.sample;

import java.util.ArrayList;
import java.util.List;

/** The scores of five experts for each platform and dimension, with what goes wrong in such a table. */
final class Panel {

    static final String FILE = "reviews.csv";

    private static final List<String> DIMENSIONS = List.of("服务质量", "发展潜力");
    private static final int EXPERTS = 5;
    private static final int FAULTY = 6;

    private Panel() {}

    /** The lines of the file, head first. */
    static List<List<String>> lines(List<Platform> platforms, List<Planted> planted) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("平台编号", "评审维度", "专家", "评分"));
        for (Platform platform : platforms) {
            Draw draw = Draw.of("reviews", platform.id());
            for (String dimension : DIMENSIONS) {
                double level = draw.normal(81 + 5 * platform.quality(), 2.5, 50, 97);
                for (int expert = 1; expert <= EXPERTS; expert++) {
                    double strictness =
                            Draw.of("expert", String.valueOf(expert)).normal();
                    long score = Math.round(Math.min(100, level + 1.5 * strictness + 2.5 * draw.normal()));
                    lines.add(List.of(platform.id(), dimension, "专家" + expert, String.valueOf(score)));
                }
            }
        }
        plant(lines, planted);
        return lines;
    }

    private static void plant(List<List<String>> lines, List<Planted> planted) {
        Draw draw = Draw.of("reviews");
        // One faulty row in each stretch of the table, so that no dimension loses two experts.
        int stretch = (lines.size() - 1) / FAULTY;
        for (int i = 0; i < FAULTY; i++) {
            int at = 1 + i * stretch + draw.below(stretch - EXPERTS);
            List<String> line = lines.get(at);
            Fault fault = List.of(Fault.BLANK_SCORE, Fault.SCORE_TOO_HIGH, Fault.SCORE_FAR_OFF)
                    .get(i % 3);
            String score = switch (fault) {
                case BLANK_SCORE -> "回避";
                case SCORE_TOO_HIGH -> "1" + line.get(3);
                default -> "45";
            };
            lines.set(at, List.of(line.get(0), line.get(1), line.get(2), score));
            planted.add(new Planted(fault, FILE, "", at + 1, score));
        }
        List<String> again = lines.get(lines.size() - 1);
        lines.add(again);
        planted.add(new Planted(Fault.SCORE_REPEATED, FILE, "", lines.size(), String.join(" ", again)));
    }
}
