package org.platscore.rules;

import java.time.LocalDate;

/** The assessed days, both ends included. */
public record Period(LocalDate from, LocalDate to) {

    /** Returns whether the day belongs to the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
