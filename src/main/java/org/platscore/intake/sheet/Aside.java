package org.platscore.intake.sheet;

/** Work on a file beside the thread that asked for it. */
final class Aside {

    private Aside() {}

    /** Returns a thread that keeps nothing from ending; it is not started. */
    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Waits until a thread that was told to stop has ended; to interrupt it would close the file for other readers too.
     *
     * @param meanwhile done again and again, so that it can go on to its end
     */
    static void ended(Thread thread, Runnable meanwhile) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            meanwhile.run();
            try {
                thread.join(1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
