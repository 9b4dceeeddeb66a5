package org.platscore.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "11010519491231002X, 110105************",
        "350299199003071234, 350299************",
        "１１０１０５ 19491231 002ｘ, 110105************",
        "110105-19491231-002X, 110105************",
        "110105 1949/12/31 0029, 110105************",
        "11010519491231002X（个人）, 110105************(个人)",
        "身份证：11010519491231002x, 身份证:110105************",
        "440302199003077771/110105194912310029, 440302************/110105************",
        "440302199003077771.0, 440302************.0",
        "4.4030219900307777e+17, 440302************",
        "110105491231003, 110105*********",
        "身份证110105491231003, 身份证110105*********"
    })
    void aResidentsNumberIsMaskedBehindItsArea(String text, String shown) {
        assertThat(Masking.resident(text)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "91330100799655058B",
        "91350211M0000XUF46",
        "914403001922038216",
        "代码：914403001922038216",
        "110108000000016",
        "110105491231002",
        "110105491331002",
        "AB11010519491231002X",
        "2011010519491231002100",
        "110105194913310021",
        "4.40302E+17",
        "健全"
    })
    void whatIsNoResidentsNumberIsShownAsItStands(String text) {
        assertThat(Masking.resident(text)).isEqualTo(text);
    }
}
