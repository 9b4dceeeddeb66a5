package org.platscore.report.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Lang;
import org.platscore.intake.Subject;
import org.platscore.intake.Submissions;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.GuideMark;
import org.platscore.report.sheet.Workbooks;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Rulebook;
import org.platscore.rules.words.RulesWording;

/** The blank workbook that a subject fills in and submits. What is filled in reads back without a finding. */
public final class Template {

    private Template() {}

    /**
     * Writes a blank workbook.
     *
     * @param subject whose facts in the roster are filled in already; null for nobody
     * @throws IOException if the file cannot be written
     */
    public static void write(Rulebook rules, @Nullable Subject subject, Path file, Lang lang) throws IOException {
        Words words = new Words(lang, rules, new RulesWording(rules));
        List<Plan.Sheet> plan = Plan.of(rules, subject);
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            String guide = guideName(words, plan);
            Look look = new Look(book);
            Lists lists = new Lists(guide);
            Rule rule = new Rule(words, lists);
            XSSFSheet first = book.createSheet(guide);
            for (Plan.Sheet sheet : plan) {
                new TemplateSheet(book.createSheet(sheet.name()), sheet, rules, words, look, rule).write();
            }
            new Guide(first, plan, rules, words, look, rule).write(lists);
            Name mark = book.createName();
            mark.setNameName(GuideMark.NAME);
            mark.setRefersToFormula("'" + guide.replace("'", "''") + "'!$A$1");
            int open = plan.isEmpty() ? 0 : 1;
            book.setActiveSheet(open);
            book.setSelectedTab(open);
            Workbooks.write(book, words.say("template.title", words.matter(rules.title())), file);
        }
    }

    /** Returns the name of a sheet that no workbook can have, or not beside the others; empty where all names will do. */
    public static Optional<String> impossibleSheet(Rulebook rules) {
        Set<String> names = new HashSet<>();
        return Plan.of(rules, null).stream()
                .map(Plan.Sheet::name)
                .filter(name -> !possible(name) || !names.add(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean possible(String name) {
        return WorkbookUtil.createSafeSheetName(name).equals(name);
    }

    /** Returns the name of a subject's template, without ending: one by which the file finds its subject where it has to. */
    public static String name(Rulebook rules, Subject subject) {
        String full = subject.id() + "-" + subject.name();
        boolean byFile =
                Submissions.inputs(rules).stream().anyMatch(input -> input.belongsTo() instanceof BelongsTo.ByFile);
        boolean found = Spelling.fold(full).split("[-_\\s]", 2)[0].equals(Spelling.fold(subject.id()));
        return byFile && !found ? subject.id() : full;
    }

    /** The guide has a name of its own, whatever the rules call their sheets. */
    private static String guideName(Words words, List<Plan.Sheet> plan) {
        String name = words.say("template.guide");
        while (taken(name, plan)) {
            name += "_";
        }
        return name;
    }

    private static boolean taken(String name, List<Plan.Sheet> plan) {
        return plan.stream().anyMatch(sheet -> Spelling.dense(sheet.name()).equalsIgnoreCase(Spelling.dense(name)));
    }
}
