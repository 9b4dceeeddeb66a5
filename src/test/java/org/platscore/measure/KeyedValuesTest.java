package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyedValuesTest {

    private final KeyedValues.Keys keys = new KeyedValues.Keys(List.of("b", "a", "c"));
    private final KeyedValues<Integer> values = new KeyedValues<>(keys, List.of(1, 2, 3));

    @Test
    void isAMapInTheOrderOfItsKeys() {
        assertThat(values).containsExactly(Map.entry("b", 1), Map.entry("a", 2), Map.entry("c", 3));
        assertThat(values).isEqualTo(Map.of("a", 2, "b", 1, "c", 3));
        assertThat(values.get("d")).isNull();
        assertThat(values.containsKey("d")).isFalse();
        assertThat(values.containsKey("a")).isTrue();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        KeyedValues<Integer> copy = values.copy();

        assertThat(copy.put("a", 7)).isEqualTo(2);

        assertThat(copy.get("a")).isEqualTo(7);
        assertThat(values.get("a")).isEqualTo(2);
    }

    @Test
    void takesNoOtherKeys() {
        assertThatThrownBy(() -> values.put("d", 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyedValues<>(keys, List.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
