package org.platscore.intake;

import java.util.List;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Shape;

/**
 * A condition whose tests of one column alone are made once for each different cell. What a cell came to is kept by who reads the
 * rows.
 *
 * @param join how the parts make the whole
 * @param parts of it; none for a test
 * @param condition the same as the rules have it
 * @param column of a test that its cell alone decides: the column's position; else -1
 * @param number of such a test: among those of its column
 * @param blank of such a test: whether a blank cell fulfils it
 */
record QuickTest(Shape.Join join, List<QuickTest> parts, Condition condition, int column, int number, boolean blank) {

    /** @param columns the plan's, which take note of what is asked of them */
    static QuickTest of(Condition condition, TableSpec spec, ColumnPlan[] columns) {
        Shape shape = condition.shape();
        if (shape.join() != Shape.Join.TEST) {
            List<QuickTest> parts =
                    shape.parts().stream().map(each -> of(each, spec, columns)).toList();
            return new QuickTest(shape.join(), parts, condition, -1, 0, false);
        }
        int first = spec.position(shape.columns().get(0));
        if (shape.alone() && first >= 0) {
            return new QuickTest(
                    shape.join(), List.of(), condition, first, columns[first].tested(), condition.holds(name -> null));
        }
        for (String name : shape.columns()) {
            int position = spec.position(name);
            if (position >= 0) {
                columns[position].tested();
            }
        }
        return new QuickTest(shape.join(), List.of(), condition, -1, 0, false);
    }

    /** Returns the position of the column that is asked for first; -1 where that is not one of the row's own. */
    int first(TableSpec spec) {
        if (!parts.isEmpty()) {
            return parts.get(0).first(spec);
        }
        List<String> columns = condition.shape().columns();
        return columns.isEmpty() ? -1 : spec.position(columns.get(0));
    }
}
