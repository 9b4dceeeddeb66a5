package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.cell.Units;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;
import org.platscore.rules.Column;

/** Finds the head of a table in the first rows of a sheet by the columns that must be there. */
final class HeaderSearch {

    /** The head starts in one of the first this many rows. */
    static final int ROWS = 20;

    /** Where there is none, so many rows are looked at for what is like one. */
    static final int LOOKED_AT = 100;

    private static final int DROPPED_UNIT = 1_000;
    private static final int NO_FIT = Integer.MAX_VALUE;

    private final TableSpec spec;
    private final List<List<Head>> wanted = new ArrayList<>();
    private final Set<Integer> needed;

    HeaderSearch(TableSpec spec) {
        this.spec = spec;
        for (Column column : spec.columns()) {
            wanted.add(column.headers().stream().map(Head::of).toList());
        }
        needed = spec.needed();
    }

    /** What a row, or two, would be as a head. */
    private record Candidate(
            int row,
            int lastRow,
            List<String> texts,
            List<List<Head>> heads,
            List<Head> lower,
            List<Head> upper,
            int[] at,
            int doubled,
            int twin) {

        int matched() {
            return (int) Arrays.stream(at).filter(each -> each >= 0).count();
        }

        boolean keeps(Candidate other) {
            for (int i = 0; i < at.length; i++) {
                if (other.at[i] >= 0 && at[i] != other.at[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Looks for the head.
     *
     * @param top the rows up to number {@value #ROWS} + 1 that are not blank; those further down may tell what the sheet is
     */
    Header.Search find(List<RawRow> top, List<Merge> merges) {
        List<Candidate> singles = new ArrayList<>();
        for (int i = 0; i < top.size() && top.get(i).ordinal() <= ROWS; i++) {
            Candidate single = candidate(null, top.get(i), merges);
            singles.add(single);
            if (fits(single)) {
                Candidate below = twoRows(top, i, single, merges);
                if (i + 1 < top.size() && unitsBelow(top.get(i + 1)) && fits(below)) {
                    return found(below, top);
                }
                Candidate best = better(single, below);
                Candidate above = i == 0 ? single : twoRows(top, i - 1, single, merges);
                boolean units = i > 0 && best == single && onlyUnits(top.get(i - 1)) && fits(above);
                return found(units ? above : better(best, above), top);
            }
        }
        List<Candidate> doubles = new ArrayList<>();
        for (int i = 0; i < singles.size(); i++) {
            Candidate twoRows = twoRows(top, i, singles.get(i), merges);
            doubles.add(twoRows);
            if (fits(twoRows)) {
                return found(twoRows, top);
            }
        }
        return notFound(singles, doubles, alike(top));
    }

    /** Returns what a row and the one below it would be as a head; {@code single} where there is none below. */
    private Candidate twoRows(List<RawRow> top, int upper, Candidate single, List<Merge> merges) {
        return upper + 1 < top.size() ? candidate(top.get(upper), top.get(upper + 1), merges) : single;
    }

    private static Candidate better(Candidate best, Candidate twoRows) {
        return twoRows.matched() > best.matched() && twoRows.keeps(best) ? twoRows : best;
    }

    private boolean fits(Candidate candidate) {
        if (needed.isEmpty()) {
            return candidate.matched() >= Math.min(2, spec.columns().size());
        }
        return needed.stream().allMatch(column -> candidate.at[column] >= 0);
    }

    private Header.Search notFound(List<Candidate> singles, List<Candidate> doubles, int alike) {
        Candidate closest = null;
        long most = 0;
        for (List<Candidate> each : List.of(singles, doubles)) {
            for (Candidate candidate : each) {
                long matched = needed.stream()
                        .filter(column -> candidate.at[column] >= 0)
                        .count();
                if (matched > most) {
                    most = matched;
                    closest = candidate;
                }
            }
        }
        Set<Integer> missing = new TreeSet<>(needed);
        if (closest != null) {
            int[] at = closest.at;
            missing.removeIf(column -> at[column] >= 0);
        }
        List<String> labels = missing.stream()
                .map(column -> spec.columns().get(column).label())
                .toList();
        return new Header.NotFound(closest == null ? 0 : closest.lastRow, (int) most, labels, alike);
    }

    /** Returns the number of the first row with a head that the input names; 0 if there is none. */
    private int alike(List<RawRow> rows) {
        return rows.stream()
                .filter(row -> alone(row).matched() > 0)
                .mapToInt(RawRow::number)
                .findFirst()
                .orElse(0);
    }

    /** Returns how many of the heads that the input names stand in one row, at most. */
    int inOneRow(List<RawRow> rows) {
        return rows.stream().mapToInt(row -> alone(row).matched()).max().orElse(0);
    }

    /** Returns how many of the heads, or a form's labels, that the input names stand anywhere in the rows. */
    int anywhere(List<RawRow> rows) {
        List<Candidate> all = rows.stream().map(this::alone).toList();
        return (int) IntStream.range(0, wanted.size())
                .filter(column -> all.stream().anyMatch(row -> row.at[column] >= 0))
                .count();
    }

    private Candidate alone(RawRow row) {
        return candidate(null, row, List.of());
    }

    /**
     * Returns the head that a row further down is, with the one above it if there is one; null if it is none.
     *
     * @param upper the row above, where that is the first of two
     */
    @Nullable
    Header again(@Nullable RawRow upper, RawRow row, List<Merge> merges) {
        Candidate candidate = candidate(upper, row, merges);
        return fits(candidate) ? header(candidate, List.of()) : null;
    }

    /** Returns whether a row holds nothing but units, in brackets or without. */
    private static boolean onlyUnits(RawRow row) {
        return allTexts(row, HeaderSearch::onlyUnit);
    }

    /** Returns whether a row is one of units below a row of heads, which may say so, and have dashes where there is no unit. */
    private static boolean unitsBelow(RawRow row) {
        return allTexts(row, text -> onlyUnit(text) || Units.without(text)) && !allTexts(row, Units::without);
    }

    /** Returns whether each cell that is not blank is a text that is so, its blanks left out. */
    private static boolean allTexts(RawRow row, Predicate<String> so) {
        return row.cells().stream()
                .filter(Objects::nonNull)
                .allMatch(cell -> cell.kind() == RawCell.Kind.TEXT && so.test(Spelling.dense(cell.text())));
    }

    /** Returns the unit that a text beside a head is: in brackets, or in a row of nothing else; empty if it is none. */
    private static String unit(String text, boolean onlyUnits) {
        String dense = Spelling.dense(text);
        boolean bracketed = !dense.isEmpty() && "([【".indexOf(dense.charAt(0)) >= 0;
        return onlyUnits || bracketed ? Units.alone(dense) : "";
    }

    private static boolean onlyUnit(String dense) {
        return !dense.contains("单位") && !Units.alone(dense).isEmpty();
    }

    private Header.Search found(Candidate best, List<RawRow> top) {
        if (best.doubled >= 0) {
            int first = best.at[best.doubled];
            return new Header.Doubled(
                    best.lastRow,
                    best.twin,
                    spec.columns().get(best.doubled).label(),
                    best.texts.get(best.twin),
                    Place.letters(first + 1),
                    Place.letters(best.twin + 1));
        }
        return new Header.Found(header(best, top));
    }

    private static Header header(Candidate best, List<RawRow> top) {
        List<String> units = new ArrayList<>();
        for (int position : best.at) {
            String unit = "";
            for (Head head : position < 0 ? List.<Head>of() : best.heads.get(position)) {
                unit = unit.isEmpty() ? head.unit() : unit;
            }
            units.add(unit);
        }
        String sheetUnit = "";
        for (RawRow row : top) {
            for (int i = 0; row.number() < best.row && i < row.cells().size(); i++) {
                String stated = Units.stated(Spelling.dense(row.text(i)), Spelling.dense(row.textBehind(i)));
                sheetUnit = stated == null ? sheetUnit : stated;
            }
        }
        int width = best.texts.size();
        while (width > 0 && best.texts.get(width - 1).isEmpty()) {
            width--;
        }
        return new Header(best.lastRow, width, best.at, best.texts, best.lower, best.upper, units, sheetUnit);
    }

    private Candidate candidate(@Nullable RawRow upper, RawRow lower, List<Merge> merges) {
        int width =
                Math.max(lower.cells().size(), upper == null ? 0 : upper.cells().size());
        List<String> texts = new ArrayList<>();
        List<List<Head>> heads = new ArrayList<>();
        List<Head> lowest = new ArrayList<>();
        List<Head> uppermost = new ArrayList<>();
        boolean lowerUnits = unitsBelow(lower);
        boolean upperUnits = upper != null && onlyUnits(upper);
        String above = "";
        for (int i = 0; i < width; i++) {
            String text = lower.text(i).strip();
            String own = upper == null ? "" : upper.text(i).strip();
            above = upper == null
                    ? ""
                    : own.isEmpty() ? upperUnits ? "" : carried(above, upper.number(), i, merges) : own;
            Head low = Head.of(text);
            lowest.add(low);
            if (upper != null) {
                uppermost.add(Head.of(own));
            }
            List<Head> forms = new ArrayList<>();
            if (!text.isEmpty()) {
                forms.add(low);
            }
            String below = own.isEmpty() ? "" : unit(text, lowerUnits);
            String over = text.isEmpty() || own.contains("单位") ? "" : unit(own, upperUnits);
            if (!below.isEmpty()) {
                Head high = Head.of(own);
                forms.add(new Head(high.full(), high.bare(), below));
            } else if (!over.isEmpty()) {
                forms.set(0, new Head(low.full(), low.bare(), low.unit().isEmpty() ? over : low.unit()));
            } else if (lowerUnits && !own.isEmpty()) {
                forms.add(Head.of(own));
            } else if (!above.isEmpty()) {
                Head high = Head.of(above);
                String unit = low.unit().isEmpty() ? high.unit() : low.unit();
                // A head over several columns says nothing of one whose own head is blank.
                if (!text.isEmpty() || !own.isEmpty()) {
                    forms.add(
                            text.isEmpty() ? high : new Head(high.full() + low.full(), high.bare() + low.bare(), unit));
                }
            }
            heads.add(forms);
            texts.add(text.isEmpty() ? own : joined(above, text));
        }
        return matched(
                upper == null ? lower.number() : upper.number(), lower.number(), texts, heads, lowest, uppermost);
    }

    private static String joined(String above, String text) {
        return above.isEmpty() ? text : above + " " + text;
    }

    private static String carried(String above, int row, int column, List<Merge> merges) {
        for (Merge merge : merges) {
            if (merge.covers(row, column)) {
                return merge.firstRow() == row && merge.firstColumn() < column ? above : "";
            }
        }
        return merges.isEmpty() ? above : "";
    }

    private Candidate matched(
            int row, int lastRow, List<String> texts, List<List<Head>> heads, List<Head> lower, List<Head> upper) {
        int[] at = new int[wanted.size()];
        int doubled = -1;
        int twin = -1;
        for (int column = 0; column < at.length; column++) {
            at[column] = -1;
            int best = NO_FIT;
            boolean twice = false;
            int second = -1;
            for (int position = 0; position < heads.size(); position++) {
                int fit = fit(wanted.get(column), heads.get(position));
                if (fit < best) {
                    best = fit;
                    at[column] = position;
                    twice = false;
                } else if (fit == best && fit != NO_FIT) {
                    twice = true;
                    second = position;
                }
            }
            if (twice && doubled < 0) {
                doubled = column;
                twin = second;
            }
        }
        return new Candidate(row, lastRow, texts, heads, lower, upper, at, doubled, twin);
    }

    /** Returns how well a head of the sheet fits: the place of the synonym, those that fit only without a unit after the others. */
    private static int fit(List<Head> synonyms, List<Head> forms) {
        int best = NO_FIT;
        for (int i = 0; i < synonyms.size(); i++) {
            for (Head form : forms) {
                if (form.full().equals(synonyms.get(i).full())) {
                    best = Math.min(best, i);
                } else if (form.bare().equals(synonyms.get(i).bare())) {
                    best = Math.min(best, DROPPED_UNIT + i);
                }
            }
        }
        return best;
    }
}
