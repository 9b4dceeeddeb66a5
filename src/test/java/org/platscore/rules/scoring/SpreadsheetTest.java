package org.platscore.rules.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Exact;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

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
    void aCurveIsASumOfItsStretches() {
        Curve curve = new Curve(List.of(
                new Curve.Corner(BigFraction.ZERO, BigFraction.ONE),
                new Curve.Corner(BigFraction.of(50), BigFraction.of(6)),
                new Curve.Corner(BigFraction.of(100), BigFraction.of(4))));
        assertThat(curve.spreadsheet(new Names()))
                .isEqualTo(
                        "MAX(0,p+(p-p)*MAX(0,MIN(1,(x-pvalue)/(pvalue-pvalue)))+(p-p)*MAX(0,MIN(1,(x-pvalue)/(pvalue-pvalue))))");
    }

    @Test
    void aCurveThatFallsBelowNothingIsCutThere() {
        Curve curve = new Curve(List.of(
                new Curve.Corner(BigFraction.ZERO, BigFraction.of(-1)),
                new Curve.Corner(BigFraction.of(50), BigFraction.of(6))));
        assertThat(curve.spreadsheet(new Names())).isEqualTo("MAX(0,p+(p-p)*MAX(0,MIN(1,(x-pvalue)/(pvalue-pvalue))))");
    }

    private static Term number(String name) {
        return new Term(name, name, ValueType.NUMBER, List.of());
    }

    @Test
    void aFormulaIsCutToBetweenNothingAndTheWeight() {
        Formula formula = Formulas.read(
                new Node.Scalar("MIN(weight, 3 * value) ^ 2", false, new Mark(1, 1, 1)),
                Map.of("weight", number("weight"), "value", number("value")),
                ValueType.NUMBER,
                new Diagnostics());
        assertThat(FormulaMethod.of(Objects.requireNonNull(formula), Map.of()).spreadsheet(new Names()))
                .isEqualTo("MAX(0,MIN(W,(MIN(m+0,(3*m))^2)+0))");
    }

    @ParameterizedTest(name = "{0}, lower is better: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    MIN_MAX       | false | (x-min)/(max-min)
                    MIN_MAX       | true  | (max-x)/(max-min)
                    SHARE_OF_BEST | false | IF(x+0>=max,1,IF(x<=0,0,x/max))
                    SHARE_OF_BEST | true  | IF(x+0<=min,1,IF(x<=0,0,min/x))
                    Z_SCORE       | false | (x-mean+(3*sd))/(2*(3*sd))
                    Z_SCORE       | true  | (mean-x+(3*sd))/(2*(3*sd))
                    """)
    void aPlaceAmongPeersIsAShareOfTheWeight(Peers.Place by, boolean lower, String share) {
        assertThat(new Peers(by, null, "", lower).spreadsheet(new Names()))
                .isEqualTo("IF(n=0,W+0*x,IF(max=min,W+0*x,W*MAX(0,MIN(1," + share + "))))");
    }

    @Test
    void aRankCountsHalfTheEqualOnesWithoutTheSubjectItself() {
        assertThat(new Peers(Peers.Place.RANK, null, "", true).spreadsheet(new Names()))
                .isEqualTo("IF(n=0,W+0*x,IF(max=min,W+0*x,W*MAX(0,MIN(1,"
                        + "(n-0.5-SUMPRODUCT((r<x+0)+(r=x+0)/2))/(n-1)))))");
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
