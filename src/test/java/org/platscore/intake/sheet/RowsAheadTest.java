package org.platscore.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsAheadTest {

    /** Rows 1 to {@code last}, then the end or a fault. */
    private static final class Numbered implements SheetRows {
        private final int last;
        private final @Nullable Throwable end;
        private int row;
        private boolean closed;

        Numbered(int last, @Nullable Throwable end) {
            this.last = last;
            this.end = end;
        }

        @Override
        public @Nullable RawRow next() throws FileFault {
            if (row < last) {
                row++;
                return new RawRow(row, false, List.of());
            }
            if (end instanceof FileFault fault) {
                throw fault;
            }
            if (end instanceof Error error) {
                throw error;
            }
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void rowsComeInTheirOrderAndThenNone() throws FileFault {
        for (int last : new int[] {0, 1, 255, 256, 257, 10_000}) {
            RowsAhead rows = RowsAhead.of(new Numbered(last, null));
            List<Integer> seen = new ArrayList<>();
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                seen.add(row.number());
            }
            assertThat(seen).hasSize(last);
            assertThat(seen).isSorted();
            assertThat(rows.next()).isNull();
            rows.close();
        }
    }

    @Test
    void aFaultComesAfterTheRowsBeforeIt() throws FileFault {
        FileFault fault = FileFault.of("unreadable-file", "empty-file");
        RowsAhead rows = RowsAhead.of(new Numbered(300, fault));
        for (int i = 1; i <= 300; i++) {
            RawRow row = rows.next();
            assertThat(row).isNotNull();
        }
        assertThatThrownBy(rows::next).isSameAs(fault);
        rows.close();
    }

    @Test
    void wantOfMemoryIsThatOfTheOneWhoTakesRows() {
        OutOfMemoryError error = new OutOfMemoryError();
        RowsAhead rows = RowsAhead.of(new Numbered(0, error));
        assertThatThrownBy(rows::next).isSameAs(error);
        rows.close();
    }

    @Test
    void closingEarlyEndsTheReaderFirst() throws FileFault {
        Numbered endless = new Numbered(Integer.MAX_VALUE, null);
        RowsAhead rows = RowsAhead.of(endless);
        assertThat(rows.next()).isNotNull();
        rows.close();
        int read = endless.row;
        assertThat(endless.closed).isTrue();
        assertThat(endless.row).isEqualTo(read);
    }
}
