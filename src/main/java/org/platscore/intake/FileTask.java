package org.platscore.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.CsvText;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.intake.sheet.FileStamp;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetFiles;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetRows;
import org.platscore.intake.sheet.SheetSource;
import org.platscore.rules.BelongsTo;

/** Reads one file, opened once, for all the inputs that it serves. */
final class FileTask {

    /** How what came by standard input is called. */
    private static final String STANDARD_INPUT = "-";

    private final Folder.Entry entry;
    private final List<TableSpec> specs;
    private final @Nullable Subjects subjects;
    private final FileOptions options;
    private final RowSink sink;
    private final @Nullable Bulk bulk;
    /** Whether all may be read anew if a large file turns out to be something else than what it was taken for. */
    private final boolean trusting;

    private final List<FileReport> reports = new ArrayList<>();
    private final Opened opened;

    private @Nullable Fingerprint fingerprint;

    /** What is known of a file that is opened once more for an input that is read later. */
    static final class Opened {
        /** Sheets that were passed over and of which another input of the file has told already. */
        private final Set<String> told = new HashSet<>();

        /** All inputs that the file serves, also those that other tasks read. */
        private final List<TableSpec> inputs;

        private @Nullable FileStamp stamp;
        private boolean noted;
        private boolean failed;

        Opened(List<TableSpec> inputs) {
            this.inputs = inputs;
        }

        /** Makes sure that the file is still as it was when it was first looked at. */
        void check(Path file) throws FileFault {
            FileStamp now = FileStamp.of(file);
            if (stamp != null && !stamp.equals(now)) {
                throw FileFault.changed();
            }
            stamp = now;
        }

        /** Returns why the file could not be read to its end: what somebody writes meanwhile may have any fault. */
        FileFault why(Path file, FileFault fault) {
            FileStamp now = FileStamp.ifThere(file);
            return stamp == null || now == null || stamp.equals(now) ? fault : FileFault.changed();
        }

        /** Returns whether the file could not be read to its end. */
        boolean failed() {
            return failed;
        }
    }

    /**
     * How large texts are read.
     *
     * @param workers read their pieces
     * @param jobs how many pieces are read at a time
     * @param counter takes their rows
     * @param watched by the index of a subject, whether every row of it is wanted as a row
     */
    record Bulk(ExecutorService workers, int jobs, Chunks chunks, RowCounter counter, boolean[] watched) {

        boolean takes(Path file) {
            try {
                return Files.size(file) >= chunks.from() && !SheetFiles.workbook(file);
            } catch (IOException | FileFault e) {
                return false;
            }
        }
    }

    /**
     * A task.
     *
     * @param bulk how a large text is read; null: like any other file, and nothing is read anew
     * @param subjects null while the roster itself is read
     * @param opened what is known of the file from an earlier task
     * @param sink takes the rows in the order of inputs, sheets and rows
     */
    FileTask(
            Folder.Entry entry,
            List<TableSpec> specs,
            @Nullable Subjects subjects,
            FileOptions options,
            Opened opened,
            @Nullable Bulk bulk,
            RowSink sink) {
        this.entry = entry;
        this.specs = specs;
        this.subjects = subjects;
        this.options = options;
        this.opened = opened;
        boolean alone = specs.size() == 1 && entry.fault() == null;
        this.bulk = alone && bulk != null && bulk.takes(entry.file()) ? bulk : null;
        this.trusting = bulk != null;
        this.sink = sink;
        for (TableSpec spec : specs) {
            reports.add(new FileReport(spec, entry.path()));
        }
    }

    /** Reads the file as far as it goes. */
    void run() {
        try {
            if (entry.fault() != null) {
                throw entry.fault();
            }
            opened.check(entry.file());
            Future<Fingerprint> begun = bulk == null ? Fingerprint.begin(entry.file()) : null;
            try (SheetSource source = SheetFiles.open(entry.file(), options, bulk != null)) {
                if (!opened.noted) {
                    opened.noted = true;
                    source.notes().forEach(reports.get(0)::add);
                }
                Forms forms = new Forms(source, entry.path(), specs, opened.inputs, opened.told);
                for (int i = 0; i < specs.size(); i++) {
                    read(source, forms, specs.get(i), reports.get(i));
                }
            }
            if (begun != null) {
                fingerprint = Fingerprint.taken(begun);
            }
            opened.check(entry.file());
        } catch (FileFault fault) {
            opened.failed = true;
            reports.get(0).add(opened.why(entry.file(), fault));
        } catch (OutOfMemoryError e) {
            // What the file took is free again here; the other files go on.
            opened.failed = true;
            reports.get(0).add(FileFault.outOfMemory());
        }
        if (fingerprint == null) {
            fingerprint = entry.fingerprint();
        }
    }

    List<TableSpec> specs() {
        return specs;
    }

    /** Returns what is to be said of the file, by input. */
    List<FileReport> reports() {
        return reports;
    }

    @Nullable
    Fingerprint fingerprint() {
        return fingerprint;
    }

    private void read(SheetSource source, Forms forms, TableSpec spec, FileReport report) throws FileFault {
        Owner owner = owner(forms, spec, report);
        if (owner == null) {
            return;
        }
        if (spec.input().form()) {
            forms.read(spec, report, owner, sink);
        } else {
            tables(source, spec, report, owner);
        }
    }

    /** Returns who tells whose the rows are; null where the file names nobody, which is told. */
    private @Nullable Owner owner(Forms forms, TableSpec spec, FileReport report) throws FileFault {
        BelongsTo belongs = spec.input().belongsTo();
        if (belongs == null || subjects == null) {
            return Owner.nobody();
        }
        if (belongs instanceof BelongsTo.ByColumn) {
            return Owner.byColumn(spec.owner(), subjects);
        }
        if (belongs instanceof BelongsTo.ByLabel label) {
            Subject subject = forms.owner(label, subjects, report);
            return subject == null ? null : Owner.of(subject, subjects);
        }
        String whole = name(entry.path());
        String first = Spelling.fold(whole).split("[-_\\s]", 2)[0];
        Subject subject = subjects.find(whole) == null ? subjects.find(first) : subjects.find(whole);
        if (subject == null) {
            report.add(
                    Severity.REJECT,
                    "unknown-subject",
                    Place.file(entry.path()),
                    whole,
                    "",
                    Owner.unknown(whole, subjects),
                    Message.of("intake.misnamed-file-do"));
            return null;
        }
        return Owner.of(subject, subjects);
    }

    /** Returns a file's name without its ending; nothing where it came by standard input and has none. */
    private static String name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name.equals(STANDARD_INPUT) ? "" : name;
    }

    /** Reads a large text piece by piece; returns false, and tells nothing, where it must be read like any other file. */
    private boolean pieces(SheetSource source, TableSpec spec, FileReport report, Owner owner) throws FileFault {
        CsvText text = bulk == null || subjects == null ? null : source.text();
        if (text == null || bulk == null || subjects == null) {
            return false;
        }
        SheetHead sheet = source.sheets().get(0);
        Header.Search search = new HeaderSearch(spec).find(text.top(), List.of());
        if (!(search instanceof Header.Found found)) {
            return false;
        }
        List<DataRow> made = new ArrayList<>();
        TableReader reader = new TableReader(spec, report, source, sheet, found.header(), owner, made::add);
        RowPlan plan = RowPlan.of(spec, found.header(), reader.readers(), owner, text.widest(), bulk);
        if (plan == null) {
            return false;
        }
        reader.watches().replaceAll(watch -> watch == null ? null : MedianWatch.counting());
        reader.start(text.top(), List.of());
        made.forEach(sink);
        made.clear();
        fingerprint = new BulkTable(report, text, plan, reader, subjects.all(), bulk, sink, made).read(bulk.workers());
        reader.sized();
        far(source, reader.watches(), plan, found.header(), owner);
        reader.end();
        return true;
    }

    /** Reads the file once more for the values that are far off their median, where there may be such. */
    private void far(SheetSource source, List<@Nullable MedianWatch> watches, RowPlan plan, Header header, Owner owner)
            throws FileFault {
        List<MedianWatch.@Nullable Suspicion> suspicions = new ArrayList<>();
        watches.forEach(watch -> suspicions.add(watch == null ? null : watch.suspicion()));
        watches.replaceAll(watch -> null);
        if (bulk == null || subjects == null || suspicions.stream().allMatch(Objects::isNull)) {
            return;
        }
        CsvText text = source.text();
        if (text == null) {
            throw new ReadAnew(entry.path());
        }
        List<DataRow> made = new ArrayList<>();
        FileReport silent = new FileReport(plan.spec().name(), entry.path());
        TableReader reader =
                new TableReader(plan.spec(), silent, source, source.sheets().get(0), header, owner, made::add);
        for (int i = 0; i < suspicions.size(); i++) {
            MedianWatch.Suspicion suspicion = suspicions.get(i);
            reader.watches().set(i, suspicion == null ? null : MedianWatch.picking(suspicion));
        }
        reader.start(text.top(), List.of());
        new BulkTable(silent, text, plan, reader, subjects.all(), bulk, RowSink.NOWHERE, made).read(bulk.workers());
        for (int i = 0; i < suspicions.size(); i++) {
            watches.set(i, reader.watches().get(i));
        }
    }

    private void tables(SheetSource source, TableSpec spec, FileReport report, Owner owner) throws FileFault {
        if (spec.input().sheets().isEmpty() && pieces(source, spec, report, owner)) {
            return;
        }
        Sheets sheets = Sheets.of(source, spec.input().sheets(), report, opened.told);
        List<Header.Search> failed = new ArrayList<>();
        List<SheetHead> failedSheets = new ArrayList<>();
        HeaderSearch wanted = new HeaderSearch(spec);
        int read = 0;
        for (SheetHead sheet : sheets.wanted()) {
            boolean later = trusting && source.mergesBehind(sheet);
            List<Merge> merges = later ? List.of() : source.merges(sheet);
            try (SheetRows rows = source.rows(sheet)) {
                List<RawRow> top = TableReader.top(rows);
                Header.Search search = wanted.find(top, merges);
                if (later && !(search instanceof Header.Found)) {
                    later = false;
                    merges = source.merges(sheet);
                    search = wanted.find(top, merges);
                }
                if (search instanceof Header.Found found) {
                    new TableReader(spec, report, source, sheet, found.header(), owner, sink).read(top, rows, merges);
                    if (later && rows.mergesMayFollow()) {
                        check(source.merges(sheet), spec, top, found.header());
                    }
                    read++;
                } else {
                    List<RawRow> looked = TableReader.looked(top, rows);
                    failed.add(elsewhere(spec, wanted, sheet, looked, merges));
                    failedSheets.add(sheet);
                }
            }
        }
        sheets.tell(failedSheets, failed, read > 0);
        for (SheetHead copy : sheets.copies()) {
            if (lost(copy, source, spec, wanted) && opened.told.add(Objects.requireNonNull(copy.name()))) {
                sheets.tellUnread(copy);
            }
        }
    }

    /** Returns whether a sheet holds the head of an input that does not read it, and no other input of the file reads it. */
    private boolean lost(SheetHead sheet, SheetSource source, TableSpec spec, HeaderSearch wanted) throws FileFault {
        List<Merge> merges = source.merges(sheet);
        try (SheetRows rows = source.rows(sheet)) {
            List<RawRow> top = TableReader.top(rows);
            return wanted.find(top, merges) instanceof Header.Found
                    && opened.inputs.stream()
                            .filter(other -> !other.name().equals(spec.name())
                                    && !other.input().form())
                            .noneMatch(other -> reads(other, sheet, top, merges));
        }
    }

    /** Returns whether a table reads a sheet: the rules do not name others, and its head is there. */
    static boolean reads(TableSpec table, SheetHead sheet, List<RawRow> looked, List<Merge> merges) {
        return Sheets.mayRead(table.input().sheets(), sheet)
                && new HeaderSearch(table).find(looked, merges) instanceof Header.Found;
    }

    /** Returns what the search for a head came to; it is unlike one where the sheet is what another input of the file reads. */
    private Header.Search elsewhere(
            TableSpec spec, HeaderSearch wanted, SheetHead sheet, List<RawRow> looked, List<Merge> merges) {
        Header.Search search = wanted.find(looked, merges);
        if (!(search instanceof Header.NotFound near) || near.alike() == 0) {
            return search;
        }
        int heads = wanted.inOneRow(looked);
        for (TableSpec other : opened.inputs) {
            if (other.name().equals(spec.name())) {
                continue;
            }
            boolean read = other.input().form()
                    ? new HeaderSearch(other).anywhere(looked) > heads
                    : reads(other, sheet, looked, merges);
            if (read) {
                return near.unlike();
            }
        }
        return search;
    }

    /** Makes sure that merged ranges say nothing of rows that were read without them. */
    private void check(List<Merge> merges, TableSpec spec, List<RawRow> top, Header header) {
        boolean same = new HeaderSearch(spec).find(top, merges) instanceof Header.Found found
                && found.header().same(header);
        if (!same || !ColumnMerges.of(merges, header).isEmpty()) {
            throw new ReadAnew(entry.path());
        }
    }
}
