package org.platscore.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads the file patterns of an input; they must stay inside the assessment folder. */
final class Globs {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern KNOWN_ENDING = Pattern.compile("(?i)\\.(csv|tsv|txt|xlsx|xlsm|xls)$");
    private static final Pattern ABSOLUTE = Pattern.compile("(/|~|[A-Za-z]:).*");

    private Globs() {}

    static List<String> read(Fields fields, Diagnostics diagnostics) {
        if (fields.required("files") == null) {
            return List.of();
        }
        List<String> globs = new ArrayList<>();
        for (Node item : fields.items("files")) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            if (scalar != null && sound(scalar, diagnostics)) {
                globs.add(scalar.text().strip());
            }
        }
        return List.copyOf(globs);
    }

    private static boolean sound(Node.Scalar scalar, Diagnostics diagnostics) {
        String glob = scalar.text().strip();
        String fault = fault(glob);
        if (fault.isEmpty()
                && ENDING.matcher(glob).find()
                && !KNOWN_ENDING.matcher(glob).find()) {
            diagnostics.warning(
                    "R024", scalar.mark(), Message.of("rules.glob.ending", glob), Message.of("rules.fix.glob.ending"));
        }
        if (!fault.isEmpty()) {
            diagnostics.error(
                    "R024",
                    scalar.mark(),
                    Message.of("rules.glob." + fault, glob),
                    Message.of("rules.fix.glob." + fault));
        }
        return fault.isEmpty();
    }

    private static String fault(String glob) {
        if (glob.isEmpty()) {
            return "blank";
        }
        if (glob.contains("\\")) {
            return "backslash";
        }
        if (ABSOLUTE.matcher(glob).matches()) {
            return "absolute";
        }
        for (String part : glob.split("/", -1)) {
            if (part.equals("..")) {
                return "parent";
            }
            if (part.contains("**") && !part.equals("**") || part.isEmpty()) {
                return "stars";
            }
        }
        return glob.endsWith("**") ? "stars" : "";
    }
}
