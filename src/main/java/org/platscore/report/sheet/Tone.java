package org.platscore.report.sheet;

/** The ground that a cell stands on. Always light, under black text, and never the only sign of what it means. */
public enum Tone {
    PLAIN(""),
    HEAD("DDEBF7"),
    /** Sums and means. */
    SUM("F2F2F2"),
    /** The best grade. */
    FIRST("C6EFCE"),
    SECOND("DDEBF7"),
    THIRD("FFF2CC"),
    LAST("FFC7CE"),
    /** A figure that somebody should look at. */
    MARKED("FCE4D6"),
    /** A figure that a worksheet cannot work out: it is given as a value. */
    GIVEN("E4DFEC");

    private final String colour;

    Tone(String colour) {
        this.colour = colour;
    }

    /** Returns the fill as six hex digits; empty for none. */
    String colour() {
        return colour;
    }

    /** Returns the tone of the grade at this place, best first; the last of two, and of four and more, is a warning. */
    public static Tone ofGrade(int place, int grades) {
        if (place == 0) {
            return FIRST;
        }
        if (place == grades - 1 && grades != 3) {
            return LAST;
        }
        return place == 1 ? SECOND : THIRD;
    }
}
