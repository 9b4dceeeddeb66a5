package org.platscore.report.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** LibreOffice as the one who opens a workbook and saves it, so that every byte of the file is its own. */
final class Soffice {

    private Soffice() {}

    static boolean there() {
        try {
            return run("soffice", "--version");
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens a workbook and saves it as .xlsx under the same name in another folder. */
    static boolean save(Path workbook, Path folder, Path profile) throws IOException {
        return run(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.toString(),
                workbook.toString());
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(120, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroy();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
