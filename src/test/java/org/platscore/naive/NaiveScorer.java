package org.platscore.naive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole way from a folder with {@code scoring-rules.yaml} and CSV tables to scored, graded, rewarded subjects. */
final class NaiveScorer {
    private NaiveScorer() {}

    /** The subjects in rank order; throws {@link NaiveStop} where the data stop the run. */
    static List<Subject> assess(Path folder) {
        try {
            return assess(folder, PlainYaml.read(Files.readString(folder.resolve("scoring-rules.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Subject> assess(Path folder, Map<String, Object> rules) {
        List<Subject> subjects = Tables.read(folder, rules);
        Measures measures = new Measures(rules, subjects);
        measures.measureAll(folder);
        new Rubric(rules, measures, subjects).scoreAll();
        List<Subject> ordered = new Grades(rules, subjects).grade();
        if (rules.containsKey("rewards")) {
            new Rewards(PlainYaml.map(rules.get("rewards")), ordered).allocate();
        }
        return ordered;
    }
}
