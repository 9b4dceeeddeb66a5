package org.platscore.sample;

/** A fault at its place; the row counts from 1, as Excel shows it. CSV files have no sheet. */
record Planted(Fault fault, String file, String sheet, int row, String detail) {}
