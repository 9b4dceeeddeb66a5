package org.platscore.sample;

import java.util.List;

/**
 * The seven domains and what their platforms typically look like: how many services in two years, the usual price of
 * one (元), the usual value of the instruments (万元), and the words of the trade. All platforms of a domain are drawn
 * from these figures.
 */
enum Domain {
    BIOMEDICINE(
            "生物医药与健康",
            9,
            new Scale(420, 1800, 2200, 60),
            List.of("体外诊断试剂检测", "药物质量研究", "医疗器械生物相容性评价", "细胞制备工艺", "药用辅料分析", "海洋药物筛选", "临床样本检测", "实验动物服务", "疫苗工艺放大"),
            List.of("含量测定", "有关物质检查", "生物负载检测", "稳定性考察", "细胞毒性试验", "核酸检测方法验证", "工艺放大", "注册检验咨询"),
            List.of("超高效液相色谱仪", "三重四极杆质谱仪", "流式细胞仪", "实时荧光定量PCR仪", "激光共聚焦显微镜", "生物反应器", "冻干机")),
    SEMICONDUCTOR(
            "半导体与集成电路",
            5,
            new Scale(360, 24000, 6500, 45),
            List.of("集成电路封装测试", "化合物半导体外延", "芯片设计与验证", "微纳加工", "光电器件可靠性"),
            List.of("晶圆测试", "失效分析", "可靠性试验", "光刻加工", "流片服务", "封装打样", "版图设计", "外延片表征"),
            List.of("场发射扫描电镜", "聚焦离子束系统", "自动测试机", "步进光刻机", "电感耦合等离子体刻蚀机", "高低温冲击箱", "探针台")),
    MATERIALS(
            "新材料",
            7,
            new Scale(460, 2800, 2600, 55),
            List.of("先进碳材料分析", "稀土功能材料", "高分子材料改性", "涂层与防护材料", "材料显微表征", "复合材料成型", "膜材料评价"),
            List.of("成分分析", "力学性能测试", "热分析", "显微形貌观察", "老化试验", "配方开发", "中试放大", "粒度分析"),
            List.of("透射电子显微镜", "X射线衍射仪", "电感耦合等离子体质谱仪", "万能材料试验机", "差示扫描量热仪", "激光粒度仪", "双螺杆挤出机")),
    SOFTWARE(
            "软件与信息服务",
            6,
            new Scale(240, 15000, 600, 20),
            List.of("软件测评", "大数据应用", "信息安全测评", "工业软件云化", "人工智能算力", "数字内容制作"),
            List.of("功能测试", "性能测试", "源代码审计", "渗透测试", "等级保护咨询", "算力租用", "系统迁移", "技术培训"),
            List.of("图形工作站集群", "网络协议分析仪", "存储阵列", "渗透测试平台", "动作捕捉系统")),
    MACHINERY(
            "机械装备与智能制造",
            6,
            new Scale(390, 6500, 3000, 40),
            List.of("精密模具检测", "工业机器人测试", "增材制造", "智能产线仿真", "电机与驱动检测", "水暖厨卫检测"),
            List.of("三坐标测量", "逆向设计", "疲劳试验", "金相分析", "快速成型", "产线仿真", "噪声振动测试", "型式试验"),
            List.of("三坐标测量机", "金属3D打印机", "工业CT", "疲劳试验机", "直读光谱仪", "噪声振动测试系统", "五轴加工中心")),
    ENVIRONMENT(
            "生态环保",
            5,
            new Scale(530, 1000, 1100, 50),
            List.of("水环境监测", "固体废物资源化", "大气污染源解析", "海洋生态修复", "环境应急监测"),
            List.of("水质检测", "土壤检测", "废气检测", "固废鉴别", "环境咨询", "膜处理中试", "噪声检测", "生态调查"),
            List.of("气相色谱质谱联用仪", "原子吸收分光光度计", "总有机碳分析仪", "便携式水质监测仪", "离子色谱仪", "大气采样系统")),
    AGRICULTURE(
            "现代农业",
            4,
            new Scale(320, 450, 500, 35),
            List.of("农产品质量安全检测", "种苗繁育", "水产养殖病害防控", "茶叶加工工艺"),
            List.of("农药残留检测", "重金属检测", "土壤肥力测定", "病害诊断", "种苗脱毒", "工艺指导", "农技培训", "饲料检测"),
            List.of("气相色谱仪", "原子荧光光度计", "凯氏定氮仪", "人工气候室", "PCR扩增仪"));

    /** Medians: services in two years, price of one in 元, instruments in 万元, clients for every hundred services. */
    record Scale(int services, int price, int equipment, int clientsPerHundred) {}

    private final String label;
    private final int platforms;
    private final Scale scale;
    private final List<String> topics;
    private final List<String> contents;
    private final List<String> instruments;

    Domain(
            String label,
            int platforms,
            Scale scale,
            List<String> topics,
            List<String> contents,
            List<String> instruments) {
        this.label = label;
        this.platforms = platforms;
        this.scale = scale;
        this.topics = topics;
        this.contents = contents;
        this.instruments = instruments;
    }

    /** The Chinese name, as it stands in the files. */
    String label() {
        return label;
    }

    /** How many of the 42 platforms belong to it. */
    int platforms() {
        return platforms;
    }

    Scale scale() {
        return scale;
    }

    /** One topic a platform; its name is made of it. */
    List<String> topics() {
        return topics;
    }

    List<String> contents() {
        return contents;
    }

    List<String> instruments() {
        return instruments;
    }
}
