package org.platscore.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects findings. One collector belongs to one thread; those of several files are merged in file order. */
public final class Findings {

    private final List<Finding> list = new ArrayList<>();

    /** Adds one finding. */
    public void add(Finding finding) {
        list.add(finding);
    }

    /** Adds findings collected elsewhere. */
    public void addAll(Collection<Finding> findings) {
        list.addAll(findings);
    }

    /** Returns whether a finding stops the run. */
    public boolean stops() {
        return count(Severity.STOP) > 0;
    }

    /** Returns how many findings have this severity, with those that are not listed. */
    public long count(Severity severity) {
        return Finding.count(list, severity);
    }

    /** Returns the findings in the order they were met. */
    public List<Finding> met() {
        return List.copyOf(list);
    }

    /** Returns the findings in the order of findings.csv. */
    public List<Finding> sorted() {
        return list.stream().sorted(Finding.ORDER).toList();
    }
}
