package org.platscore.sample;

import java.util.List;
import java.util.stream.Collectors;

/** The page that tells what the sample is, and lists all that is planted in it. */
final class Readme {

    private static final String ABOUT = """
            # Sample assessment (synthetic)

            本目录为虚构的示例数据，由程序生成；平台、单位、信用代码均为编造。

            Everything here is invented: the city, the platforms, their operators and clients, every code and figure.
            Credit codes have right check digits but an area code, 350299, that no authority uses. The files are drawn
            from seeded distributions by `org.platscore.sample.SampleData` in `src/test/java`, which writes the same
            bytes each time; a test compares them with what lies here. The rules are in `scoring-rules.yaml` at the top
            of the project.

            | file | content |
            | --- | --- |
            | `platforms.csv` | the roster: 42 platforms in seven domains, class A (综合) or B (专业) |
            | `service-logs/` | the services of 2021 and 2022: a file for each platform, or for a domain and year; CSV in UTF-8 (with and without BOM) and GB18030, XLSX and XLS; heads, units and dates differ from file to file, as they do |
            | `submissions/` | 42 self-assessments (自评表), filled into the workbooks of `platscore template`: a guide, the form 基本信息, the table 仪器设备 |
            | `reviews.csv` | five experts' scores in two dimensions |
            | `inspections.csv` | visits, complaints and special checks |
            | `adjustments.csv` | corrections, with the reason and who decided |
            | `scoring-rules.schema.json` | the JSON schema of rules files, for editors; `platscore schema` writes it |
            | `consortia/` | another subject: innovation consortia by rules of their own |
            | `reference/` | a small assessment of its own: the base that the examples of the rules reference run in |

            Some facts differ by nature rather than by fault: platforms that opened in 2021 or 2022 have fewer rows, one
            that opened in 2022 has no income to grow from, some software platforms own no instruments, so that
            indicators of equipment do not apply to them (`empty-input`, `no-rows`), and a few services are large enough
            to be looked at again (`large-amount`).

            ## What is planted

            None of these stops the run. Rows count from 1, as Excel shows them. A dash stands where no finding is due.

            """;

    private Readme() {}

    static String text(List<Planted> planted) {
        String summary = List.of(Fault.values()).stream()
                .map(fault -> "| " + fault.code() + " | " + fault.effect() + " | " + count(fault, planted) + " |")
                .collect(Collectors.joining(
                        "\n", "| finding | what, and what becomes of it | times |\n| --- | --- | --- |\n", "\n"));
        String places = planted.stream()
                .map(Readme::line)
                .collect(Collectors.joining(
                        "\n",
                        "| file | sheet | row | finding | what | detail |\n| --- | --- | --- | --- | --- | --- |\n",
                        "\n"));
        return ABOUT + summary + "\n## Where\n\n" + places;
    }

    private static long count(Fault fault, List<Planted> planted) {
        return planted.stream().filter(p -> p.fault() == fault).count();
    }

    private static String line(Planted at) {
        String what = at.fault().effect().replaceFirst("[:,?].*", "");
        return String.join(
                " | ",
                "| `" + at.file() + "`",
                at.sheet(),
                String.valueOf(at.row()),
                at.fault().code(),
                what,
                at.detail().replace("\u0000", "") + " |");
    }
}
