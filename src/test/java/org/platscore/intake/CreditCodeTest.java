package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.intake.cell.CreditCode;

class CreditCodeTest {

    @ParameterizedTest
    @CsvSource({
        "9144030071526726XG, STANDARD",
        "91330100799655058B, STANDARD",
        "914403001922038216, STANDARD",
        "91350100M000100Y43, STANDARD",
        "91350211M0000XUF46, PILOT",
        "91350203M0001FUE2P, PILOT",
        "91350203M0001QKT19, PILOT",
        "91350203M0001QAY9B, PILOT",
        "91350211M00013FA1N, PILOT",
        "91350100M0001TGQXM, PILOT",
        "914403001922038217, WRONG_CHECK",
        "91350211M0000XUF47, WRONG_CHECK",
        "69990432-X, WRONG_FORM",
        "91440300192203821, WRONG_FORM",
        "9144O3001922038216, WRONG_FORM",
        "350102199003074514, WRONG_CHECK",
        "11010519491231002X, PERSONAL_ID"
    })
    void aCodeIsTold(String code, CreditCode verdict) {
        assertThat(CreditCode.of(code)).isEqualTo(verdict);
    }
}
