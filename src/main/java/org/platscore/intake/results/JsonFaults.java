package org.platscore.intake.results;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.finding.WholeCharacters;
import org.platscore.intake.sheet.FileFault;

/** Collects what is wrong with a JSON file; each fault stops the run. */
final class JsonFaults {

    private static final int LONGEST_VALUE = 60;

    /** The version of the formats that this program writes. */
    private static final BigDecimal VERSION = BigDecimal.ONE;

    private final String file;
    private final String remedy;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Starts without faults.
     *
     * @param file the path that findings show
     */
    JsonFaults(String file) {
        this(file, "results.unreadable-do");
    }

    /**
     * Starts without faults.
     *
     * @param remedy the text that says what to do about a file that is none as a whole
     */
    JsonFaults(String file, String remedy) {
        this.file = file;
        this.remedy = remedy;
    }

    /** Starts without faults, of the same file. */
    JsonFaults others() {
        return new JsonFaults(file, remedy);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Adds all that others hold. */
    void addAll(JsonFaults others) {
        findings.addAll(others.findings);
    }

    boolean none() {
        return findings.isEmpty();
    }

    /**
     * Adds a fault whose message is {@code results.KEY} and whose remedy is {@code results.KEY-do}.
     *
     * @param path the keys that lead to the value, such as {@code results[3].total}
     */
    void add(String code, Json.Mark mark, String path, String value, String subject, String key, Object... args) {
        findings.add(new Finding(
                Severity.STOP,
                code,
                "",
                new Place(file, null, mark.line(), mark.column(), path),
                value,
                subject,
                Message.of("results." + key, args),
                Message.of("results." + key + "-do", args)));
    }

    /**
     * Returns whether a value is a file of ours that this program reads, and adds what keeps it from that.
     *
     * @param mark the member that tells our files from others, whose value is the format's version
     * @param foreign the text under {@code results.} that says that the file is none of ours
     */
    boolean knows(Json json, String mark, String foreign) {
        Json version = json instanceof Json.Members ? ((Json.Members) json).of().get(mark) : null;
        if (version == null) {
            unreadable(json.mark(), Message.of("results." + foreign));
            return false;
        }
        if (version instanceof Json.Number && ((Json.Number) version).number().compareTo(VERSION) == 0) {
            return true;
        }
        unreadable(version.mark(), Message.of("results.other-version", shown(version)));
        return false;
    }

    /** Adds that the system does not let us read the file. */
    void unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            unreadable(Message.of("results.gone"));
        } else {
            FileFault fault = FileFault.io(e);
            unreadable(new Json.Mark(0, 0), fault.text(), fault.action());
        }
    }

    /** Adds that the file as a whole is none. */
    void unreadable(Message what) {
        unreadable(new Json.Mark(0, 0), what);
    }

    void unreadable(Json.Mark mark, Message what) {
        unreadable(mark, what, Message.of(remedy));
    }

    private void unreadable(Json.Mark mark, Message what, Message action) {
        findings.add(new Finding(
                Severity.STOP,
                "unreadable-file",
                "",
                new Place(file, null, mark.line(), mark.column(), ""),
                "",
                "",
                what,
                action));
    }

    /** Returns a value in short, as it stands in the file. */
    static String shown(Json value) {
        if (value instanceof Json.Number) {
            return WholeCharacters.brief(((Json.Number) value).number().toString(), LONGEST_VALUE);
        }
        if (value instanceof Json.Text) {
            return WholeCharacters.brief(((Json.Text) value).text(), LONGEST_VALUE);
        }
        if (value instanceof Json.Truth) {
            return String.valueOf(((Json.Truth) value).truth());
        }
        return value instanceof Json.Null ? "null" : value instanceof Json.Items ? "[…]" : "{…}";
    }
}
