package org.platscore.finding;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about the input.
 *
 * @param severity how much it weighs
 * @param code a public code (findings.md) or a check's id
 * @param input the name of the input in the rules; empty where none is meant
 * @param place where it stands; null where no file is meant
 * @param value the value met, as it stands in the file; empty where there is none
 * @param subject id of the subject, where it is known; else empty
 * @param bare what is wrong, of this one alone
 * @param action what to do
 * @param more how many more there are like it, in its column and of its subject, that are not listed one by one
 */
public record Finding(
        Severity severity,
        String code,
        String input,
        @Nullable Place place,
        String value,
        String subject,
        Message bare,
        Message action,
        long more) {

    /** Makes a finding that stands for itself alone. */
    public Finding(
            Severity severity,
            String code,
            String input,
            @Nullable Place place,
            String value,
            String subject,
            Message message,
            Message action) {
        this(severity, code, input, place, value, subject, message, action, 0);
    }

    /** The order of findings.csv: file, sheet, row, column, code; then severity, value and subject, so that no order is left to chance. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparing(Finding::sheet)
            .thenComparingInt(finding -> finding.place == null ? 0 : finding.place.row())
            .thenComparing(Finding::header)
            .thenComparing(Finding::code)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::value)
            .thenComparing(finding -> finding.bare.in(Lang.ZH));

    /** Returns the same, as the one that is listed of more like it. */
    public Finding standingFor(long others) {
        return new Finding(severity, code, input, place, value, subject, bare, action, others);
    }

    /** Returns how many findings there are, with those that it stands for. */
    public static long count(Collection<Finding> findings) {
        return findings.size() + findings.stream().mapToLong(Finding::more).sum();
    }

    /** Returns how many findings of a severity there are, with those that they stand for. */
    public static long count(Collection<Finding> findings, Severity severity) {
        return count(findings.stream().filter(each -> each.severity == severity).toList());
    }

    /** Returns what is wrong, and how many more there are like it. */
    public Message message() {
        return more == 0
                ? bare
                : Message.of(subject.isEmpty() ? "intake.more-alike" : "intake.more-alike-own", bare, more);
    }

    /** Returns whether it puts a row out. */
    public boolean putsOut() {
        return severity == Severity.REJECT || severity == Severity.STOP;
    }

    /** Returns the file's path, or an empty text. */
    public String file() {
        return place == null ? "" : place.file();
    }

    /** Returns the sheet's name, or an empty text. */
    public String sheet() {
        return place == null || place.sheet() == null ? "" : place.sheet();
    }

    /** Returns the column's head or the field's label, or an empty text. */
    public String header() {
        return place == null ? "" : place.header();
    }
}
