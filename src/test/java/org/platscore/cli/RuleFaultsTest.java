package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Mark;

class RuleFaultsTest {

    private static final Message WHAT = Message.verbatim("度量 servce_income 不存在");
    private static final Message FIX = Message.verbatim("是不是 service_income？");

    @Test
    void aFaultIsShownWithItsLineAndCaretsUnderTheWord() {
        assertThat(told(fault(2, 12, 13), "title: x\n  measure: servce_income\n"))
                .isEqualTo("""
                        rules.yaml:2:12: 错误 R012: 度量 servce_income 不存在；是不是 service_income？
                            2 |   measure: servce_income
                              |            ^^^^^^^^^^^^^
                        rules.yaml：1 处错误，规则未被采用。
                        """);
    }

    @Test
    void caretsStandUnderWideCharacters() {
        assertThat(excerpt(fault(1, 5, 4), "名称: 服务收入 # 元")).isEqualTo("""
                            1 | 名称: 服务收入 # 元
                              |       ^^^^^^^^
                        """);
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(excerpt(fault(1, 3, 1), "𠮷: x")).isEqualTo("""
                            1 | 𠮷: x
                              |    ^
                        """);
    }

    @Test
    void aFaultBehindTheLastCharacterStillHasACaret() {
        assertThat(excerpt(fault(1, 8, 3), "weight:")).isEqualTo("""
                            1 | weight:
                              |        ^
                        """);
    }

    @Test
    void aLongLineIsCutAboutThePlace() {
        String line = "a".repeat(300) + "BAD" + "z".repeat(300);
        assertThat(excerpt(fault(1, 301, 3), line))
                .isEqualTo("    1 | …" + "a".repeat(40) + "BAD" + "z".repeat(67) + "…\n      | " + " ".repeat(41)
                        + "^^^\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(excerpt(fault(1, 1, 1), "a\u001b[31m\tb\u202Ec")).startsWith("    1 | a\uFFFD[31m b\uFFFDc\n");
    }

    @Test
    void aPlaceOutsideTheFileHasNoExcerpt() {
        assertThat(excerpt(fault(7, 1, 1), "title: x")).isEmpty();
    }

    @Test
    void theSecondPlaceOfAConflictIsShownToo() {
        Diagnostic twice = new Diagnostic("R003", new Mark(2, 1, 1), WHAT, FIX, new Mark(1, 1, 1), false);
        assertThat(told(twice, "a: 1\na: 2")).contains("""
                rules.yaml:1:1: 另一处在这里
                    1 | a: 1
                      | ^
                """);
    }

    @Test
    void aWarningDoesNotRefuseTheRules() {
        Diagnostic warning = new Diagnostic("R021", new Mark(1, 1, 1), WHAT, FIX, null, true);
        assertThat(told(warning, "a: 1"))
                .startsWith("rules.yaml:1:1: 提醒 R021: ")
                .doesNotContain("未被采用");
    }

    @Test
    void ofVeryManyFaultsTheFirstHundredAreTold() {
        String all = told(Collections.nCopies(130, fault(1, 1, 1)), "a: 1", Lang.EN);
        assertThat(all.lines().filter(line -> line.contains("error R012"))).hasSize(100);
        assertThat(all).contains("Not listed: 30 more.").endsWith("rules.yaml: the rules are not used; errors: 130.\n");
    }

    private static Diagnostic fault(int line, int column, int length) {
        return new Diagnostic("R012", new Mark(line, column, length), WHAT, FIX, null, false);
    }

    private static String excerpt(Diagnostic fault, String source) {
        String told = told(fault, source);
        return told.substring(told.indexOf('\n') + 1, told.lastIndexOf("rules.yaml："));
    }

    private static String told(Diagnostic fault, String source) {
        return told(List.of(fault), source, Lang.ZH);
    }

    private static String told(List<Diagnostic> faults, String source, Lang lang) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        new RuleFaults("rules.yaml", source.lines().toList())
                .tell(faults, new Terminal(stream, stream, lang, new Platscore()));
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
