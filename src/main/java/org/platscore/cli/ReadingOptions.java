package org.platscore.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.sheet.FileOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of commands that read an assessment folder. */
@Command
final class ReadingOptions {

    private static final String RULES = "scoring-rules.yaml";

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "option.rules")
    @Nullable
    Path rules;

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "option.charset")
    @Nullable
    Charset charset;

    @Option(names = "--jobs", paramLabel = "N", converter = AtLeastOne.class, descriptionKey = "option.jobs")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--workbook-limit",
            paramLabel = "MB",
            converter = AtLeastOne.class,
            descriptionKey = "option.workbook-limit")
    int workbookLimit = FileOptions.USUAL_LIMIT;

    /** Returns how files are read. */
    IntakeOptions intake() throws UsageRefused {
        List<String> passwords = passwordFile == null ? List.of() : PasswordFile.read(passwordFile);
        return new IntakeOptions(new FileOptions(charset, passwords, workbookLimit), jobs);
    }

    /** Returns the files that a run reads besides data: the rules, and the passwords if there are any. */
    List<Path> files(Path rulesPath) {
        return passwordFile == null ? List.of(rulesPath) : List.of(rulesPath, passwordFile);
    }

    /**
     * Returns the rules file: the one named, else that of the assessment folder, else that of the current folder.
     *
     * @param folder the assessment folder, or that of a workbook; null where only rules are checked
     */
    Path rulesFor(@Nullable Path folder) throws UsageRefused {
        if (rules != null) {
            if (!Files.isRegularFile(rules)) {
                throw UsageRefused.noFile(rules, "no-such-rules");
            }
            return rules;
        }
        if (folder != null && Files.isRegularFile(folder.resolve(RULES))) {
            return folder.resolve(RULES);
        }
        if (Files.isRegularFile(Path.of(RULES))) {
            return Path.of(RULES);
        }
        throw new UsageRefused(
                folder == null ? Message.of("cli.no-rules-here") : Message.of("cli.no-rules", folder.toString()),
                Message.of("cli.no-rules.action"));
    }

    /** Checks that the assessment folder is there. */
    static void checkFolder(Path folder) throws UsageRefused {
        if (!Files.isDirectory(folder)) {
            String kind = Files.exists(folder) ? "cli.not-a-folder" : "cli.no-such-folder";
            throw new UsageRefused(Message.of(kind, folder.toString()), Message.of(kind + ".action"));
        }
    }

    /** A whole number from 1 on. */
    static final class AtLeastOne implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            int number = Integer.parseInt(value);
            if (number < 1) {
                throw new TypeConversionException("below 1");
            }
            return number;
        }
    }
}
