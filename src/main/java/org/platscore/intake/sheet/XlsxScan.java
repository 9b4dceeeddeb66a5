package org.platscore.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet of an .xlsx file, read from the bytes of its XML in the form in which nearly all programs write it: some times
 * faster than a parser of any XML. At the first byte that is not of this form the parser takes over: it begins anew, and the rows that
 * have been given are passed over. So both give the same rows, and what is wrong with a file the parser alone tells.
 */
final class XlsxScan implements SheetRows {

    private static final byte[] DATA = bytes("<sheetData>");
    private static final byte[] CLOSED = bytes("</sheetData></worksheet>");
    private static final byte[] ROW = bytes("<row");
    private static final byte[] ROW_END = bytes("</row>");
    private static final byte[] CELL = bytes("<c");
    private static final byte[] CELL_END = bytes("</c>");
    private static final byte[] VALUE = bytes("<v>");
    private static final byte[] VALUE_END = bytes("</v>");
    private static final byte[] FORMULA = bytes("<f>");
    private static final byte[] FORMULA_END = bytes("</f>");
    private static final byte[] INLINE = bytes("<is><t");
    private static final byte[] INLINE_END = bytes("</t></is>");
    private static final byte[] KEEP_SPACE = bytes(" xml:space=\"preserve\"");
    private static final byte[] DATA_END = bytes("</sheetData>");
    private static final String SPACED = "x14ac";

    /** The attributes of rows and cells; the first four are read. */
    private static final List<byte[]> NAMES = List.of(
            bytes("r"),
            bytes("s"),
            bytes("t"),
            bytes("hidden"),
            bytes("spans"),
            bytes("ht"),
            bytes("customHeight"),
            bytes("customFormat"),
            bytes("outlineLevel"),
            bytes("collapsed"),
            bytes("thickBot"),
            bytes("thickTop"),
            bytes("ph"),
            bytes("cm"),
            bytes("vm"),
            bytes(SPACED + ":dyDescent"));

    private static final int REFERENCE = 0;
    private static final int STYLE = 1;
    private static final int TYPE = 2;
    private static final int HIDDEN = 3;
    private static final int READ = 4;
    private static final int LONGEST_HEAD = 1 << 16;
    private static final int LONGEST_ROW = 1 << 20;
    private static final Odd ODD = new Odd();

    private final InputStream in;
    private final XlsxCells cells;
    private final Parser parser;
    private @Nullable SheetRows parsed;
    /** What is in use of it ends with two bytes 0, which stand in no XML: nothing is looked at beyond them. */
    private byte[] bytes = new byte[LONGEST_HEAD + 2];

    private int at;
    private int limit;
    private boolean spaced;
    private boolean ended;
    private int row;
    private int width;
    /** Where the values of the attributes just read begin and end. */
    private final int[] from = new int[READ];

    private final int[] to = new int[READ];

    /** Opens the same sheet for the parser. */
    interface Parser {
        SheetRows open() throws FileFault;
    }

    /** Something that is not of the form. */
    private static final class Odd extends Exception {
        private static final long serialVersionUID = 1;

        Odd() {
            super("", null, false, false);
        }
    }

    private XlsxScan(InputStream in, XlsxCells cells, Parser parser) {
        this.in = in;
        this.cells = cells;
        this.parser = parser;
    }

    static SheetRows of(InputStream in, XlsxCells cells, Parser parser) throws FileFault {
        XlsxScan scan = new XlsxScan(in, cells, parser);
        try {
            scan.head();
        } catch (IOException | XMLStreamException | Odd e) {
            scan.parse();
        }
        return scan;
    }

    /** Moves behind the opening of the rows; what stands before it is parsed, so that there is nothing unknown in it. */
    private void head() throws IOException, XMLStreamException, Odd {
        fill(0);
        int data = -1;
        for (int i = 0; i < limit && data < 0; i++) {
            if (bytes[i] == '<' && Arrays.equals(bytes, i, Math.min(limit, i + DATA.length), DATA, 0, DATA.length)) {
                data = i + DATA.length;
            }
        }
        require(data >= 0);
        XMLStreamReader xml = Xml.open(
                new SequenceInputStream(new ByteArrayInputStream(bytes, 0, data), new ByteArrayInputStream(CLOSED)));
        require(xml.getVersion() == null || xml.getVersion().equals("1.0"));
        int depth = 0;
        boolean met = false;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                require(!met
                        && !name.equals("row")
                        && !name.equals("mergeCell")
                        && (depth > 0 || name.equals("worksheet")));
                met = name.equals("sheetData");
                depth++;
                spaced = xml.getNamespaceURI(SPACED) != null;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        String encoding = xml.getCharacterEncodingScheme();
        require(encoding == null || encoding.equalsIgnoreCase("UTF-8"));
        at = data;
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        while (parsed == null && !ended) {
            int start = at;
            try {
                RawRow read = row();
                if (read != null) {
                    return read;
                }
            } catch (Odd e) {
                more(start);
            }
        }
        return parsed == null ? null : parsed.next();
    }

    /** Reads on where the bytes at hand ended within a row, which is then read anew; else leaves the rest to the parser. */
    private void more(int start) throws FileFault {
        try {
            if (at == limit && limit - start < LONGEST_ROW && fill(start)) {
                at = 0;
                return;
            }
        } catch (IOException e) {
            // The parser will meet it too, and tell.
        }
        parse();
    }

    /** Brings the bytes from a place on to the front and fills up behind them; returns whether there were more. */
    private boolean fill(int start) throws IOException {
        int kept = limit - start;
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(bytes, start, bytes, 0, kept);
        limit = kept + in.readNBytes(bytes, kept, bytes.length - 2 - kept);
        bytes[limit] = 0;
        bytes[limit + 1] = 0;
        return limit > kept;
    }

    @Override
    public boolean mergesMayFollow() {
        try {
            return parsed != null
                    || Merges.mentions(new SequenceInputStream(new ByteArrayInputStream(bytes, at, limit - at), in));
        } catch (IOException | RuntimeException e) {
            // Who looks for the ranges will meet it too, and tell.
            return true;
        }
    }

    private void parse() throws FileFault {
        SheetRows rows = parser.open();
        parsed = new SheetRows() {
            @Override
            public @Nullable RawRow next() throws FileFault {
                RawRow next = rows.next();
                while (next != null && next.number() <= row) {
                    next = rows.next();
                }
                return next;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** Reads a row; null if it is blank, or if there are no more. */
    private @Nullable RawRow row() throws Odd, FileFault {
        space();
        if (bytes[at + 1] == '/') {
            expect(DATA_END);
            ended = true;
            return null;
        }
        expect(ROW);
        boolean open = attributes();
        int number = from[REFERENCE] < 0 ? row + 1 : whole(REFERENCE);
        require(number > row && number <= XlsxRows.MOST_ROWS);
        boolean hidden = from[HIDDEN] >= 0 && List.of("1", "true", "on").contains(text(from[HIDDEN], to[HIDDEN]));
        List<@Nullable RawCell> read = open ? cells(number) : List.of();
        row = number;
        return read.isEmpty() ? null : new RawRow(number, hidden, read);
    }

    private List<@Nullable RawCell> cells(int number) throws Odd, FileFault {
        List<@Nullable RawCell> read = new ArrayList<>(width);
        int column = -1;
        for (space(); bytes[at + 1] != '/'; space()) {
            expect(CELL);
            boolean open = attributes();
            int stated = from[REFERENCE] < 0 ? column + 1 : column();
            require(stated > column && stated < XlsxRows.MOST_COLUMNS);
            column = stated;
            RawCell cell = open ? cell(number) : null;
            if (cell != null) {
                while (read.size() < column) {
                    read.add(null);
                }
                read.add(cell);
            }
        }
        expect(ROW_END);
        width = read.size();
        return read;
    }

    private @Nullable RawCell cell(int number) throws Odd, FileFault {
        int style = from[STYLE] < 0 ? 0 : whole(STYLE);
        boolean shared = from[TYPE] >= 0 && to[TYPE] == from[TYPE] + 1 && bytes[from[TYPE]] == 's';
        String type = from[TYPE] < 0 || shared ? "" : text(from[TYPE], to[TYPE]);
        boolean formula = bytes[at] == '<' && bytes[at + 1] == 'f';
        if (formula) {
            expect(FORMULA);
            characters();
            expect(FORMULA_END);
        }
        RawCell cell;
        if (bytes[at] == '<' && bytes[at + 1] == 'v') {
            expect(VALUE);
            int start = at;
            int length = characters() - start;
            if (shared) {
                int index = digits(start, length);
                require(index < cells.texts());
                cell = cells.shared(index, formula);
            } else {
                cell = cells.cell(number, type, text(start, start + length), style, formula);
            }
            expect(VALUE_END);
        } else if (bytes[at] == '<' && bytes[at + 1] == 'i') {
            expect(INLINE);
            if (bytes[at] == ' ') {
                expect(KEEP_SPACE);
            }
            require(bytes[at++] == '>' && !shared);
            int start = at;
            cell = cells.cell(number, type, RichText.unescape(text(start, characters())), style, formula);
            expect(INLINE_END);
        } else {
            cell = XlsxCells.withoutValue(formula);
        }
        expect(CELL_END);
        return cell;
    }

    /** Reads the attributes of an element to the end of its tag; returns whether it has content. */
    private boolean attributes() throws Odd {
        Arrays.fill(from, -1);
        int met = 0;
        while (bytes[at] == ' ') {
            while (bytes[at] == ' ') {
                at++;
            }
            if (bytes[at] == '>' || bytes[at] == '/') {
                break;
            }
            int name = name();
            require((met & 1 << name) == 0);
            met |= 1 << name;
            int start = at;
            while (bytes[at] >= ' ' && bytes[at] < 0x7F && bytes[at] != '"' && bytes[at] != '<' && bytes[at] != '&') {
                at++;
            }
            require(bytes[at] == '"');
            if (name < READ) {
                from[name] = start;
                to[name] = at;
            }
            at++;
        }
        boolean open = bytes[at] == '>';
        if (!open) {
            require(bytes[at] == '/');
            at++;
            require(bytes[at] == '>');
        }
        at++;
        return open;
    }

    /** Reads an attribute's name and the quote before its value. */
    private int name() throws Odd {
        int start = at;
        while (bytes[at] > ' ' && bytes[at] != '=') {
            at++;
        }
        for (int i = 0; i < NAMES.size(); i++) {
            byte[] name = NAMES.get(i);
            if (bytes[start] == name[0] && Arrays.equals(bytes, start, at, name, 0, name.length)) {
                require(bytes[at] == '=' && (i < NAMES.size() - 1 || spaced));
                at++;
                require(bytes[at] == '"');
                at++;
                return i;
            }
        }
        throw ODD;
    }

    /** Moves to the end of the characters that stand here, and returns where it is. */
    private int characters() throws Odd {
        while (bytes[at] != '<') {
            require((bytes[at] >= ' ' && bytes[at] != '&' && bytes[at] != '>' && bytes[at] != 0x7F) || bytes[at] < 0);
            at++;
        }
        return at;
    }

    /** Returns a text; there is nothing in it that XML forbids. */
    private String text(int start, int end) throws Odd {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
                for (int k = 0; k < text.length(); k++) {
                    char c = text.charAt(k);
                    require(c < 0x7F || c > 0x9F && c < 0xFFFD);
                }
                return text;
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Returns the 0-based column of the reference of the cell. */
    private int column() throws Odd {
        int i = from[REFERENCE];
        int column = 0;
        while (bytes[i] >= 'A' && bytes[i] <= 'Z' && column < XlsxRows.MOST_COLUMNS) {
            column = column * 26 + (bytes[i++] - 'A' + 1);
        }
        digits(i, to[REFERENCE] - i);
        return column - 1;
    }

    private int whole(int attribute) throws Odd {
        return digits(from[attribute], to[attribute] - from[attribute]);
    }

    private int digits(int start, int length) throws Odd {
        require(length > 0 && length <= 9);
        int number = 0;
        for (int i = start; i < start + length; i++) {
            require(bytes[i] >= '0' && bytes[i] <= '9');
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    private void space() {
        while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
            at++;
        }
    }

    private void expect(byte[] expected) throws Odd {
        for (byte each : expected) {
            require(bytes[at] == each);
            at++;
        }
    }

    private static void require(boolean fulfilled) throws Odd {
        if (!fulfilled) {
            throw ODD;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        if (parsed != null) {
            parsed.close();
        }
        Closing.quietly(in);
    }
}
