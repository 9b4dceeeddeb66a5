package org.platscore.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.ZipParts;
import org.platscore.finding.Lang;

/** A plain package is what POI finds in it; where POI finds fault, there is none. */
class PlainPackageTest {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final List<String> TYPES = List.of("sharedStrings", "styles", "worksheet", "externalLink", "theme");
    private static final List<String> LISTS =
            List.of("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "docProps/core.xml");
    private static final String[] SNIPPETS = {
        "<",
        ">",
        "/",
        "\"",
        " ",
        "=",
        "&amp;",
        "<!-- -->",
        "<![CDATA[1]]>",
        "x:",
        "xmlns:dc=\"urn:x\"",
        "\u0000",
        "\u0085",
        "字",
        "𠮷",
        "Id=\"rId1\"",
        "TargetMode=\"External\"",
        "xml:lang=\"en\"",
        "../",
        ".",
        "%20",
        "rId2",
        "Default",
        "Override",
        "T25:61:61",
        "'"
    };

    /** Properties as WPS writes them break the rules. */
    @ParameterizedTest
    @CsvSource({"sample-data/submissions, ''", "sample-data/service-logs, P19.xlsx", "sample-data/reference/forms, ''"})
    void theWorkbooksOfTheSampleArePlain(String folder, String other) throws Exception {
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes[0] == 'P' && bytes[1] == 'K' && !compare(bytes, file.toString())) {
                    others.add(file.getFileName().toString());
                }
            }
        }
        assertThat(String.join(",", others)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a part that is nothing | [Content_Types].xml | Extension=\"rels\" | Extension=\"rel\"",
                "a part named twice | [Content_Types].xml | PartName=\"/xl/styles.xml\" | PartName=\"/xl/workbook.xml\"",
                "a part that is not there | [Content_Types].xml | PartName=\"/xl/styles.xml\" | PartName=\"/xl/style.xml\"",
                "properties twice | [Content_Types].xml | officedocument.extended-properties | package.core-properties",
                "a document of another kind | [Content_Types].xml | spreadsheetml.sheet.main | wordprocessingml.document.main",
                "a relation twice | _rels/.rels | rId2 | rId1",
                "no document | _rels/.rels | relationships/officeDocument | relationships/office",
                "a sheet that is lost | xl/_rels/workbook.xml.rels | worksheets/sheet1.xml | worksheets/sheet9.xml",
                "styles twice | xl/_rels/workbook.xml.rels | relationships/sharedStrings | relationships/styles",
                "a relation that leads out | xl/_rels/workbook.xml.rels | Id=\"rId1\" | TargetMode=\"External\" Id=\"rId1\"",
                "a time that is none | docProps/core.xml | 2023-01-01T | 2023-xx-01T",
                "a language | docProps/core.xml | <dc:creator> | <dc:creator xml:lang=\"en\">",
                "a time without its type | docProps/core.xml | xsi:type=\"dcterms:W3CDTF\" | xsi:nil=\"false\"",
                "another namespace | docProps/core.xml | purl.org/dc/terms | purl.org/dc/term",
                "a comment | docProps/core.xml | <dc:creator> | <!-- x --><dc:creator>",
            })
    void whatIsUnusualIsLeftToPoi(String label, String part, String usual, String unusual) throws Exception {
        Map<String, byte[]> parts = parts();
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(text).as(label).contains(usual);
        parts.put(part, text.replaceFirst(Pattern.quote(usual), unusual).getBytes(StandardCharsets.UTF_8));
        assertThat(PlainPackage.of(zip(ZipParts.zipped(parts)))).as(label).isNull();
    }

    @Test
    void packagesChangedAtRandomAreReadAlike() throws Exception {
        Random random = new Random(9);
        Map<String, byte[]> sound = parts();
        int plain = 0;
        for (int i = 0; i < 3_000; i++) {
            Map<String, byte[]> parts = new LinkedHashMap<>(sound);
            String name = LISTS.get(random.nextInt(LISTS.size()));
            String text = new String(sound.get(name), StandardCharsets.UTF_8);
            int at = random.nextInt(text.length());
            int rest = Math.min(text.length(), at + (random.nextBoolean() ? random.nextInt(12) : 0));
            String changed = text.substring(0, at) + SNIPPETS[random.nextInt(SNIPPETS.length)] + text.substring(rest);
            parts.put(name, changed.getBytes(StandardCharsets.UTF_8));
            plain += compare(ZipParts.zipped(parts), changed) ? 1 : 0;
        }
        assertThat(plain).isBetween(50, 2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels"})
    void damagedListsAreToldInWords(String part, @TempDir Path folder) throws IOException {
        Map<String, byte[]> parts = parts();
        byte[] whole = Objects.requireNonNull(parts.get(part));
        parts.put(part, Arrays.copyOf(whole, whole.length / 2));
        Path file = Files.write(folder.resolve("book.xlsx"), ZipParts.zipped(parts));

        assertThatThrownBy(() -> SheetFiles.open(file, FileOptions.STANDARD))
                .isInstanceOfSatisfying(
                        FileFault.class,
                        fault -> assertThat(fault.text().in(Lang.ZH)).isEqualTo("文件已损坏：工作簿内部的目录（部件清单或部件之间的关系）读不出来"));
    }

    /** Returns whether a package is plain; it is the same by POI then. */
    private static boolean compare(byte[] bytes, String what) throws Exception {
        PlainPackage plain = PlainPackage.of(zip(bytes));
        if (plain == null) {
            return false;
        }
        List<@Nullable String> found = told(plain);
        try {
            assertThat(found).as(what).isEqualTo(told(PoiPackage.open(zip(bytes), true)));
        } catch (IOException | InvalidFormatException | FileFault | RuntimeException e) {
            throw new AssertionError("POI refuses " + what, e);
        }
        return true;
    }

    private static List<@Nullable String> told(BookPackage book) throws InvalidFormatException, FileFault {
        List<@Nullable String> told = new ArrayList<>(List.of(book.workbook().name()));
        for (String type : TYPES) {
            BookPart part = type.equals("worksheet") ? null : book.related(OFFICE + type);
            told.add(type + " " + book.relates(OFFICE + type) + " " + (part == null ? "" : part.name() + part.size()));
        }
        for (int i = 0; i < 9; i++) {
            String type = book.type("rId" + i);
            told.add(type);
            told.add(
                    type == null
                            ? null
                            : Objects.requireNonNull(book.part("rId" + i)).name());
        }
        return told;
    }

    private static Map<String, byte[]> parts() throws IOException {
        return ZipParts.of(Files.readAllBytes(Path.of("sample-data/service-logs/P01.xlsx")));
    }

    private static BoundedZip zip(byte[] bytes) throws IOException, FileFault {
        return BoundedZip.open(new SeekableInMemoryByteChannel(bytes), new WorkbookLimits(1 << 20), true);
    }
}
