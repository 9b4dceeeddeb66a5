package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellFormulaTest {

    @Test
    void aFormulaWithMoreArgumentsThanExcelTakesCannotBeSaid() {
        String most = "MAX(A1" + ",B2".repeat(254) + ")";
        assertThat(CellFormula.sayable(most + "+" + most)).isNotNull();
        assertThat(CellFormula.sayable("ROUND(MAX(A1" + ",B2".repeat(255) + "),2)"))
                .isNull();
    }

    @Test
    void commasAndParenthesesInTextsAreNoArguments() {
        assertThat(CellFormula.sayable("IF(A1=\"" + "(,".repeat(120) + "\",\"" + ",".repeat(200) + "\",0)"))
                .isNotNull();
    }
}
