package org.platscore.bench;

import java.util.List;

/**
 * One program on one piece of work.
 *
 * @param name as the table shows it
 * @param command what is started, from the scratch folder
 * @param most how often it is run at most: slow peers once
 * @param ratio our time over its time is to be at most this; 0 where nothing is asked for
 * @param seconds it is to take at most this; 0 where nothing is asked for
 * @param megabytes it is to hold at most this; 0 where nothing is asked for
 */
record Contestant(String name, List<String> command, int most, double ratio, double seconds, long megabytes) {

    static Contestant of(String name, List<String> command) {
        return new Contestant(name, command, Integer.MAX_VALUE, 0, 0, 0);
    }

    Contestant once() {
        return new Contestant(name, command, 1, ratio, seconds, megabytes);
    }

    /** Returns this peer, beside which we are to take at most this many times as long. */
    Contestant ratio(double most) {
        return new Contestant(name, command, this.most, most, seconds, megabytes);
    }

    /** Returns this program with bounds of its own; 0 for none. */
    Contestant within(double mostSeconds, long mostMegabytes) {
        return new Contestant(name, command, most, ratio, mostSeconds, mostMegabytes);
    }
}
