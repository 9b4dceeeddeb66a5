package org.platscore.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-7", "100", "0.5", "-0.05", "123456789012345", "1234567.12345678"})
    void whatStandsAsItIsShownIsTakenAsItIs(String text) {
        assertThat(XlsxCells.shown(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-0",
                "00",
                "07",
                "1.0",
                "1.",
                ".5",
                "-.5",
                "0.50",
                "1e3",
                "+1",
                "1.2.3",
                "1234567890123456",
                "0.1234567890123456",
                " 1",
                "１"
            })
    void anythingElseIsLookedAtCloser(String text) {
        assertThat(XlsxCells.shown(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E46",
                "1E-46",
                "1E2147483647",
                "100E2147483647",
                "1E-2147483647",
                "0.1E-2147483646",
                "1E2147483648",
                "1E99999999999"
            })
    void whatIsBeyondAllBoundsIsNoNumber(String text) {
        assertThat(XlsxCells.number(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "0.0", "0E2147483647", "-0E-2147483647"})
    void nothingIsZeroHoweverItIsWritten(String text) {
        assertThat(XlsxCells.number(text)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void bothWaysGiveTheSameNumberAndText() {
        SplittableRandom random = new SplittableRandom(9);
        String signs = "0123456789.-0001";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int c = 0; c < length; c++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String number = text.toString();
            if (XlsxCells.shown(number)) {
                BigDecimal closer = Objects.requireNonNull(XlsxCells.number(number));
                assertThat(closer).isEqualTo(new BigDecimal(number));
                assertThat(closer.toPlainString()).isEqualTo(number);
            }
        }
    }
}
