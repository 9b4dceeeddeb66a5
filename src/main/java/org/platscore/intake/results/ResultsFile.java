package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Alike;
import org.platscore.intake.cell.Spelling;
import org.platscore.rules.Period;

/** Reads results.json back: every decimal exactly as it stands, members that it does not know passed over. */
public final class ResultsFile {

    /** The member that tells our files from others. */
    static final String MARK = "platscore_results";

    /** The member that lists the subjects. */
    static final String LIST = "results";

    private final JsonFaults faults;
    private final UnaryOperator<ResultSubject> kept;
    /** Of the subjects; what is wrong above them comes before. */
    private final JsonFaults ofSubjects;

    private final List<Met> met = new ArrayList<>();
    private int elements;

    /** A subject, and where its id and its measures stand. */
    private record Met(ResultSubject subject, int index, Json.Mark id, Json.Mark measures) {}

    private ResultsFile(JsonFaults faults, UnaryOperator<ResultSubject> kept) {
        this.faults = faults;
        this.ofSubjects = faults.others();
        this.kept = kept;
    }

    /** Returns one that only looks for faults. */
    static ResultsFile checking(JsonFaults faults) {
        return new ResultsFile(faults, ResultSubject::withoutReasons);
    }

    /**
     * Reads the results at {@code file}.
     *
     * @param shown the path that findings show
     */
    public static ResultsReading read(Path file, String shown) {
        return read(file, shown, UnaryOperator.identity());
    }

    /**
     * Reads the results at {@code file}, without what says how points, grades and rewards came about.
     *
     * @param shown the path that findings show
     */
    public static ResultsReading readFigures(Path file, String shown) {
        return read(file, shown, ResultSubject::withoutReasons);
    }

    private static ResultsReading read(Path file, String shown, UnaryOperator<ResultSubject> kept) {
        JsonFaults faults = new JsonFaults(shown);
        Results results = null;
        try (InputStream in = Files.newInputStream(file)) {
            ResultsFile reading = new ResultsFile(faults, kept);
            results = reading.results(JsonText.read(in, LIST, reading::subject));
        } catch (IOException e) {
            faults.unreadable(e);
        } catch (JsonText.Damaged e) {
            faults.unreadable(e.mark(), e.what());
        }
        return new ResultsReading(faults.none() ? results : null, faults.findings());
    }

    /** Returns whether a value says that it is a results.json. */
    static boolean claims(Json json) {
        return json instanceof Json.Members && ((Json.Members) json).of().containsKey(MARK);
    }

    /** Takes the next element of the list of subjects. */
    void subject(Json element) {
        JsonFields fields = JsonFields.element(element, LIST, elements, ofSubjects);
        if (fields != null) {
            ResultSubject subject = kept.apply(subject(fields));
            met.add(new Met(subject, elements, fields.mark("id"), fields.mark("measures")));
        }
        elements++;
    }

    /**
     * Returns the results; null where the file is none of ours.
     *
     * @param json the file without its subjects, which were taken before
     */
    @Nullable
    Results results(Json json) {
        return faults.knows(json, MARK, "foreign") ? results(new JsonFields((Json.Members) json, "", faults)) : null;
    }

    private Results results(JsonFields fields) {
        String title = fields.text("title");
        String edition = fields.text("edition");
        Period period = period(fields.object("period"));
        String sha256 = fields.text("rules_sha256");
        fields.objects(LIST);
        faults.addAll(ofSubjects);
        noIdTwice();
        if (faults.none()) {
            sameMeasures();
        }
        JsonFields rewards = fields.object("rewards");
        return new Results(
                title,
                edition,
                period,
                sha256,
                met.stream().map(Met::subject).toList(),
                grades(fields.object("grades")),
                rewards.numberOrNull("budget"),
                rewards.number("allocated"),
                rewards.numberOrNull("unit"),
                titles(fields, "measures"),
                titles(fields, "columns"));
    }

    private static Period period(JsonFields fields) {
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        return new Period(from == null ? LocalDate.EPOCH : from, to == null ? LocalDate.EPOCH : to);
    }

    private void noIdTwice() {
        Set<String> ids = new HashSet<>();
        for (Met each : met) {
            String id = each.subject.id();
            if (!ids.add(Spelling.code(id))) {
                faults.add("duplicate-subject", each.id, "results[" + each.index + "].id", id, id, "id-twice", id);
            }
        }
    }

    /** Tells measures that only some have: a run writes all of everybody, so that one without a value is null. */
    private void sameMeasures() {
        Set<String> names = new LinkedHashSet<>();
        met.forEach(each -> names.addAll(each.subject.measures().keySet()));
        for (Met each : met) {
            for (String name : names) {
                if (!each.subject.measures().containsKey(name)) {
                    String at = "results[" + each.index + "].measures." + name;
                    faults.add("missing-value", each.measures, at, "", each.subject.id(), "no-member", at);
                }
            }
        }
    }

    private static Map<String, Integer> grades(JsonFields fields) {
        return byName(fields, name -> {
            Long count = fields.countOrNull(name);
            return count == null ? 0 : count.intValue();
        });
    }

    /** Returns what is read of each member, by its name, in file order. */
    private static <T extends @Nullable Object> Map<String, T> byName(JsonFields fields, Function<String, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        fields.names().forEach(name -> all.put(name, read.apply(name)));
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, Results.Titled> titles(JsonFields fields, String member) {
        if (!fields.has(member)) {
            return Map.of();
        }
        JsonFields titles = fields.object(member);
        return byName(titles, name -> titled(titles.object(name)));
    }

    private static Results.Titled titled(JsonFields fields) {
        return new Results.Titled(
                fields.text("label"),
                fields.has("unit") ? fields.text("unit") : "",
                fields.has("share") && fields.truth("share"));
    }

    private static ResultSubject subject(JsonFields fields) {
        String id = fields.text("id");
        fields.of(id);
        Long rank = fields.countOrNull("rank");
        return new ResultSubject(
                id,
                fields.text("name"),
                rank == null ? null : Integer.valueOf(rank.intValue()),
                fields.numberOrNull("total"),
                fields.textOrNull("grade"),
                fields.textOrNull("grade_label"),
                veto(fields.objectOrNull("veto")),
                fields.has("decision") ? decision(fields.object("decision")) : null,
                attributes(fields.object("attributes")),
                measures(fields.object("measures")),
                nodes(fields.objects("rubric")),
                nodes(fields.objects("bonuses")),
                nodes(fields.objects("deductions")),
                fields.number("bonus"),
                fields.number("deduction"),
                path(fields.objects("grade_path")),
                reward(fields.object("reward")));
    }

    private static ResultSubject.@Nullable Veto veto(@Nullable JsonFields fields) {
        return fields == null ? null : new ResultSubject.Veto(fields.text("id"), fields.text("label"));
    }

    private static ResultSubject.Decision decision(JsonFields fields) {
        String date = fields.has("date") ? fields.text("date") : "";
        return new ResultSubject.Decision(fields.text("grade"), fields.text("reason"), fields.text("decided_by"), date);
    }

    private static Map<String, @Nullable Object> attributes(JsonFields fields) {
        return byName(fields, fields::value);
    }

    private static Map<String, ResultSubject.Value> measures(JsonFields fields) {
        return byName(fields, name -> figures(fields.object(name)));
    }

    private static ResultSubject.Value figures(JsonFields fields) {
        return new ResultSubject.Value(
                fields.figureIfThere("claimed"),
                fields.figureIfThere("measured"),
                fields.figureIfThere("corrected"),
                fields.figure("used"),
                fields.has("rows") ? fields.countOrNull("rows") : null,
                fields.has("rejected_rows") ? fields.countOrNull("rejected_rows") : null);
    }

    private static List<ResultSubject.Node> nodes(List<JsonFields> nodes) {
        return nodes.stream().map(ResultsFile::node).toList();
    }

    private static ResultSubject.Node node(JsonFields fields) {
        boolean group = fields.has("of");
        return new ResultSubject.Node(
                Alike.of(fields.text("id")),
                Alike.of(fields.text("label")),
                fields.number("weight"),
                fields.numberOrNull("points"),
                group ? null : leaf(fields),
                group ? nodes(fields.objects("of")) : List.of());
    }

    private static ResultSubject.Leaf leaf(JsonFields fields) {
        String measure = fields.textOrNull("measure");
        return new ResultSubject.Leaf(
                measure == null ? null : Alike.of(measure),
                fields.figureIfThere("value"),
                Alike.of(fields.text("method")),
                Alike.of(fields.text("status")),
                fields.text("reason"));
    }

    private static List<ResultSubject.GradeTried> path(List<JsonFields> steps) {
        return steps.stream()
                .map(step -> new ResultSubject.GradeTried(step.text("grade"), step.truth("taken"), step.text("reason")))
                .toList();
    }

    private static ResultSubject.Reward reward(JsonFields fields) {
        JsonFields parts = fields.object("parts");
        return new ResultSubject.Reward(
                fields.number("amount"),
                byName(parts, parts::number),
                fields.number("minus"),
                fields.number("limited"),
                fields.number("scaled"),
                fields.number("rounded"));
    }
}
