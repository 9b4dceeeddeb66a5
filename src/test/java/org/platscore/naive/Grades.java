package org.platscore.naive;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Order, ranks and grades of section 5. */
final class Grades {
    private final List<Map<String, Object>> grades;
    private final List<Object> ties;
    private final List<Subject> ordered;
    private final List<Subject> assessed;

    Grades(Map<String, Object> rules, List<Subject> subjects) {
        this.grades = PlainYaml.maps(rules.get("grades"));
        this.ties = PlainYaml.oneOrMore(rules.get("ties"));
        this.ordered = new ArrayList<>(subjects);
        ordered.sort(Comparator.comparing((Subject subject) -> !subject.isAssessed())
                .thenComparing(subject -> subject.isAssessed() && subject.vetoedWith("grade"))
                .thenComparing(this::byTotalAndTies)
                .thenComparing(subject -> subject.id));
        this.assessed = ordered.stream().filter(Subject::isAssessed).toList();
    }

    /** Ranks and grades the subjects; gives them in order. */
    List<Subject> grade() {
        for (int i = 0; i < assessed.size(); i++) {
            boolean shares = i > 0 && isLevel(assessed.get(i), assessed.get(i - 1));
            assessed.get(i).rank = shares ? assessed.get(i - 1).rank : i + 1;
        }
        for (Map<String, Object> grade : grades) {
            fill(grade);
        }
        for (Subject subject : assessed) {
            if (subject.vetoedWith("grade")) {
                subject.grade = subject.veto.get("grade").toString();
            }
        }
        return ordered;
    }

    private boolean isLevel(Subject one, Subject other) {
        return one.vetoedWith("grade") == other.vetoedWith("grade") && byTotalAndTies(one, other) == 0;
    }

    private int byTotalAndTies(Subject one, Subject other) {
        if (!one.isAssessed() || !other.isAssessed()) {
            return 0;
        }
        int order = other.total.compareTo(one.total);
        for (Object tie : ties) {
            if (order == 0) {
                boolean lowerFirst = tie.toString().startsWith("-");
                String name = lowerFirst ? tie.toString().substring(1) : tie.toString();
                Fraction first = value(one, name);
                Fraction second = value(other, name);
                if (first == null || second == null) {
                    order = Boolean.compare(first == null, second == null);
                } else {
                    order = lowerFirst ? first.compareTo(second) : second.compareTo(first);
                }
            }
        }
        return order;
    }

    private static Fraction value(Subject subject, String name) {
        Fraction points = subject.points(name);
        return points == null ? subject.number(name) : points;
    }

    private void fill(Map<String, Object> grade) {
        Map<Object, Fraction> room = new LinkedHashMap<>();
        Set<Object> closed = new HashSet<>();
        for (int rank = 1; rank <= assessed.size(); rank++) {
            Map<Object, List<Subject>> candidates = new LinkedHashMap<>();
            for (Subject subject : assessed) {
                if (subject.rank == rank && subject.grade == null && fulfils(subject, grade)) {
                    candidates
                            .computeIfAbsent(place(subject, grade), where -> new ArrayList<>())
                            .add(subject);
                }
            }
            candidates.forEach((where, these) -> {
                Fraction left = room.computeIfAbsent(where, any -> room(grade, where));
                if (!closed.contains(where) && Fraction.of(these.size()).compareTo(left) <= 0) {
                    these.forEach(subject -> subject.grade = grade.get("id").toString());
                    room.put(where, left.minus(Fraction.of(these.size())));
                } else {
                    closed.add(where);
                }
            });
        }
    }

    /** Whether a subject meets all conditions of a grade but its room. */
    private boolean fulfils(Subject subject, Map<String, Object> grade) {
        return !subject.vetoedWith("grade")
                && !isBetterThanAllowed(subject, grade)
                && (!grade.containsKey("min") || subject.total.compareTo(PlainYaml.number(grade.get("min"))) >= 0)
                && (!grade.containsKey("top")
                        || Fraction.of(subject.rank).compareTo(places(grade.get("top"), assessed.size())) <= 0)
                && (!grade.containsKey("requires")
                        || Formula.holds(grade.get("requires").toString(), name -> {
                            if (name.equals("total")) {
                                return subject.total;
                            }
                            Fraction points = subject.points(name);
                            return points == null ? subject.used.get(name) : points;
                        }));
    }

    private boolean isBetterThanAllowed(Subject subject, Map<String, Object> grade) {
        if (!subject.vetoedWith("at_best")) {
            return false;
        }
        List<Object> ids = grades.stream().map(each -> each.get("id")).toList();
        return ids.indexOf(grade.get("id")) < ids.indexOf(subject.veto.get("at_best"));
    }

    private static Object place(Subject subject, Map<String, Object> grade) {
        return grade.containsKey("within")
                ? subject.roster.get(grade.get("within").toString())
                : "everywhere";
    }

    private Fraction room(Map<String, Object> grade, Object where) {
        long field = assessed.stream()
                .filter(subject -> place(subject, grade).equals(where))
                .count();
        return grade.containsKey("at_most") ? places(grade.get("at_most"), field) : Fraction.of(field);
    }

    /** A number, or a share of a field, as whole places. */
    private static Fraction places(Object bound, long field) {
        Map<String, Object> spec = PlainYaml.map(bound);
        Object share = spec.getOrDefault("share", bound);
        Fraction places = PlainYaml.number(share);
        if (spec.containsKey("share") || share.toString().contains("%")) {
            places = places.times(Fraction.of(field));
        }
        String round = spec.getOrDefault("round", "down").toString().toUpperCase(Locale.ROOT);
        places = places.rounded(0, round.equals("NEAREST") ? RoundingMode.HALF_UP : RoundingMode.valueOf(round));
        return places.atLeast(PlainYaml.number(spec.get("at_least"), Fraction.ZERO));
    }
}
