package org.platscore.intake;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names of files as a batch looks at them: by pattern, by ending, in the order of the assessment folder. */
public final class WorkbookNames {

    /** By code points, which is not the order of {@code char}s. */
    public static final Comparator<String> BY_CODE_POINTS = Folder.BY_CODE_POINTS;

    /** Those that we read, and those that are told what to be saved as: passing them over would lose a platform in silence. */
    private static final List<String> ENDINGS = List.of(
            ".xlsx",
            ".xlsm",
            ".xls",
            ".xlsb",
            ".xltx",
            ".xltm",
            ".xlt",
            ".et",
            ".ett",
            ".ods",
            ".fods",
            ".ots",
            ".numbers");

    private final Glob glob;

    private WorkbookNames(Glob glob) {
        this.glob = glob;
    }

    /** Returns the names that fit a pattern, in the rules' own way of patterns. */
    public static WorkbookNames fitting(String glob) {
        return new WorkbookNames(Glob.of(glob));
    }

    /** Returns whether a path (NFC, with {@code /}) fits as a whole. */
    public boolean fits(String path) {
        return glob.fits(path);
    }

    /** Returns whether files in or below a folder (NFC, with {@code /}) may fit. */
    public boolean below(String folder) {
        return glob.below(folder);
    }

    /** Returns whether a path ends as a workbook does. */
    public static boolean workbook(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Returns whether a file or folder is hidden or a lock file. */
    public static boolean passedOver(Path file) {
        return Folder.passedOver(file);
    }
}
