package org.platscore.intake.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;

/**
 * The members of one object, taken by name and type. A member that is not there or of another type is a fault, told with its
 * place; what is returned in its stead only lets the reading go on. Members that nobody asks for are passed over, since later
 * versions may add some.
 */
final class JsonFields {

    private final Json.Mark mark;
    private final Map<String, Json> members;
    private final String path;
    private final JsonFaults faults;
    private String subject = "";

    JsonFields(Json.Members object, String path, JsonFaults faults) {
        this.mark = object.mark();
        this.members = object.of();
        this.path = path;
        this.faults = faults;
    }

    /** Names the subject that faults are told of. */
    void of(String id) {
        subject = id;
    }

    boolean has(String name) {
        Json value = members.get(name);
        return value != null && !(value instanceof Json.Null);
    }

    /** Returns the place of a member; that of the object where there is none. */
    Json.Mark mark(String name) {
        Json value = members.get(name);
        return value == null ? mark : value.mark();
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null && isNull(name)) {
            wrong(name, "wants-text");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String textOrNull(String name) {
        Json value = member(name);
        if (value instanceof Json.Text) {
            return ((Json.Text) value).text();
        }
        if (value != null && !(value instanceof Json.Null)) {
            wrong(name, "wants-text");
        }
        return null;
    }

    BigFraction number(String name) {
        BigFraction number = numberOrNull(name);
        if (number == null && isNull(name)) {
            wrong(name, "wants-number");
        }
        return number == null ? BigFraction.ZERO : number;
    }

    @Nullable
    BigFraction numberOrNull(String name) {
        Json value = member(name);
        if (value instanceof Json.Number) {
            return Exact.of(((Json.Number) value).number());
        }
        if (value != null && !(value instanceof Json.Null)) {
            wrong(name, "wants-number");
        }
        return null;
    }

    /** Returns a whole number from 0 on; null for null. */
    @Nullable
    Long countOrNull(String name) {
        Json value = member(name);
        if (value == null || value instanceof Json.Null) {
            return null;
        }
        BigDecimal number = value instanceof Json.Number ? ((Json.Number) value).number() : BigDecimal.ONE.negate();
        if (number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            wrong(name, "wants-count");
            return null;
        }
        return number.longValueExact();
    }

    boolean truth(String name) {
        Json value = member(name);
        if (value != null && !(value instanceof Json.Truth)) {
            wrong(name, "wants-truth");
        }
        return value instanceof Json.Truth && ((Json.Truth) value).truth();
    }

    @Nullable
    LocalDate date(String name) {
        String text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (members.get(name) instanceof Json.Text) {
                wrong(name, "wants-date");
            }
            return null;
        }
    }

    /** Returns a value of the data: a number, a text, a truth, or null; a member that is not there is null too. */
    @Nullable
    Object value(String name) {
        Json value = members.get(name);
        return value instanceof Json.Truth ? ((Json.Truth) value).truth() : plain(name, value, "wants-value");
    }

    /** Returns a figure: a number, an endless fraction as it was before it was written; a category; or null. */
    @Nullable
    Object figure(String name) {
        return plain(name, member(name), "wants-figure");
    }

    /** Returns a figure; null also where there is no such member. */
    @Nullable
    Object figureIfThere(String name) {
        return plain(name, members.get(name), "wants-figure");
    }

    private @Nullable Object plain(String name, @Nullable Json value, String key) {
        if (value instanceof Json.Number) {
            return Exact.written(((Json.Number) value).number());
        }
        if (value instanceof Json.Text) {
            return ((Json.Text) value).text();
        }
        if (value != null && !(value instanceof Json.Null)) {
            wrong(name, key);
        }
        return null;
    }

    /** Returns the members of an object; where there is none, with a fault, an empty one whose own faults nobody hears. */
    JsonFields object(String name) {
        JsonFields object = objectOrNull(name);
        if (object != null) {
            return object;
        }
        if (isNull(name)) {
            wrong(name, "wants-object");
        }
        return new JsonFields(new Json.Members(mark, Map.of()), at(name), new JsonFaults(""));
    }

    /** Returns the members of an object; null for null. */
    @Nullable
    JsonFields objectOrNull(String name) {
        Json value = member(name);
        if (value instanceof Json.Members) {
            JsonFields fields = new JsonFields((Json.Members) value, at(name), faults);
            fields.of(subject);
            return fields;
        }
        if (value != null && !(value instanceof Json.Null)) {
            wrong(name, "wants-object");
        }
        return null;
    }

    /** Returns the names of all members, in file order. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Returns the objects of an array. */
    List<JsonFields> objects(String name) {
        Json value = member(name);
        if (value instanceof Json.Items) {
            List<JsonFields> objects = objects((Json.Items) value, at(name), faults);
            objects.forEach(each -> each.of(subject));
            return objects;
        }
        if (value != null) {
            wrong(name, "wants-list");
        }
        return List.of();
    }

    /** Returns the objects of an array; anything else among them is a fault. */
    private static List<JsonFields> objects(Json.Items items, String path, JsonFaults faults) {
        List<JsonFields> objects = new ArrayList<>();
        for (int i = 0; i < items.of().size(); i++) {
            JsonFields object = element(items.of().get(i), path, i, faults);
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** Returns an element of an array, which is to be an object; null, and a fault, where it is none. */
    static @Nullable JsonFields element(Json item, String path, int index, JsonFaults faults) {
        String at = path + "[" + index + "]";
        if (item instanceof Json.Members) {
            return new JsonFields((Json.Members) item, at, faults);
        }
        faults.add("bad-value", item.mark(), at, JsonFaults.shown(item), "", "wants-object", at);
        return null;
    }

    void wrong(String name, String key) {
        wrong(name, key, at(name));
    }

    /** Tells that a member is wrong; {@code told} is what the sentence names. */
    void wrong(String name, String key, String told) {
        Json value = members.get(name);
        if (value != null) {
            faults.add("bad-value", value.mark(), at(name), JsonFaults.shown(value), subject, key, told);
        }
    }

    private boolean isNull(String name) {
        return members.get(name) instanceof Json.Null;
    }

    private @Nullable Json member(String name) {
        Json value = members.get(name);
        if (value == null) {
            faults.add("missing-value", mark, at(name), "", subject, "no-member", at(name));
        }
        return value;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
