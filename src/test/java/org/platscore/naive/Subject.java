package org.platscore.naive;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One assessed unit with everything that is known of it so far; the stages fill it from top to bottom. */
final class Subject {
    final String id;
    final Map<String, Object> roster;

    /** Accepted rows by input. */
    final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

    /** Values as measured, without corrections and stand-ins; null is missing. */
    final Map<String, Object> measured = new LinkedHashMap<>();

    /** Values after corrections, of measures that have any. */
    final Map<String, Object> corrected = new LinkedHashMap<>();

    /** Values with stand-ins: what counts. */
    final Map<String, Object> used = new LinkedHashMap<>();

    /** Measures whose value is a stand-in of any kind, and those whose stand-in is a statistic. */
    final Set<String> standIns = new HashSet<>();

    final Set<String> statisticStandIns = new HashSet<>();

    /** The first veto that holds, or null. */
    Map<String, Object> veto;

    /** The head of the rubric, its children the top groups; null for a subject that is not assessed. */
    Node head;

    /** Every node of the rubric, bonus and deduction by id, of an unassessed subject too. */
    final Map<String, Node> nodes = new LinkedHashMap<>();

    Fraction bonus = Fraction.ZERO;
    Fraction deduction = Fraction.ZERO;

    /** Null where not assessed. */
    Fraction total;

    int rank;

    /** Null where not assessed or without grades. */
    String grade;

    /** Reward: parts by id, signed changes, and the amount. */
    final Map<String, Fraction> parts = new LinkedHashMap<>();

    Fraction minus = Fraction.ZERO;
    Fraction limited = Fraction.ZERO;
    Fraction scaled = Fraction.ZERO;
    Fraction amount = Fraction.ZERO;

    Subject(String id, Map<String, Object> roster) {
        this.id = id;
        this.roster = roster;
    }

    boolean vetoedWith(String key) {
        return veto != null && veto.containsKey(key);
    }

    /** Whether a veto keeps it out of every group of peers. */
    boolean isNoPeer() {
        return vetoedWith("grade") || vetoedWith("out");
    }

    boolean isAssessed() {
        return total != null;
    }

    /** The number that counts, or null. */
    Fraction number(String measure) {
        return (Fraction) used.get(measure);
    }

    /** Points of an indicator, group, bonus or deduction; 0 where it is excluded, null where there is no such id. */
    Fraction points(String id) {
        Node node = nodes.get(id);
        return node == null ? null : node.points == null ? Fraction.ZERO : node.points;
    }
}
