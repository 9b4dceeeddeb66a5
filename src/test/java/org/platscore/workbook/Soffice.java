package org.platscore.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice, with a profile of its own in which every formula is worked out anew when a workbook is opened. */
final class Soffice {
    private static final String ALWAYS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private static final int MOST_AT_ONCE = 40;

    private Soffice() {}

    /** Skips the test that calls it where there is no LibreOffice. */
    static void assumePresent() {
        boolean present = false;
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            present |= Files.isExecutable(Path.of(folder).resolve("soffice"));
        }
        Assumptions.assumeTrue(present, "soffice is not installed: the workbook is not recalculated");
    }

    /** Recalculates workbooks, many in one call, into a folder under their names. */
    static void recalculate(List<Path> books, Path into) throws IOException {
        for (int from = 0; from < books.size(); from += MOST_AT_ONCE) {
            call(books.subList(from, Math.min(books.size(), from + MOST_AT_ONCE)), into);
        }
    }

    private static void call(List<Path> books, Path into) throws IOException {
        Path profile = Files.createTempDirectory("platscore-soffice");
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user/registrymodifications.xcu"), ALWAYS);
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                into.toString()));
        books.forEach(book -> command.add(book.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("soffice took more than five minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
