package org.platscore.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/** FastCSV, one thread, nothing but reading: counts records and fields. */
final class FastCsvBare {

    private FastCsvBare() {}

    /** Arguments: the file. */
    public static void main(String[] arguments) throws IOException {
        long records = 0;
        long fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]))) {
            for (CsvRecord each : reader) {
                records++;
                fields += each.getFieldCount();
            }
        }
        System.out.println(records + " records, " + fields + " fields");
    }
}
