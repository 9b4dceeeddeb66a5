package org.platscore.bench;

import java.util.List;

/**
 * One program on one piece of work.
 *
 * @param name as the table shows it
 * @param command what is started, from the scratch folder
 * @param most how often it is run at most: slow peers once
 */
record Contestant(String name, List<String> command, int most) {

    static Contestant of(String name, List<String> command) {
        return new Contestant(name, command, Integer.MAX_VALUE);
    }

    Contestant once() {
        return new Contestant(name, command, 1);
    }
}
