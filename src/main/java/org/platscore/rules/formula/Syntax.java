package org.platscore.rules.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.NumberText;
import org.platscore.rules.formula.grammar.FormulaLexer;
import org.platscore.rules.formula.grammar.FormulaParser;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.RuleNumber;

/** A formula's text as the tree of the grammar, or what is wrong with it. */
final class Syntax {

    private static final int MOST_NESTING = 64;
    private static final Set<String> WORDS = Set.of("OR", "AND", "NOT", "TRUE", "FALSE");
    private static final Set<Integer> VALUES = Set.of(
            FormulaLexer.NUMBER,
            FormulaLexer.TEXT,
            FormulaLexer.NAME,
            FormulaLexer.DOTTED,
            FormulaLexer.TRUE,
            FormulaLexer.FALSE,
            FormulaLexer.CLOSE);
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("=>", ">="),
            Map.entry("=<", "<="),
            Map.entry("><", "<>"),
            Map.entry("&&", "AND"),
            Map.entry("&", "AND"),
            Map.entry("||", "OR"),
            Map.entry("|", "OR"),
            Map.entry("!", "NOT"),
            Map.entry("且", "AND"),
            Map.entry("并且", "AND"),
            Map.entry("或", "OR"),
            Map.entry("或者", "OR"),
            Map.entry("**", "^"),
            Map.entry("、", ","),
            Map.entry("。", "."),
            Map.entry("×", "*"),
            Map.entry("÷", "/"),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "<>"),
            Map.entry("［", "("),
            Map.entry("］", ")"),
            Map.entry("[", "("),
            Map.entry("]", ")"),
            Map.entry("【", "("),
            Map.entry("】", ")"),
            Map.entry("＂", "\""),
            Map.entry("“", "\""),
            Map.entry("”", "\""));

    private final Columns columns;
    private final Diagnostics diagnostics;
    private boolean sound = true;

    private Syntax(Columns columns, Diagnostics diagnostics) {
        this.columns = columns;
        this.diagnostics = diagnostics;
    }

    /** Returns the tree of {@code text}; null, with its errors, if it does not fit the grammar. */
    static FormulaParser.@Nullable FormulaContext parse(String text, Columns columns, Diagnostics diagnostics) {
        return new Syntax(columns, diagnostics).parse(text);
    }

    private FormulaParser.@Nullable FormulaContext parse(String text) {
        if (text.isBlank()) {
            error(columns.all(), Message.of("formula.empty"), Message.of("formula.fix.empty"));
            return null;
        }
        FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        List<Token> tokens = stream.getTokens();
        tokens.forEach(this::checkToken);
        checkNesting(tokens);
        if (!sound) {
            return null;
        }
        FormulaParser parser = new FormulaParser(stream);
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    @Nullable Object offending,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException reason) {
                // Further ones are mostly echoes of the first.
                if (sound && offending instanceof Token) {
                    unexpected(tokens, (Token) offending);
                }
            }
        });
        FormulaParser.FormulaContext tree = parser.formula();
        return sound ? tree : null;
    }

    private void checkToken(Token token) {
        String text = token.getText();
        switch (token.getType()) {
            case FormulaLexer.SUFFIXED -> {
                Message fix = RuleNumber.read(text)
                        .map(number -> Message.of("formula.fix.write", Exact.plain(number)))
                        .orElseGet(() -> Message.of("formula.fix.plain-number"));
                error(token, Message.of("formula.suffixed-number", text), fix);
            }
            case FormulaLexer.NUMBER -> {
                if (NumberText.read(text).isEmpty()) {
                    error(token, Message.of("formula.number-too-long"), Message.of("formula.fix.shorter-number"));
                }
            }
            case FormulaLexer.NAME -> {
                String upper = text.toUpperCase(Locale.ROOT);
                if (WORDS.contains(upper)) {
                    error(token, Message.of("formula.lower-case", text), Message.of("formula.fix.write", upper));
                }
            }
            case FormulaLexer.CURLED, FormulaLexer.APOSTROPHED -> {
                String inner = text.substring(1, text.length() - 1);
                error(token, Message.of("formula.quotes", text), Message.of("formula.fix.write", '"' + inner + '"'));
            }
            case FormulaLexer.UNCLOSED ->
                error(token, Message.of("formula.unclosed-text"), Message.of("formula.fix.close-text"));
            case FormulaLexer.MISTAKEN, FormulaLexer.STRAY -> stray(token, text);
            default -> {}
        }
    }

    private void stray(Token token, String text) {
        String meant = Optional.ofNullable(MEANT.get(text)).orElseGet(() -> NumberText.tidy(text));
        boolean fullWidth = text.codePointAt(0) > 0x7F && meant.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (fullWidth && !meant.isEmpty()) {
            error(token, Message.of("formula.full-width", text), Message.of("formula.fix.write", meant));
        } else if (MEANT.containsKey(text)) {
            error(token, Message.of("formula.stray", text), Message.of("formula.fix.write", meant));
        } else {
            error(token, Message.of("formula.stray", text), Message.of("formula.fix.signs"));
        }
    }

    /** Brackets, NOT and unary minus each nest what follows. */
    private void checkNesting(List<Token> tokens) {
        Deque<Integer> opened = new ArrayDeque<>();
        int depth = 0;
        int run = 0;
        boolean afterValue = false;
        for (Token token : tokens) {
            int type = token.getType();
            if (type == FormulaLexer.NOT || (type == FormulaLexer.MINUS && !afterValue)) {
                run++;
            } else if (type == FormulaLexer.OPEN) {
                opened.push(run + 1);
                depth += run + 1;
                run = 0;
            } else {
                run = 0;
                if (type == FormulaLexer.CLOSE && !opened.isEmpty()) {
                    depth -= opened.pop();
                }
            }
            if (depth + run > MOST_NESTING) {
                error(token, Message.of("formula.nesting", MOST_NESTING), Message.of("formula.fix.nesting"));
                return;
            }
            afterValue = VALUES.contains(type);
        }
    }

    private void unexpected(List<Token> tokens, Token token) {
        int at = token.getTokenIndex();
        boolean end = token.getType() == Token.EOF;
        boolean afterValue = at > 0 && VALUES.contains(tokens.get(at - 1).getType());
        String meant = MEANT.get(token.getText());
        if (end && afterValue) {
            error(token, Message.of("formula.unclosed-bracket"), Message.of("formula.fix.close-bracket"));
        } else if (end) {
            error(token, Message.of("formula.unfinished"), Message.of("formula.fix.unfinished"));
        } else if (token.getType() == FormulaLexer.CLOSE && afterValue) {
            error(token, Message.of("formula.extra-bracket"), Message.of("formula.fix.extra-bracket"));
        } else if (token.getType() == FormulaLexer.COMMA && afterValue) {
            error(token, Message.of("formula.unexpected", ","), Message.of("formula.fix.comma"));
        } else if (afterValue && meant != null) {
            error(token, Message.of("formula.stray", token.getText()), Message.of("formula.fix.write", meant));
        } else if (afterValue) {
            error(token, Message.of("formula.unexpected", token.getText()), Message.of("formula.fix.operator"));
        } else {
            error(token, Message.of("formula.unexpected", token.getText()), fixBefore(tokens, at));
        }
    }

    private static Message fixBefore(List<Token> tokens, int at) {
        int type = tokens.get(at).getType();
        boolean calledWord = (type == FormulaLexer.AND || type == FormulaLexer.OR)
                && tokens.get(at + 1).getType() == FormulaLexer.OPEN;
        return calledWord
                ? Message.of("formula.fix.between", tokens.get(at).getText())
                : Message.of("formula.fix.operand");
    }

    private void error(Token token, Message message, Message fix) {
        int length = Math.max(1, token.getStopIndex() - token.getStartIndex() + 1);
        error(columns.mark(token.getStartIndex(), length), message, fix);
    }

    private void error(Mark mark, Message message, Message fix) {
        sound = false;
        diagnostics.error("R015", mark, message, fix);
    }
}
