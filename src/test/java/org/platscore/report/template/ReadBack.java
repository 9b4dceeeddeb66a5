package org.platscore.report.template;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Roster;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.Subject;
import org.platscore.intake.Submission;
import org.platscore.intake.Submissions;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** A submitted workbook read as the program reads it: the values of fields and cells, and all findings. */
record ReadBack(
        @Nullable Subject subject, Map<String, Object> fields, Map<String, Object> cells, List<Finding> findings) {

    static ReadBack of(Rulebook rules, @Nullable Roster roster, Path file) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Map<String, Integer> rows = new HashMap<>();
        RowConsumer consumer = new RowConsumer() {
            @Override
            public void accepted(Input input, Subject subject, PlacedRow row) {
                int number = rows.merge(input.name(), 1, Integer::sum);
                for (Column column : input.columns()) {
                    Object value = row.cell(column.name());
                    if (value != null) {
                        cells.put(input.name() + "." + column.name() + "." + number, plain(value));
                    }
                }
            }

            @Override
            public void rejected(Input input, Subject subject, String code, PlacedRow row) {}
        };
        Submission read = Submissions.of(rules, roster, FileOptions.STANDARD)
                .read(file, file.getFileName().toString(), consumer);
        Map<String, Object> fields = new LinkedHashMap<>();
        read.intake()
                .forms()
                .forEach((input, forms) -> forms.get(0).forEach((name, value) -> {
                    if (value != null) {
                        fields.put(input + "." + name, plain(value));
                    }
                }));
        return new ReadBack(
                read.subject(), fields, cells, read.intake().findings().sorted());
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? plain(number) : value;
    }

    static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
