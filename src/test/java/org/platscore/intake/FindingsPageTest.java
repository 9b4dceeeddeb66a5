package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;

/** Every example of findings.md comes out as the page says. */
class FindingsPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(text|book|finding) ?(\\S*)\n(.*?)```", Pattern.DOTALL);

    private static final String LOG = """
            log:
              files: [log.csv, log.xlsx]
              belongs_to: who
              columns:
                record: {header: 编号, type: text, required: true}
                who: {header: 平台, type: subject, required: true}
                day: {header: 日期, type: date, required: true}
                paid: {header: 金额, type: money}
                code: {header: 单位代码, type: credit-code}
            """;

    private static final String SHEET = LOG.replace("files: [log.csv, log.xlsx]", "files: sheets.xlsx\n  sheet: 台账");

    private static final String FORM = LOG.replace("[log.csv, log.xlsx]", "\"log.*\"") + """
            form:
              files: "form*.xlsx"
              belongs_to: {label: 平台编号}
              fields:
                staff: {label: 人数, type: integer}
            """;

    @TempDir
    Path folder;

    record Example(String code, Map<String, String> files, String told) {
        @Override
        public String toString() {
            return code;
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String section :
                Files.readString(Path.of("src/site/markdown/findings.md")).split("(?m)^### ")) {
            Map<String, String> files = new LinkedHashMap<>();
            Matcher block = BLOCK.matcher(section);
            while (block.find()) {
                if (!block.group(1).equals("finding")) {
                    files.put(block.group(1) + " " + block.group(2), block.group(3));
                } else {
                    examples.add(new Example(
                            section.lines().findFirst().orElseThrow(),
                            files,
                            block.group(3).strip()));
                }
            }
        }
        assertThat(examples).hasSizeGreaterThan(38);
        return examples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExampleGivesItsFinding(Example example) throws Exception {
        Desk desk = Desk.in(folder);
        String rules = LOG;
        for (Map.Entry<String, String> file : example.files.entrySet()) {
            String name = file.getKey().substring(5);
            rules = name.startsWith("form") ? FORM : name.startsWith("sheets") ? SHEET : rules;
            if (file.getKey().startsWith("book")) {
                desk.bytes(name, PageBook.of(file.getValue()));
            } else {
                desk.file(name, file.getValue());
            }
        }
        Desk.Read read = desk.read(rules, "log");
        assertThat(example.told).contains(" " + example.code + " ");
        assertThat(read.findings()).contains(example.told);
        for (Finding each : read.result().findings().met()) {
            for (Lang lang : Lang.values()) {
                assertThat(each.message().in(lang)).isNotBlank().doesNotContain("{0}");
                assertThat(each.action().in(lang)).isNotBlank().doesNotContain("{0}");
            }
        }
    }
}
