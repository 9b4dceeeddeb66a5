package org.platscore.sample;

/** What is planted in the files: the finding that it gives, and what an assessment does with it. */
enum Fault {
    OUTSIDE_PERIOD("outside-period", "date before or after the period: the row is left out"),
    REPEATED("repeated", "record number entered twice in one log: the first row counts"),
    CLAIMED_TWICE("repeated", "record of another platform's log: the first file's row counts"),
    INVOICE_TWICE(
            "invoice-reused",
            "invoice of another platform's log under a new record number: the first file's row counts"),
    OWN_UNIT("own-unit", "the client is the platform's own operator: the row is left out"),
    WRONG_CODE("bad-credit-code", "wrong check digit: told, the row counts"),
    PILOT_CODE("pilot-credit-code", "code of the pilot series: genuine, only noted"),
    OLD_CODE("bad-credit-code", "nine-place organisation code: told, the row counts"),
    LOWER_CASE_CODE("-", "code in lower case: read as what it means"),
    UNKNOWN_PLATFORM("unknown-subject", "platform that the roster does not have: the row is left out"),
    FULL_WIDTH("number-as-text", "amount in full-width digits: read as what it means"),
    GROUPED("number-as-text", "amount as text with a thousands separator: read as what it means"),
    UNIT_IN_CELL("number-as-text", "amount with its unit in the cell: read as what it means"),
    UNIT_CONFLICT("bad-value", "unit of the cell disagrees with the head: the row is left out"),
    VAGUE("bad-value", "vague amount: never a guess, the row is left out"),
    WRONG_UNIT("unit-unclear", "万元 entered under a head in 元: told; a correction in adjustments.csv puts it right"),
    NO_SUCH_DAY("bad-value", "a day that does not exist: the row is left out"),
    AMBIGUOUS_DAY("ambiguous-value", "day or month first? never a guess, the row is left out"),
    MINUTES("bad-value", "minutes under a head in hours: the cell is blank, the row counts"),
    UNKNOWN_CHOICE("bad-value", "a size that the rules do not know: the cell is blank, the row counts"),
    NO_RECORD("missing-value", "no record number: the row is left out"),
    EXTRA_CELL("extra-cells", "unquoted thousands separator: one cell too many, the row is left out"),
    REFUND("-", "negative amount, a refund: it counts as such"),
    SUM_ROW("sum-row", "合计 row: passed over"),
    BLANK_ROW("-", "blank row: passed over"),
    TITLE_ROW("-", "title above the head: passed over"),
    UNIT_LINE("-", "the unit of money stands in a line above the head"),
    HEAD_AGAIN("-", "head repeated among the rows: passed over"),
    EXAMPLE_SHEET("example-sheet", "sheet of examples: not read"),
    OLD_WORKBOOK("-", "workbook of Excel 97: read like the others"),
    TEXT_AS_WORKBOOK("wrong-ending", "CSV under the name of a workbook: read as what it is"),
    SEMICOLONS("-", "CSV with semicolons: read as what it means"),
    HIDDEN_SHEET("hidden-sheet", "hidden sheet: not read"),
    HIDDEN_ROW("hidden-rows", "hidden row: it counts"),
    MERGED("merged-cells", "cell merged over two rows: it holds for both"),
    FORMULA("formula-value", "amount by a formula: its saved result counts"),
    WPS_PROPERTIES("repaired-workbook", "document properties as WPS writes them: the workbook is read without them"),
    BLANK_SCORE("-", "an expert who stood aside (回避): no value"),
    SCORE_TOO_HIGH("bad-value", "score above 100: the row is left out"),
    SCORE_FAR_OFF("-", "expert far off the others: dropped as the lowest"),
    SCORE_REPEATED("score-repeated", "the same expert's score entered twice: the first counts"),
    VETO("-", "a fabricated report found by the inspection: veto");

    private final String code;
    private final String effect;

    Fault(String code, String effect) {
        this.code = code;
        this.effect = effect;
    }

    /** The finding code, or {@code -} where none is due. */
    String code() {
        return code;
    }

    String effect() {
        return effect;
    }
}
