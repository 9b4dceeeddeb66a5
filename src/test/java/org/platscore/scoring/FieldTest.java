package org.platscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.platscore.intake.Subject;
import org.platscore.measure.OpenValues;

/** What an indicator asked for is kept for later trials, on other threads too: nothing may be added to it any more. */
class FieldTest {

    @Test
    void whatAnIndicatorAskedForStaysAsItIsWhenTheNextOneAsks() {
        Trial trial = Trial.of("""
                rubric:
                  - {id: A, weight: 100, measure: x, score: {peers: {by: rank}}}
                """, """
                id name class domain level x y z
                P1 甲 A 材料 健全 1 2 3
                """);
        Subject subject = trial.subjects().get(0);
        Field field = new Field(trial.rules(), trial.subjects(), trial.scores().measures(), OpenValues.NONE, Set.of());

        field.noteReads();
        field.value(subject, "x");
        field.compares("x", null);
        Field.Reads noted = field.noted();
        field.value(subject, "y");
        field.compares("y", "class");

        assertThat(noted.values()).containsOnlyKeys("x");
        assertThat(noted.peers()).containsExactly(new Field.Peers("x", null));
    }
}
