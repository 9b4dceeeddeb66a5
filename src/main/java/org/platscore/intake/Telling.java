package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.sheet.RawCell;

/** Which columns of a table tell its rows of data from rows of heads: those in which no head would be sound. */
final class Telling {

    private Telling() {}

    /** Returns by position of the input whether what is sound in the column shows that its row is none of heads. */
    static boolean[] columns(TableSpec spec, Header header, List<CellReader> readers, Owner owner) {
        List<String> heads = heads(spec, header);
        boolean[] telling = new boolean[readers.size()];
        for (int i = 0; i < telling.length; i++) {
            CellReader reader = readers.get(i);
            telling[i] = header.at()[i] >= 0
                    && heads.stream()
                            .allMatch(head -> reader.read(RawCell.text(head)).fault() != null);
        }
        if (spec.owner() >= 0 && owner.asked()) {
            telling[spec.owner()] = heads.stream().allMatch(head -> owner.find(head) == null);
        }
        return telling;
    }

    /** Returns what may stand in a row of heads: the heads of the sheet, and all that the rules name. */
    private static List<String> heads(TableSpec spec, Header header) {
        List<String> heads = new ArrayList<>();
        spec.columns().forEach(column -> heads.addAll(column.headers()));
        for (int at : header.at()) {
            if (at >= 0) {
                heads.add(header.texts().get(at));
                heads.add(header.heads().get(at).full());
                heads.add(header.upper().isEmpty() ? "" : header.upper().get(at).full());
            }
        }
        heads.removeIf(String::isEmpty);
        return heads;
    }
}
