package org.platscore.intake.results;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.RowWords;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetFiles;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetRows;
import org.platscore.intake.sheet.SheetSource;

/** A list as a table: the head is the first row with a column for the id; rows of sums and notes below it are passed over. */
final class TableRows {

    private static final int HEAD_WITHIN = 20;

    private final String shown;
    private final List<String> idHeads;
    private final Findings findings;

    /** @param head where the head stands */
    private record Line(int number, List<@Nullable RawCell> cells, Place head, List<String> heads)
            implements RewardRows.Line {

        @Override
        public @Nullable RawCell cell(int at) {
            return cells.get(at);
        }

        @Override
        public Place place(int at) {
            return new Place(head.file(), head.sheet(), number, at + 1, heads.get(at));
        }
    }

    TableRows(String shown, List<String> idHeads, Findings findings) {
        this.shown = shown;
        this.idHeads = idHeads.stream().map(each -> Head.of(each).full()).toList();
        this.findings = findings;
    }

    @Nullable
    RewardRows read(Path file, @Nullable Charset charset) throws FileFault {
        try (SheetSource source = SheetFiles.open(file, FileOptions.STANDARD.with(charset))) {
            SheetHead sheet = source.sheets().get(0);
            try (SheetRows rows = source.rows(sheet)) {
                RawRow head = rows.next();
                while (head != null && head.number() <= HEAD_WITHIN && idColumn(head) < 0) {
                    head = rows.next();
                }
                if (head == null || idColumn(head) < 0) {
                    findings.add(new Finding(
                            Severity.STOP,
                            "no-header",
                            "",
                            new Place(shown, sheet.name(), 0, 0, ""),
                            "",
                            "",
                            Message.of("results.no-header", HEAD_WITHIN),
                            Message.of("results.no-header-do")));
                    return null;
                }
                return behind(head, rows, new Place(shown, sheet.name(), head.number(), 0, ""));
            }
        }
    }

    private RewardRows behind(RawRow head, SheetRows rows, Place place) throws FileFault {
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < head.cells().size(); i++) {
            heads.add(head.text(i).strip());
        }
        int id = idColumn(head);
        List<Line> lines = new ArrayList<>();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            boolean none = RowWords.startsSum(row.text(id)) || RowWords.noteIn(row) >= 0;
            boolean headAgain = row.text(id).strip().equals(heads.get(id));
            if (none || headAgain) {
                continue;
            }
            if (tooWide(row, heads.size())) {
                findings.add(new Finding(
                        Severity.STOP,
                        "extra-cells",
                        "",
                        new Place(place.file(), place.sheet(), row.number(), heads.size() + 1, ""),
                        Masking.resident(row.text(heads.size())),
                        row.text(id),
                        Message.of("intake.extra-cells", row.cells().size(), heads.size()),
                        Message.of(place.sheet() == null ? "intake.extra-cells-do" : "intake.extra-cells-book-do")));
                continue;
            }
            List<@Nullable RawCell> cells = new ArrayList<>(heads.size());
            for (int i = 0; i < heads.size(); i++) {
                cells.add(row.cell(i));
            }
            lines.add(new Line(row.number(), cells, place, heads));
        }
        return RewardRows.table(place, heads, lines);
    }

    private static boolean tooWide(RawRow row, int width) {
        for (int i = width; i < row.cells().size(); i++) {
            if (row.cell(i) != null) {
                return true;
            }
        }
        return false;
    }

    private int idColumn(RawRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String head = Head.of(row.text(i)).full();
            if (idHeads.stream().anyMatch(head::equalsIgnoreCase)) {
                return i;
            }
        }
        return -1;
    }
}
