package org.platscore.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Threads;
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.Records;
import org.platscore.intake.sheet.CsvText;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetRows;

/**
 * Reads a large text piece by piece, on all cores, and hands the pieces on in file order. Whatever is out of the ordinary is taken
 * out of its piece here and read by {@link TableReader}, row by row in file order, like the rows of any other file.
 */
final class BulkTable {

    /** Pieces for more threads than this are of no use. */
    private static final int MOST_JOBS = 1 << 10;

    private final String path;
    private final CsvText text;
    private final RowPlan plan;
    private final TableReader reader;
    private final FileReport report;
    private final List<Subject> subjects;
    private final RowSink sink;
    /** Rows that the reader has made of the row that is being looked at. */
    private final List<DataRow> made;

    private final Fingerprint.Running fingerprint = new Fingerprint.Running();
    /** How many pieces there may be at a time; they are made as the file needs them. */
    private final int pieces;

    private final int pieceBytes;
    private final BlockingQueue<RowBatch> free;
    private final BlockingQueue<RowScan> scans;
    private final int alone;
    private final @Nullable MedianWatch[] watches;
    /** By check: its findings. */
    private final FileReport.Pile[] piles;

    private int piecesMade;
    private int scansMade;
    private int lines;

    /**
     * A table.
     *
     * @param reader hands its rows to {@code made}
     */
    BulkTable(
            FileReport report,
            CsvText text,
            RowPlan plan,
            TableReader reader,
            List<Subject> subjects,
            FileTask.Bulk bulk,
            RowSink sink,
            List<DataRow> made) {
        this.path = report.path();
        this.report = report;
        this.text = text;
        this.plan = plan;
        this.reader = reader;
        this.subjects = subjects;
        this.sink = sink;
        this.made = made;
        this.lines = text.lines();
        this.alone = plan.firstAmong();
        this.watches = new @Nullable MedianWatch[plan.watched().length];
        for (int i = 0; i < watches.length; i++) {
            watches[i] = reader.watches().get(plan.watched()[i]);
        }
        this.piles = new FileReport.Pile[plan.checks().size()];
        for (int i = 0; i < piles.length; i++) {
            QuickTest test = plan.checks().get(i).test();
            piles[i] = report.pile(
                    plan.checks().get(i).check().id(),
                    reader.place(0, test == null ? -1 : test.first(plan.spec())).header());
        }
        this.pieces = 2 * Math.min(bulk.jobs(), MOST_JOBS) + 2;
        this.pieceBytes = bulk.chunks().bytes();
        this.free = new ArrayBlockingQueue<>(pieces);
        this.scans = new ArrayBlockingQueue<>(pieces);
    }

    RowPlan plan() {
        return plan;
    }

    /** Takes a piece back whose rows have been taken. */
    void release(RowBatch piece) {
        free.add(piece);
    }

    /** Returns the row of a piece as any other file would have given it. */
    DataRow row(RowBatch piece, int at) {
        try {
            String record = records(piece, at);
            return reader.bare(text.row(record.lines().findFirst().orElse(""), number(piece, at)));
        } catch (FileFault e) {
            throw new IllegalStateException(e);
        }
    }

    Locator locator() {
        return reader;
    }

    /** Returns the number of a row of a piece. */
    static int number(RowBatch piece, int at) {
        return piece.before + piece.line[at] + 1;
    }

    /** Reads all rows behind the first ones; returns what tells the file's state, null where it was not read to its end as bytes. */
    @Nullable
    Fingerprint read(ExecutorService workers) throws FileFault {
        Deque<Future<RowBatch>> waiting = new ArrayDeque<>();
        try (FileChannel file = text.open()) {
            skip(file);
            byte[] carried = new byte[0];
            long position = text.offset();
            boolean ended = false;
            while (!ended || !waiting.isEmpty()) {
                while (!ended && waiting.size() < pieces - 1) {
                    RowBatch piece = piece(waiting.isEmpty());
                    if (piece == null) {
                        break;
                    }
                    carried = fill(piece, carried, position, file);
                    position = piece.position + piece.to - piece.from;
                    ended = piece.last;
                    waiting.add(workers.submit(() -> scanned(piece)));
                }
                RowBatch piece = Threads.result(waiting.remove());
                int unfinished = piece.unfinished;
                long resume = piece.position + unfinished - piece.from;
                settle(piece);
                if (unfinished >= 0) {
                    plainly(resume);
                    return null;
                }
            }
            return fingerprint.end();
        } catch (IOException e) {
            throw FileFault.io(e);
        } catch (InterruptedException e) {
            throw Threads.brokenOff(e);
        } finally {
            waiting.forEach(each -> each.cancel(false));
        }
    }

    /**
     * Returns a piece that is free; a new one while there may be more.
     *
     * @param wait whether to wait for one to become free; else null where none is
     */
    private @Nullable RowBatch piece(boolean wait) throws InterruptedException {
        RowBatch piece = free.poll();
        if (piece == null && piecesMade < pieces) {
            piecesMade++;
            return new RowBatch(pieceBytes);
        }
        return piece == null && wait ? free.take() : piece;
    }

    private void skip(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) text.offset());
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
        fingerprint.add(bytes.array(), 0, bytes.position());
    }

    /** Fills a piece with what the last one left and more of the file; returns what does not belong to it. */
    private byte[] fill(RowBatch piece, byte[] carried, long position, FileChannel file) throws IOException {
        piece.clear();
        piece.position = position;
        piece.from = 0;
        System.arraycopy(carried, 0, piece.bytes, 0, carried.length);
        ByteBuffer bytes = ByteBuffer.wrap(piece.bytes, carried.length, piece.room() - carried.length);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = file.read(bytes);
        }
        int end = bytes.position();
        fingerprint.add(piece.bytes, carried.length, end - carried.length);
        piece.last = read < 0;
        if (piece.last) {
            if (end > 0 && piece.bytes[end - 1] != '\n') {
                piece.bytes[end++] = '\n';
            }
            piece.to = end;
            return new byte[0];
        }
        piece.to = Records.lastEnd(piece.bytes, 0, end);
        if (piece.to == 0) {
            // A record that is longer than a piece is left to the plain reading, with all of its line end.
            piece.to = piece.bytes[end - 1] == '\r' ? end - 1 : end;
        }
        int cut = piece.to;
        byte[] rest = new byte[end - cut];
        System.arraycopy(piece.bytes, cut, rest, 0, rest.length);
        return rest;
    }

    private RowBatch scanned(RowBatch piece) {
        RowScan scan = scans.poll();
        if (scan == null) {
            scan = newScan();
        }
        Arrays.fill(piece.bytes, piece.to, Math.min(piece.bytes.length, piece.to + Bytes.PAD), (byte) '\n');
        scan.read(piece);
        scans.add(scan);
        return piece;
    }

    private synchronized RowScan newScan() {
        return new RowScan(plan, subjects, text.delimiter(), scansMade++);
    }

    /** Reads what is odd in a piece, tells what is to be told, and hands it on. */
    private void settle(RowBatch piece) throws FileFault {
        piece.before = lines;
        int at = 0;
        try {
            for (; at < piece.rows; at++) {
                at = watched(piece, at);
                if (at == piece.rows) {
                    break;
                }
                if (piece.state[at] == RowBatch.ODD) {
                    odd(piece, at);
                } else {
                    watch(piece, at);
                    rejected(piece, at);
                }
            }
        } finally {
            piece.rows = at;
            lines += piece.lines;
            reader.counted(piece.read, piece.passedOver);
            sink.accept(piece, this);
        }
    }

    /** Takes note of the values of rows from one on; returns the first that is odd or rejected here, else the number of rows. */
    private int watched(RowBatch piece, int from) {
        int at = from;
        while (at < piece.rows && piece.state[at] >= alone) {
            watch(piece, at++);
        }
        return at;
    }

    private void watch(RowBatch piece, int at) {
        for (int i = 0; i < watches.length; i++) {
            long parts = piece.watched[at * watches.length + i];
            MedianWatch watch = watches[i];
            if (watch != null && parts != Word.BLANK) {
                watch.add(parts, number(piece, at));
            }
        }
    }

    private void odd(RowBatch piece, int at) throws FileFault {
        for (RawRow raw : raw(piece, at)) {
            reader.row(raw);
        }
        piece.odd.add(taken());
    }

    private void rejected(RowBatch piece, int at) throws FileFault {
        if (piles[piece.state[at]].another(subjects.get(piece.subject[at]).id())) {
            report.rejected++;
            return;
        }
        reader.rejected(raw(piece, at).get(0));
        piece.state[at] = RowBatch.ODD;
        piece.odd.add(taken());
    }

    private List<DataRow> taken() {
        List<DataRow> rows = List.copyOf(made);
        made.clear();
        return rows;
    }

    private List<RawRow> raw(RowBatch piece, int at) throws FileFault {
        return text.rows(records(piece, at), number(piece, at));
    }

    private String records(RowBatch piece, int at) {
        int from = piece.start[at];
        int end = Records.end(piece.bytes, from, piece.to, text.delimiter());
        String records = CsvText.decoded(piece.bytes, from, (end < 0 ? piece.to : end) - from);
        if (records == null) {
            throw new ReadAnew(path);
        }
        return records;
    }

    private void plainly(long position) throws FileFault {
        SheetRows rows = text.from(position, lines);
        if (rows == null) {
            throw new ReadAnew(path);
        }
        try (rows) {
            for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
                reader.row(raw);
                made.forEach(sink);
                made.clear();
            }
        }
    }
}
