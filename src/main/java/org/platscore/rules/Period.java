package org.platscore.rules;

import java.time.LocalDate;

/** The assessed days, both ends included. */
public record Period(LocalDate from, LocalDate to) {}
