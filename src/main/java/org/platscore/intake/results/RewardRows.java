package org.platscore.intake.results;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Head;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;

/**
 * A list of those who are to be paid, as it came in: a table with a head, a JSON array of objects, or results.json. Nothing is
 * read into a cell before it is asked for, so that columns nobody needs may hold anything.
 */
public final class RewardRows {

    /** A row; what it holds stands by column of {@link #heads}. */
    interface Line {

        /** Returns the 1-based line of the file. */
        int number();

        /** Returns a cell; null where it is blank. */
        @Nullable
        RawCell cell(int at);

        /** Returns where a cell stands. */
        Place place(int at);
    }

    private final boolean ofRun;
    private final boolean objects;
    private final Place head;
    private final List<String> heads;
    private final List<Head> compared;
    private final List<Line> lines;

    private RewardRows(boolean ofRun, boolean objects, Place head, List<String> heads, List<? extends Line> lines) {
        this.ofRun = ofRun;
        this.objects = objects;
        this.head = head;
        this.heads = List.copyOf(heads);
        this.compared = heads.stream().map(Head::of).toList();
        this.lines = List.copyOf(lines);
    }

    /** Returns a table: each row has a cell of each column. */
    static RewardRows table(Place head, List<String> heads, List<? extends Line> lines) {
        return new RewardRows(false, false, head, heads, lines);
    }

    /** Returns a list of objects, of a run or not: a cell that is null is no member of its object. */
    static RewardRows objects(boolean ofRun, Place head, List<String> heads, List<? extends Line> lines) {
        return new RewardRows(ofRun, !ofRun, head, heads, lines);
    }

    /**
     * Reads a list.
     *
     * @param shown the path that findings show
     * @param charset of a table as text; null: to be found out
     * @param idHeads by which a table names the id; the first row that has one of them is its head
     * @param findings takes what is wrong with the file as a whole
     * @return null where the file cannot be read, or is no such list
     */
    public static @Nullable RewardRows read(
            Path file, String shown, @Nullable Charset charset, List<String> idHeads, Findings findings) {
        try {
            return startsAsJson(file)
                    ? JsonRows.read(file, shown, findings)
                    : new TableRows(shown, idHeads, findings).read(file, charset);
        } catch (IOException e) {
            tell(FileFault.io(e), shown, findings);
        } catch (FileFault e) {
            tell(e, shown, findings);
        }
        return null;
    }

    /** Returns whether these are the results of a run, which were checked before they were written. */
    public boolean ofRun() {
        return ofRun;
    }

    /** Returns how many rows there are. */
    public int size() {
        return lines.size();
    }

    /** Returns where a row starts. */
    public Place place(int row) {
        return new Place(head.file(), head.sheet(), lines.get(row).number(), 0, "");
    }

    /** Returns where the head stands. */
    public Place head() {
        return head;
    }

    /**
     * Returns the head that a missing column most likely goes by.
     *
     * @param label of what it holds, by which it is not found where others are called so, too; empty for none
     */
    public Optional<String> nearest(Column column, String label) {
        List<Integer> called = label.isEmpty() ? List.of() : fitting(Head.of(label), true);
        if (!called.isEmpty()) {
            return Optional.of(heads.get(called.get(0)));
        }
        List<String> bare = heads.stream().filter(each -> each.indexOf(':') < 0).toList();
        for (String header : column.headers()) {
            Optional<String> near = Nearest.to(header, bare);
            if (near.isPresent()) {
                return near;
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a column by its heads, the first listed that is there; those that fit only without a unit after the others, and case
     * makes no difference. Two that go by the same head are a finding. Numbers may stand under any of the heads that fit with their
     * units, and in objects of a list that somebody wrote everything under any of the heads.
     */
    public RewardColumn column(Column column, Findings findings) {
        return column(column, Set.of(), findings);
    }

    /**
     * Finds a column by its heads.
     *
     * @param whole those of its heads that fit with their units only
     */
    public RewardColumn column(Column column, Set<String> whole, Findings findings) {
        Set<Integer> found = new LinkedHashSet<>();
        for (boolean bare : new boolean[] {false, true}) {
            for (String header : column.headers()) {
                List<Integer> fitting = bare && whole.contains(header) ? List.of() : fitting(Head.of(header), bare);
                if (!fitting.isEmpty() && found.add(fitting.get(0)) && fitting.size() > 1) {
                    doubled(heads.get(fitting.get(0)), fitting.get(1), findings);
                }
                if (!found.isEmpty() && !objects && !column.type().numeric()) {
                    return column(column, found);
                }
            }
            if (!found.isEmpty() && !objects) {
                return column(column, found);
            }
        }
        return column(column, found);
    }

    private RewardColumn column(Column column, Set<Integer> found) {
        Map<Integer, String> units = new LinkedHashMap<>();
        found.forEach(at -> units.put(at, compared.get(at).unit()));
        return new RewardColumn(this, column, units);
    }

    private List<Integer> fitting(Head wanted, boolean bare) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            String text = bare ? compared.get(i).bare() : compared.get(i).full();
            if (text.equalsIgnoreCase(bare ? wanted.bare() : wanted.full())) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private void doubled(String text, int again, Findings findings) {
        Place place = new Place(head.file(), head.sheet(), head.row(), again + 1, text);
        findings.add(new Finding(
                Severity.STOP,
                "duplicate-column",
                "",
                place,
                text,
                "",
                Message.of("results.column-twice", text),
                Message.of("results.column-twice-do", text)));
    }

    Line line(int row) {
        return lines.get(row);
    }

    private static boolean startsAsJson(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(1 << 12);
        }
        int at = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r' || head[at] == '\n')) {
            at++;
        }
        return at < head.length && (head[at] == '{' && !rtf(head, at) || head[at] == '[');
    }

    private static boolean rtf(byte[] head, int at) {
        return at + 1 < head.length && head[at + 1] == '\\';
    }

    private static void tell(FileFault fault, String shown, Findings findings) {
        findings.add(new Finding(
                Severity.STOP,
                fault.code(),
                "",
                new Place(shown, fault.sheet(), fault.line(), 0, ""),
                "",
                "",
                fault.text(),
                fault.action()));
    }
}
