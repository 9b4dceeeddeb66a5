package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.cli.Main;

/** A workbook whose parts name an address outside is refused, and nobody is called. */
class NoNetworkTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml",
                "docProps/core.xml"
            })
    void aDocumentTypeThatNamesAnAddressCallsNobody(String part) throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/trap.dtd";
            Path file = folder.resolve("trap.xlsx");
            Files.write(file, withType(part, address));
            PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

            int exit = Main.run(
                    new String[] {"check", "--rules", "scoring-rules.yaml", file.toString()}, nowhere, nowhere);

            assertThat(exit).isIn(0, 1);
            trap.setSoTimeout(50);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static byte[] withType(String part, String address) throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("基本信息").createRow(0).createCell(0).setCellValue("平台编号");
            workbook.write(book);
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            boolean found = false;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    found = true;
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    int root = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
                    bytes = (text.substring(0, root) + "<!DOCTYPE x SYSTEM \"" + address + "\">" + text.substring(root))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
            assertThat(found).as(part).isTrue();
        }
        return changed.toByteArray();
    }
}
