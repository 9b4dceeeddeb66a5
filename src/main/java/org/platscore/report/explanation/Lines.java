package org.platscore.report.explanation;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;

/** Lines of text, set in by two blanks a level. */
final class Lines {

    private final List<String> lines = new ArrayList<>();
    private final Lang lang;

    Lines(Lang lang) {
        this.lang = lang;
    }

    /** Adds a line whose text is {@code analysis.text.KEY}. */
    void add(int level, String key, Object... args) {
        lines.add("  ".repeat(level) + say(key, args).in(lang));
    }

    /** Adds an empty line. */
    void gap() {
        lines.add("");
    }

    static Message say(String key, Object... args) {
        return Message.of("analysis.text." + key, args);
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
