package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PapersTest {

    @Test
    void aTableThatWouldBeCutBeginsANewSheetOfPaper() {
        assertThat(papers(table(15), table(8)).apart()).containsExactly(false, true);
    }

    @Test
    void tablesThatFitStandTogether() {
        assertThat(papers(table(8), table(5)).apart()).containsExactly(false, false);
    }

    @Test
    void aTableOfSeveralSheetsOfPaperBeginsWhereSomeOfItsRowsStillFit() {
        assertThat(papers(table(8), table(100)).apart()).containsExactly(false, false);
        assertThat(papers(table(19), table(100)).apart()).containsExactly(false, true);
    }

    @Test
    void theRowsThatBeginASheetOfPaperAreTold() {
        Papers papers = papers(table(60), table(3));
        assertThat(papers.cuts()).containsExactly(Set.of(20, 43), Set.of());
        assertThat(papers.apart()).containsExactly(false, false);
    }

    @Test
    void sumsAreNotLeftWithoutARowAndAHead() {
        List<List<Cell>> sums = List.of(List.of(Cell.text("合计")), List.of(Cell.text("平均")));
        assertThat(papers(table(19).summed(sums), table(3)).cuts()).containsExactly(Set.of(18), Set.of());
    }

    private static Papers papers(Table... tables) {
        return Papers.of(BarePage.of(tables), new int[] {20});
    }

    private static Table table(int rows) {
        return Table.of(List.of(Column.of("甲")), Collections.nCopies(rows, List.of(Cell.text("乙"))));
    }
}
