package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;

/** The rows of a sheet of an .xlsx file. */
final class XlsxRows implements SheetRows {

    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 16_384;

    private final BoundedZip zip;
    private final @Nullable String sheet;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final XlsxCells cells;
    private int row;
    private boolean ended;

    XlsxRows(BoundedZip zip, @Nullable String sheet, InputStream in, XMLStreamReader xml, XlsxCells cells) {
        this.zip = zip;
        this.sheet = sheet;
        this.in = in;
        this.xml = xml;
        this.cells = cells;
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        try {
            while (!ended && xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    RawRow read = readRow();
                    if (read != null) {
                        return read;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    ended = true;
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException e) {
            throw XlsxSource.fault(zip, sheet, e);
        }
    }

    private @Nullable RawRow readRow() throws XMLStreamException, FileFault {
        int number = XlsxCells.whole(Xml.attribute(xml, "r"), row + 1);
        if (number <= row || number > MOST_ROWS) {
            throw FileFault.in(sheet, "rows-disordered", number, row);
        }
        row = number;
        boolean hidden = Xml.flag(xml, "hidden");
        List<@Nullable RawCell> read = null;
        int column = -1;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return read == null ? null : new RawRow(row, hidden, read);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                int stated = reference(Xml.attribute(xml, "r"));
                column = stated < 0 ? column + 1 : stated;
                RawCell cell = readCell();
                if (cell == null) {
                    continue;
                }
                if (column >= MOST_COLUMNS) {
                    throw FileFault.in(sheet, "cell-beyond", row);
                }
                read = read == null ? new ArrayList<>() : read;
                if (column > read.size()) {
                    read.addAll(Collections.nCopies(column - read.size(), null));
                }
                if (column == read.size()) {
                    read.add(cell);
                } else if (read.set(column, cell) != null) {
                    throw FileFault.in(sheet, "cell-twice", Place.letters(column + 1) + row);
                }
            }
        }
    }

    private @Nullable RawCell readCell() throws XMLStreamException, FileFault {
        String type = Xml.attribute(xml, "t");
        int style = XlsxCells.whole(Xml.attribute(xml, "s"), 0);
        String value = null;
        boolean formula = false;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.text(xml);
                    case "is" -> value = RichText.read(xml);
                    case "f" -> {
                        formula = true;
                        Xml.skip(xml);
                    }
                    default -> Xml.skip(xml);
                }
            }
        }
        return value == null ? XlsxCells.withoutValue(formula) : cells.cell(row, type, value, style, formula);
    }

    /** Returns the 0-based column of a reference such as {@code C17}; -1 if it is none. */
    static int reference(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && Character.isLetter(reference.charAt(i)) && column < MOST_COLUMNS) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            i++;
        }
        return column - 1;
    }

    /** Returns the row of a reference such as {@code C17}; 0 if it names none. */
    static int rowOf(String reference) {
        int i = 0;
        while (i < reference.length() && !Character.isDigit(reference.charAt(i))) {
            i++;
        }
        return XlsxCells.whole(reference.substring(i), 0);
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            // Nothing is lost where a file that was only read does not close.
        }
    }
}
