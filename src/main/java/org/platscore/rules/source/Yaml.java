package org.platscore.rules.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads the part of YAML 1.2 that rules are written in: mappings, lists and texts. The parser hands over one event after the
 * other, so that no depth of nesting can exhaust the stack before it is refused.
 */
public final class Yaml {

    /** Deeper nesting is refused. */
    public static final int MOST_DEPTH = 64;

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final Iterator<Event> events;

    /** Whether the value of a merge key is being read: its alias is no second fault. */
    private boolean merging;

    private Yaml(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.events = new Parse(LoadSettings.builder()
                        .setUseMarks(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .parseString(source.parsed())
                .iterator();
    }

    /**
     * Returns the file's top mapping; null, with its errors, if there is none. A syntax error is told alone: what stands after
     * it cannot be trusted, and what stands before it may be a consequence.
     */
    public static Node.@Nullable Mapping read(SourceText source, Diagnostics diagnostics) {
        if (!source.readable()) {
            source.faults().forEach(diagnostics::add);
            return null;
        }
        Diagnostics found = new Diagnostics();
        source.faults().forEach(found::add);
        try {
            Node.Mapping top = new Yaml(source, found).document();
            diagnostics.addAll(found);
            return top;
        } catch (TooDeep e) {
            diagnostics.error(
                    "R002",
                    e.mark,
                    Message.of("rules.too-deep", MOST_DEPTH),
                    Message.of("rules.fix.too-deep", MOST_DEPTH));
            return null;
        } catch (MarkedYamlEngineException e) {
            if (source.faults().isEmpty()) {
                diagnostics.add(SyntaxWords.of(e, source));
            } else {
                source.faults().forEach(diagnostics::add);
            }
            return null;
        }
    }

    private Node.@Nullable Mapping document() {
        Node top = null;
        Mark second = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (top != null && second == null) {
                    second = mark(event);
                }
                Node node = node(events.next(), 0);
                top = top == null ? node : top;
            }
        }
        if (second != null) {
            diagnostics.error(
                    "R002", second, Message.of("rules.several-documents"), Message.of("rules.fix.several-documents"));
        }
        if (top == null
                || top instanceof Node.Scalar && ((Node.Scalar) top).text().isBlank()) {
            diagnostics.error("R001", new Mark(1, 1, 1), Message.of("rules.empty-file"), Message.of("rules.fix.top"));
            return null;
        }
        if (!(top instanceof Node.Mapping)) {
            diagnostics.error("R006", top.mark(), Message.of("rules.top-no-mapping"), Message.of("rules.fix.top"));
            return null;
        }
        return (Node.Mapping) top;
    }

    private Node node(Event event, int depth) {
        Mark mark = mark(event);
        if (event instanceof AliasEvent && merging) {
            return new Node.Scalar("", true, mark);
        }
        if (event instanceof AliasEvent) {
            refuse(mark, "alias", "*" + ((AliasEvent) event).getAlias().getValue());
            return new Node.Scalar("", true, mark);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> refuse(mark.part(0, 1), "anchor", "&" + name.getValue()));
        if (event instanceof ScalarEvent) {
            ScalarEvent scalar = (ScalarEvent) event;
            scalar.getTag().ifPresent(tag -> refuse(mark, "tag", written(tag)));
            Node.Scalar node = new Node.Scalar(scalar.getValue(), !scalar.isPlain(), content(scalar, mark));
            WideSigns.around(node, diagnostics);
            printable(node);
            return node;
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        start.getTag().ifPresent(tag -> refuse(mark, "tag", written(tag)));
        if (depth >= MOST_DEPTH) {
            throw new TooDeep(mark);
        }
        return event instanceof MappingStartEvent ? mapping(start, mark, depth) : items(start, mark, depth);
    }

    /** Tells a character that an escape in quotes brings in, though no file of rules may hold it as it stands. */
    private void printable(Node.Scalar node) {
        if (!node.quoted()) {
            return;
        }
        node.text()
                .codePoints()
                .filter(c -> c != '\n' && c != '\r' && !SourceText.printable(c))
                .findFirst()
                .ifPresent(c -> diagnostics.error(
                        "R001",
                        node.mark(),
                        Message.of("rules.odd-escape", String.format(Locale.ROOT, "U+%04X", c)),
                        Message.of("rules.fix.odd-escape")));
    }

    private Node items(CollectionStartEvent start, Mark mark, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        for (; !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        if (start.isFlow()) {
            WideSigns.inList(items, diagnostics);
        }
        return new Node.Items(List.copyOf(items), whole(start, event, mark));
    }

    /** A list or mapping in brackets is marked up to its end, one in block form where it starts. */
    private Mark whole(CollectionStartEvent start, Event end, Mark mark) {
        return start.isFlow() ? source.mark(start.getStartMark(), end.getEndMark()) : mark;
    }

    private Node mapping(CollectionStartEvent start, Mark mark, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Mark> known = new HashMap<>();
        boolean doubled = false;
        Event event = events.next();
        for (; !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event, depth + 1);
            merging = key instanceof Node.Scalar && merge((Node.Scalar) key);
            Node value = node(events.next(), depth + 1);
            merging = false;
            if (!(key instanceof Node.Scalar)) {
                diagnostics.error("R006", key.mark(), Message.of("rules.odd-key"), Message.of("rules.fix.odd-key"));
                continue;
            }
            String text = ((Node.Scalar) key).text();
            if (merge((Node.Scalar) key)) {
                refuse(key.mark(), "merge", text);
                continue;
            }
            if (text.isBlank()) {
                diagnostics.error("R006", key.mark(), Message.of("rules.no-key"), Message.of("rules.fix.odd-key"));
                continue;
            }
            Mark first = known.putIfAbsent(text, key.mark());
            if (first != null) {
                doubled = true;
                diagnostics.error(
                        "R003",
                        key.mark(),
                        Message.of("rules.key-twice", text),
                        Message.of("rules.fix.key-twice", first.line()),
                        first);
                continue;
            }
            entries.add(new Node.Entry((Node.Scalar) key, value));
        }
        Mark whole = whole(start, event, mark);
        Node.Mapping read =
                new Node.Mapping(List.copyOf(entries), entries.isEmpty() ? whole : shown(whole, entries.get(0)));
        if (doubled) {
            diagnostics.doubled(read.mark());
        }
        return read;
    }

    private static boolean merge(Node.Scalar key) {
        return key.text().equals("<<") && !key.quoted();
    }

    /** A mapping in block form starts with its first key, which is what a reader looks for. */
    private static Mark shown(Mark mapping, Node.Entry first) {
        Mark key = first.key().mark();
        return mapping.compareTo(key) == 0 ? key : mapping;
    }

    private void refuse(Mark mark, String what, String value) {
        diagnostics.error("R002", mark, Message.of("rules.no-" + what, value), Message.of("rules.fix.no-" + what));
    }

    private static String written(String tag) {
        return tag.replace("tag:yaml.org,2002:", "!!");
    }

    private Mark mark(Event event) {
        return source.mark(event.getStartMark(), event.getEndMark());
    }

    /** A block's mark is its sign; the parser's own ends behind the last line. */
    private static Mark content(ScalarEvent scalar, Mark mark) {
        return scalar.isLiteral() || scalar.isFolded() ? mark.part(0, 1) : mark;
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Mark mark;

        TooDeep(Mark mark) {
            super(null, null, false, false);
            this.mark = mark;
        }
    }
}
