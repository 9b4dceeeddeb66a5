package org.platscore.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.ValueReading;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/** Section 1: what the whole file says of itself. Faulty values stand as null, or as their defaults. */
record Head(
        @Nullable String title,
        String edition,
        @Nullable Period period,
        String subject,
        @Nullable BigFraction fullMarks,
        Rounding rounding,
        Missing missing,
        @Nullable BigFraction totalLimit) {

    private static final List<String> VERSIONS = List.of("1");

    static Head read(Fields top, Diagnostics diagnostics) {
        version(top, diagnostics);
        String edition = top.text("edition");
        String subject = top.text("subject");
        BigFraction full = top.has("full_marks") ? positive(top, "full_marks", diagnostics) : BigFraction.of(100);
        BigFraction limit = positive(top, "total_limit", diagnostics);
        if (full != null && limit != null && limit.compareTo(full) < 0) {
            diagnostics.warning(
                    "R021",
                    top.valueMark("total_limit"),
                    Message.of("rules.low-total-limit", limit, full),
                    Message.of("rules.fix.low-total-limit"));
        }
        return new Head(
                top.requiredText("title"),
                edition == null ? "" : edition,
                period(top, diagnostics),
                subject == null ? "平台" : subject,
                full,
                rounding(top, diagnostics),
                missing(top, diagnostics),
                limit);
    }

    /** Returns a number above 0; null if absent or, with an error, none. */
    static @Nullable BigFraction positive(Fields fields, String key, Diagnostics diagnostics) {
        BigFraction number = fields.number(key);
        if (number != null && number.signum() <= 0) {
            diagnostics.error(
                    "R018",
                    fields.valueMark(key),
                    Message.of("rules.not-positive", key, number),
                    Message.of("rules.fix.positive"));
            return null;
        }
        return number;
    }

    private static void version(Fields top, Diagnostics diagnostics) {
        if (top.required("platscore") == null) {
            return;
        }
        Node.Scalar version = top.scalar("platscore");
        if (version != null && !VERSIONS.contains(version.text())) {
            diagnostics.error(
                    "R018",
                    version.mark(),
                    Message.of("rules.other-version", version.text()),
                    Message.of("rules.fix.other-version"));
        }
    }

    private static @Nullable Period period(Fields top, Diagnostics diagnostics) {
        Node node = top.required("period");
        Fields fields = node == null ? null : Fields.of(node, diagnostics, "{from: 2021-01-01, to: 2022-12-31}");
        if (fields == null) {
            return null;
        }
        LocalDate from = day(fields, "from", diagnostics);
        LocalDate to = day(fields, "to", diagnostics);
        fields.done();
        if (from == null || to == null) {
            return null;
        }
        if (from.isAfter(to)) {
            diagnostics.error(
                    "R019",
                    fields.valueMark("from"),
                    Message.of("rules.period-order", from.toString(), to.toString()),
                    Message.of("rules.fix.period-order"));
            return null;
        }
        return new Period(from, to);
    }

    private static @Nullable LocalDate day(Fields fields, String key, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.required(key) == null ? null : fields.scalar(key);
        return scalar == null ? null : ValueReading.date(scalar, diagnostics);
    }

    private static Rounding rounding(Fields top, Diagnostics diagnostics) {
        Node node = top.node("rounding");
        Fields fields = node == null ? null : Fields.of(node, diagnostics, "{indicator: 2, total: 2}");
        if (fields == null) {
            return new Rounding(2, 2, RoundingMode.HALF_UP);
        }
        int indicator = places(fields, "indicator", diagnostics);
        int total = places(fields, "total", diagnostics);
        String mode = fields.word("mode", List.of("half-up", "half-even", "down"));
        fields.done();
        return new Rounding(indicator, total, mode == null ? RoundingMode.HALF_UP : mode(mode));
    }

    private static RoundingMode mode(String word) {
        return switch (word) {
            case "half-even" -> RoundingMode.HALF_EVEN;
            case "down" -> RoundingMode.DOWN;
            default -> RoundingMode.HALF_UP;
        };
    }

    private static int places(Fields fields, String key, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.scalar(key);
        if (scalar == null) {
            return 2;
        }
        if (scalar.text().equals("none")) {
            return Rounding.NONE;
        }
        BigFraction number = RuleNumber.read(scalar.text()).orElse(null);
        if (number == null
                || number.getDenominator().bitLength() != 1
                || number.signum() < 0
                || number.compareTo(BigFraction.of(10)) > 0) {
            diagnostics.error(
                    "R018",
                    scalar.mark(),
                    Message.of("rules.not-places", key, scalar.text()),
                    Message.of("rules.fix.places"));
            return 2;
        }
        return number.intValue();
    }

    private static Missing missing(Fields top, Diagnostics diagnostics) {
        Node.Scalar scalar = top.scalar("missing");
        if (scalar == null || scalar.text().equals("error")) {
            return new Missing.Error();
        }
        if (scalar.text().equals("exclude")) {
            return new Missing.Exclude();
        }
        BigFraction number = RuleNumber.read(scalar.text()).orElse(null);
        if (number == null) {
            diagnostics.unknown(
                    "R023",
                    scalar.mark(),
                    Message.of("rules.kind.word", "missing"),
                    scalar.text(),
                    List.of("error", "exclude"));
            return new Missing.Error();
        }
        return new Missing.Number(new Benchmark.Constant(number));
    }

    /** Returns a share or count as the fraction of a decimal, for tests of wholeness. */
    static boolean whole(BigFraction number) {
        return number.getDenominator().equals(BigDecimal.ONE.toBigInteger());
    }
}
