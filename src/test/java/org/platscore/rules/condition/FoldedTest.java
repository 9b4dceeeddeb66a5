package org.platscore.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.rules.ColumnType;

class FoldedTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            plain,AB,AB
            blanks at its ends, AB ,AB
            full width,ＡＢ１２,AB12
            full-width brackets,厦门（检测）,厦门(检测)
            a wide blank at the end,检测　,检测
            blanks inside stay,A B,A B
            case stays,aB,aB
            a decomposed letter,e\u0301,é
            a compatibility form,㎡,m2
            """)
    void textsAreComparedAfterNfkcAndTrimming(String label, String text, String folded) {
        assertThat(Folded.text(text.replace("\\u0301", "\u0301"))).isEqualTo(folded);
    }

    @Test
    void namesAreComparedWithoutAnyBlank() {
        assertThat(Folded.tight(" 厦门 市\u00A0检测\t中心　")).isEqualTo("厦门市检测中心");
        assertThat(Folded.tight("检测中心")).isEqualTo("检测中心");
    }

    @Test
    void cellsOfOneColumnHaveEqualKeysWhereTheyAreEqual() {
        assertThat(Folded.cell(ColumnType.NUMBER, new BigDecimal("1.50")))
                .isEqualTo(Folded.cell(ColumnType.NUMBER, new BigDecimal("1.5")));
        assertThat(Folded.cell(ColumnType.NUMBER, new BigDecimal("100")))
                .isEqualTo(Folded.cell(ColumnType.NUMBER, new BigDecimal("1E2")));
        assertThat(Folded.cell(ColumnType.CREDIT_CODE, "ab１")).isEqualTo("AB1");
        assertThat(Folded.cell(ColumnType.TEXT, "ab１")).isEqualTo("ab1");
        assertThat(Folded.cell(ColumnType.BOOLEAN, true)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "是,true",
        "否,false",
        "Y,true",
        "n,false",
        "TRUE,true",
        "Ｎｏ,false",
        "√,true",
        "×,false",
        "1,true",
        "0,false"
    })
    void wordsOfABooleanColumn(String word, boolean expected) {
        assertThat(BooleanWord.read(word)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"有", "2", "也许", "对", "''"})
    void otherWordsSayNeither(String word) {
        assertThat(BooleanWord.read(word)).isEmpty();
    }
}
