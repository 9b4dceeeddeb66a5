package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The subjects of a roster, asked for by names that are not in it. */
class SubjectsTest {

    @Test
    void manyMisspeltNamesAreHeldAgainstARosterThatIsReadOnce() {
        Roster roster = new Roster(300);
        Subjects subjects = new Subjects(roster);
        int read = roster.read;
        for (int i = 0; i < 1000; i++) {
            assertThat(subjects.nearest("P" + (1000 + i % 300) + "X")).contains("P" + (1000 + i % 300));
        }
        assertThat(roster.read - read).isLessThanOrEqualTo(2 * roster.size());
    }

    /** A roster that counts how many of its subjects were looked at. */
    private static final class Roster extends AbstractList<Subject> {

        private final int size;
        private int read;

        Roster(int size) {
            this.size = size;
        }

        @Override
        public Subject get(int index) {
            read++;
            return new Subject(index, "P" + (1000 + index), "平台" + index, List.of(), List.of());
        }

        @Override
        public int size() {
            return size;
        }
    }
}
