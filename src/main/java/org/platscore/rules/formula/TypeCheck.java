package org.platscore.rules.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.formula.grammar.FormulaBaseVisitor;
import org.platscore.rules.formula.grammar.FormulaLexer;
import org.platscore.rules.formula.grammar.FormulaParser;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;

/** Makes expressions of the grammar's tree: looks names up and checks types. Null stands for a part with an error. */
final class TypeCheck extends FormulaBaseVisitor<@Nullable Expression> {

    private final Map<String, Term> names;
    private final Columns columns;
    private final Diagnostics diagnostics;
    private final Set<String> used = new LinkedHashSet<>();

    TypeCheck(Map<String, Term> names, Columns columns, Diagnostics diagnostics) {
        this.names = names;
        this.columns = columns;
        this.diagnostics = diagnostics;
    }

    /** Returns the formula of a tree; null, with its errors, if names are unknown or types do not fit. */
    @Nullable
    Formula formula(String source, FormulaParser.FormulaContext tree, @Nullable ValueType wanted) {
        Expression root = wanted == null ? value(tree.anyOf()) : typed(tree.anyOf(), wanted);
        return root == null ? null : new Formula(source, root, used);
    }

    @Override
    public @Nullable Expression visitAnyOf(FormulaParser.AnyOfContext tree) {
        return tree.allOf().size() == 1
                ? visit(tree.allOf(0))
                : joined(tree.allOf(), ValueType.TRUTH, Expression.Any::new);
    }

    @Override
    public @Nullable Expression visitAllOf(FormulaParser.AllOfContext tree) {
        return tree.inverse().size() == 1
                ? visit(tree.inverse(0))
                : joined(tree.inverse(), ValueType.TRUTH, Expression.All::new);
    }

    @Override
    public @Nullable Expression visitInverse(FormulaParser.InverseContext tree) {
        if (tree.NOT() == null) {
            return visit(tree.comparison());
        }
        Expression of = typed(tree.inverse(), ValueType.TRUTH);
        return of == null ? null : new Expression.Not(of);
    }

    @Override
    public @Nullable Expression visitComparison(FormulaParser.ComparisonContext tree) {
        if (tree.sum().size() == 1) {
            return visit(tree.sum(0));
        }
        if (tree.sum().size() > 2) {
            mistake(mark(tree.COMPARE(1).getSymbol()), "formula.chained", Message.of("formula.fix.chained"));
            tree.sum().forEach(this::visit);
            return null;
        }
        Token sign = tree.COMPARE(0).getSymbol();
        Comparison.Operator operator = Comparison.Operator.of(sign.getText());
        Expression left = visit(tree.sum(0));
        Expression right = visit(tree.sum(1));
        if (left == null || right == null) {
            return null;
        }
        if (left.type() != right.type()) {
            Message message = Message.of("formula.compares-types", kind(left.type()), kind(right.type()));
            diagnostics.error("R016", mark(sign), message, Message.of("formula.fix.compares-types"));
            return null;
        }
        if (operator.ordering() && left.type() != ValueType.NUMBER) {
            Message message = Message.of("formula.orders", kind(left.type()), sign.getText());
            diagnostics.error("R016", mark(sign), message, Message.of("formula.fix.orders"));
            return null;
        }
        return choices(tree, left, right) ? new Comparison(operator, left, right) : null;
    }

    @Override
    public @Nullable Expression visitSum(FormulaParser.SumContext tree) {
        return tree.product().size() == 1
                ? visit(tree.product(0))
                : operands(tree, tree.product(), FormulaLexer.MINUS, Expression.Sum::new);
    }

    @Override
    public @Nullable Expression visitProduct(FormulaParser.ProductContext tree) {
        return tree.power().size() == 1
                ? visit(tree.power(0))
                : operands(tree, tree.power(), FormulaLexer.OVER, Expression.Product::new);
    }

    @Override
    public @Nullable Expression visitPower(FormulaParser.PowerContext tree) {
        return tree.signed().size() == 1
                ? visit(tree.signed(0))
                : joined(tree.signed(), ValueType.NUMBER, Expression.Power::new);
    }

    @Override
    public @Nullable Expression visitSigned(FormulaParser.SignedContext tree) {
        if (tree.MINUS() == null) {
            return visit(tree.atom());
        }
        Expression of = typed(tree.signed(), ValueType.NUMBER);
        return of == null ? null : new Expression.Negative(of);
    }

    @Override
    public Expression visitNumber(FormulaParser.NumberContext tree) {
        return new Expression.Literal(Exact.of(tree.getText()), ValueType.NUMBER);
    }

    @Override
    public Expression visitText(FormulaParser.TextContext tree) {
        String quoted = tree.getText();
        String text = quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
        return new Expression.Literal(text, ValueType.CATEGORY);
    }

    @Override
    public Expression visitTruth(FormulaParser.TruthContext tree) {
        return new Expression.Literal(tree.TRUE() != null, ValueType.TRUTH);
    }

    @Override
    public @Nullable Expression visitBracketed(FormulaParser.BracketedContext tree) {
        return visit(tree.anyOf());
    }

    @Override
    public @Nullable Expression visitName(FormulaParser.NameContext tree) {
        String name = tree.getText();
        Term term = names.get(name);
        if (term != null) {
            used.add(name);
            return new Expression.Name(name, term.type());
        }
        if (name.startsWith("previous.")) {
            diagnostics.error(
                    "R022", mark(tree), Message.of("formula.previous", name), Message.of("formula.fix.previous", name));
        } else if (tree.DOTTED() != null) {
            diagnostics.error(
                    "R012", mark(tree), Message.of("formula.dotted", name), Message.of("formula.fix.dotted", name));
        } else {
            diagnostics.unknown("R012", mark(tree), Message.of("formula.kind.name"), name, names.keySet());
        }
        return null;
    }

    @Override
    public @Nullable Expression visitCall(FormulaParser.CallContext tree) {
        String name = tree.NAME().getText();
        Call.Function function = function(tree.NAME().getSymbol(), name);
        if (function == null) {
            tree.anyOf().forEach(this::visit);
            return null;
        }
        if (!function.takes(tree.anyOf().size())) {
            Message count = Message.of(function.open() ? "formula.at-least" : "formula.exactly", function.least());
            Message message =
                    Message.of("formula.arguments", name, count, tree.anyOf().size());
            diagnostics.error("R015", mark(tree), message, Message.of("formula.fix.arguments", usage(function)));
            tree.anyOf().forEach(this::visit);
            return null;
        }
        return switch (function) {
            case IF -> {
                Expression condition = typed(tree.anyOf(0), ValueType.TRUTH);
                List<Expression> branches = alike(tree.anyOf().subList(1, 3));
                if (condition == null || branches.isEmpty()) {
                    yield null;
                }
                yield new Call(
                        function,
                        List.of(condition, branches.get(0), branches.get(1)),
                        branches.get(0).type());
            }
            case COALESCE -> {
                List<Expression> arguments = alike(tree.anyOf());
                yield arguments.isEmpty()
                        ? null
                        : new Call(function, arguments, arguments.get(0).type());
            }
            default ->
                joined(tree.anyOf(), ValueType.NUMBER, arguments -> new Call(function, arguments, ValueType.NUMBER));
        };
    }

    private Call.@Nullable Function function(Token token, String name) {
        List<String> known =
                Arrays.stream(Call.Function.values()).map(Enum::name).toList();
        String upper = name.toUpperCase(Locale.ROOT);
        if (known.contains(name)) {
            return Call.Function.valueOf(name);
        }
        if (known.contains(upper)) {
            diagnostics.error(
                    "R015",
                    mark(token),
                    Message.of("formula.lower-case", name),
                    Message.of("formula.fix.write", upper));
        } else {
            diagnostics.unknown("R012", mark(token), Message.of("formula.kind.function"), name, known);
        }
        return null;
    }

    private static String usage(Call.Function function) {
        return switch (function) {
            case IF -> "IF(c, a, b)";
            case ROUND -> "ROUND(x, n)";
            case MIN, MAX, COALESCE -> function + "(a, b, …)";
            default -> function + "(x)";
        };
    }

    /** Returns arguments that are numbers or categories, all of one type; none where one has an error. */
    private List<Expression> alike(List<FormulaParser.AnyOfContext> trees) {
        List<Expression> all = new ArrayList<>();
        for (FormulaParser.AnyOfContext tree : trees) {
            Expression each =
                    all.isEmpty() ? visit(tree) : typed(tree, all.get(0).type());
            if (each != null) {
                all.add(each);
            }
        }
        return all.size() == trees.size() ? all : List.of();
    }

    private <T extends ParserRuleContext> @Nullable Expression joined(
            List<T> trees, ValueType wanted, Function<List<Expression>, Expression> join) {
        List<Expression> all = new ArrayList<>();
        for (T tree : trees) {
            Expression each = typed(tree, wanted);
            if (each != null) {
                all.add(each);
            }
        }
        return all.size() == trees.size() ? join.apply(List.copyOf(all)) : null;
    }

    /** The signs stand between the operands: operand, sign, operand, sign, operand. */
    private <T extends ParserRuleContext> @Nullable Expression operands(
            ParserRuleContext parent, List<T> trees, int off, Function<List<Expression.Operand>, Expression> join) {
        return joined(trees, ValueType.NUMBER, all -> {
            List<Expression.Operand> operands = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                ParseTree sign = i == 0 ? null : parent.getChild(2 * i - 1);
                boolean taken = sign instanceof TerminalNode
                        && ((TerminalNode) sign).getSymbol().getType() == off;
                operands.add(new Expression.Operand(all.get(i), taken));
            }
            return join.apply(List.copyOf(operands));
        });
    }

    private @Nullable Expression value(ParserRuleContext tree) {
        Expression expression = visit(tree);
        if (expression != null && expression.type() == ValueType.TRUTH) {
            diagnostics.error(
                    "R016",
                    mark(tree),
                    Message.of("formula.truth-as-value", text(tree)),
                    Message.of("formula.fix.truth-as-number"));
            return null;
        }
        return expression;
    }

    private @Nullable Expression typed(ParserRuleContext tree, ValueType wanted) {
        Expression expression = visit(tree);
        if (expression == null || expression.type() == wanted) {
            return expression;
        }
        Message message = Message.of("formula.type", text(tree), kind(expression.type()), kind(wanted));
        diagnostics.error("R016", mark(tree), message, fix(expression.type(), wanted));
        return null;
    }

    private static Message fix(ValueType met, ValueType wanted) {
        return switch (wanted) {
            case NUMBER ->
                Message.of(met == ValueType.TRUTH ? "formula.fix.truth-as-number" : "formula.fix.category-as-number");
            case TRUTH ->
                Message.of(met == ValueType.NUMBER ? "formula.fix.number-as-truth" : "formula.fix.category-as-truth");
            case CATEGORY -> Message.of("formula.fix.as-category");
        };
    }

    private static Message kind(ValueType type) {
        return Message.of("formula.type." + type.name().toLowerCase(Locale.ROOT));
    }

    /** A text that no choice of the compared measure equals is most likely misspelt. */
    private boolean choices(FormulaParser.ComparisonContext tree, Expression left, Expression right) {
        return choices(tree.sum(1), left, right) && choices(tree.sum(0), right, left);
    }

    private boolean choices(ParserRuleContext tree, Expression name, Expression literal) {
        if (!(name instanceof Expression.Name) || !(literal instanceof Expression.Literal)) {
            return true;
        }
        Term term = names.get(((Expression.Name) name).name());
        Object text = ((Expression.Literal) literal).constant();
        if (term == null || term.choices().isEmpty() || !(text instanceof String)) {
            return true;
        }
        String folded = Comparison.folded((String) text);
        if (term.choices().stream().map(Comparison::folded).anyMatch(folded::equals)) {
            return true;
        }
        diagnostics.unknown(
                "R023", mark(tree), Message.of("formula.kind.choice", term.name()), (String) text, term.choices());
        return false;
    }

    private void mistake(Mark mark, String key, Message fix) {
        diagnostics.error("R015", mark, Message.of(key), fix);
    }

    private static String text(ParserRuleContext tree) {
        return tree.getStart()
                .getInputStream()
                .getText(Interval.of(
                        tree.getStart().getStartIndex(), tree.getStop().getStopIndex()));
    }

    private Mark mark(ParserRuleContext tree) {
        int from = tree.getStart().getStartIndex();
        return columns.mark(from, tree.getStop().getStopIndex() - from + 1);
    }

    private Mark mark(Token token) {
        return columns.mark(token.getStartIndex(), token.getStopIndex() - token.getStartIndex() + 1);
    }
}
