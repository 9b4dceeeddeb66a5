package org.platscore.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.report.Golden;
import org.platscore.report.MadeUpRun;

class ManifestTest {

    @TempDir
    Path folder;

    /** The rules file is none that is there: the manifest tells of the bytes that were read. */
    @Test
    void pathsAreRelativeToTheFinalPlaceAndOutputsAreHashed() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Path work = Files.createDirectories(folder.resolve("a/.out.platscore/new"));
        Files.createDirectory(work.resolve("score-sheets"));
        Path scores = Files.writeString(work.resolve("scores.csv"), "abc");
        Path sheet = Files.writeString(work.resolve("score-sheets/P01-甲.xlsx"), "");
        Map<String, String> bearing = new LinkedHashMap<>();
        bearing.put("skip-unreadable", "true");
        bearing.put("charset", "GB18030");
        ReportOptions options = new ReportOptions(
                Lang.ZH, false, "1.0.0", folder.resolve("data"), rules, folder.resolve("a/b/../out"), bearing);
        Map<Path, Fingerprint> outputs = Map.of(scores, Fingerprint.read(scores), sheet, Fingerprint.read(sheet));
        Manifest.write(MadeUpRun.of(1), options, work, outputs);
        Golden.check("manifest.json", Files.readString(work.resolve("manifest.json")));
    }

    @Test
    void theFirstKeyTellsThatTheFolderIsOurs() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Path work = Files.createDirectory(folder.resolve("out"));
        ReportOptions options = new ReportOptions(Lang.ZH, false, "1.0.0", folder, rules, work, Map.of());
        Manifest.write(MadeUpRun.of(1), options, work, Map.of());
        assertThat(Files.readString(work.resolve("manifest.json")).replaceAll("\\s", ""))
                .startsWith("{\"platscore_manifest\":1,");
    }
}
