package org.platscore.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Lang;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Period;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;

/** Rows are written as {@code column=value;column=value}; a column that is not there is blank. */
class ConditionsTest {

    private static final Period PERIOD = new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 12, 31));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a value                        | {kind: 检测}                           | kind=检测               | true
            another value                  | {kind: 检测}                           | kind=研发               | false
            a list is any of               | {kind: [检测, 研发]}                   | kind=研发               | true
            none of a list                 | {kind: [检测, 研发]}                   | kind=内部               | false
            all columns must hold          | {kind: 检测, done: true}               | kind=检测;done=false    | false
            all columns hold               | {kind: 检测, done: true}               | kind=检测;done=true     | true
            is                             | {kind: {is: 检测}}                     | kind=检测               | true
            not                            | {kind: {not: 内部}}                    | kind=检测               | true
            not a list                     | {kind: {not: [内部, 检测]}}            | kind=检测               | false
            a blank cell and a sole not    | {kind: {not: 内部}}                    | note=x                  | true
            a blank cell and not with more | {kind: {not: 内部, contains: 检}}      | note=x                  | false
            a blank cell and a value       | {kind: 检测}                           | note=x                  | false
            a blank cell and blank         | {kind: {blank: true}}                  | note=x                  | true
            a blank cell and not blank     | {kind: {blank: false}}                 | note=x                  | false
            a filled cell and blank        | {kind: {blank: true}}                  | kind=检测               | false
            a filled cell and not blank    | {kind: {blank: false}}                 | kind=检测               | true
            a blank cell and none          | {none: [{kind: 检测}]}                 | note=x                  | true
            a blank cell and a bound       | {amount: {max: 5}}                     | note=x                  | false
            a blank cell and same_as       | {code: {same_as: roster.code}}         | roster.code=A1          | false
            same_as a blank one            | {code: {same_as: roster.code}}         | code=A1                 | false
            min at its edge                | {amount: {min: 100}}                   | amount=100.00           | true
            min below                      | {amount: {min: 100}}                   | amount=99.99            | false
            max at its edge                | {amount: {max: 100}}                   | amount=100              | true
            max above                      | {amount: {max: 100}}                   | amount=100.01           | false
            over at its edge               | {amount: {over: 100万}}                | amount=1000000          | false
            over beyond                    | {amount: {over: 100万}}                | amount=1000000.01       | true
            under at its edge              | {amount: {under: 5}}                   | amount=5                | false
            under below                    | {amount: {under: 5}}                   | amount=4                | true
            two bounds between             | {amount: {min: 1, max: 5}}             | amount=3                | true
            two bounds beyond              | {amount: {min: 1, max: 5}}             | amount=6                | false
            outside below                  | {amount: {outside: [1, 5]}}            | amount=0                | true
            outside at the lower edge      | {amount: {outside: [1, 5]}}            | amount=1                | false
            outside at the edge            | {amount: {outside: [1, 5]}}            | amount=5                | false
            outside above                  | {amount: {outside: [1, 5]}}            | amount=5.1              | true
            a number by value              | {amount: 1.50}                         | amount=1.5              | true
            a share                        | {share: {min: 20%}}                    | share=0.2               | true
            an endless number over a bound | {share: {over: 33%}}                   | share=1/3               | true
            an endless number and max      | {share: {max: 33%}}                    | share=1/3               | false
            a scale by its word            | {mood: 好}                             | mood=好:60              | true
            a scale by another word        | {mood: {not: 好}}                      | mood=好:60              | false
            a scale at an edge             | {mood: {min: 60}}                      | mood=好:60              | true
            a scale beyond an edge         | {mood: {over: 60}}                     | mood=好:60              | false
            a scale within a range         | {mood: {outside: [0, 60]}}             | mood=好:60              | false
            a scale by a part of its word  | {mood: {contains: 好}}                 | mood=很好:90            | true
            a scale same_as a text         | {mood: {same_as: note}}                | mood=好:60;note=好      | true
            the period's first day         | {date: {outside: period}}              | date=2021-01-01         | false
            the period's last day          | {date: {outside: period}}              | date=2022-12-31         | false
            a day before the period        | {date: {outside: period}}              | date=2020-12-31         | true
            a day after the period         | {date: {outside: period}}              | date=2023-01-01         | true
            a blank date and the period    | {date: {outside: period}}              | note=x                  | false
            a day by bound                 | {date: {max: 2021-12-31}}              | date=2021-12-31         | true
            a day by value                 | {date: 2021-12-31}                     | date=2021-12-31         | true
            days outside a range           | {date: {outside: [2021-01-01, 2021-06-30]}} | date=2021-07-01    | true
            a list of tests is any of      | {amount: [{under: 0}, {over: 9}]}      | amount=10               | true
            no test of a list              | {amount: [{under: 0}, {over: 9}]}      | amount=5                | false
            a list with a value and a test | {amount: [3, {over: 9}]}               | amount=3                | true
            a blank cell and a listed not  | {kind: [{not: 内部}, 检测]}            | note=x                  | true
            a blank cell among a list      | {amount: [3, {blank: true}]}           | note=x                  | true
            contains                       | {note: {contains: 内部}}               | note=仅供内部使用       | true
            contains one of a list         | {note: {contains: [自用, 内部]}}       | note=自用设备           | true
            contains none                  | {note: {contains: [自用, 内部]}}       | note=对外               | false
            contains after folding         | {note: {contains: ABC}}                | note=xＡＢＣy           | true
            contains keeps case            | {note: {contains: abc}}                | note=ABC                | false
            matches anywhere               | {note: {matches: "[0-9]{3}"}}          | note=a123b              | true
            matches anchored               | {note: {matches: "^[0-9]{3}$"}}        | note=a123b              | false
            a wide pattern                 | {note: {matches: "（测试）$"}}         | note=设备（测试）       | true
            a wide pattern is literal      | {note: {matches: "（测试）"}}          | note=测试               | false
            a wide sign in a class         | {note: {matches: "[（(]测试[）)]$"}}   | note=设备（测试）       | true
            a wide sign with a backslash   | {note: {matches: '\\（测试\\）$'}}     | note=设备（测试）       | true
            a backslash and a wide sign    | {note: {matches: '\\\\（测试）$'}}     | note=\\（测试）         | true
            wide signs in a quotation      | {note: {matches: '\\Q（测试）\\E$'}}   | note=设备（测试）       | true
            a wide sign after a quotation  | {note: {matches: '\\Q(a)\\E（测试）'}} | note=(a)(测试)          | true
            a backslash ends a quotation   | {note: {matches: '\\Qa\\\\E（测试）'}} | note=a\\(测试)          | true
            text after folding             | {note: ＡＢ}                           | note=AB                 | true
            text with blanks at its ends   | {note: AB}                             | note=` AB `             | true
            text with case                 | {note: ab}                             | note=AB                 | false
            codes in upper case            | {code: a1}                             | code=Ａ1                | true
            codes same_as in upper case    | {code: {same_as: roster.code}}         | code=a1;roster.code=A1  | true
            a code same_as a text          | {note: {same_as: code}}                | note=a1;code=A1         | true
            texts same_as with case        | {note: {same_as: roster.name}}         | note=a;roster.name=A    | false
            numbers same_as                | {amount: {same_as: share}}             | amount=1.0;share=1      | true
            a roster column by name        | {roster.class: A}                      | roster.class=A          | true
            true by a word                 | {done: 是}                             | done=true               | true
            false by a word                | {done: 否}                             | done=true               | false
            any of two                     | {any: [{kind: 检测}, {done: true}]}    | done=true               | true
            any of none                    | {any: [{kind: 检测}, {done: true}]}    | done=false              | false
            any of a single mapping        | {any: {kind: 检测}}                    | kind=检测               | true
            all of two                     | {all: [{kind: 检测}, {done: true}]}    | done=true               | false
            none of two                    | {none: [{kind: 检测}, {done: true}]}   | done=false              | true
            none of two, one holds         | {none: [{kind: 检测}, {done: true}]}   | done=true               | false
            nested                         | {any: [{all: [{kind: 检测}, {none: [{done: true}]}]}, {amount: 1}]} | kind=检测 | true
            an empty list says nothing     | {kind: 检测, any: []}                  | kind=检测               | true
            """)
    void holds(String label, String condition, String row, boolean expected) {
        assertThat(read(condition).holds(row(row))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {kind: 检测}                                  | 类型为检测                          | 类型 is 检测
            {kind: [检测, 研发]}                          | 类型为检测、研发                    | 类型 is 检测, 研发
            {kind: {not: 内部}}                           | 类型不为内部                        | 类型 is not 内部
            {amount: {over: 100万}}                       | 金额大于 100 万元                    | 金额 is over 1,000,000 yuan
            {amount: {min: 1, max: 5}}                    | 金额不小于 1 元，且金额不大于 5 元        | 金额 is at least 1 yuan and 金额 is at most 5 yuan
            {date: {outside: period}}                     | 日期不在考核期内                    | 日期 is outside the period
            {code: {same_as: roster.code}}                | 信用代码与单位代码相同              | 信用代码 is the same as 单位代码
            {kind: {blank: true}, note: {blank: false}}   | 类型为空，且备注不为空              | 类型 is blank and 备注 is not blank
            {any: [{kind: 检测}, {kind: 研发}], note: {blank: true}} | （类型为检测，或类型为研发），且备注为空 | (类型 is 检测 or 类型 is 研发) and 备注 is blank
            {any: [{kind: 检测, note: 自}, {done: 是}]}    | （类型为检测，且备注为自），或完成为是   | (类型 is 检测 and 备注 is 自) or 完成 is yes
            {done: true, note: 自}                         | 完成为是，且备注为自                 | 完成 is yes and 备注 is 自
            {done: {not: N}}                              | 完成不为否                          | 完成 is not no
            {amount: [1, {min: 3, max: 5}]}               | 金额为1 元，或（金额不小于 3 元，且金额不大于 5 元） | 金额 is 1 yuan or (金额 is at least 3 yuan and 金额 is at most 5 yuan)
            {kind: [检测, {contains: 研}], note: 自}       | （类型为检测，或类型含有研），且备注为自 | (类型 is 检测 or 类型 contains 研) and 备注 is 自
            {any: [{kind: 检测}, {any: [{note: 自}, {note: 他}]}]} | 类型为检测，或备注为自，或备注为他 | 类型 is 检测 or 备注 is 自 or 备注 is 他
            {none: [{kind: 检测}, {note: {contains: 自}}]} | 不属于以下情形（类型为检测，或备注含有自）   | none of this (类型 is 检测 or 备注 contains 自)
            """)
    void saysItselfInWords(String condition, String chinese, String english) {
        assertThat(read(condition).sentence().in(Lang.ZH)).isEqualTo(chinese);
        assertThat(read(condition).sentence().in(Lang.EN)).isEqualTo(english);
    }

    private static Condition read(String condition) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText source = SourceText.of(("when: " + condition).getBytes(StandardCharsets.UTF_8));
        Node.Mapping top = Yaml.read(source, diagnostics);
        Node node = top == null ? null : top.get("when");
        Condition read = node == null ? null : Conditions.read(node, columns(), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        if (read == null) {
            throw new AssertionError("no condition");
        }
        return read;
    }

    private static Columns columns() {
        Map<String, Columns.Known> own = new LinkedHashMap<>();
        own.put("kind", new Columns.Known("kind", "类型", ColumnType.CHOICE, List.of("检测", "研发", "内部")));
        own.put("date", known("date", "日期", ColumnType.DATE));
        own.put("amount", known("amount", "金额", ColumnType.MONEY));
        own.put("share", known("share", "比例", ColumnType.PERCENT));
        own.put("code", known("code", "信用代码", ColumnType.CREDIT_CODE));
        own.put("note", known("note", "备注", ColumnType.TEXT));
        own.put("mood", new Columns.Known("mood", "评价", ColumnType.SCALE, List.of("很好", "好", "差")));
        own.put("done", known("done", "完成", ColumnType.BOOLEAN));
        Map<String, Columns.Known> roster = new LinkedHashMap<>();
        roster.put("code", known("code", "单位代码", ColumnType.CREDIT_CODE));
        roster.put("name", known("name", "名称", ColumnType.TEXT));
        roster.put("class", new Columns.Known("class", "类别", ColumnType.CHOICE, List.of("A", "B")));
        return new Columns("log", own, roster, PERIOD);
    }

    private static Columns.Known known(String name, String label, ColumnType type) {
        return new Columns.Known(name, label, type, List.of());
    }

    private static Row row(String text) {
        Map<String, Object> cells = new HashMap<>();
        for (String cell : text.split(";")) {
            String[] pair = cell.split("=", 2);
            cells.put(pair[0], cell(pair[0], pair[1].replace("`", "")));
        }
        return new Row() {
            @Override
            public @Nullable Object cell(String column) {
                return cells.get(column);
            }
        };
    }

    private static Object cell(String column, String text) {
        return switch (column) {
            case "amount", "share" -> text.contains("/") ? BigFraction.parse(text) : new BigDecimal(text);
            case "mood" -> new ScaleWord(text.split(":")[0], new BigDecimal(text.split(":")[1]));
            case "date" -> LocalDate.parse(text);
            case "done" -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
