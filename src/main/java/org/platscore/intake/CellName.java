package org.platscore.intake;

/** Names of cells such as {@code B5}. */
final class CellName {

    private CellName() {}

    /** Returns the cell of this name, which the rules have checked. */
    static FormGrid.At read(String name) {
        int column = 0;
        int i = 0;
        String plain = name.strip().replace("$", "");
        while (i < plain.length() && Character.isLetter(plain.charAt(i))) {
            column = column * 26 + Character.toUpperCase(plain.charAt(i)) - 'A' + 1;
            i++;
        }
        if (i == 0 || i == plain.length() || !plain.substring(i).matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("not the name of a cell: " + name);
        }
        return new FormGrid.At(Integer.parseInt(plain.substring(i)), column - 1);
    }
}
