package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;

/** Each key of the language has a faulty file that misuses it, and what is told points at that key or its value. */
class MisuseTest {

    private static final Path FOLDER = Path.of("src/test/resources/rules/faulty");

    @Test
    void everyKeyHasAFaultyFile() throws IOException {
        Set<String> left = new TreeSet<>(
                LanguageKeys.all().stream().map(LanguageKeys.Key::toString).toList());
        for (String name : FaultyRulesTest.names()) {
            RulesReading reading = RulesFile.read(FOLDER.resolve(name));
            Node.Mapping top = Yaml.read(SourceText.of(Files.readAllBytes(FOLDER.resolve(name))), new Diagnostics());
            if (top == null) {
                continue;
            }
            List<Mark> marks = reading.diagnostics().stream()
                    .filter(each -> !each.code().equals("R027"))
                    .map(Diagnostic::mark)
                    .collect(Collectors.toList());
            LanguageKeys.walk(top, (key, entry) -> {
                if (left.contains(key.toString()) && marks.stream().anyMatch(mark -> at(mark, entry))) {
                    left.remove(key.toString());
                }
            });
        }
        assertThat(left).isEmpty();
    }

    /** Returns whether a mark stands at a key or in its value. */
    private static boolean at(Mark mark, Node.Entry entry) {
        return mark.equals(entry.key().mark()) || at(mark, entry.value());
    }

    private static boolean at(Mark mark, Node value) {
        if (value instanceof Node.Items) {
            return mark.equals(value.mark())
                    || ((Node.Items) value).items().stream().anyMatch(item -> at(mark, item));
        }
        if (value instanceof Node.Mapping) {
            return mark.equals(value.mark())
                    || ((Node.Mapping) value).entries().stream().anyMatch(entry -> at(mark, entry));
        }
        Mark of = value.mark();
        return mark.line() == of.line()
                && mark.column() >= of.column()
                && mark.column() < of.column() + Math.max(1, of.length());
    }
}
