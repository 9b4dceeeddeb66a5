package org.platscore.naive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A random assessment folder: rules of every kind that the language has, and data that fit them. */
public final class RandomCase {
    private RandomCase() {}

    /** Writes the case of a seed into an empty folder. */
    public static void write(long seed, Path folder) throws IOException {
        Dice dice = new Dice(seed);
        RandomTables tables = new RandomTables(dice, folder);
        boolean headExcludes = dice.percent(30);
        RandomMeasures measures = new RandomMeasures(dice, headExcludes);
        int fullMarks = dice.of(100, 100, 10, 120);
        Map<String, Object> rules = Dice.map("platscore", "1", "title", "评分细则 " + seed);
        rules.put("period", Dice.map("from", "2021-01-01", "to", "2022-06-30"));
        if (fullMarks != 100) {
            rules.put("full_marks", fullMarks);
        }
        if (dice.percent(70)) {
            rules.put("rounding", rounding(dice));
        }
        if (headExcludes) {
            rules.put("missing", "exclude");
        }
        rules.put("inputs", tables.inputs());
        rules.put("measures", measures.section());
        RandomRubric rubric = new RandomRubric(dice, measures);
        rubric.putInto(rules, fullMarks);
        new RandomOutcome(dice, measures, rubric.ids(), fullMarks).putInto(rules);
        Files.writeString(folder.resolve("scoring-rules.yaml"), PlainYamlWriter.write(rules));
        tables.write();
        if (dice.percent(30)) {
            tables.writeAdjustments(measures.correctable());
        }
    }

    private static Map<String, Object> rounding(Dice dice) {
        Map<String, Object> rounding = Dice.map(
                "indicator", dice.of("0", "1", "2", "3", "none"),
                "total", dice.of("0", "1", "2", "none"));
        if (dice.percent(70)) {
            rounding.put("mode", dice.of("half-up", "half-even", "down"));
        }
        return rounding;
    }
}
