package org.platscore.sample;

/** A fault at its place; the row counts from 1, as Excel shows it. CSV files have no sheet. */
record Planted(Fault fault, String file, String sheet, int row, String detail) {

    /** The finding that is due, or {@code -}: in a CSV file all numbers are texts, and none is told for it. */
    String code() {
        boolean text = fault.code().equals("number-as-text") && file.endsWith(".csv");
        return text ? "-" : fault.code();
    }
}
