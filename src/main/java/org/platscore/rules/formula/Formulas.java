package org.platscore.rules.formula;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.formula.grammar.FormulaParser;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/** Reads formulas. */
public final class Formulas {

    private Formulas() {}

    /**
     * Returns the checked formula that {@code text} says; null, with all its errors, if it says none.
     *
     * @param names what it may name, by name as written in the formula ({@code total}, {@code value}, measures, ids)
     * @param wanted the type its value must have; null: number or category
     */
    public static @Nullable Formula read(
            Node.Scalar text, Map<String, Term> names, @Nullable ValueType wanted, Diagnostics diagnostics) {
        Columns columns = Columns.of(text);
        FormulaParser.FormulaContext tree = Syntax.parse(text.text(), columns, diagnostics);
        return tree == null ? null : new TypeCheck(names, columns, diagnostics).formula(text.text(), tree, wanted);
    }
}
