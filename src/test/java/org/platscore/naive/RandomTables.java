package org.platscore.naive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A random roster, service log, review table and adjustments; small whole values, so that ties and edges are met. */
final class RandomTables {
    static final List<String> DOMAINS = List.of("新材料", "现代农业", "生态环保");
    static final List<String> CLASSES = List.of("A", "B", "C");
    static final List<String> OPENNESS = List.of("健全", "基本健全", "未建");
    static final List<String> KINDS = List.of("检测", "研发", "培训", "内部");
    static final List<String> ASPECTS = List.of("质量", "管理");

    private final Dice dice;
    private final Path folder;
    private final int subjects;

    RandomTables(Dice dice, Path folder) {
        this.dice = dice;
        this.folder = folder;
        this.subjects = dice.between(1, dice.percent(50) ? 6 : 14);
    }

    /** The section {@code inputs} that reads what {@link #write} writes. */
    Map<String, Object> inputs() {
        Map<String, Object> roster = Dice.map("id", column("编号", "text", "required", "true"));
        roster.put("name", column("平台名称", "text", "required", "true"));
        roster.put("domain", column("领域", "choice", "choices", DOMAINS, "required", "true"));
        roster.put("class", column("类别", "choice", "choices", CLASSES, "required", "true"));
        roster.put("open", column("开放制度", "choice", "choices", OPENNESS));
        roster.put("stock", column("存量", "number"));
        roster.put("growth", column("增量", "number"));
        roster.put("share", column("占比", "percent"));
        roster.put("staff", column("人数", "integer", "required", "true"));
        roster.put("accidents", column("事故数", "integer", "default", "0"));
        roster.put("paid", column("已获资助（元）", "money", "required", "true"));
        Map<String, Object> services = Dice.map("record", column("记录编号", "text", "required", "true"));
        services.put("platform", column("平台编号", "subject", "required", "true"));
        services.put("date", column("服务日期", "date"));
        services.put("kind", column("服务类型", "choice", "choices", KINDS));
        services.put("amount", column("到账金额（元）", "money"));
        services.put("hours", column("机时", "number"));
        services.put("client", column("服务单位", "text"));
        Map<String, Object> reviews = Dice.map("platform", column("平台编号", "subject", "required", "true"));
        reviews.put("aspect", column("方面", "choice", "choices", ASPECTS));
        reviews.put("score", column("得分", "number"));
        Map<String, Object> log = Dice.map("files", "services.csv", "belongs_to", "platform", "columns", services);
        if (dice.percent(50)) {
            log.put("where", Dice.map("kind", Dice.map("not", "内部")));
        }
        log.put(
                "checks",
                List.of(
                        Dice.map("id", "outside-period", "reject", Dice.map("date", Dice.map("outside", "period"))),
                        Dice.map("id", "repeated", "unique", List.of("record"))));
        return Dice.map(
                "platforms",
                        Dice.map(
                                "files",
                                "platforms.csv",
                                "roster",
                                Dice.map("id", "id", "name", "name"),
                                "columns",
                                roster),
                "services", log,
                "reviews", Dice.map("files", "reviews.csv", "belongs_to", "platform", "columns", reviews));
    }

    private static Map<String, Object> column(String header, String type, Object... more) {
        Map<String, Object> column = Dice.map("header", header, "type", type);
        column.putAll(Dice.map(more));
        return column;
    }

    void write() throws IOException {
        List<String> platforms = new ArrayList<>(List.of("编号,平台名称,领域,类别,开放制度,存量,增量,占比,人数,事故数,已获资助（元）"));
        List<String> services = new ArrayList<>(List.of("记录编号,平台编号,服务日期,服务类型,到账金额（元）,机时,服务单位"));
        List<String> reviews = new ArrayList<>(List.of("平台编号,方面,得分"));
        for (int i = 1; i <= subjects; i++) {
            String id = "P" + i;
            platforms.add(String.join(
                    ",",
                    id,
                    "平台" + i,
                    dice.of(DOMAINS),
                    dice.of(CLASSES),
                    orBlank(20, dice.of(OPENNESS)),
                    orBlank(15, dice.number(-3, 12)),
                    orBlank(15, Integer.toString(dice.between(-3, 6))),
                    orBlank(15, dice.between(0, 10) * 10 + "%"),
                    Integer.toString(dice.between(1, 12)),
                    orBlank(60, Integer.toString(dice.between(0, 2))),
                    Integer.toString(dice.between(-5, 30))));
            for (int row = dice.between(0, 7); row > 0; row--) {
                services.add(String.join(
                        ",",
                        "R" + (dice.percent(10) ? 1 : services.size()),
                        id,
                        orBlank(10, dice.between(2020, 2022) + "-0" + dice.between(1, 9) + "-1" + dice.between(0, 9)),
                        orBlank(10, dice.of(KINDS)),
                        orBlank(10, dice.number(0, 30)),
                        orBlank(20, dice.number(0, 10)),
                        orBlank(20, "客户" + dice.between(1, 4))));
            }
            for (int row = dice.between(0, 8); row > 0; row--) {
                reviews.add(String.join(",", id, orBlank(5, dice.of(ASPECTS)), orBlank(10, dice.number(0, 10))));
            }
        }
        Files.write(folder.resolve("platforms.csv"), platforms);
        Files.write(folder.resolve("services.csv"), services);
        Files.write(folder.resolve("reviews.csv"), reviews);
    }

    /** Corrections of these measures, which must never be missing. */
    void writeAdjustments(List<String> measures) throws IOException {
        List<String> rows = new ArrayList<>(List.of("subject,measure,operation,value,reason,decided_by,date"));
        for (int i = dice.between(1, 4); i > 0; i--) {
            rows.add(String.join(
                    ",",
                    "P" + dice.between(1, subjects),
                    dice.of(measures),
                    dice.of("add", "subtract", "set"),
                    Integer.toString(dice.between(0, 9)),
                    "核查后更正",
                    "王主任",
                    "2023-03-0" + dice.between(1, 9)));
        }
        Files.write(folder.resolve("adjustments.csv"), rows);
    }

    private String orBlank(int chance, String text) {
        return dice.percent(chance) ? "" : text;
    }
}
