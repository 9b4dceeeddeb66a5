package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code levels: {健全: 5, 基本健全: 3, else: 0}}: points by category.
 *
 * @param points by category, in file order
 * @param otherwise points of a category that is not listed; null where all are listed
 */
public record Levels(
        Map<String, BigFraction> points, @Nullable BigFraction otherwise) implements ScoringMethod {

    static final String NAME = "levels";

    static @Nullable Levels read(Node spec, MethodReading reading) {
        reading.needs(ValueType.CATEGORY, spec.mark(), NAME);
        if (Fields.of(spec, reading.diagnostics(), "{A: 5, else: 0}") == null) {
            return null;
        }
        List<String> choices =
                reading.measure() == null ? List.of() : reading.measure().choices();
        Map<String, BigFraction> levels = new LinkedHashMap<>();
        Set<String> listed = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        boolean hasElse = false;
        BigFraction otherwise = null;
        for (Node.Entry entry : ((Node.Mapping) spec).entries()) {
            BigFraction points = reading.points(entry.value());
            if (entry.key().text().equals("else")) {
                hasElse = true;
                otherwise = points;
            } else if (ChoiceReading.category(entry.key(), choices, listed, reading.diagnostics())) {
                listed.add(entry.key().text());
                if (points != null) {
                    levels.put(entry.key().text(), points);
                }
            } else {
                unknown.add(entry.key().text());
            }
        }
        if (!hasElse && reading.measure() != MethodReading.UNKNOWN && !reading.isNumber()) {
            complete(spec, choices, listed, unknown, reading);
        }
        if (hasElse && otherwise != null && !choices.isEmpty() && listed.size() == choices.size()) {
            reading.diagnostics()
                    .warning("R021", spec.mark(), Message.of("scoring.cases-all"), Message.of("scoring.fix.cases-all"));
        }
        List<BigFraction> all = new ArrayList<>(levels.values());
        if (otherwise != null) {
            all.add(otherwise);
        }
        if (!all.isEmpty() && all.size() == ((Node.Mapping) spec).entries().size()) {
            reading.reach(all, spec.mark());
        }
        return new Levels(levels, otherwise);
    }

    /** Tells choices without points; one that a misspelt category stands for was told with that. */
    private static void complete(
            Node spec, List<String> choices, Set<String> listed, List<String> unknown, MethodReading reading) {
        List<String> left = new ArrayList<>(choices.stream()
                .filter(choice ->
                        listed.stream().noneMatch(each -> Folded.text(each).equals(Folded.text(choice))))
                .toList());
        List<String> unlike = new ArrayList<>(unknown);
        unlike.removeIf(each -> {
            Optional<String> near = Nearest.to(each, choices);
            near.ifPresent(left::remove);
            return near.isPresent();
        });
        if (choices.isEmpty() || left.size() > unlike.size()) {
            reading.diagnostics()
                    .error(
                            "R005",
                            spec.mark(),
                            choices.isEmpty()
                                    ? Message.of("scoring.levels.open")
                                    : Message.of("scoring.levels.incomplete", left),
                            Message.of("scoring.fix.levels"));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        List<Object> parts = new ArrayList<>();
        points.forEach((category, each) -> parts.add(Message.of("scoring.levels.words.level", category, each)));
        if (otherwise != null) {
            parts.add(Message.of("scoring.words.else", otherwise));
        }
        return Message.of("scoring.levels.words", parts);
    }

    @Override
    public Outcome score(ScoringContext context) {
        BigFraction level = Choice.find(points, (String) context.scored());
        BigFraction given = level == null ? otherwise : level;
        return given == null
                ? Outcome.noCase(Message.of("scoring.levels.no-level", context.shown()))
                : Outcome.scored(given, Message.of("scoring.levels.level", context.shown(), given));
    }

    @Override
    public @Nullable String spreadsheet(CellNames cells) {
        String rest = otherwise == null ? "NA()" : cells.points(this, "");
        List<String> categories = new ArrayList<>(points.keySet());
        for (int i = categories.size() - 1; i >= 0; i--) {
            String text = cells.text(categories.get(i));
            if (text == null) {
                return null;
            }
            rest = "IF(EXACT(" + cells.category() + "," + text + ")," + cells.points(this, categories.get(i)) + ","
                    + rest + ")";
        }
        return points.isEmpty() ? cells.ifThere(rest) : rest;
    }

    @Override
    public boolean fallible() {
        return false;
    }
}
