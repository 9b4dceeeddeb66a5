package org.platscore.report.sheet;

/** The colours of charts: told apart in grey as well, dark enough on white. */
public final class Palette {

    private static final String[] SERIES = {
        "1F4E79", "2E75B6", "9DC3E6", "C55A11", "F4B183", "7F7F7F", "843C0C", "BFBFBF", "548235", "A9D18E"
    };
    private static final String LAST_GRADE = "C55A11";

    private Palette() {}

    /** Returns the colour of a series. After ten they begin anew. */
    public static String ofSeries(int place) {
        return SERIES[place % SERIES.length];
    }

    /** Returns the colour of a grade, best first: from dark to light blue, and the last one's, where it is a warning, in brown. */
    public static String ofGrade(int place, int grades) {
        if (Tone.ofGrade(place, grades) == Tone.LAST) {
            return LAST_GRADE;
        }
        return SERIES[Math.min(place, 2)];
    }
}
