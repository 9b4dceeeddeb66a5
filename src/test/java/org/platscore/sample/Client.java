package org.platscore.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A client of the platforms. Companies have a size; persons and clients abroad have no code. */
record Client(String name, String code, String nature, String size) {

    private static final List<String> FIRST =
            List.of("瑞", "恒", "宏", "联", "金", "华", "鑫", "盛", "泰", "安", "嘉", "信", "锐", "科", "晟", "远", "博", "智", "凯", "汇");
    private static final List<String> SECOND =
            List.of("达", "源", "通", "丰", "泽", "成", "润", "德", "祥", "宇", "航", "林", "森", "腾", "越", "晖", "芯", "禾", "康", "海");
    private static final List<String> TRADES = List.of(
            "电子", "生物科技", "新材料", "机械", "食品", "环保科技", "软件", "医疗器械", "光电", "塑胶", "农业发展", "精密制造", "化工", "水产", "信息技术");
    private static final List<String> PLACES = List.of("鹭湾", "鹭湾市", "临屿", "云汀市", "澜州");
    private static final List<String> NATURES = List.of("企业", "高校", "科研院所", "政府", "医院", "个人", "境外");
    private static final List<Integer> NATURE_WEIGHTS = List.of(860, 30, 30, 35, 20, 15, 10);
    private static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");
    private static final List<Integer> SIZE_WEIGHTS = List.of(7, 20, 45, 28);

    /** The clients of the region, all with names of their own. */
    static List<Client> region() {
        Draw draw = Draw.of("clients");
        List<Client> clients = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (clients.size() < 2400) {
            Client client = draw(draw);
            if (names.add(client.name())) {
                clients.add(client);
            }
        }
        return List.copyOf(clients);
    }

    /** The platform's own operator, as a client. */
    static Client operating(Platform platform) {
        return new Client(platform.operator(), platform.code(), "企业", "中型");
    }

    private static Client draw(Draw draw) {
        String nature = draw.pick(NATURES, NATURE_WEIGHTS);
        String brand = draw.pick(FIRST) + draw.pick(SECOND);
        String place = draw.pick(PLACES);
        String number = String.valueOf(1 + draw.below(99));
        return switch (nature) {
            case "企业" -> {
                boolean bracket = draw.chance(0.06);
                String name = (bracket ? brand + "（" + place + "）" : place + brand)
                        + draw.pick(TRADES)
                        + draw.pick(List.of("有限公司", "股份有限公司", "有限责任公司"));
                yield new Client(name, CreditCodes.standard(draw, "91"), nature, draw.pick(SIZES, SIZE_WEIGHTS));
            }
            case "高校" -> new Client(place + brand + "学院", CreditCodes.standard(draw, "12"), nature, "");
            case "科研院所" -> new Client(place + brand + "研究所", CreditCodes.standard(draw, "12"), nature, "");
            case "政府" -> new Client(place + "第" + number + "监督管理所", CreditCodes.standard(draw, "11"), nature, "");
            case "医院" -> new Client(place + "第" + number + "医院", CreditCodes.standard(draw, "12"), nature, "");
            case "个人" -> new Client("个人委托" + draw.below(1000), "", nature, "");
            default -> new Client("Client Abroad " + draw.below(1000), "", nature, "");
        };
    }
}
