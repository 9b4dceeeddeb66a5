package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;

class FindingsByFileTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final FindingsByFile findings = new FindingsByFile(new Terminal(stream, stream, Lang.ZH, new Platscore()));

    @Test
    void findingsAlikeInASheetForEachMonthAreToldAsOneKind() {
        findings.tell(IntStream.rangeClosed(1, 12)
                .mapToObj(month -> finding("log", month + "月", "金额"))
                .toList());
        assertThat(told()).isEqualTo("""
                        P01.xlsx：剔除 12 条
                          剔除 bad-value（12 条）
                            P01.xlsx ▸ 1月 ▸ B3  看不懂
                            P01.xlsx ▸ 2月 ▸ B3  看不懂
                            P01.xlsx ▸ 3月 ▸ B3  看不懂
                            其余 9 条略。
                            → 请改正

                        """);
    }

    @Test
    void columnsAndInputsOfOneFileAreToldApart() {
        findings.tell(
                List.of(finding("log", "台账", "金额"), finding("log", "台账", "机时"), finding("instruments", "仪器", "金额")));
        assertThat(told().lines().filter("  剔除 bad-value（1 条）"::equals)).hasSize(3);
    }

    private static Finding finding(String input, String sheet, String header) {
        return new Finding(
                Severity.REJECT,
                "bad-value",
                input,
                new Place("P01.xlsx", sheet, 3, 2, header),
                "",
                "",
                Message.verbatim("看不懂"),
                Message.verbatim("请改正"));
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
