package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** The scoring methods by name. */
public final class ScoringMethods {

    private static final Map<String, Reader> READERS = readers();

    private ScoringMethods() {}

    /** Returns the names of all methods, in the order of the reference. */
    public static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    /** Returns the method that {@code score:} says; null, with an error, if it says none. */
    public static @Nullable ScoringMethod read(Node score, MethodReading reading) {
        Fields fields = Fields.of(score, reading.diagnostics(), "{linear: {zero: 0, full: 100}}");
        if (fields == null) {
            return null;
        }
        List<String> found = new ArrayList<>();
        for (Node.Entry entry : ((Node.Mapping) score).entries()) {
            String name = entry.key().text();
            if (READERS.containsKey(name)) {
                found.add(name);
            } else {
                reading.diagnostics()
                        .unknown("R023", entry.key().mark(), Message.of("scoring.kind.method"), name, names());
            }
        }
        if (found.size() != 1) {
            if (!found.isEmpty() || ((Node.Mapping) score).entries().isEmpty()) {
                reading.diagnostics()
                        .error(
                                found.isEmpty() ? "R005" : "R021",
                                found.isEmpty() ? score.mark() : fields.keyMark(found.get(1)),
                                found.isEmpty()
                                        ? Message.of("scoring.no-method")
                                        : Message.of("scoring.two-methods", found),
                                Message.of("scoring.fix.one-method", names()));
            }
            return null;
        }
        String name = found.get(0);
        Node spec = fields.required(name);
        Reader reader = READERS.get(name);
        return spec == null || reader == null ? null : reader.read(spec, reading);
    }

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put(Linear.NAME, Linear::read);
        readers.put(Steps.NAME, Steps::read);
        readers.put(Curve.NAME, Curve::read);
        readers.put(PerUnit.NAME, PerUnit::read);
        readers.put(Levels.NAME, Levels::read);
        readers.put(Peers.NAME, Peers::read);
        readers.put(BestOf.NAME, BestOf::read);
        readers.put(By.NAME, By::read);
        readers.put(FormulaMethod.NAME, FormulaMethod::read);
        return readers;
    }

    /** Reads one method; null, with its errors, if it is faulty. */
    private interface Reader {
        @Nullable
        ScoringMethod read(Node spec, MethodReading reading);
    }
}
