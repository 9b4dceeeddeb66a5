package org.platscore.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.platscore.finding.Lang;
import org.platscore.finding.Texts;

/** The JSON Schema (2020-12) of the rules file: what an editor completes, explains and checks while one writes. */
public final class RulesSchema {

    /** A text in place of which the bundle's stands. */
    private static final Pattern TEXT = Pattern.compile("\"@(schema\\.[a-z_.-]+)\"");

    private RulesSchema() {}

    /** Returns the schema as JSON, its titles and descriptions in this language, with a line break at the end. */
    public static String json(Lang lang) {
        Matcher texts = TEXT.matcher(template());
        return texts.replaceAll(
                found -> Matcher.quoteReplacement('"' + escaped(Texts.say(found.group(1), lang)) + '"'));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String template() {
        try (InputStream in = RulesSchema.class.getResourceAsStream("/org/platscore/rules/schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no schema");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
