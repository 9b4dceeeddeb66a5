package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedMeasureTest {

    @Test
    void aResidentsNumberAmongCreditCodesIsMaskedBeforeAnyReport() {
        assertThat(Measures.shown("350299199003071234")).isEqualTo("350299************");
    }

    @Test
    void aCreditCodeAndACategoryStayAsTheyAre() {
        assertThat(Measures.shown("91330100799655058B")).isEqualTo("91330100799655058B");
        assertThat(Measures.shown("健全")).isEqualTo("健全");
    }
}
