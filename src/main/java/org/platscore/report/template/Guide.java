package org.platscore.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.platscore.intake.Submissions;
import org.platscore.report.sheet.SafeText;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Rulebook;

/** The page that tells how to fill in the others, item by item, and what each is scored for. */
final class Guide {

    private static final int[] WIDTHS = {14, 30, 10, 40, 70};
    private static final int LINE = 15;

    private final XSSFSheet sheet;
    private final List<Plan.Sheet> plan;
    private final Rulebook rules;
    private final Words words;
    private final Look look;
    private final Rule rule;
    private int next;

    Guide(XSSFSheet sheet, List<Plan.Sheet> plan, Rulebook rules, Words words, Look look, Rule rule) {
        this.sheet = sheet;
        this.plan = plan;
        this.rules = rules;
        this.words = words;
        this.look = look;
        this.rule = rule;
    }

    void write(Lists lists) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        across(
                words.say("template.sheet-title", words.matter(rules.title()), words.say("template.guide")),
                look.title(),
                44f);
        List<String> advice = new ArrayList<>();
        advice.add(words.say(
                "template.advice.period",
                words.day(rules.period().from()),
                words.day(rules.period().to())));
        advice.add(words.say("template.advice.fill"));
        advice.add(words.say("template.advice.money"));
        advice.add(words.say("template.advice.rows"));
        if (Submissions.inputs(rules).stream().anyMatch(input -> input.belongsTo() instanceof BelongsTo.ByFile)) {
            advice.add(words.say("template.advice.file", rules.subject()));
        }
        advice.add(words.say("template.advice.check"));
        for (int i = 0; i < advice.size(); i++) {
            across((i + 1) + ". " + advice.get(i), look.side(), 22f);
        }
        next++;
        int head = next;
        List<String> heads = List.of("sheet", "item", "unit", "how", "scored-for");
        List<String> texts =
                heads.stream().map(each -> words.say("template.head." + each)).toList();
        row(texts, look.head());
        for (Plan.Sheet each : plan) {
            each.fields().forEach(entry -> entry(each, entry));
            each.columns().forEach(entry -> entry(each, entry));
        }
        int last = next - 1;
        lists(lists);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, WIDTHS.length - 1, 0, last);
        Protection.set(sheet);
        PrintSetup.of(sheet, words, true);
    }

    private void entry(Plan.Sheet of, Entry entry) {
        List<String> scored = entry.indicators().stream().map(words::scored).toList();
        List<String> choices = entry.choices(words.yesNo());
        String how = rule.sentence(entry)
                + (choices.isEmpty() ? "" : words.say("template.choices", new ArrayList<Object>(choices)));
        row(
                List.of(
                        of.name(),
                        entry.label() + (entry.required() ? "*" : ""),
                        entry.unit(),
                        how,
                        String.join("\n", scored)),
                look.text());
    }

    private void row(List<String> texts, CellStyle style) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellStyle(style);
            cell.setCellValue(SafeText.of(texts.get(i)));
            int own = 0;
            for (String line : texts.get(i).split("\n", -1)) {
                own += 1 + 2 * line.length() / WIDTHS[i];
            }
            lines = Math.max(lines, own);
        }
        row.setHeightInPoints(Math.min(400f, 6f + LINE * lines));
    }

    private void across(String text, CellStyle style, float height) {
        Row row = sheet.createRow(next);
        row.setHeightInPoints(height);
        Cell cell = row.createCell(0);
        cell.setCellStyle(style);
        cell.setCellValue(SafeText.of(text));
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.length - 1));
        next++;
    }

    private void lists(Lists lists) {
        for (Map.Entry<Integer, List<String>> list : lists.all().entrySet()) {
            for (int i = 0; i < list.getValue().size(); i++) {
                Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(list.getKey()).setCellValue(list.getValue().get(i));
            }
            sheet.setColumnHidden(list.getKey(), true);
        }
    }
}
