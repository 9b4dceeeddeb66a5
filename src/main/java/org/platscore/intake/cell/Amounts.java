package org.platscore.intake.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.NumberText;
import org.platscore.intake.sheet.RawCell.Format;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** Numbers, shares and amounts of money with the units of their cells and heads. */
final class Amounts {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    private final ColumnType type;
    private final String unit;
    private final @Nullable BigDecimal stated;
    private final @Nullable BigDecimal declared;
    private final boolean unclear;
    private final boolean headed;

    Amounts(Column column, String unit, String sheetUnit) {
        this.type = column.type();
        this.headed = !Units.amounts(unit).isEmpty();
        String named = type == ColumnType.MONEY && !headed ? sheetUnit : unit;
        this.unit = named.isEmpty() && column.unit() != null ? Spelling.dense(column.unit()) : named;
        List<BigDecimal> amounts = Units.amounts(named);
        this.stated = amounts.size() == 1 ? amounts.get(0) : null;
        this.unclear = type == ColumnType.MONEY && amounts.size() > 1;
        this.declared = column.unit() == null
                ? null
                : Units.money(Spelling.dense(column.unit())).orElse(null);
    }

    /** Returns what a number cell means. */
    Reading number(BigDecimal number, Format format) {
        if (!format.behind().isEmpty()) {
            String behind = Units.alone(Spelling.dense(format.behind()));
            if (!behind.isEmpty()) {
                return shown(number, behind);
            }
        }
        if (type == ColumnType.MONEY) {
            return format == Format.PERCENT
                    ? Reading.of(Fault.bad("percent-for-money", number.movePointRight(2)))
                    : money(number);
        }
        if (type == ColumnType.PERCENT) {
            return format == Format.PERCENT ? Reading.of(number) : share(number);
        }
        return format == Format.PERCENT ? percentage(number) : Reading.of(number);
    }

    /** Returns a share with a sign among plain numbers: under a head in % or ‰ in that, else as it is, and told. */
    private Reading percentage(BigDecimal share) {
        return inShares()
                ? Reading.of(share.movePointRight(unit.equals("%") ? 2 : 3))
                : new Reading(share, null, false, true, false);
    }

    /** Returns what a number cell means that is shown with a unit behind it: the same as a text would, if that says another unit. */
    private Reading shown(BigDecimal number, String suffix) {
        String text = number.toPlainString() + suffix;
        if (type == ColumnType.MONEY) {
            return money(text, number, suffix);
        }
        if (type == ColumnType.PERCENT) {
            return share(text, number, suffix);
        }
        Reading reading = plain(text, number, suffix);
        return unit.isEmpty() && reading.fault() != null ? Reading.of(number) : reading;
    }

    /** Returns what a text means. */
    Reading text(String text) {
        Optional<NumberText> read = NumberText.read(text);
        if (read.isEmpty()) {
            return Reading.of(Fault.bad("no-number", text));
        }
        BigDecimal number = read.get().number();
        String suffix = read.get().suffix();
        return switch (type) {
            case MONEY -> suffix.isEmpty() ? money(number) : money(text, number, suffix);
            case PERCENT -> share(text, number, suffix);
            default -> plain(text, number, suffix);
        };
    }

    /** Returns what a number in bare digits is multiplied with; null where that is told of. */
    @Nullable
    BigDecimal bareFactor() {
        return switch (type) {
            case MONEY -> unclear ? null : factor();
            case PERCENT -> inShares() ? bareShare() : null;
            case NUMBER, INTEGER -> BigDecimal.ONE;
            default -> null;
        };
    }

    private Reading money(BigDecimal number) {
        BigDecimal factor = factor();
        BigDecimal amount = factor == null ? number : number.multiply(factor);
        boolean told = (unclear || factor == null) && number.signum() != 0;
        return new Reading(amount, null, false, told, false);
    }

    private @Nullable BigDecimal factor() {
        return stated != null ? stated : declared;
    }

    /** Returns the two units of money that the head or 单位 row names, of which neither counts; empty where it does not. */
    String unclear() {
        return unclear ? unit : "";
    }

    private Reading money(String text, BigDecimal number, String suffix) {
        Optional<BigDecimal> own = Units.money(suffix);
        if (own.isPresent()) {
            return headed && stated != null && stated.compareTo(own.get()) != 0
                    ? Reading.of(Fault.bad("units-disagree", text, suffix, unit))
                    : Reading.of(number.multiply(own.get()));
        }
        Optional<BigDecimal> word = Units.word(suffix);
        if (word.isEmpty()) {
            return Reading.of(foreign(text, suffix));
        }
        return unclear || stated != null && stated.compareTo(BigDecimal.ONE) != 0
                ? Reading.of(Fault.ambiguous("word-under-unit", text, suffix, unit))
                : Reading.of(number.multiply(word.get()));
    }

    private Reading share(String text, BigDecimal number, String suffix) {
        return switch (suffix) {
            case "" -> share(number);
            case "%" -> Reading.of(number.multiply(HUNDREDTH));
            case "‰" -> Reading.of(number.multiply(THOUSANDTH));
            default -> Reading.of(foreign(text, suffix));
        };
    }

    /** Returns a share in bare digits; one above 1 whose head does not say % may be meant as a percentage. */
    private Reading share(BigDecimal number) {
        boolean told = !inShares() && number.abs().compareTo(BigDecimal.ONE) > 0;
        return new Reading(number.multiply(bareShare()), null, false, told, false);
    }

    /** Returns whether the head says what share a bare 1 is. */
    private boolean inShares() {
        return unit.equals("%") || unit.equals("‰");
    }

    private BigDecimal bareShare() {
        return unit.equals("%") ? HUNDREDTH : unit.equals("‰") ? THOUSANDTH : BigDecimal.ONE;
    }

    private Reading plain(String text, BigDecimal number, String suffix) {
        if (suffix.isEmpty() || fits(suffix)) {
            return Reading.of(number);
        }
        if (suffix.equals("%") || suffix.equals("‰")) {
            return percentage(number.multiply(suffix.equals("%") ? HUNDREDTH : THOUSANDTH));
        }
        for (int length = Math.min(2, suffix.length()); length > 0; length--) {
            Optional<BigDecimal> word = Units.word(suffix.substring(0, length));
            String rest = suffix.substring(length);
            if (word.isPresent() && (rest.isEmpty() || fits(rest))) {
                return Reading.of(number.multiply(word.get()));
            }
        }
        return Reading.of(
                unit.isEmpty() || !Units.possible(suffix)
                        ? foreign(text, suffix)
                        : Fault.bad("units-disagree", text, suffix, unit));
    }

    /** Returns the fault of what stands behind a number: a unit of something else, or no unit at all, as in 30左右. */
    private static Fault foreign(String text, String suffix) {
        return Units.possible(suffix) ? Fault.bad("foreign-unit", text, suffix) : Fault.bad("no-number", text);
    }

    /** Returns whether a unit behind a number says no more than the head does. */
    private boolean fits(String suffix) {
        return unit.isEmpty() ? Units.counts(suffix.toLowerCase(Locale.ROOT)) : Units.same(suffix, unit);
    }
}
