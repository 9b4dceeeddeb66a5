package org.platscore.rules.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.formula.grammar.FormulaBaseVisitor;
import org.platscore.rules.formula.grammar.FormulaLexer;
import org.platscore.rules.formula.grammar.FormulaParser;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.UnitKind;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;

/** Makes expressions of the grammar's tree: looks names up and checks types. Null stands for a part with an error. */
final class TypeCheck extends FormulaBaseVisitor<@Nullable Expression> {

    private final Map<String, Term> names;
    private final TypeFaults faults;
    private final Set<String> used = new LinkedHashSet<>();

    TypeCheck(Map<String, Term> names, Columns columns, Diagnostics diagnostics) {
        this.names = names;
        this.faults = new TypeFaults(columns, diagnostics);
    }

    /** Returns the formula of a tree; null, with its errors, if names are unknown or types do not fit. */
    @Nullable
    Formula formula(String source, FormulaParser.FormulaContext tree, @Nullable ValueType wanted) {
        Expression root = wanted == null ? value(tree.anyOf()) : typed(tree.anyOf(), wanted);
        if (root != null && used.isEmpty() && wanted != ValueType.NUMBER) {
            faults.constant();
        }
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
            faults.chained(tree.COMPARE(1).getSymbol());
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
            faults.comparesTypes(sign, left.type(), right.type());
            return null;
        }
        if (operator.ordering() && left.type() != ValueType.NUMBER) {
            faults.orders(sign, left.type());
            return null;
        }
        return choices(tree, left, right) ? new Comparison(operator, left, right) : null;
    }

    @Override
    public @Nullable Expression visitSum(FormulaParser.SumContext tree) {
        if (tree.product().size() == 1) {
            return visit(tree.product(0));
        }
        units(tree.product());
        return operands(tree, tree.product(), FormulaLexer.MINUS, Expression.Sum::new);
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
        boolean choice = names.values().stream().anyMatch(each -> each.choices().contains(name));
        if (choice) {
            faults.unquoted(tree);
        } else {
            faults.unknownName(tree, Term.labels(names));
        }
        return null;
    }

    @Override
    public @Nullable Expression visitCall(FormulaParser.CallContext tree) {
        Call.Function function = Call.Function.named(tree.NAME().getText());
        if (function == null) {
            faults.unknownFunction(tree.NAME().getSymbol());
            tree.anyOf().forEach(this::visit);
            return null;
        }
        if (!function.takes(tree.anyOf().size())) {
            faults.arguments(tree, function, tree.anyOf().size());
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
                if (taken && off == FormulaLexer.OVER && zero(all.get(i))) {
                    faults.byZero(trees.get(i));
                }
                operands.add(new Expression.Operand(all.get(i), taken));
            }
            return join.apply(List.copyOf(operands));
        });
    }

    private static boolean zero(Expression divisor) {
        return divisor instanceof Expression.Literal
                && ((Expression.Literal) divisor).constant() instanceof BigFraction
                && ((BigFraction) ((Expression.Literal) divisor).constant()).signum() == 0;
    }

    /** Warns where bare names are added whose units are of different kinds. */
    private void units(List<FormulaParser.ProductContext> trees) {
        Term first = null;
        for (FormulaParser.ProductContext tree : trees) {
            Term term = names.get(tree.getText());
            if (term == null || UnitKind.of(term.unit()) == UnitKind.UNKNOWN) {
                continue;
            }
            if (first != null && UnitKind.of(first.unit()) != UnitKind.of(term.unit())) {
                faults.units(tree, first, term);
                return;
            }
            first = first == null ? term : first;
        }
    }

    private @Nullable Expression value(ParserRuleContext tree) {
        Expression expression = visit(tree);
        if (expression != null && expression.type() == ValueType.TRUTH) {
            faults.truthAsValue(tree);
            return null;
        }
        return expression;
    }

    private @Nullable Expression typed(ParserRuleContext tree, ValueType wanted) {
        Expression expression = visit(tree);
        if (expression == null || expression.type() == wanted) {
            return expression;
        }
        faults.type(tree, expression.type(), wanted);
        return null;
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
        String folded = Folded.text((String) text);
        if (term.choices().stream().map(Folded::text).anyMatch(folded::equals)) {
            return true;
        }
        faults.notAChoice(tree, term, (String) text);
        return false;
    }
}
