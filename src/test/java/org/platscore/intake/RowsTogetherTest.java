package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.rules.RulesFile;

/** What a row is told by others: columns computed from its own and the roster's, groups of rows, rows of other inputs. */
class RowsTogetherTest {

    private static final String LOG = """
            related:
              files: related.csv
              belongs_to: who
              columns:
                who: {header: 平台, type: subject, required: true}
                code: {header: 代码, type: text}
              checks:
                - {id: no-code, reject: {code: 无效}}
            log:
              files: "logs/*.csv"
              belongs_to: who
              columns:
                record: {header: 编号, type: text, required: true}
                who: {header: 平台, type: subject, required: true}
                day: {header: 日期, type: date}
                tool: {header: 仪器, type: text}
                kind: {header: 类型, type: choice, choices: [通用, 专用], default: 通用}
                hours: {header: 机时, type: number}
                code: {header: 信用代码, type: credit-code}
                rating: {header: 评价, type: scale, values: {好: 100, 中: 60, 差: 0, 极差: 0}}
              derive:
                use: "MIN(1, hours / IF(kind = \\"专用\\", 7, 8))"
                twice: "2 * use"
                own: "IF(code = roster.code, \\"本单位\\", \\"外单位\\")"
              checks:
                - {id: related-party, reject: {code: {in: related.code}}, because: 关联单位不计}
                - {id: own-unit, warn: {own: 本单位}}
                - {id: over-24h, warn: {sum: hours, per: [tool, day], over: 24}, because: 一天超过 24 小时}
                - {id: crowded, stop: {count: true, per: [day], over: 4}}
                - {id: repeated, unique: [record]}
                - {id: bad, warn: {rating: 极差}}
                - {id: poor, warn: {rating: {under: 60}}}
                - {id: busy, warn: {twice: {over: 1.9}}}
            """;

    private static final String HEAD = "编号,平台,日期,仪器,类型,机时,信用代码,评价\n";

    @TempDir
    Path folder;

    private Desk.Read read(String... rows) {
        return Desk.in(folder)
                .file("related.csv", "平台,代码\nP01,91330100799655058b\nP02,无效\nP02,914403001922038216\n")
                .file("logs/a.csv", HEAD + String.join("\n", rows) + "\n")
                .read(LOG, "log");
    }

    private static List<String> told(Desk.Read read, String code) {
        return read.of(code).stream()
                .map(each -> each.place() == null
                        ? ""
                        : each.place().shown() + " " + each.value() + " "
                                + each.message().in(Lang.ZH))
                .toList();
    }

    @Test
    void derivedColumnsAreExactAndBlankWhereAValueIsMissing() {
        Desk.Read read = read(
                "A,P01,,,专用,3.5,,",
                "B,P01,,,专用,1,914403001922038216,",
                "C,P01,,,,2,,",
                "D,P01,,,,,,",
                "E,P01,,,通用,80,,");
        assertThat(read.rows().stream().filter(row -> row.startsWith("log")))
                .containsExactly(
                        "log P01 | A | P01 |  |  | 专用 | 3.5 |  |  | 0.5 | 1 | ",
                        "log P01 | B | P01 |  |  | 专用 | 1 | 914403001922038216 |  | 1 / 7 | 2 / 7 | 本单位",
                        "log P01 | C | P01 |  |  | 通用 | 2 |  |  | 0.25 | 0.5 | ",
                        "log P01 | D | P01 |  |  | 通用 |  |  |  |  |  | ",
                        "log P01 | E | P01 |  |  | 通用 | 80 |  |  | 1 | 2 | ");
        assertThat(told(read, "busy")).containsExactly("logs/a.csv:6 2 未通过检查：twice大于 1.9");
    }

    @Test
    void aRowIsLookedUpAmongItsOwnSubjectsRowsOfAnotherInput() {
        Desk.Read read =
                read("A,P01,,,,,91330100799655058B,", "B,P02,,,,,91330100799655058B,", "C,P02,,,,,914403001922038216,");
        assertThat(told(read, "related-party"))
                .containsExactly(
                        "logs/a.csv:2:7 91330100799655058B 关联单位不计", "logs/a.csv:4:7 914403001922038216 关联单位不计");
    }

    @Test
    void groupsAddUpWhateverTheOrderAndSeeNoRowsRejectedBefore() {
        Desk.Read read = read(
                "A,P01,2021-01-05,甲,,20,,",
                "B,P01,2021-01-05,乙,,20,,",
                "C,P01,2021-01-05,甲,,5.5,,",
                "D,P02,2021-01-05,甲,,20,,",
                "E,P01,2021-01-06,甲,,30,91330100799655058B,",
                "F,P01,,甲,,30,,",
                "G,P02,2021-01-07,,,30,,",
                "H,P02,2021-01-08,甲,,24,,",
                "I,P02,2021-01-09,甲,,30,,",
                "J,P02,2021-01-09,甲,,-7,,");
        assertThat(told(read, "over-24h"))
                .containsExactly("logs/a.csv:2:6 25.5 一天超过 24 小时：甲、2021-01-05 的“机时”合计 25.5，超过 24（共 2 行，这里是第一行）");
        assertThat(read.of("crowded")).isEmpty();
    }

    @Test
    void aGroupIsToldByWhatItsRowsHaveInCommonAlsoWhereTheFirstOnesCellIsBlankOrSpeltOtherwise() {
        String log = """
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    kind: {header: 类型, type: choice, choices: {通用: [通], 专用: []}, default: 通用}
                    amount: {header: 金额, type: money, unit: 万元}
                    share: {header: 比例, type: percent}
                    valid: {header: 有效, type: boolean}
                    code: {header: 信用代码, type: credit-code}
                    who_came: {header: 来人, type: text, personal: true}
                  derive: {third: "share / 3"}
                  checks:
                    - {id: of-kind, warn: {count: true, per: [kind, amount, share, valid], over: 1}}
                    - {id: of-code, warn: {count: true, per: [code, who_came, third], over: 1}}
                """;
        Desk.Read read = Desk.in(folder)
                .file(
                        "log.csv",
                        "平台,类型,金额,比例,有效,信用代码,来人\n"
                                + "P01,,1.50,12.50%,N,350203198001011234,王\nP01,通,1.5,0.125,否,350203198001011234,王\n")
                .read(log, "log");
        assertThat(told(read, "of-kind")).containsExactly("log.csv:2:2 2 通用、1.5 万元、12.5%、否 有 2 行，超过 1 行（这里是第一行）");
        assertThat(told(read, "of-code"))
                .containsExactly("log.csv:2:6 2 350203************、***、≈0.0417 有 2 行，超过 1 行（这里是第一行）");
    }

    @Test
    void ofALongCellThatMakesAGroupTheBeginningIsQuotedOnOneLine() {
        String tool = "\"" + "仪".repeat(150) + "\n" + "器".repeat(150) + "\"";
        Desk.Read read = read("A,P01,2021-01-05," + tool + ",,20,,", "B,P01,2021-01-05," + tool + ",,20,,");
        assertThat(told(read, "over-24h"))
                .containsExactly("logs/a.csv:2:6 40 一天超过 24 小时：" + "仪".repeat(150) + " " + "器".repeat(49)
                        + "…、2021-01-05 的“机时”合计 40，超过 24（共 2 行，这里是第一行）");
    }

    @Test
    void aGroupMayStopTheRun() {
        Desk.Read read = read(
                "A,P01,2021-01-05,,,1,,",
                "B,P01,2021-01-05,,,1,,",
                "B,P01,2021-01-05,,,1,,",
                "C,P01,2021-01-05,,,1,,",
                "D,P01,2021-01-05,,,1,,");
        assertThat(told(read, "crowded")).containsExactly("logs/a.csv:2:3 5 2021-01-05 有 5 行，超过 4 行（这里是第一行）");
        assertThat(read.result().findings().stops()).isTrue();
    }

    @Test
    void aScaleIsTestedByItsWordAndByItsNumber() {
        Desk.Read read = read("A,P01,,,,,,好", "B,P01,,,,,, 极差", "C,P01,,,,,,差", "D,P01,,,,,,100");
        assertThat(told(read, "bad")).containsExactly("logs/a.csv:3:8 极差 未通过检查：评价为极差");
        assertThat(told(read, "poor")).hasSize(2);
        assertThat(told(read, "bad-value")).containsExactly("logs/a.csv:5:8 100 “100”不在可选的范围内。");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aFileForInputsThatNeedEachOtherIsToldOnce(int jobs) {
        String inputs = """
                second:
                  files: "*.xlsx"
                  sheet: 乙
                  belongs_to: {label: 平台}
                  columns:
                    code: {header: 代码, type: text, required: true}
                  checks:
                    - {id: known, warn: {code: {in: first.code}}}
                first:
                  files: "*.xlsx"
                  sheet: 甲
                  belongs_to: {label: 平台}
                  columns:
                    code: {header: 代码, type: text, required: true}
                """;
        Desk.Read read = Desk.in(folder)
                .book("p.xlsx", book -> {
                    var page = book.createSheet("甲");
                    page.createRow(0).createCell(0).setCellValue("平台");
                    page.getRow(0).createCell(1).setCellValue("P01");
                    page.createRow(1).createCell(0).setCellValue("代码");
                    page.createRow(2).createCell(0).setCellValue("x1");
                    var other = book.createSheet("乙");
                    other.createRow(0).createCell(0).setCellValue("代码");
                    other.createRow(1).createCell(0).setCellValue("x1");
                    other.createRow(2).createCell(0).setCellValue("x2");
                    book.createSheet("示例");
                })
                .file("q.xlsx", "no workbook")
                .bytes("r.xlsx", new byte[0])
                .read(Desk.rules(inputs, "second"), jobs);
        assertThat(read.rows()).containsExactly("first P01 | x1", "second P01 | x1", "second P01 | x2");
        assertThat(read.findings().stream().filter(each -> !each.contains("wrong-ending")))
                .contains("warn known p.xlsx ▸ 乙 ▸ A2 x1", "stop unreadable-file r.xlsx")
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingPersonalIsShown() {
        String inputs = """
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    phone: {header: 电话, type: text, personal: true}
                    age: {header: 年龄, type: integer, personal: true, max: 150}
                    born: {header: 出生, type: date, personal: true, on_bad: warn}
                    size: {header: 类别, type: choice, choices: [甲类, 乙类], personal: true, on_bad: warn}
                    code: {header: 代码, type: credit-code}
                  derive: {who_: "phone", old: "age * 2"}
                  checks:
                    - {id: phone-again, unique: [phone]}
                    - {id: called, warn: {phone: {matches: "^138"}}}
                    - {id: derived, warn: {who_: {matches: "^138"}}}
                    - {id: aged, warn: {old: {over: 60}}}
                    - {id: often, warn: {sum: age, per: [code, phone], over: 30}}
                """;
        Desk.Read read = Desk.in(folder).file("log.csv", """
                        平台,电话,年龄,出生,类别,代码
                        P01,13811112222,66,1999-02-30,甲级,110101199003077758
                        P01,13811113333,777,1999,乙类,11010119900307775x
                        P01,13811112222,12.5,x,乙类,
                        P01,13811112222,33,2000-01-01,乙类,,13899998888
                        P02,13811112222,44,2000-01-01,乙类,110101199003077758
                        ,合计：13811114444,,,,
                        """).read(inputs, "log");
        List<String> secrets = List.of("1381111", "1389999", "1999-02-30", "甲级", "199003", "777", "12.5", "66", "132");
        for (Finding each : read.result().findings().met()) {
            for (Lang lang : Lang.values()) {
                assertThat(each.value() + " " + each.message().in(lang) + " "
                                + each.action().in(lang))
                        .doesNotContain(secrets);
            }
        }
        assertThat(read.findings())
                .contains(
                        "reject phone-again log.csv:6:2 ***",
                        "warn called log.csv:2:2 ***",
                        "warn derived log.csv:2 ***",
                        "warn aged log.csv:2 ***",
                        "warn often log.csv:2:3 ***",
                        "reject extra-cells log.csv:5:7 ***",
                        "info sum-row log.csv:7:2 合计",
                        "reject bad-value log.csv:3:3 ***");
    }

    @Test
    void aRowLikeAnEarlierOneInADerivedColumnIsToldAsAWhole() {
        Desk.Read read = Desk.in(folder).file("log.csv", """
                平台,开始,结束
                P01,3,5
                P01,4,5
                P02,7,9
                """).read("""
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    from: {header: 开始, type: number}
                    to: {header: 结束, type: number}
                  derive: {span: "to - from"}
                  checks:
                    - {id: repeated, unique: [span]}
                """, "log");
        assertThat(told(read, "repeated")).containsExactly("log.csv:4 2 与前面的一行重复：log.csv:2");
    }

    @Test
    void aDerivedQuotientKeepsTheSignOfItsDivisor() {
        String inputs = """
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    paid: {header: 到账, type: number}
                    agreed: {header: 合同, type: number}
                  derive: {rate: "paid / agreed", half: "rate / 2"}
                  checks:
                    - {id: low, reject: {rate: {under: -3}}}
                """;
        Desk.Read read = Desk.in(folder).file("log.csv", """
                        平台,到账,合同
                        P01,5,-5
                        P01,7,-2
                        P01,-7,-2
                        """).read(inputs, "log");
        assertThat(read.rows().stream().filter(row -> row.startsWith("log")))
                .containsExactly(
                        "log P01 | P01 | 5 | -5 | -1 | -0.5",
                        "log P01 rejected",
                        "log P01 | P01 | -7 | -2 | 3.5 | 1.75");
        assertThat(told(read, "low")).singleElement().asString().startsWith("log.csv:3 -3.5 ");
    }

    @Test
    void rulesWithACircleAreRefused() {
        var reading = RulesFile.read(Path.of("src/test/resources/rules/faulty/checks-in-ring.yaml"));
        assertThat(reading.diagnostics().stream().filter(each -> !each.warning()))
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo("R017"));
    }
}
