package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;

/** Submitted workbooks: values found by their labels, and tables beside them. */
class FormTest {

    private static final String INPUTS = """
            form:
              files: "forms/*.xlsx"
              belongs_to: {sheet: 基本信息, label: 平台编号}
              fields:
                worth: {sheet: 基本信息, label: 设备原值, type: money, unit: 万元}
                staff: {sheet: 基本信息, label: [人员数, 人员], type: integer, min: 0}
                open: {sheet: 基本信息, label: 开放制度, type: choice, choices: [健全, 无]}
            tools:
              files: "forms/*.xlsx"
              sheet: 仪器
              belongs_to: {sheet: 基本信息, label: 平台编号}
              columns:
                number: {header: 编号, type: text, required: true}
                price: {header: 原值（元）, type: money}
            """;

    /** Rows, and a form whose fields are to follow. */
    private static final String FIELDS = """
            rows:
              files: rows.csv
              belongs_to: who
              columns: {who: {header: 编号, type: subject, required: true}}
            form:
              files: "forms/*.xlsx"
              belongs_to: {sheet: 表, label: 编号}
              fields:
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void anEmptyFolder() {
        desk = Desk.in(folder);
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of(
                        "values on the right",
                        new String[][] {{"平台编号", "P02"}, {"设备原值（万元）", "12.5"}, {"人员数", "7"}, {"开放制度", "健全"}}),
                Arguments.of(
                        "colons, stars and required marks",
                        new String[][] {{"平台编号：", "p02"}, {"* 设备原值：", "12.5"}, {"人员数（必填）", "7"}, {"开放制度*", "健全"}}),
                Arguments.of(
                        "several labels in a row",
                        new String[][] {{"平台编号", "", "P02", "人员", "7"}, {"设备原值（元）", "125000", "", "开放制度", "健全"}}),
                Arguments.of(
                        "values below", new String[][] {{"平台编号", "设备原值", "人员数", "开放制度"}, {"P02", "12.5", "7", "健全"}}),
                Arguments.of(
                        "unit in a cell of its own",
                        new String[][] {{"平台编号", "P02"}, {"设备原值", "12.5", "万元"}, {"人员数", "7", "人"}, {"开放制度", "健全"}}),
                Arguments.of(
                        "another unit than the rules' behind the value",
                        new String[][] {{"平台编号", "P02"}, {"设备原值", "125000", "元"}, {"人员数", "7", "人"}, {"开放制度", "健全"}}),
                Arguments.of(
                        "another unit than the rules' before the value",
                        new String[][] {{"平台编号", "P02"}, {"设备原值", "元", "125000"}, {"人员数", "人", "7"}, {"开放制度", "健全"}}),
                Arguments.of(
                        "unit that settles two of the label",
                        new String[][] {{"平台编号", "P02"}, {"设备原值（元/万元）", "125", "千元"}, {"人员数", "7"}, {"开放制度", "健全"}}),
                Arguments.of("unit behind the value against the row above", new String[][] {
                    {"自评表", "单位：亿元"}, {"平台编号", "P02"}, {"设备原值", "12.5万元", "万"}, {"人员数（名）", "7", "人"}, {"开放制度", "健全"}
                }),
                Arguments.of("unit of the value against the row above", new String[][] {
                    {"自评表", "单位：亿元"}, {"平台编号", "P02"}, {"设备原值", "12.5万元"}, {"人员数", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of(
                        "number word for a unit",
                        new String[][] {{"平台编号", "P02"}, {"设备原值（千）", "125"}, {"人员数", "7"}, {"开放制度", "健全"}}),
                Arguments.of("number word in a row above", new String[][] {
                    {"自评表", "单位 千"}, {"平台编号", "P02"}, {"设备原值", "125"}, {"人员数", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of("unit in a row above", new String[][] {
                    {"自评表", "单位：元"}, {"平台编号", "P02"}, {"设备原值", "125000"}, {"人员数", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of("units in brackets in cells of their own", new String[][] {
                    {"平台编号", "P02"}, {"设备原值", "125000", "（元）"}, {"人员数", "[人]", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of("a unit with the currency behind it, and a full stop", new String[][] {
                    {"平台编号", "P02"}, {"设备原值", "125000", "元（人民币）"}, {"人员数", "7", "人。"}, {"开放制度", "健全"}
                }),
                Arguments.of("单位 in the cell of the unit", new String[][] {
                    {"平台编号", "P02"}, {"设备原值", "125000", "单位：元"}, {"人员数", "7", "（单位：人）"}, {"开放制度", "健全"}
                }),
                Arguments.of("unit in the cell behind 单位", new String[][] {
                    {"自评表", "", "单位：", "元"}, {"平台编号", "P02"}, {"设备原值", "125000"}, {"人员数", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of("unit of another amount in the cell of that amount", new String[][] {
                    {"其他收入：1 单位：亿元"},
                    {"自有资金：¥1,200（单位：元）"},
                    {"平台编号", "P02"},
                    {"设备原值", "12.5"},
                    {"人员数", "7"},
                    {"开放制度", "健全"}
                }),
                Arguments.of("unit behind the number of a table above", new String[][] {
                    {"附表：表1 单位：元"}, {"平台编号", "P02"}, {"设备原值", "125000"}, {"人员数", "7"}, {"开放制度", "健全"}
                }),
                Arguments.of("units in the cells behind 单位, each in its row", new String[][] {
                    {"其他收入", "1", "单位", "亿元"},
                    {"平台编号", "P02"},
                    {"设备原值", "125000", "单位：", "元"},
                    {"人员数", "7", "计量单位", "人"},
                    {"开放制度", "健全"}
                }),
                Arguments.of("unit above in brackets", new String[][] {
                    {"自评表", "单位（元）"}, {"平台编号", "P02"}, {"设备原值", "125000"}, {"人员数", "7"}, {"开放制度", "健全"}
                }));
    }

    @Test
    void valuesInHiddenRowsCountAndAreTold() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {
                        {"平台编号", "P02"}, {"设备原值", "12.5"}, {"人员数", "7"}, {"开放制度"}, {"附注"}
                    });
                    for (int row = 1; row < 5; row++) {
                        book.getSheet("基本信息").getRow(row).setZeroHeight(true);
                    }
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 1)).isEqualTo("125000 | 7 | ");
        assertThat(read.findings()).contains("warn hidden-rows forms/a.xlsx ▸ 基本信息 ▸ 2");
        assertThat(read.of("hidden-rows"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains("共 2 处"));
    }

    @Test
    void aSheetOfExamplesIsNoFormAndTold() {
        Desk.Read read = Desk.in(folder)
                .book("forms/a.xlsx", book -> {
                    sheet(book, "自评表", new String[][] {{"平台编号", "P02"}, {"人员数", "7"}});
                    sheet(book, "填写示例", new String[][] {{"平台编号", "P01"}, {"人员数", "9"}});
                })
                .read(Desk.rulebook("""
                        platscore: 1
                        title: 试
                        period: {from: 2021-01-01, to: 2022-12-31}
                        inputs:
                          roster:
                            files: roster.csv
                            roster: {id: id, name: name}
                            columns: {id: {header: 编号, type: text}, name: {header: 名称, type: text}}
                          form:
                            files: "forms/*.xlsx"
                            belongs_to: {label: 平台编号}
                            fields: {staff: {label: 人员数, type: integer}}
                        measures: {staff: {value: form.staff, missing: exclude}}
                        rubric: [{id: A, weight: 100, measure: staff, score: {linear: {zero: 0, full: 1}}}]
                        """), 1);
        assertThat(read.form("form", 1)).isEqualTo("7");
        assertThat(read.findings()).contains("info example-sheet forms/a.xlsx ▸ 填写示例 填写示例");
    }

    @Test
    void aCopiedFormIsNotPassedOverWithoutAWord() {
        String others = """
                other:
                  files: "forms/*.xlsx"
                  belongs_to: {sheet: 基本信息, label: 平台编号}
                  fields: {rooms: {sheet: 基本信息表, label: 人员数, type: integer}}
                lists:
                  files: "forms/*.xlsx"
                  belongs_to: {sheet: 基本信息, label: 平台编号}
                  columns: {plan: {header: 来年基本信息, type: text, required: true}}
                """;
        String[][] form = {{"平台编号", "P02"}, {"设备原值", "3"}, {"人员数", "1"}, {"开放制度", "无"}};
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", form);
                    sheet(book, "基本信息 (2)", new String[][] {{"平台编号", "P02"}, {"人员数", "9"}});
                    sheet(book, "基本信息封面", new String[][] {{"平台编号", "P02"}});
                    sheet(book, "基本信息填写示例", form);
                    sheet(book, "旧基本信息", form);
                    book.setSheetVisibility(book.getSheetIndex("旧基本信息"), SheetVisibility.HIDDEN);
                    sheet(book, "基本信息表", new String[][] {{"人员数", "4"}});
                    sheet(book, "来年基本信息", new String[][] {{"来年基本信息", "人员数"}, {"扩建", "2"}});
                    sheet(book, "人员", form);
                })
                .read(INPUTS + others, "lists");
        assertThat(read.form("form", 1)).isEqualTo("30000 | 1 | 无");
        assertThat(read.findings())
                .filteredOn(each -> each.contains("unread-sheet"))
                .containsExactly("warn unread-sheet forms/a.xlsx ▸ 基本信息 (2) 基本信息 (2)");
        assertThat(read.of("unread-sheet"))
                .extracting(each -> each.message().in(Lang.ZH))
                .containsExactly("这个工作表也有“人员数”，但规则只读“基本信息”里的，它没有读入。");
    }

    @Test
    void inABlankFormALabelIsNoValue() {
        Desk.Read read = desk.book(
                        "forms/a.xlsx",
                        book -> sheet(book, "基本信息", new String[][] {{"平台编号"}, {"人员数"}, {"开放制度"}, {"设备原值"}}))
                .read(INPUTS, "tools");
        assertThat(read.findings()).contains("reject unknown-subject forms/a.xlsx ▸ 基本信息 ▸ B1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void theSameValuesComeOut(String label, String[][] cells) {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", cells);
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "300"}, {"Y2", "50"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 1)).as(label).isEqualTo("125000 | 7 | 健全");
        assertThat(read.rows()).containsExactly("tools P02 | Y1 | 300", "tools P02 | Y2 | 50");
        assertThat(read.form("form", 0)).isEmpty();
        assertThat(read.of("no-rows")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"设备原值（元/万元）, 自评表", "设备原值, 单位：元或万元"})
    void twoUnitsAreToldAndNeitherCounts(String label, String above) {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {{above}, {"平台编号", "P01"}, {label, "3"}});
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 0)).isEqualTo("30000 |  | ");
        assertThat(read.findings()).contains("warn unit-unclear forms/a.xlsx ▸ 基本信息 ▸ B3 3");
    }

    @ParameterizedTest
    @CsvSource({"设备原值（万元）, 3, 元, 3元", "设备原值, 3, 次, 3次", "设备原值, 3万元, 元, 3万元", "人员数（人）, 3, 万人, 3万人"})
    void aUnitBesideTheValueThatDisagreesIsAFault(String label, String value, String unit, String shown) {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {{"平台编号", "P01"}, {label, value, unit}});
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 0)).isEqualTo(" |  | ");
        assertThat(read.of("bad-value")).singleElement().satisfies(each -> {
            assertThat(Objects.requireNonNull(each.place()).shown()).isEqualTo("forms/a.xlsx ▸ 基本信息 ▸ B2");
            assertThat(each.message().in(org.platscore.finding.Lang.ZH)).contains(shown);
        });
        assertThat(read.of("unit-unclear")).isEmpty();
    }

    @Test
    void aValueBelowItsLabelIsToldWhereOthersStandOnTheRight() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {
                        {"平台编号", "P02"}, {"设备原值（万元）", ""}, {"12.5", ""}, {"人员数", "7"}, {"开放制度"}, {"附注"}
                    });
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 1)).isEqualTo(" | 7 | ");
        assertThat(read.findings())
                .filteredOn(each -> each.contains("no-value"))
                .containsExactly("warn no-value forms/a.xlsx ▸ 基本信息 ▸ A3 12.5");
    }

    @Test
    void valuesBelowTheLabelsOfOneSheetAreToldWhereThoseOfAnotherStandOnTheRight() {
        String inputs = INPUTS.replace("staff: {sheet: 基本信息", "staff: {sheet: 规模")
                .replace("worth: {sheet: 基本信息", "worth: {sheet: 规模");
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {{"平台编号", "P02"}, {"开放制度", "健全"}});
                    sheet(book, "规模", new String[][] {{"人员数", "设备原值"}, {"7", "12.5"}});
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(inputs, "tools");
        assertThat(read.form("form", 1)).isEqualTo(" |  | 健全");
        assertThat(read.findings())
                .filteredOn(each -> each.contains("no-value"))
                .containsExactly("warn no-value forms/a.xlsx ▸ 规模 ▸ A2 7", "warn no-value forms/a.xlsx ▸ 规模 ▸ B2 12.5");
    }

    @Test
    void whatIsTheValueOfAnotherLabelOrNoneIsNotToldAsAValueBelow() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {
                        {"平台编号", "P02", "人员数", ""},
                        {"地址", "面积（㎡）", "300", ""},
                        {"设备原值（万元）", ""},
                        {"其中：进口设备", "5"},
                        {"开放制度", "健全"}
                    });
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 1)).isEqualTo(" |  | 健全");
        assertThat(read.of("no-value")).isEmpty();
    }

    @Test
    void aUnitWithoutItsNumberIsABlankValue() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {
                        {"平台编号", "", "P01"}, {"设备原值", "万元", ""}, {"人员数", "（人）", ""}, {"开放制度", "", "无"}
                    });
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS.replace("min: 0", "min: 0, default: 0"), "tools");
        assertThat(read.form("form", 0)).isEqualTo(" | 0 | 无");
        assertThat(read.of("bad-value")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"汇总, 125000 | 7 | 健全, 0", "编号, 125000 |  | 健全, 1"})
    void theHeadOfATableIsNoLabelOfAForm(String elsewhere, String fields, int twice) {
        String inputs = INPUTS.replace("sheet: 基本信息, label: [人员数, 人员]", "label: 编号");
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                    sheet(book, "基本信息", new String[][] {{"平台编号", "P02"}, {"设备原值", "12.5"}, {"编号", "7"}, {"开放制度", "健全"}
                    });
                    sheet(book, "附表", new String[][] {{elsewhere, "9"}});
                })
                .read(inputs, "tools");
        assertThat(read.form("form", 1)).isEqualTo(fields);
        assertThat(read.of("label-twice")).hasSize(twice);
    }

    @Test
    void aNumbersUnitBesideItStandsForItsLabels() {
        String[][] units = {{"P01", "人"}, {"P02", "万人"}};
        for (String[] each : units) {
            desk.book("forms/" + each[0] + ".xlsx", book -> {
                sheet(book, "基本信息", new String[][] {{"平台编号", each[0]}, {"人员数", "7", each[1]}});
                sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
            });
        }
        assertThat(desk.read(INPUTS, "tools").findings())
                .filteredOn(each -> each.contains("unit-unclear"))
                .containsExactly("warn unit-unclear forms/P02.xlsx ▸ 基本信息 ▸ A2 万人");
    }

    @Test
    void labelsWithUnitsThatDoNotGoTogetherAreTold() {
        String[][] units = {{"P01", "人员数（人）"}, {"P02", "人员数（万人）"}, {"P03", "人员（名）"}};
        for (String[] each : units) {
            desk.book("forms/" + each[0] + ".xlsx", book -> {
                sheet(book, "基本信息", new String[][] {{"平台编号", each[0]}, {each[1], "7"}});
                sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
            });
        }
        assertThat(desk.read(INPUTS, "tools").findings())
                .filteredOn(each -> each.contains("unit-unclear"))
                .containsExactly("warn unit-unclear forms/P02.xlsx ▸ 基本信息 ▸ A2 万人");
    }

    @Test
    void aLabelMergedOverTwoCellsHasItsValueBehindThem() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    Sheet sheet = sheet(book, "基本信息", new String[][] {
                        {"平台编号", "", "P01"}, {"设备原值", "", "3"}, {"人员数", "", "1"}, {"开放制度", "", "无"}
                    });
                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 0)).isEqualTo("30000 | 1 | 无");
        assertThat(read.findings()).contains("warn empty-input forms/a.xlsx ▸ 仪器 ▸ 1");
    }

    @Test
    void faultyFieldsAreMissingAndTheOthersCount() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {
                        {"平台编号", "P01"}, {"设备原值（元）", "3万元"}, {"人员数", "-1"}, {"开放制度", "健全"}
                    });
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 0)).isEqualTo(" |  | 健全");
        assertThat(read.findings())
                .contains(
                        "reject bad-value forms/a.xlsx ▸ 基本信息 ▸ B2 3万元",
                        "reject bad-value forms/a.xlsx ▸ 基本信息 ▸ B3 -1");
        assertThat(read.of("bad-value").get(0).header()).isEqualTo("设备原值（元）");
    }

    @Test
    void aLabelThatIsMissingOrThereTwiceMakesItsFieldMissing() {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, "基本信息", new String[][] {{"平台编号", "P01"}, {"人员数", "7"}, {"人员数", "8"}, {"开放制度", "健全"}});
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.form("form", 0)).isEqualTo(" |  | 健全");
        assertThat(read.of("label-not-found")).hasSize(1);
        assertThat(read.of("label-twice")).hasSize(1);
    }

    @Test
    void aSecondFormOfOneSubjectStopsTheRunAndNamesBothFiles() {
        for (String name : new String[] {"forms/a.xlsx", "forms/b.xlsx"}) {
            desk.book(name, book -> {
                sheet(book, "基本信息", new String[][] {{"平台编号", "P01"}, {"设备原值", "3"}, {"人员数", "1"}, {"开放制度", "无"}});
                sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
            });
        }
        Desk.Read read = desk.read(INPUTS, "tools");
        assertThat(read.of("duplicate-subject"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(org.platscore.finding.Lang.ZH))
                        .contains("forms/a.xlsx", "forms/b.xlsx"));
        assertThat(read.result().findings().stops()).isTrue();
    }

    @Test
    void aWorkbookOfNobodyIsLeftOutAndToldOnce() {
        desk.book("forms/a.xlsx", book -> {
            sheet(book, "基本信息", new String[][] {{"平台编号", "P09"}, {"设备原值", "3"}, {"人员数", "1"}, {"开放制度", "无"}});
            sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
        });
        Desk.Read read = desk.read(INPUTS, "tools");
        assertThat(read.findings()).contains("reject unknown-subject forms/a.xlsx ▸ 基本信息 ▸ B1 P09");
        assertThat(read.of("unknown-subject")).hasSize(1);
        assertThat(read.rows()).isEmpty();
    }

    static Stream<Arguments> workbooksThatNameNobody() {
        return Stream.of(
                Arguments.of(
                        "the sheet has another name",
                        "Sheet1",
                        new String[][] {{"平台编号", "P01"}, {"设备原值", "3"}},
                        "forms/a.xlsx",
                        "没有读到工作表“基本信息”，不知道这份文件是哪一家的；读到的有：Sheet1、仪器",
                        "不要给工作表改名"),
                Arguments.of(
                        "the label was changed",
                        "基本信息",
                        new String[][] {{"代号", "P01"}, {"设备原值", "3"}},
                        "forms/a.xlsx ▸ 基本信息",
                        "没有找到“平台编号”，不知道这份文件是哪一家的。",
                        "不要改动标题“平台编号”"),
                Arguments.of(
                        "the label is there twice",
                        "基本信息",
                        new String[][] {{"平台编号", "P01"}, {"设备原值", "3"}, {"平台编号", "P02"}},
                        "forms/a.xlsx ▸ 基本信息 ▸ A3",
                        "“平台编号”出现了两次（forms/a.xlsx ▸ 基本信息 ▸ A1 和 forms/a.xlsx ▸ 基本信息 ▸ A3），不知道这份文件是哪一家的。",
                        "请只保留一处"),
                Arguments.of(
                        "the value is blank",
                        "基本信息",
                        new String[][] {{"平台编号"}, {"设备原值", "3"}},
                        "forms/a.xlsx ▸ 基本信息 ▸ B1",
                        "没有写是哪一家的。",
                        "请按名册填写编号或名称"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooksThatNameNobody")
    void aWorkbookThatNamesNobodyIsToldWhereAndWhatToDo(
            String label, String name, String[][] cells, String place, String message, String action) {
        Desk.Read read = desk.book("forms/a.xlsx", book -> {
                    sheet(book, name, cells);
                    sheet(book, "仪器", new String[][] {{"编号", "原值（元）"}, {"Y1", "1"}});
                })
                .read(INPUTS, "tools");
        assertThat(read.of("unknown-subject")).singleElement().satisfies(each -> {
            assertThat(Objects.requireNonNull(each.place()).shown()).isEqualTo(place);
            assertThat(each.message().in(Lang.ZH)).isEqualTo(message);
            assertThat(each.action().in(Lang.ZH)).contains(action);
        });
    }

    @Test
    void aCellMayBeNamedOutright() {
        Desk.Read read = desk.book(
                        "forms/a.xlsx",
                        book -> sheet(book, "表", new String[][] {{"编号", "P03"}, {"", ""}, {"", "", "8"}}))
                .file("rows.csv", "编号\nP01\n")
                .read(FIELDS + """
                            eight: {sheet: 表, cell: C3, type: number}
                        """, "rows");
        assertThat(read.form("form", 2)).isEqualTo("8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "behind the cell, 经费, '', 元, 8 |",
        "in the label before the cell, 经费（元）, 单位：亿元, '', 8 |",
        "in the label against the one behind, 经费（万元）, '', 元, |",
        "above the cell, 经费, 单位：元, '', 8 |",
        "nowhere, 经费, '', '', 80000 |",
        "another than money, 经费, '', 次, |"
    })
    void theUnitOfACellNamedOutrightIsFoundToo(
            String place, String label, String above, String behind, String expected) {
        Desk.Read read = desk.book(
                        "forms/a.xlsx",
                        book -> sheet(
                                book, "表", new String[][] {{"编号", "P03"}, {"", above}, {label, "8", behind}, {"其他", ""}
                                }))
                .file("rows.csv", "编号\nP01\n")
                .read(FIELDS + """
                            fund: {sheet: 表, cell: B3, type: money, unit: 万元}
                            other: {sheet: 表, cell: B4, type: money, unit: 万元}
                        """, "rows");
        assertThat(read.form("form", 2).strip()).as(place).isEqualTo(expected);
        assertThat(read.of("bad-value")).hasSize(expected.equals("|") ? 1 : 0);
    }

    static Sheet sheet(Workbook book, String name, String[][] cells) {
        Sheet sheet = book.createSheet(name);
        for (int i = 0; i < cells.length; i++) {
            HeadLayoutTest.row(sheet, i, cells[i]);
        }
        return sheet;
    }
}
