package org.platscore.analysis.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.results.ResultSubject;
import org.platscore.intake.results.Results;
import org.platscore.intake.results.RunManifest;

/**
 * Two results side by side.
 *
 * @param changes in the order of the later results, then those that are gone in the order of the earlier ones
 */
public record Comparison(Results before, Results after, List<SubjectChange> changes) {

    /**
     * Compares two results. A subject is found again by its id in any case, one whose id is nowhere in the other results by its
     * name, where only one has that.
     *
     * @param data what is known of the data that they come from
     */
    public static Comparison of(Results before, Results after, RunManifest.Data data) {
        boolean otherRules = !before.rulesSha256().equals(after.rulesSha256());
        Map<String, ResultSubject> twins = twins(before, after);
        Set<ResultSubject> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<SubjectChange> changes = new ArrayList<>();
        Set<String> differing = new HashSet<>();
        for (ResultSubject now : after.subjects()) {
            if (differs(twins.get(now.id()), now)) {
                differing.add(now.id());
            }
        }
        Set<String> moved = movedByOthers(after, twins, differing);
        int moving = differing.size() + before.subjects().size() - twins.size();
        for (ResultSubject now : after.subjects()) {
            ResultSubject then = twins.get(now.id());
            if (then == null) {
                changes.add(new SubjectChange(null, now, List.of(), List.of(), List.of(), Set.of()));
            } else {
                found.add(then);
                boolean othersDiffer = moving > (differing.contains(now.id()) ? 1 : 0);
                changes.add(Tracing.of(then, now, otherRules, data, othersDiffer, moved));
            }
        }
        for (ResultSubject then : before.subjects()) {
            if (!found.contains(then)) {
                changes.add(new SubjectChange(then, null, List.of(), List.of(), List.of(), Set.of()));
            }
        }
        return new Comparison(before, after, List.copyOf(changes));
    }

    /** Returns the indicators under which somebody of whom nothing is another, the weight neither, has other points. */
    private static Set<String> movedByOthers(Results after, Map<String, ResultSubject> twins, Set<String> differing) {
        Set<String> moved = new HashSet<>();
        for (ResultSubject now : after.subjects()) {
            ResultSubject then = differing.contains(now.id()) ? null : twins.get(now.id());
            if (then != null) {
                Map<String, ResultSubject.Node> before = new HashMap<>();
                then.nodes().forEach(node -> before.put(node.id(), node));
                for (ResultSubject.Node node : now.nodes()) {
                    ResultSubject.Node old = before.get(node.id());
                    if (node.leaf() != null
                            && old != null
                            && old.weight().equals(node.weight())
                            && !Objects.equals(old.points(), node.points())) {
                        moved.add(node.id());
                    }
                }
            }
        }
        return moved;
    }

    /** Returns whether a subject is new, or has other data, corrections or another decision. */
    private static boolean differs(@Nullable ResultSubject then, ResultSubject now) {
        return then == null
                || !then.measures().equals(now.measures())
                || !then.attributes().equals(now.attributes())
                || !Objects.equals(then.decision(), now.decision());
    }

    /** Returns whether the two follow other rules. */
    public boolean otherRules() {
        return !before.rulesSha256().equals(after.rulesSha256());
    }

    /** Returns what a measure is called, as the later results say, else the earlier; its name alone where neither does. */
    public Results.Titled measure(String name) {
        return titled(name, before.measures(), after.measures());
    }

    /** Returns what a roster column is called, as {@link #measure} tells measures. */
    public Results.Titled column(String name) {
        return titled(name, before.columns(), after.columns());
    }

    private static Results.Titled titled(
            String name, Map<String, Results.Titled> before, Map<String, Results.Titled> after) {
        return after.getOrDefault(name, before.getOrDefault(name, new Results.Titled(name, "", false)));
    }

    /** Returns how many subjects stand so. */
    public int count(SubjectChange.Status status) {
        return (int) changes.stream().filter(each -> each.status() == status).count();
    }

    /** Returns whether any subject changed, is new or gone; other rules that change nothing are no difference. */
    public boolean different() {
        return count(SubjectChange.Status.SAME) < changes.size();
    }

    /** Returns the earlier subject of each later id. */
    private static Map<String, ResultSubject> twins(Results before, Results after) {
        Map<String, ResultSubject> then = new HashMap<>();
        before.subjects().forEach(each -> then.put(Spelling.code(each.id()), each));
        Map<String, ResultSubject> twins = new HashMap<>();
        Set<String> now = new HashSet<>();
        after.subjects().forEach(each -> now.add(Spelling.code(each.id())));
        Map<String, @Nullable ResultSubject> byName = new HashMap<>();
        for (ResultSubject each : before.subjects()) {
            if (!now.contains(Spelling.code(each.id()))) {
                String name = Spelling.dense(each.name());
                byName.put(name, byName.containsKey(name) ? null : each);
            }
        }
        Set<String> taken = new HashSet<>();
        for (ResultSubject each : after.subjects()) {
            ResultSubject twin = then.get(Spelling.code(each.id()));
            String name = Spelling.dense(each.name());
            if (twin == null && taken.add(name)) {
                twin = byName.get(name);
            }
            if (twin != null) {
                twins.put(each.id(), twin);
            }
        }
        return twins;
    }
}
