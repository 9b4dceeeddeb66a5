package org.platscore.rules.formula;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;

/** Says what the type check finds: unknown names, and types that do not fit, each at its column. */
final class TypeFaults {

    private static final int MOST_SHOWN = 40;
    private static final String PREVIOUS = "previous.";
    private static final String ROSTER = "roster.";

    private final Columns columns;
    private final Diagnostics diagnostics;

    TypeFaults(Columns columns, Diagnostics diagnostics) {
        this.columns = columns;
        this.diagnostics = diagnostics;
    }

    void unknownName(ParserRuleContext tree, Map<String, String> known) {
        String name = tree.getText();
        List<String> earlier = known.keySet().stream()
                .filter(each -> each.startsWith(PREVIOUS))
                .toList();
        if (name.startsWith(PREVIOUS)
                || name.contains(".") && Nearest.to(name, earlier).isPresent()) {
            previous(tree, name, earlier);
        } else if (name.contains(".") && known.keySet().stream().noneMatch(each -> each.startsWith(ROSTER))) {
            error("R012", tree, Message.of("formula.dotted", name), Message.of("formula.fix.dotted", name));
        } else {
            Map<String, String> current = new LinkedHashMap<>(known);
            current.keySet().removeIf(each -> each.startsWith(PREVIOUS));
            diagnostics.unknown("R012", mark(tree), Message.of("formula.kind.name"), name, current);
        }
    }

    /** A category without quotes. */
    void unquoted(ParserRuleContext tree) {
        error(
                "R012",
                tree,
                Message.of("formula.unquoted", tree.getText()),
                Message.of("formula.fix.unquoted", tree.getText()));
    }

    private void previous(ParserRuleContext tree, String name, List<String> earlier) {
        if (earlier.isEmpty()) {
            error("R012", tree, Message.of("formula.previous", name), Message.of("formula.fix.previous", name));
        } else {
            diagnostics.unknown("R012", mark(tree), Message.of("formula.kind.previous"), name, earlier);
        }
    }

    void unknownFunction(Token token) {
        String name = token.getText();
        String upper = name.toUpperCase(Locale.ROOT);
        if (Call.Function.named(upper) != null) {
            error("R015", token, Message.of("formula.lower-case", name), Message.of("formula.fix.write", upper));
        } else {
            List<String> known =
                    Arrays.stream(Call.Function.values()).map(Enum::name).toList();
            diagnostics.unknown("R012", mark(token), Message.of("formula.kind.function"), name, known);
        }
    }

    void arguments(ParserRuleContext tree, Call.Function function, int given) {
        Message count = Message.of(function.open() ? "formula.at-least" : "formula.exactly", function.least());
        Message message = Message.of("formula.arguments", function.name(), count, given);
        error("R015", tree, message, Message.of("formula.fix.write", function.usage()));
    }

    void chained(Token sign) {
        error("R015", sign, Message.of("formula.chained"), Message.of("formula.fix.chained"));
    }

    void comparesTypes(Token sign, ValueType left, ValueType right) {
        Message message = Message.of("formula.compares-types", kind(left), kind(right));
        error("R016", sign, message, Message.of("formula.fix.compares-types"));
    }

    void orders(Token sign, ValueType type) {
        Message message = Message.of("formula.orders", kind(type), sign.getText());
        error("R016", sign, message, Message.of("formula.fix.orders"));
    }

    void type(ParserRuleContext tree, ValueType met, ValueType wanted) {
        String fix = switch (wanted) {
            case NUMBER -> met == ValueType.TRUTH ? "truth-as-number" : "category-as-number";
            case TRUTH -> met == ValueType.NUMBER ? "number-as-truth" : "category-as-truth";
            case CATEGORY -> "as-category";
        };
        Message message = Message.of("formula.type", text(tree), kind(met), kind(wanted));
        error("R016", tree, message, Message.of("formula.fix." + fix));
    }

    void truthAsValue(ParserRuleContext tree) {
        Message message = Message.of("formula.truth-as-value", text(tree));
        error("R016", tree, message, Message.of("formula.fix.truth-as-number"));
    }

    void notAChoice(ParserRuleContext tree, Term term, String text) {
        diagnostics.unknown("R023", mark(tree), Message.of("formula.kind.choice", term.name()), text, term.choices());
    }

    void constant() {
        diagnostics.warning("R021", columns.all(), Message.of("formula.constant"), Message.of("formula.fix.constant"));
    }

    void byZero(ParserRuleContext tree) {
        diagnostics.warning("R021", mark(tree), Message.of("formula.by-zero"), Message.of("formula.fix.by-zero"));
    }

    void units(ParserRuleContext tree, Term first, Term second) {
        diagnostics.warning(
                "R014",
                mark(tree),
                Message.of("formula.units", first.name(), first.unit(), second.name(), second.unit()),
                Message.of("formula.fix.units"));
    }

    private void error(String code, ParserRuleContext tree, Message message, Message fix) {
        diagnostics.error(code, mark(tree), message, fix);
    }

    private void error(String code, Token token, Message message, Message fix) {
        diagnostics.error(code, mark(token), message, fix);
    }

    private static Message kind(ValueType type) {
        return Message.of("formula.type." + type.name().toLowerCase(Locale.ROOT));
    }

    private static String text(ParserRuleContext tree) {
        Interval span =
                Interval.of(tree.getStart().getStartIndex(), tree.getStop().getStopIndex());
        String text = tree.getStart().getInputStream().getText(span);
        return text.codePointCount(0, text.length()) <= MOST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    private Mark mark(ParserRuleContext tree) {
        int from = tree.getStart().getStartIndex();
        return columns.mark(from, tree.getStop().getStopIndex() - from + 1);
    }

    private Mark mark(Token token) {
        return columns.mark(token.getStartIndex(), token.getStopIndex() - token.getStartIndex() + 1);
    }
}
