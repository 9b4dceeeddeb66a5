package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.platscore.finding.Message;

/**
 * What a run reads. Its outputs may not take the place of any of it.
 *
 * @param paths files, and folders with all that is in them
 */
record KeptInputs(List<Path> paths) {

    /** Refuses a file, named with {@code option}, that is one of them. */
    void checkFile(Path file, String option) throws UsageRefused {
        for (Path each : paths) {
            if (real(each).equals(real(file))) {
                throw new UsageRefused(
                        Message.of("cli.out-is-input", file.toString()), Message.of("cli.out-is-input.action", option));
            }
        }
    }

    /** Refuses a folder, replaced as a whole, that is or holds one of them. */
    void checkFolder(Path folder, String option) throws UsageRefused {
        for (Path each : paths) {
            if (real(each).startsWith(real(folder))) {
                throw holds(folder, each, option);
            }
        }
    }

    /** Refuses a folder to which files are added where one of them lies beside those. */
    void checkBeside(Path folder, String option) throws UsageRefused {
        for (Path each : paths) {
            if (real(folder).equals(real(each).getParent())) {
                throw holds(folder, each, option);
            }
        }
    }

    private static UsageRefused holds(Path folder, Path input, String option) {
        return new UsageRefused(
                Message.of("cli.out-holds-input", folder.toString(), input.toString()),
                Message.of("cli.out-holds-input.action", option));
    }

    /** Returns where a path leads, through all links. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
