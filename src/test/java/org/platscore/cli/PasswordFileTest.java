package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.RawBook;

class PasswordFileTest {

    private static final String PASSWORD = "开门 Sesame";

    @TempDir
    Path folder;

    private record Run(int exit, String text) {}

    @BeforeEach
    void lock() throws Exception {
        Files.writeString(folder.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: 试
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  roster:
                    files: roster.xlsx
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text, required: true}
                      name: {header: 名称, type: text, required: true}
                      size: {header: 规模, type: number, default: 1}
                measures:
                  size: {label: 规模, value: roster.size}
                rubric:
                  - {id: A, label: 规模, weight: 100, measure: size, score: {linear: {zero: 0, full: 1}}}
                """);
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (var out = encryptor.getDataStream(files)) {
                out.write(RawBook.of(RawBook.sheet(RawBook.row("编号", "名称") + RawBook.row("P01", "甲")))
                        .bytes());
            }
            try (var out = Files.newOutputStream(folder.resolve("roster.xlsx"))) {
                files.writeFilesystem(out);
            }
        }
    }

    @Test
    void aPasswordOfTheFileOpensTheWorkbookAndIsNeverShown() throws IOException {
        Files.writeString(folder.resolve("pass.txt"), "\uFEFFwrong\r\n\r\n" + PASSWORD + "\r\n");
        Run run = check("--password-file", folder.resolve("pass.txt").toString(), "--debug");
        assertThat(run.exit).as(run.text).isZero();
        assertThat(run.text).doesNotContain("Sesame").doesNotContain("wrong");
    }

    @Test
    void theFileMayBeWrittenByAnOldEditor() throws IOException {
        Files.write(folder.resolve("pass.txt"), PASSWORD.getBytes(Charset.forName("GB18030")));
        assertThat(check("--password-file", folder.resolve("pass.txt").toString()).exit)
                .isZero();
    }

    @Test
    void withoutItTheWorkbookIsNamedWithWhatToDo() throws IOException {
        Run run = check();
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.text).contains("encrypted-file").contains("--password-file");
        Files.writeString(folder.resolve("pass.txt"), "wrong");
        Run other = check("--password-file", folder.resolve("pass.txt").toString());
        assertThat(other.exit).isEqualTo(1);
        assertThat(other.text).contains("都不对").doesNotContain("wrong");
    }

    @Test
    void aFileThatIsNotThereIsAFaultOfTheCommand() {
        Run run = check("--password-file", folder.resolve("no.txt").toString());
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.text).contains("no.txt");
    }

    @Test
    void theLimitOnWorkbooksIsNamedWhereItIsMet() {
        Run run = check("--workbook-limit", "0");
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.text).contains("--workbook-limit");
    }

    private Run check(String... options) {
        String[] args = new String[options.length + 4];
        System.arraycopy(new String[] {"check", folder.toString(), "--lang", "zh"}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Main.run(args, stream, stream);
        return new Run(exit, out.toString(StandardCharsets.UTF_8));
    }
}
