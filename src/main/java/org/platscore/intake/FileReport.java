package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileNote;

/** What one input's reading of one file has to say. */
final class FileReport {

    private static final int LONGEST_VALUE = 200;

    private final String input;
    private final String path;
    private final List<Finding> findings = new ArrayList<>();
    long rows;
    long accepted;
    long rejected;
    long passedOver;

    FileReport(String input, String path) {
        this.input = input;
        this.path = path;
    }

    String input() {
        return input;
    }

    String path() {
        return path;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(
            Severity severity,
            String code,
            @Nullable Place place,
            String value,
            String subject,
            Message message,
            Message action) {
        findings.add(new Finding(severity, code, input, place, brief(value), subject, message, action));
    }

    /** Adds a finding whose message is {@code intake.KEY} and whose remedy is {@code intake.KEY-do}. */
    void add(Severity severity, String code, Place place, String value, String key, Object... args) {
        add(
                severity,
                code,
                place,
                value,
                "",
                Message.of("intake." + key, args),
                Message.of("intake." + key + "-do", args));
    }

    void add(FileFault fault) {
        Place place = new Place(path, fault.sheet(), fault.line(), 0, "");
        add(Severity.STOP, fault.code(), place, "", "", fault.text(), fault.action());
    }

    void add(FileNote note) {
        add(note.severity(), note.code(), Place.file(path), "", "", note.message(), note.action());
    }

    FileRead read(@Nullable String sha256, long size) {
        return new FileRead(input, path, sha256, size, rows, accepted, rejected, passedOver);
    }

    private static String brief(String value) {
        String line = value.replace('\n', ' ').replace('\r', ' ').strip();
        return line.codePointCount(0, line.length()) <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
