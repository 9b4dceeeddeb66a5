package org.platscore.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Lang;
import org.platscore.intake.Roster;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

class TemplateTest {

    private static final Path SAMPLE = Path.of("scoring-rules.yaml");

    private static final String HEAD = """
            platscore: 1
            title: 试评细则
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: 平台编号, type: text, required: true}
                  name: {header: 平台名称, type: text, required: true}
            """;

    private static final String TAIL = """
            measures:
              staff: {label: 人员, value: form.staff}
            rubric:
              - {id: A, label: 人员, weight: 100, measure: staff, score: {linear: {zero: 0, full: 10}}}
            """;

    /** Every type, a list too long for a cell's check, cells named outright, two sheets, and a table that names no sheet. */
    private static final String ALL_TYPES = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                fields:
                  staff: {sheet: 封面, label: 人员（人）, type: integer, min: 0, max: 100}
                  ratio: {sheet: 封面, label: 占比, type: percent, min: 0%, max: 100%}
                  fund: {sheet: 封面, label: 经费, type: money, min: 100, max: 500万}
                  hours: {sheet: 封面, label: 机时, type: number, min: -5.5}
                  day: {sheet: 封面, label: 日期, type: date, min: 2021-01-01, max: 2022-12-31, required: true}
                  open: {sheet: 封面, label: 是否开放, type: boolean}
                  level: {sheet: 封面, label: 等级, type: choice, choices: [LONG]}
                  comma: {sheet: 封面, label: 方式, type: choice, choices: ["甲,乙", 丙]}
                  code: {sheet: 封面, label: 信用代码, type: credit-code}
                  remark: {sheet: 附页, cell: C5, type: text}
                  extra: {sheet: 附页, cell: A8, type: number}
                  note: {sheet: 附页, label: 备注, type: text}
              tools:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                columns:
                  number: {header: 设备编号, type: text, required: true}
                  price: {header: 价格, type: money, unit: 万元}
                  share: {header: 使用率, type: percent}
                  bought: {header: 购置日期, type: date}
                  shared: {header: 共享, type: boolean}
                  kind: {header: 类别, type: choice, choices: [通用, 专用]}
            """.replace("LONG", choices()) + TAIL;

    private static final String BY_FILE = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: file
                fields:
                  staff: {label: 人员, type: integer}
                  name: {label: 平台名称, type: text}
            """ + TAIL;

    private static final String BY_FIELD = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: whose
                fields:
                  whose: {label: 平台, type: subject, required: true}
                  staff: {label: 人员, type: integer}
            """ + TAIL;

    private static final String BY_FIELD_WITHOUT_SHEET = HEAD + """
              form:
                label: 自评表
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                fields:
                  code: {label: 平台编号, type: text}
                  staff: {label: 人员, type: integer}
            """ + TAIL;

    private static final String LABEL_OF_TWO_FORMS = HEAD + """
              form:
                label: 自评表
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                fields:
                  staff: {label: 人员, type: integer}
              annex:
                label: 附表
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                fields:
                  staff: {label: 人员（人）, type: integer}
                  rooms: {label: 房间, type: integer}
            """ + TAIL;

    private static final String TABLE_BELOW_A_CELL = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                fields:
                  remark: {sheet: 封面, cell: C8, type: text}
                  staff: {sheet: 封面, label: 人员, type: integer}
                  women: {sheet: 封面, label: 女, type: integer}
                  rooms: {sheet: 封面, label: 房间, type: integer}
                  floors: {sheet: 封面, label: 楼层, type: integer}
                  desks: {sheet: 封面, label: 工位, type: integer}
                  doctors: {sheet: 封面, label: 博士, type: integer}
                  masters: {sheet: 封面, label: 硕士, type: integer}
                  patents: {sheet: 封面, label: 专利, type: integer}
                  papers: {sheet: 封面, label: 论文, type: integer}
                  prizes: {sheet: 封面, label: 奖励, type: integer}
              tools:
                files: "submissions/*.xlsx"
                sheet: 封面
                belongs_to: {sheet: 封面, label: 平台编号}
                columns:
                  number: {header: 设备编号, type: text, required: true}
            """ + TAIL;

    private static final String BY_SHEETS = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 附页form, label: 平台编号}
                fields:
                  staff: {sheet: NAME, label: 人员, type: integer}
            """ + TAIL;

    private static final String ANY_BRACKETS = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                fields:
                  staff: {label: WRITTEN, type: number}
            """ + TAIL;

    private static final String UNITS_APART = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                fields:
                  staff: {label: 培训（人）, type: integer}
                  times: {label: 培训（次）, type: integer}
              tools:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                columns:
                  number: {header: 设备编号, type: text, required: true}
                  hours: {header: 使用（小时）, type: number}
                  uses: {header: 使用（次）, type: integer}
            """ + TAIL;

    private static final String OTHER_UNITS = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                fields:
                  staff: {sheet: 封面, label: 人员, type: integer}
                  fund: {sheet: 封面, label: 经费（万元/年）, type: money, min: 1万, max: 500万}
                  output: {sheet: 封面, label: 产值（万）, type: money, min: 2万, max: 600万}
                  faults: {sheet: 封面, label: 差错率（‰）, type: percent, min: 0, max: 5%}
                  load: {sheet: 封面, label: 负荷（倍）, type: percent, min: 50%, max: 3}
                  rate: {sheet: 封面, label: 比率（%）, type: percent, min: 10%, max: 100%}
                  fall: {sheet: 封面, label: 降幅（%）, type: percent, min: -50%, max: -10%}
            """ + TAIL;

    private static final String CHOICES = HEAD + """
              form:
                files: "submissions/*.xlsx"
                belongs_to: {sheet: 封面, label: 平台编号}
                fields:
                  staff: {sheet: 封面, label: 人员, type: integer}
                  years: {sheet: 封面, label: 年限, type: choice, choices: ["1-3", "4-6"]}
                  level: {sheet: 封面, label: 级别, type: scale, values: {"01": 1, "02": 0.5}}
            """ + TAIL;

    private static final String DERIVED = HEAD + """
              tools:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                columns:
                  number: {header: 设备编号, type: text, required: true}
                  price: {header: 价格, type: money, unit: 万元}
                  share: {header: 使用率, type: percent}
                  note: {header: 备注, type: text}
                derive: {part: "price * share", whole: "COALESCE(part, 0)"}
            """ + TAIL.replace("value: form.staff", "sum: tools.whole");

    private static final String RELATIVE =
            DERIVED.replace("weight: 100", "weight: 3").replace("inputs:", "weights: relative\ninputs:");

    private static final String CONDITIONS =
            HEAD + """
              tools:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                columns:
                  number: {header: 设备编号, type: text, required: true}
                  kind: {header: 类别, type: choice, choices: [通用, 专用]}
                  maker: {header: 厂家, type: text}
                  seller: {header: 供应商, type: text}
                  hours: {header: 机时, type: number}
                  note: {header: 备注, type: text}
                derive: {days: "hours / 8"}
              uses:
                files: "submissions/*.xlsx"
                belongs_to: {label: 平台编号}
                columns:
                  tool: {header: 所用设备, type: text, required: true}
                  shared: {header: 共享, type: boolean}
            """ + TAIL.replace("staff: {label: 人员, value: form.staff}", """
            staff: {label: 人员, formula: "own + shared"}
              own:
                label: 自用
                count: tools
                where: {any: [{kind: 专用}, {maker: {same_as: seller}}, {days: {min: 100}}]}
              shared: {label: 共享设备, count: uses, where: {shared: 是, tool: {in: tools.number}}}
            """.strip());

    private static final Map<String, String> RULES = Map.of(
            "all types",
            ALL_TYPES,
            "conditions",
            CONDITIONS,
            "by file",
            BY_FILE,
            "by field",
            BY_FIELD,
            "by field without sheet",
            BY_FIELD_WITHOUT_SHEET,
            "label of two forms",
            LABEL_OF_TWO_FORMS,
            "table below a cell",
            TABLE_BELOW_A_CELL,
            "choices",
            CHOICES,
            "derived",
            DERIVED,
            "relative",
            RELATIVE);

    private static String choices() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            all.append(i > 1 ? ", " : "").append("第").append(i).append("档等级的名称");
        }
        return all.toString();
    }

    private static Rulebook rules(String which, Path folder) throws IOException {
        if (which.equals("sample")) {
            return Objects.requireNonNull(RulesFile.read(SAMPLE).rulebook());
        }
        Path file = folder.resolve("scoring-rules.yaml");
        Files.writeString(file, Objects.requireNonNull(RULES.get(which)), StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                RulesFile.read(file).rulebook(),
                () -> RulesFile.read(file).diagnostics().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample",
                "all types",
                "by file",
                "by field",
                "by field without sheet",
                "label of two forms",
                "table below a cell"
            })
    void filledInItReadsBackEqualAndWithoutAFinding(String which, @TempDir Path folder) throws IOException {
        Rulebook rules = rules(which, folder);
        readsBackEqual(rules, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "all types", "by file", "by field"})
    void filledInWithLibreOfficeItReadsBackEqualAndWithoutAFinding(String which, @TempDir Path folder)
            throws IOException {
        Soffice.assumePresent();
        Rulebook rules = rules(which, folder);
        Path template = folder.resolve("template.xlsx");
        Template.write(rules, null, template, Lang.ZH);
        Filling filling = Filling.of(rules, template, "P01");
        Path filled = folder.resolve("P01.xlsx");
        Soffice.type(template, filling.typed, filled, folder);
        same(filling, ReadBack.of(rules, null, filled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"设备数（台（套））", "经费［万元］", "经费[万元]", "经费（万元）（必填）", "经费(万元)：", "经费 【万元】*", "*经费（单位：万元）"})
    void whatHasItsUnitInAnyBracketsIsFoundAgain(String written, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("scoring-rules.yaml");
        Files.writeString(file, ANY_BRACKETS.replace("WRITTEN", '"' + written + '"'), StandardCharsets.UTF_8);
        Rulebook rules = Objects.requireNonNull(RulesFile.read(file).rulebook());
        readsBackEqual(rules, folder);
    }

    @Test
    void itemsThatOnlyTheirUnitsTellApartAreBothAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scoring-rules.yaml");
        Files.writeString(file, UNITS_APART, StandardCharsets.UTF_8);
        Rulebook rules = Objects.requireNonNull(RulesFile.read(file).rulebook());
        readsBackEqual(rules, folder);
        assertThat(ReadBack.of(rules, null, folder.resolve("P01.xlsx")).fields())
                .containsKeys("form.staff", "form.times");
    }

    private static void readsBackEqual(Rulebook rules, Path folder) throws IOException {
        Path template = folder.resolve("template.xlsx");
        Template.write(rules, null, template, Lang.ZH);
        Filling filling = Filling.of(rules, template, "P01");
        Path filled = folder.resolve("P01.xlsx");
        filling.fill(template, filled);
        same(filling, ReadBack.of(rules, null, filled));
    }

    private static void same(Filling filling, ReadBack read) {
        assertThat(read.findings()).isEmpty();
        assertThat(read.subject()).isNotNull();
        assertThat(read.fields()).containsAllEntriesOf(plain(filling.fields));
        assertThat(new TreeMap<>(read.cells())).isEqualTo(plain(filling.cells));
    }

    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach(
                (key, value) -> plain.put(key, value instanceof BigDecimal number ? ReadBack.plain(number) : value));
        return plain;
    }

    @Test
    void theRostersFactsAreFilledIn(@TempDir Path folder) throws IOException {
        Rulebook rules = rules("sample", folder);
        Roster roster = Roster.read(Path.of("sample-data/platforms.csv"), rules, FileOptions.STANDARD);
        Path file = folder.resolve("P03.xlsx");
        Template.write(rules, roster.subjects().get(2), file, Lang.ZH);
        ReadBack read = ReadBack.of(rules, roster, file);
        assertThat(Objects.requireNonNull(read.subject()).id()).isEqualTo("P03");
        assertThat(read.fields())
                .containsEntry("form.name", roster.subjects().get(2).name())
                .containsKeys("form.operator", "form.code");
    }

    @Test
    void whatIsMaskedOfTheRosterIsNotFilledIn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scoring-rules.yaml");
        Files.writeString(file, HEAD + """
                      head: {header: 负责人, type: text, personal: true}
                      code: {header: 信用代码, type: credit-code}
                      town: {header: 所在地, type: text}
                  form:
                    files: "submissions/*.xlsx"
                    belongs_to: {label: 平台编号}
                    fields:
                      head: {label: 负责人, type: text}
                      code: {label: 信用代码, type: credit-code}
                      town: {label: 所在地, type: text}
                      staff: {label: 人员, type: integer}
                """ + TAIL, StandardCharsets.UTF_8);
        Rulebook rules = Objects.requireNonNull(RulesFile.read(file).rulebook());
        Path list = folder.resolve("platforms.csv");
        Files.writeString(list, "平台编号,平台名称,负责人,信用代码,所在地\nP1,甲,张三,11010519491231002X,厦门\n");
        Roster roster = Roster.read(list, rules, FileOptions.STANDARD);
        Path template = folder.resolve("P1.xlsx");
        Template.write(rules, roster.subjects().get(0), template, Lang.ZH);
        assertThat(ReadBack.of(rules, roster, template).fields())
                .containsEntry("form.town", "厦门")
                .doesNotContainKeys("form.head", "form.code");
    }

    @Test
    void twoRunsGiveTheSameBytes(@TempDir Path folder) throws IOException {
        Rulebook rules = rules("sample", folder);
        Template.write(rules, null, folder.resolve("a.xlsx"), Lang.ZH);
        Template.write(rules, null, folder.resolve("b.xlsx"), Lang.ZH);
        assertThat(folder.resolve("a.xlsx")).hasSameBinaryContentAs(folder.resolve("b.xlsx"));
    }

    @Test
    void cellsToFillInAreCheckedAndOpenAndLabelsAreLockedAndExplained(@TempDir Path folder) throws IOException {
        Rulebook rules = rules("sample", folder);
        Path file = folder.resolve("template.xlsx");
        Template.write(rules, null, file, Lang.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheetName(0)).isEqualTo("填报说明");
            XSSFSheet form = book.getSheet("基本信息");
            assertThat(form.getProtect()).isTrue();
            var label = form.getRow(4).getCell(0);
            assertThat(label.getStringCellValue()).isEqualTo("专职人员数（人）*");
            assertThat(label.getCellStyle().getLocked()).isTrue();
            assertThat(form.getRow(4).getCell(1).getCellStyle().getLocked()).isFalse();
            assertThat(label.getCellComment().getString().getString())
                    .contains("必填。请填整数。不小于 0。")
                    .contains("A3 专职人员（4 分）：按平台类别：A——达到 20 人得 4 分")
                    .contains("B2 高级职称占比（4 分）");
            DataValidation check = form.getDataValidations().stream()
                    .filter(each -> each.getRegions().getCellRangeAddress(0).isInRange(4, 1))
                    .findFirst()
                    .orElseThrow();
            assertThat(check.getPromptBoxText()).isEqualTo("必填。请填整数。不小于 0。");
            assertThat(check.getErrorBoxText()).startsWith("填的内容不符合要求。");
            assertThat(check.getValidationConstraint().getFormula1()).isEqualTo("0");
            DataValidation choice = form.getDataValidations().stream()
                    .filter(each -> each.getRegions().getCellRangeAddress(0).isInRange(6, 1))
                    .findFirst()
                    .orElseThrow();
            assertThat(choice.getValidationConstraint().getExplicitListValues()).containsExactly("健全", "基本健全", "无");
            XSSFSheet table = book.getSheet("仪器设备");
            assertThat(table.getPrintSetup().getLandscape()).isTrue();
            assertThat(table.getRow(2).getCell(2).getStringCellValue()).isEqualTo("原值（万元）");
        }
    }

    @Test
    void coloursAreWrittenInTheEightDigitsThatTheFormatAsksFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("template.xlsx");
        Template.write(rules("sample", folder), null, file, Lang.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getStylesSource().getFills())
                    .map(fill -> fill.getFillForegroundColor())
                    .filteredOn(colour -> colour != null && colour.getARGBHex() != null)
                    .isNotEmpty()
                    .allSatisfy(
                            colour -> assertThat(colour.getCTColor().getRgb()).hasSize(4));
        }
    }

    @Test
    void boundsStandInTheUnitOfTheLabel(@TempDir Path folder) throws IOException {
        Rulebook rules = rules("all types", folder);
        Path file = folder.resolve("template.xlsx");
        Template.write(rules, null, file, Lang.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheet("封面").getDataValidations())
                    .extracting(DataValidation::getPromptBoxText)
                    .contains(
                            "请填数字，不要带其他文字。不小于 100，不大于 5000000。",
                            "请填数字，不要带其他文字。不小于 0，不大于 100。",
                            "必填。请填日期，如 2022-03-05。不早于 2021-01-01，不晚于 2022-12-31。");
        }
    }

    @Test
    void boundsStandInUnitsThatAreNotJustOfMoneyOrPercent(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("scoring-rules.yaml");
        Files.writeString(rules, OTHER_UNITS, StandardCharsets.UTF_8);
        Path file = folder.resolve("template.xlsx");
        Template.write(Objects.requireNonNull(RulesFile.read(rules).rulebook()), null, file, Lang.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheet("封面").getDataValidations())
                    .extracting(check -> check.getValidationConstraint().getFormula1() + " "
                            + check.getValidationConstraint().getFormula2())
                    .contains("1 500", "2 600", "0 50", "0.5 3", "0.1 100", "-50 -0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"基本信息/人员", "公共技术服务平台年度绩效考核自评表之基本信息和人员仪器情况登记表", "附页Form"})
    void aSheetThatNoWorkbookCanHaveIsNamed(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("scoring-rules.yaml");
        Files.writeString(file, BY_SHEETS.replace("NAME", name), StandardCharsets.UTF_8);
        Rulebook rules = Objects.requireNonNull(RulesFile.read(file).rulebook());
        assertThat(Template.impossibleSheet(rules)).contains(name);
        assertThat(Template.impossibleSheet(rules("all types", folder))).isEmpty();
    }

    @Test
    void choicesThatLookLikeDatesOrNumbersStayAsTheyAreChosen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("template.xlsx");
        Template.write(rules("choices", folder), null, file, Lang.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet form = book.getSheet("封面");
            assertThat(form.getRow(4).getCell(0).getStringCellValue()).isEqualTo("年限");
            assertThat(form.getRow(4).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(form.getRow(5).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void aColumnBehindADerivedOneIsExplainedByWhatItIsScoredFor(@TempDir Path folder) throws IOException {
        Map<String, String> scored = scored("derived", folder, Lang.ZH);
        assertThat(scored.get("价格")).startsWith("A 人员（100 分）");
        assertThat(scored.get("使用率")).isEqualTo(scored.get("价格"));
        assertThat(scored.get("备注")).isEmpty();
    }

    @Test
    void aColumnOfAConditionIsExplainedByWhatItsMeasureIsScoredFor(@TempDir Path folder) throws IOException {
        Map<String, String> scored = scored("conditions", folder, Lang.ZH);
        for (String item : List.of("类别", "厂家", "供应商", "机时", "设备编号*", "所用设备*", "共享")) {
            assertThat(scored.get(item)).as(item).startsWith("A 人员（100 分）");
        }
        assertThat(scored.get("备注")).isEmpty();
    }

    @Test
    void pointsOfAWeightThatStandsInProportionAreNotTakenForThoseOfItsFullMarks(@TempDir Path folder)
            throws IOException {
        assertThat(scored("relative", folder, Lang.ZH).get("价格")).startsWith("A 人员（原定 3 分只表示比例，合 100 分）：");
        assertThat(scored("relative", folder, Lang.EN).get("价格"))
                .startsWith("A 人员 (3 as written only stands in proportion, which makes 100 points): ");
    }

    /** Returns what the guide of a template says that items are scored for, by item. */
    private static Map<String, String> scored(String which, Path folder, Lang lang) throws IOException {
        Path file = folder.resolve("template.xlsx");
        Template.write(rules(which, folder), null, file, lang);
        Map<String, String> scored = new TreeMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            book.getSheetAt(0).forEach(row -> {
                if (row.getCell(4) != null) {
                    scored.put(
                            row.getCell(1).getStringCellValue(), row.getCell(4).getStringCellValue());
                }
            });
        }
        return scored;
    }
}
