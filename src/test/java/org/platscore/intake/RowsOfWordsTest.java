package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows below or within a table that are no data, where a single column need be filled in. */
class RowsOfWordsTest {

    private static final String INPUT = """
            rows:
              files: ["P01.*"]
              belongs_to: file
              columns:
                device: {header: 仪器, type: text, required: true}
                note: {header: 备注, type: text}
                cost: {header: 原值（元）, type: money}
            """;
    private static final String FIRST = "rows P01 | 质谱仪 | 合计数 | 100";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "合计,,100            | info sum-row P01.csv:3:1 合计",
                ",小 计：,100         | info sum-row P01.csv:3:2 小 计：",
                "合计（5台）,,100     | info sum-row P01.csv:3:1 合计（5台）",
                "总计:5台,,100        | info sum-row P01.csv:3:1 总计:5台",
                ",本页合计【元】,100  | info sum-row P01.csv:3:2 本页合计【元】",
                "甲,合计,100          | info sum-row P01.csv:3:2 合计",
                "注：以上均在用,,     | reject bad-value P01.csv:3:1 注",
                ",说明 2: 见附件,     | reject bad-value P01.csv:3:2 说明2",
                "填表人：,审核人：乙, | reject bad-value P01.csv:3:1 填表人",
                "例,在用,100          | reject bad-value P01.csv:3:1 例",
                ",示 例1,100          | reject bad-value P01.csv:3:2 示例",
                "例如：离心机,,100    | reject bad-value P01.csv:3:1 例如",
                "示例（请删去）,,100  | reject bad-value P01.csv:3:1 示例",
                "（示例）离心机,,100  | reject bad-value P01.csv:3:1 示例",
                "【填写示例2】,,100   | reject bad-value P01.csv:3:1 填写示例",
            })
    void aRowThatSaysSoIsNoData(String row, String finding) {
        Desk.Read read = read(row);

        assertThat(read.rows())
                .filteredOn(each -> !each.equals("rows P01 rejected"))
                .containsExactly(FIRST);
        assertThat(read.findings()).containsExactly(finding);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "合计机,,100;        rows P01 | 合计机 |  | 100",
                "甲,合计（5台）,100; rows P01 | 甲 | 合计（5台） | 100",
                "注：以上,,100;      rows P01 | 注：以上 |  | 100",
                "注射泵：双通道,,;   'rows P01 | 注射泵：双通道 |  | '",
                "甲,备注：乙,;       'rows P01 | 甲 | 备注：乙 | '",
                "甲,示例,100;        rows P01 | 甲 | 示例 | 100",
                "示例机,,100;        rows P01 | 示例机 |  | 100",
                "(例机)甲,,100;      rows P01 | (例机)甲 |  | 100",
                "（示例,,100;        rows P01 | （示例 |  | 100",
            })
    void anyOtherRowIsData(String row, String cells) {
        Desk.Read read = read(row);

        assertThat(read.rows()).containsExactly(FIRST, cells);
        assertThat(read.findings()).isEmpty();
    }

    private Desk.Read read(String row) {
        return Desk.at(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲平台,\n")
                .file("P01.csv", "仪器,备注,原值（元）\n质谱仪,合计数,100\n" + row + "\n")
                .read(INPUT, "rows");
    }
}
