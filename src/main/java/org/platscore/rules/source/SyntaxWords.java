package org.platscore.rules.source;

import java.util.List;
import java.util.Optional;
import org.platscore.finding.Message;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser could not read, in our own words. */
final class SyntaxWords {

    /** A part of the parser's context and problem, and the text that says it; the first that fits counts. */
    private static final List<String[]> KINDS = List.of(
            new String[] {"double-quoted scalar", "unknown escape character", "escape"},
            new String[] {"double-quoted scalar", "escape sequence", "escape"},
            new String[] {"quoted scalar", "unexpected", "open-quote"},
            new String[] {"flow sequence", "", "open-list"},
            new String[] {"flow mapping", "", "open-mapping"},
            new String[] {"", "could not find expected ':'", "no-colon"},
            new String[] {"", "mapping values are not allowed", "odd-colon"},
            new String[] {"", "mapping keys are not allowed", "odd-question"},
            new String[] {"", "sequence entries are not allowed", "odd-dash"},
            new String[] {"block mapping", "", "indentation"},
            new String[] {"block collection", "", "indentation"},
            new String[] {"block scalar", "", "block"},
            new String[] {"", "cannot start any token", "odd-start"},
            new String[] {"anchor", "", "odd-start"},
            new String[] {"alias", "", "odd-start"},
            new String[] {"tag", "", "tag"},
            new String[] {"directive", "", "directive"});

    private SyntaxWords() {}

    static Diagnostic of(MarkedYamlEngineException fault, SourceText source) {
        String context = fault.getContext() == null ? "" : fault.getContext();
        String problem = fault.getProblem() == null ? "" : fault.getProblem();
        String kind = KINDS.stream()
                .filter(each -> context.contains(each[0]) && problem.contains(each[1]))
                .map(each -> each[2])
                .findFirst()
                .orElse("other");
        boolean opened = kind.startsWith("open-") && fault.getContextMark().isPresent();
        Optional<Mark> place = opened ? fault.getContextMark() : fault.getProblemMark();
        org.platscore.rules.source.Mark mark = source.mark(place, place);
        return new Diagnostic(
                "R001", mark, Message.of("rules.syntax." + kind), Message.of("rules.fix.syntax." + kind), null, false);
    }
}
