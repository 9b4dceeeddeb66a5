package org.platscore.cli;

/** A bar on a terminal's standard error, redrawn in place; nothing elsewhere or where the user wants it quiet. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final String key;
    private final int all;
    private final boolean shown;
    private int drawn = -1;

    ProgressBar(Terminal terminal, String key, int all) {
        this.terminal = terminal;
        this.key = key;
        this.all = all;
        this.shown = !terminal.options().quiet && Boolean.getBoolean("platscore.terminal");
    }

    /** Shows how many are done; redrawn only where a hundredth of all, or the first, came in. */
    void show(int done) {
        int percent = (int) (100L * done / all);
        if (!shown || percent == drawn) {
            return;
        }
        drawn = percent;
        int filled = WIDTH * percent / 100;
        terminal.err()
                .print("\r" + terminal.say(key) + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done
                        + "/" + all);
        terminal.err().flush();
    }

    /** Takes the bar away. */
    void clear() {
        if (shown && drawn >= 0) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
        }
    }
}
