package org.platscore.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergesAheadTest {

    private static final String PART = "xl/worksheets/sheet1.xml";
    /** More bytes than are looked through at once. Their numbers differ, so that they are not taken for a bomb. */
    private static final String ROWS = IntStream.range(0, 7_001)
            .mapToObj(i -> "<row><c><v>" + i * 7_919 % 10_007 + "</v></c></row>")
            .collect(Collectors.joining("", "<sheetData>", "</sheetData>"));

    @Test
    void mergedCellsBehindTheRowsAreFound() throws IOException {
        byte[] zip = zip(ROWS + "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>");
        assertThat(known(zip, PART)).isEqualTo(true);
    }

    @Test
    void aSheetWithoutMergedCellsHasNone() throws IOException {
        assertThat(known(zip(ROWS + "<mergeCells count=\"0\"/>"), PART)).isEqualTo(false);
    }

    @Test
    void ofADamagedEntryNothingIsKnown() throws IOException {
        byte[] zip = zip(ROWS + "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>");
        int data = 30 + PART.length();
        // A block of a kind that deflating does not have.
        zip[data] = 7;
        assertThat(known(zip, PART)).isNull();
    }

    @Test
    void ofAnEntryThatIsNotThereNothingIsKnown() throws IOException {
        assertThat(known(zip(ROWS), "xl/worksheets/sheet2.xml")).isNull();
    }

    @Test
    void aSheetThatWasNotLookedThroughIsNotKnown() throws IOException {
        byte[] zip = zip(ROWS);
        try (MergesAhead ahead = MergesAhead.of(() -> new SeekableInMemoryByteChannel(zip), limits(), List.of())) {
            assertThat(ahead.known(PART)).isNull();
        }
    }

    private static @Nullable Boolean known(byte[] zip, String part) {
        try (MergesAhead ahead = MergesAhead.of(() -> new SeekableInMemoryByteChannel(zip), limits(), List.of(part))) {
            return ahead.known(part);
        }
    }

    private static WorkbookLimits limits() {
        return new WorkbookLimits(FileOptions.USUAL_LIMIT);
    }

    private static byte[] zip(String sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(PART));
            zip.write(sheet.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
