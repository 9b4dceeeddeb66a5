package org.platscore.rules.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Exact;
import org.platscore.rules.names.Ref;

/** What each method says to a spreadsheet. LibreOffice works the same formulas out in the tests of the workbook. */
class SpreadsheetTest {

    private static final Benchmark FIVE = constant(5);
    private static final Benchmark NINE = constant(9);

    private static Benchmark constant(long number) {
        return new Benchmark.Constant(BigFraction.of(number));
    }

    @Test
    void linear() {
        assertThat(new Linear(FIVE, NINE).spreadsheet(new Names())).isEqualTo("W*MAX(0,MIN(1,(x-b5)/(b9-b5)))");
    }

    @Test
    void stepsStandFromTheHighestEdgeDown() {
        Steps steps = new Steps(
                List.of(
                        new Steps.Step(FIVE, false, BigFraction.of(3)),
                        new Steps.Step(NINE, true, BigFraction.of(4)),
                        new Steps.Step(NINE, false, BigFraction.of(2))),
                BigFraction.ONE);
        assertThat(steps.spreadsheet(new Names())).isEqualTo("IF(x+0>b9,p,IF(x>=b9,p,IF(x>=b5,p,p)))");
    }

    @Test
    void perUnit() {
        PerUnit units = new PerUnit(NINE, BigFraction.ONE, FIVE, BigFraction.of(2), true);
        assertThat(units.spreadsheet(new Names())).isEqualTo("IF(x+0<b5,0,MAX(0,MIN(W,p+p*INT(ROUND((x-b5)/b9,9)))))");
    }

    @Test
    void levels() {
        Map<String, BigFraction> points = new LinkedHashMap<>();
        points.put("健全", BigFraction.of(5));
        assertThat(new Levels(points, null).spreadsheet(new Names())).isEqualTo("IF(EXACT(c,\"健全\"),p健全,NA())");
    }

    @Test
    void aRankCountsHalfTheEqualOnesWithoutTheSubjectItself() {
        assertThat(new Peers(Peers.Place.RANK, null, "", true).spreadsheet(new Names()))
                .isEqualTo(
                        "IF(n=0,W+0*x,IF(max=min,W+0*x,W*MAX(0,MIN(1," + "(n-0.5-SUMPRODUCT((r<x)+(r=x)/2))/(n-1)))))");
    }

    @Test
    void theBestOfThoseWithAValue() {
        BestOf best = new BestOf(List.of(new BestOf.Alternative("m", "m", new Linear(FIVE, NINE))));
        assertThat(best.spreadsheet(new Names()))
                .isEqualTo("IF(MAX(IFERROR(W*MAX(0,MIN(1,(x-b5)/(b9-b5))),-1))<0,NA(),"
                        + "MAX(IFERROR(W*MAX(0,MIN(1,(x-b5)/(b9-b5))),-1)))");
    }

    @Test
    void aMethodByTheSizeOfAMeasureIsAnIf() {
        By by = new By(new Choice<>(
                new Ref(false, "last"),
                "last",
                Map.of(),
                List.of(new Choice.Band<>(BigFraction.of(100), new Linear(FIVE, NINE))),
                new Linear(NINE, FIVE)));
        assertThat(by.spreadsheet(new Names()))
                .isEqualTo("IF(m+0<100,W*MAX(0,MIN(1,(x-b5)/(b9-b5))),W*MAX(0,MIN(1,(x-b9)/(b5-b9))))");
    }

    /** Cells with short names. */
    private static final class Names implements CellNames {
        @Override
        public String value() {
            return "x";
        }

        @Override
        public String category() {
            return "c";
        }

        @Override
        public String weight() {
            return "W";
        }

        @Override
        public String benchmark(Benchmark benchmark) {
            return "b" + Exact.plain(((Benchmark.Constant) benchmark).number());
        }

        @Override
        public String points(Object owner, String part) {
            return "p" + part;
        }

        @Override
        public String name(String name) {
            return "m";
        }

        @Override
        public String text(Ref of, String category) {
            return '"' + category + '"';
        }

        @Override
        public String text(String category) {
            return '"' + category + '"';
        }

        @Override
        public <T> @Nullable T chosen(Choice<T> choice) {
            return choice.otherwise();
        }

        @Override
        public BigFraction now(Benchmark benchmark) {
            return ((Benchmark.Constant) benchmark).number();
        }

        @Override
        public PeerCells peers(@Nullable String within) {
            return new PeerCells("r", "n", "min", "max", "mean", "sd", true);
        }

        @Override
        public CellNames on(@Nullable String measure) {
            return this;
        }

        @Override
        public String ifThere(String points) {
            return points;
        }
    }
}
