package org.platscore.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes note of what a method asks for while it scores one subject. */
final class BasisLog {

    private final List<Basis.Used> benchmarks = new ArrayList<>();
    private Basis.@Nullable Peers peers;

    void add(Basis.Used used) {
        if (!benchmarks.contains(used)) {
            benchmarks.add(used);
        }
    }

    void add(Basis.Peers compared) {
        peers = compared;
    }

    Basis basis() {
        return new Basis(List.copyOf(benchmarks), peers);
    }
}
