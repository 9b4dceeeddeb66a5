package org.platscore.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadTest {

    @ParameterizedTest
    @CsvSource({
        "到账金额（元）, 到账金额",
        "机时 (小时), 机时",
        "设备数（台（套））, 设备数",
        "经费［万元］, 经费",
        "经费（万元）（必填）, 经费",
        "经费（含税）, 经费（含税）",
        "经费, 经费"
    })
    void aLabelIsWrittenWithoutItsUnit(String written, String bare) {
        assertThat(Head.withoutUnit(written)).isEqualTo(bare);
    }
}
