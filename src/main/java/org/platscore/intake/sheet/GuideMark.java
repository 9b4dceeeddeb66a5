package org.platscore.intake.sheet;

/**
 * How a template of ours marks its guide: by a defined name that stands for a cell of that sheet. Such a sheet is passed over
 * without a word, since nobody fills anything in there; any other sheet of explanations is told.
 */
public final class GuideMark {

    /** The defined name. */
    public static final String NAME = "platscore_guide";

    private GuideMark() {}

    /** Returns the sheet that a defined name's formula such as {@code '填报说明'!$A$1} stands in; empty if it names none. */
    static String sheet(String formula) {
        int end = formula.lastIndexOf('!');
        String name = end < 0 ? "" : formula.substring(0, end).strip();
        boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
        String bare = quoted ? name.substring(1, name.length() - 1).replace("''", "'") : name;
        return bare.startsWith("$") ? bare.substring(1) : bare;
    }
}
