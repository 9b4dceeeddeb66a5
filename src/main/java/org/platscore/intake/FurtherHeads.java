package org.platscore.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;

/** The rows below the head of a sheet that are heads themselves: the same met again, or another. */
final class FurtherHeads {

    private static final int LONGEST_HEAD = 60;

    private final TableSpec spec;
    private final FileReport report;
    private final @Nullable String sheet;
    private final Header header;
    private final List<CellReader> readers;
    private final Owner owner;
    /** Where the heads stand, those of numbers first: a number tells soonest that a row does not repeat them. */
    private final int[] heads;
    /** The heads that the rules name; few sheets have rows that must be held against them. */
    private @Nullable Set<String> names;

    private boolean @Nullable [] telling;
    /** The row above, where that is the upper row of the head, met again. */
    private @Nullable RawRow upper;

    FurtherHeads(
            TableSpec spec,
            FileReport report,
            @Nullable String sheet,
            Header header,
            List<CellReader> readers,
            Owner owner) {
        this.spec = spec;
        this.report = report;
        this.sheet = sheet;
        this.header = header;
        this.readers = readers;
        this.owner = owner;
        this.heads = IntStream.range(0, spec.columns().size())
                .filter(column -> header.at()[column] >= 0)
                .boxed()
                .sorted(Comparator.comparing(
                        column -> !RowReading.watched(spec.columns().get(column).type())))
                .mapToInt(column -> header.at()[column])
                .toArray();
    }

    /** Returns whether a row repeats the head, or a row of it. One that is a head of its own is passed over too, and told. */
    boolean met(RawRow raw, List<Merge> merged) {
        RawRow above = upper != null && upper.number() == raw.number() - 1 ? upper : null;
        upper = null;
        if (repeats(raw, header.heads())) {
            return true;
        }
        if (!header.upper().isEmpty() && repeats(raw, header.upper())) {
            upper = raw;
            return true;
        }
        Header other = above != null || words(raw) ? new HeaderSearch(spec).again(above, raw, merged) : null;
        if (other != null) {
            tellOther(other, raw);
        }
        return other != null;
    }

    /** Returns whether the cells of a row are a row of heads. */
    private boolean repeats(RawRow raw, List<Head> row) {
        boolean any = false;
        for (int at : heads) {
            String wanted = at < row.size() ? row.get(at).full() : "";
            RawCell cell = raw.cell(at);
            if (cell == null
                    ? !wanted.isEmpty()
                    : !word(cell) || !Head.of(cell.text()).full().equals(wanted)) {
                return false;
            }
            any |= cell != null;
        }
        return any;
    }

    /** Returns whether a row has nothing but words below the heads, one at least that the rules name, and none of a row of data. */
    private boolean words(RawRow raw) {
        boolean known = false;
        for (int at : heads) {
            RawCell cell = raw.cell(at);
            if (cell != null && (!word(cell) || Character.isDigit(cell.text().charAt(0)))) {
                return false;
            }
        }
        Set<String> named = names();
        for (int at : heads) {
            known |= named.contains(Head.of(raw.text(at)).bare());
        }
        return known && !data(raw);
    }

    private Set<String> names() {
        if (names == null) {
            names = spec.columns().stream()
                    .flatMap(column -> column.headers().stream())
                    .map(each -> Head.of(each).bare())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return names;
    }

    /** Returns whether a cell is sound, and says more than a blank one, where no head would be sound. */
    private boolean data(RawRow raw) {
        if (telling == null) {
            telling = Telling.columns(spec, header, readers, owner);
        }
        for (int i = 0; i < telling.length; i++) {
            RawCell cell = telling[i] ? raw.cell(header.at()[i]) : null;
            if (cell == null) {
                continue;
            }
            Object value = i == spec.owner()
                    ? owner.find(Spelling.clean(cell.text()))
                    : readers.get(i).read(cell).value();
            if (value != null && !value.equals(readers.get(i).read(null).value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean word(RawCell cell) {
        return cell.kind() == RawCell.Kind.TEXT && cell.text().length() <= LONGEST_HEAD;
    }

    /** Tells the first column that stands elsewhere, or in another unit, by a further head: its rows cannot be read by the first. */
    private void tellOther(Header other, RawRow raw) {
        for (int i = 0; i < spec.columns().size(); i++) {
            int at = header.at()[i];
            int now = other.at()[i];
            boolean gone = now < 0 && (at < 0 || raw.cell(at) == null);
            if (gone || at == now && header.units().get(i).equals(other.units().get(i))) {
                continue;
            }
            String head = now < 0 ? raw.text(at) : raw.text(now);
            report.add(
                    Severity.STOP,
                    "duplicate-column",
                    new Place(report.path(), sheet, raw.number(), (now < 0 ? at : now) + 1, TableReader.oneLine(head)),
                    TableReader.oneLine(head),
                    "other-head",
                    spec.columns().get(i).label(),
                    new Place(report.path(), sheet, header.lastRow(), at + 1, "").shown());
            return;
        }
    }
}
