package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;

class FindingListTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(stream, stream, Lang.ZH, new Platscore());
    private final FindingList list = new FindingList(terminal);

    @Test
    void theWorstComeFirstAndThoseOfOneKindTogether() {
        list.tell(
                List.of(
                        finding(Severity.WARN, "large-amount", "a.csv", "金额较大", "请复核"),
                        finding(Severity.STOP, "missing-column", "a.csv", "缺少列 服务日期", "请补上这一列"),
                        finding(Severity.WARN, "large-amount", "b.csv", "金额较大", "请复核"),
                        finding(Severity.STOP, "missing-column", "c.csv", "缺少列 金额", "请补上这一列")),
                20);
        assertThat(told()).isEqualTo("""
                        必须解决 missing-column（2 条）
                          a.csv:3  缺少列 服务日期
                          c.csv:3  缺少列 金额
                          → 请补上这一列
                        提醒 large-amount（2 条）
                          a.csv:3  金额较大
                          b.csv:3  金额较大
                          → 请复核
                        """);
    }

    @Test
    void anAdviceStandsUnderTheFindingsItIsFor() {
        list.tell(
                List.of(
                        finding(Severity.REJECT, "unknown-subject", "a.csv", "没有平台 P1", "是不是 P01"),
                        finding(Severity.REJECT, "unknown-subject", "b.csv", "没有平台 P2", "是不是 P02")),
                20);
        assertThat(told()).isEqualTo("""
                        剔除 unknown-subject（2 条）
                          a.csv:3  没有平台 P1
                          → 是不是 P01
                          b.csv:3  没有平台 P2
                          → 是不是 P02
                        """);
    }

    @Test
    void theRestOfVeryManyIsCounted() {
        list.tell(Collections.nCopies(5, finding(Severity.INFO, "sum-row", "a.csv", "合计行", "不用处理")), 2);
        assertThat(told()).isEqualTo("""
                        提示 sum-row（5 条）
                          a.csv:3  合计行
                          a.csv:3  合计行
                          其余 3 条略。
                          → 不用处理
                        """);
    }

    @Test
    void aFindingWithoutAFileNamesItsSubjectWhereItsSentenceDoesNot() {
        list.tell(List.of(missing("P07", "指标“R1”需要级别，而该平台没有数值"), missing("P08", "P08 甲平台 没有数值")), 20);
        assertThat(told()).isEqualTo("""
                        必须解决 missing-value（2 条）
                          P07  指标“R1”需要级别，而该平台没有数值
                          P08 甲平台 没有数值
                          → 补上数据
                        """);
    }

    @Test
    void anIdWithinAnotherWordOrNumberOfTheSentenceDoesNotNameItsSubject() {
        list.tell(List.of(missing("1", "指标“R1”需要级别，而该平台没有数值"), missing("P1", "平台P1与P12都没有数值")), 20);
        assertThat(told()).isEqualTo("""
                        必须解决 missing-value（2 条）
                          1  指标“R1”需要级别，而该平台没有数值
                          平台P1与P12都没有数值
                          → 补上数据
                        """);
    }

    @Test
    void aFindingWithoutAFileIsASentence() {
        list.tell(
                List.of(new Finding(
                        Severity.STOP,
                        "budget-exceeded",
                        "",
                        null,
                        "",
                        "",
                        Message.verbatim("超出预算"),
                        Message.verbatim("请调整"))),
                20);
        assertThat(told()).contains("\n  超出预算\n");
    }

    @Test
    void textFromAFileCannotMoveTheCursor() {
        list.tell(
                List.of(
                        finding(Severity.STOP, "bad-value", "a\u001b[2J.csv", "值 \u202E12", "见 \u001bb.csv"),
                        finding(Severity.STOP, "bad-value", "a.csv", "值", "见 \u001bc.csv")),
                20);
        terminal.tell(Message.verbatim("\u001bd.csv 变了"), Message.verbatim("\u001be.csv 没变"));
        assertThat(told())
                .contains(
                        "a\uFFFD[2J.csv:3  值 \uFFFD12",
                        "→ 见 \uFFFDb.csv",
                        "→ 见 \uFFFDc.csv",
                        "platscore: \uFFFDd.csv",
                        "\uFFFDe.csv")
                .doesNotContain("\u001b");
    }

    @Test
    void countsTellOnlyWhatThereIs() {
        assertThat(list.counts(List.of(
                        finding(Severity.INFO, "sum-row", "a.csv", "", ""),
                        finding(Severity.REJECT, "bad-value", "a.csv", "", ""),
                        finding(Severity.INFO, "sum-row", "b.csv", "", ""))))
                .isEqualTo("剔除 1 条，提示 2 条");
        assertThat(list.counts(List.of())).isEmpty();
    }

    private static Finding missing(String subject, String message) {
        return new Finding(
                Severity.STOP,
                "missing-value",
                "",
                null,
                "",
                subject,
                Message.verbatim(message),
                Message.verbatim("补上数据"));
    }

    private static Finding finding(Severity severity, String code, String file, String message, String action) {
        return new Finding(
                severity,
                code,
                "services",
                new Place(file, null, 3, 0, ""),
                "",
                "",
                Message.verbatim(message),
                Message.verbatim(action));
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
