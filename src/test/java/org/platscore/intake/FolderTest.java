package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;

/** Nothing that the rules' patterns ask for is passed over in silence. */
class FolderTest {

    private static final String LOG = """
            log:
              files: "logs/**/*.csv"
              belongs_to: who
              columns:
                who: {header: 平台, type: subject, required: true}
            """;

    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(scratch.resolve("in"));
        Desk.in(folder).file("logs/a.csv", "平台\nP01\n");
    }

    private Desk.Read read() {
        return Desk.at(folder).read(LOG, "log");
    }

    private static List<String> told(Desk.Read read) {
        assertThat(read.rows()).containsExactly("log P01 | P01");
        return read.of("unreadable-file").stream()
                .map(each -> each.file() + " " + each.message().in(Lang.EN))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an ending that is none, data/b.cvs, '\"data/*.csv\"', data/b.cvs",
        "another case, data/B.csv, data/b.csv, data/B.csv",
        "a folder with one letter less, form/2021/b.csv, '\"forms/**/*.csv\"', form/",
        "a file in such a folder, form/b.csv, forms/b.csv, form/b.csv",
        "another character, 台帐.csv, '新表.xlsx, 台账.csv', 台帐.csv",
        "what another input reads, 其他.csv, roste.csv, ''",
        "nothing like it, 其他.csv, '\"更多/*.csv\"', ''"
    })
    void aPatternThatFitsNoFileIsToldWithWhatIsMostLikeIt(String label, String there, String globs, String near) {
        String more = LOG.replace("log:", "more:").replace("\"logs/**/*.csv\"", "[" + globs + "]");
        Desk.Read read = Desk.at(folder).file(there, "平台\nP02\n").read(LOG + more, "log");
        assertThat(read.of("missing-file"))
                .extracting(each -> each.action().in(Lang.ZH))
                .singleElement()
                .asString()
                .startsWith(
                        near.isEmpty() ? "请把文件放进考核文件夹，或者修改规则里的 files（" : "考核文件夹里有“" + near + "”：如果就是它，请按规则改它的名字或格式，");
    }

    /** A user who may read everything, such as root, reads the rows there and is told nothing. */
    private void toldUnlessReadable(Path closed, String told) {
        Desk.Read read = read();
        if (Files.isReadable(closed)) {
            assertThat(read.rows()).containsExactly("log P01 | P01", "log P02 | P02");
            assertThat(read.of("unreadable-file")).isEmpty();
        } else {
            assertThat(told(read)).containsExactly(told);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another program's, logs/b.ods, logs/b.ods",
        "in a folder below, logs/2021/b.ET, logs/2021/b.ET",
        "a format that we read, logs/b.xls, logs/b.xls",
        "what a file that is read was saved from, logs/a.xlsx, ''",
        "another place, b.ods, ''",
        "no table, logs/b.pdf, ''",
        "a lock file, logs/~$b.ods, ''"
    })
    void aTableThatOnlyItsEndingKeepsFromAPatternIsTold(String label, String there, String told) {
        Desk.Read read = Desk.at(folder).file(there, "x").read(LOG, "log");
        assertThat(read.rows()).containsExactly("log P01 | P01");
        assertThat(read.of("unread-file").stream().map(Finding::file))
                .containsExactlyElementsOf(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void aPatternOfOneFileAsksForNoOther() {
        String more = LOG.replace("log:", "more:").replace("logs/**/*.csv", "more.csv");
        Desk.Read read = Desk.at(folder)
                .file("more.csv", "平台\nP02\n")
                .file("more.ods", "x")
                .read(LOG + more, "log");
        assertThat(read.of("unread-file")).isEmpty();
    }

    @Test
    void aLinkOutOfTheFolderIsToldAndNotFollowed() throws IOException {
        Path outside = Files.createDirectories(scratch.resolve("b"));
        Path file = Files.writeString(outside.resolve("b.csv"), "平台\nP02\n");
        Files.createSymbolicLink(folder.resolve("logs/b.csv"), file);
        Files.createSymbolicLink(folder.resolve("logs/more"), outside);
        Files.createSymbolicLink(folder.resolve("others"), outside);
        assertThat(told(read()))
                .containsExactly(
                        "logs/b.csv The link leads out of the assessment folder and was not followed.",
                        "logs/more The link leads out of the assessment folder and was not followed.");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldWhereAPatternAsksForIt() throws IOException {
        Files.createSymbolicLink(folder.resolve("logs/b.csv"), Path.of("gone.csv"));
        Files.createSymbolicLink(folder.resolve("logs/c.csv"), Path.of("c.csv"));
        Files.createSymbolicLink(folder.resolve("b.csv"), Path.of("gone.csv"));
        assertThat(told(read()))
                .containsExactly(
                        "logs/b.csv This is no file, but a link that leads nowhere, a pipe or a device.",
                        "logs/c.csv This is no file, but a link that leads nowhere, a pipe or a device.");
    }

    @Test
    void aLinkToAFileThatNoPatternAsksForIsNotTold() throws IOException {
        Path file = Files.writeString(scratch.resolve("b.xlsx"), "");
        Files.createSymbolicLink(folder.resolve("logs/b.xlsx"), file);
        Files.createSymbolicLink(folder.resolve("logs/c.xlsx"), Path.of("gone.xlsx"));
        assertThat(told(read())).isEmpty();
    }

    @Test
    void aLinkToAnOutputFolderElsewhereIsPassedOverAsTheFolderWouldBe() throws IOException {
        Path run = Files.createDirectories(scratch.resolve("run"));
        Files.writeString(run.resolve("manifest.json"), "{\"platscore_manifest\": 1}");
        Files.createSymbolicLink(folder.resolve("logs/out"), run);
        assertThat(told(read())).isEmpty();
    }

    @Test
    void aCircleOfLinksLeadsToNothingNew() throws IOException {
        Files.createSymbolicLink(folder.resolve("logs/again"), Path.of("."));
        assertThat(told(read())).isEmpty();
    }

    @Test
    void aFolderThatLiesTooDeepIsTold() throws IOException {
        Path deep = folder.resolve("logs/" + "d/".repeat(32));
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("b.csv"), "平台\nP02\n");
        assertThat(told(read()))
                .containsExactly("logs" + "/d".repeat(31)
                        + " The folder lies more than 32 folders deep and was not looked into.");
    }

    @Test
    void aFolderThatCannotBeOpenedIsTold() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("logs/closed"));
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(closed.resolve("b.csv"), "平台\nP02\n");
        assertThat(closed.toFile().setReadable(false)).isTrue();
        assertThat(other.toFile().setReadable(false)).isTrue();
        toldUnlessReadable(
                closed,
                "logs/closed The folder cannot be opened, and nothing in it was read: "
                        + "permission is lacking, or another program holds it.");
    }

    @Test
    void aFileThatCannotBeReadIsToldWithTheReason() throws IOException {
        Path closed = Files.writeString(folder.resolve("logs/b.csv"), "平台\nP02\n");
        assertThat(closed.toFile().setReadable(false)).isTrue();
        toldUnlessReadable(
                closed, "logs/b.csv The file cannot be read: permission is lacking, or another program holds it.");
    }

    @Test
    void whatIsNotLookedIntoIsNoMissingFile() throws IOException {
        Files.delete(folder.resolve("logs/a.csv"));
        Files.createSymbolicLink(folder.resolve("logs/more"), scratch);
        Desk.Read read = read();
        assertThat(read.findings()).containsExactly("stop unreadable-file logs/more");
        assertThat(read.of("unreadable-file")).extracting(Finding::input).containsExactly("log");
    }

    @ParameterizedTest(name = "{0} below {1}")
    @CsvSource({
        "logs/*.csv, logs, true",
        "logs/*.csv, logs/more, false",
        "logs/*.csv, log, false",
        "logs/**/*.csv, logs/a/b, true",
        "logs/**/2021/*.csv, logs/a, true",
        "logs/**/*.csv, other, false",
        "log*/a/*.csv, logs, true",
        "log*/a/*.csv, logs/b, false",
        "**/*.csv, any/where, true",
        "logs**.csv, logs/a, true",
        "*.csv, logs, false",
        "a.csv, a.csv, false",
        "'{a,b/c}/*.csv', b, true",
        "'{a,b}/*.csv', c, false",
    })
    void aPatternReachesIntoTheFoldersThatItNames(String glob, String path, boolean reaches) {
        assertThat(Glob.of(glob).below(path)).isEqualTo(reaches);
    }
}
