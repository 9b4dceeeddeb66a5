package org.platscore.report.data;

import java.nio.file.Path;
import java.util.Map;
import org.platscore.finding.Lang;

/**
 * What the reports need to know besides the result.
 *
 * @param lang the language of the files
 * @param scoreSheets whether a score sheet is written for each subject
 * @param programVersion version of the program, such as {@code 1.0.0}
 * @param input the assessment folder
 * @param rules the rules file
 * @param out the folder under whose name the files will be found in the end; the manifest's paths are relative to it
 * @param bearing the options of this run that bear on results, by their long names, in a fixed order
 */
public record ReportOptions(
        Lang lang,
        boolean scoreSheets,
        String programVersion,
        Path input,
        Path rules,
        Path out,
        Map<String, String> bearing) {}
