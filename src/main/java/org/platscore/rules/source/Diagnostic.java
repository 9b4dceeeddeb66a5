package org.platscore.rules.source;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/**
 * One fault of a rules file.
 *
 * @param code a public code, {@code R001} …
 * @param mark where it is
 * @param message what is wrong, with the value met
 * @param fix what to do
 * @param other a second place that conflicts with this one; null where there is none
 * @param warning true for what is odd but not refused
 */
public record Diagnostic(
        String code,
        Mark mark,
        Message message,
        Message fix,
        @Nullable Mark other,
        boolean warning) {}
