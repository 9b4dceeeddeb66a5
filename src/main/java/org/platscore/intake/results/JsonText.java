package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.WholeCharacters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON (RFC 8259, UTF-8, a byte order mark is fine): exactly, with places, within bounds. */
final class JsonText {

    private static final int DEEPEST = 300;
    /** Of a number, written out: exact results of long computations have many digits, but none so many. */
    private static final int MOST_DIGITS = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(MOST_DIGITS)
                    .build())
            .build();

    private final JsonParser parser;
    private final String member;
    private final Consumer<Json> each;

    private JsonText(JsonParser parser, String member, Consumer<Json> each) {
        this.parser = parser;
        this.member = member;
        this.each = each;
    }

    /** A text is no JSON; says where and why. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Json.Mark mark;
        private final transient Message what;

        Damaged(Json.Mark mark, Message what) {
            super(what.key());
            this.mark = mark;
            this.what = what;
        }

        Json.Mark mark() {
            return mark;
        }

        Message what() {
            return what;
        }
    }

    /** Returns the one value that the bytes hold. */
    static Json read(InputStream in) throws Damaged, IOException {
        return read(in, "", element -> {});
    }

    /**
     * Returns the one value that the bytes hold, without the elements of an array that a member of it is: they may be too many to
     * be held.
     *
     * @param each takes these elements, one after the other
     */
    static Json read(InputStream in, String member, Consumer<Json> each) throws Damaged, IOException {
        try (Utf8Reader text = new Utf8Reader(in);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonText reading = new JsonText(parser, member, each);
            try {
                return reading.whole();
            } catch (JacksonException e) {
                if (e.getCause() instanceof CharacterCodingException) {
                    throw new Damaged(text.mark(), Message.of("results.bad-bytes"));
                }
                if (e.getCause() instanceof IOException broken) {
                    throw broken;
                }
                Json.Mark mark = mark(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
                throw new Damaged(mark, Message.of("results.no-json", mark.line(), mark.column()));
            }
        }
    }

    private Json whole() throws Damaged {
        if (parser.nextToken() == null) {
            throw new Damaged(new Json.Mark(1, 1), Message.of("results.empty"));
        }
        Json value = parser.currentToken() == JsonToken.START_OBJECT ? members(mark(), true) : value();
        if (parser.nextToken() != null) {
            throw new Damaged(mark(), Message.of("results.more-text"));
        }
        return value;
    }

    private Json value() throws Damaged {
        JsonToken token = parser.currentToken();
        Json.Mark mark = mark();
        return switch (token) {
            case START_OBJECT -> members(mark, false);
            case START_ARRAY -> items(mark);
            case VALUE_STRING -> new Json.Text(mark, WholeCharacters.of(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(mark, number(mark));
            case VALUE_TRUE -> new Json.Truth(mark, true);
            case VALUE_FALSE -> new Json.Truth(mark, false);
            case VALUE_NULL -> new Json.Null(mark);
            default -> throw new IllegalStateException("not the start of a value: " + token);
        };
    }

    private Json members(Json.Mark mark, boolean top) throws Damaged {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = WholeCharacters.of(parser.currentName());
            boolean list = parser.nextToken() == JsonToken.START_ARRAY && top && name.equals(member);
            members.put(name, list ? each() : value());
        }
        return new Json.Members(mark, Collections.unmodifiableMap(members));
    }

    /** Hands the elements of an array on; returns it without them. */
    private Json each() throws Damaged {
        Json.Items none = new Json.Items(mark(), List.of());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            each.accept(value());
        }
        return none;
    }

    private Json items(Json.Mark mark) throws Damaged {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Items(mark, List.copyOf(items));
    }

    private BigDecimal number(Json.Mark mark) throws Damaged {
        BigDecimal number = decimal(parser.getString());
        if (number == null || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new Damaged(mark, Message.of("results.long-number"));
        }
        return number;
    }

    /** Returns a number; null where no decimal has so large an exponent. */
    private static @Nullable BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Json.Mark mark() {
        return mark(parser.currentTokenLocation());
    }

    private static Json.Mark mark(TokenStreamLocation location) {
        return new Json.Mark(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
