package org.platscore.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts in the capital numerals of payment papers: 15,130,000 is 壹仟伍佰壹拾叁万元整. */
final class ChineseAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] WITHIN = {"", "拾", "佰", "仟"};
    private static final int YI = 8;
    private static final String[] SECTIONS = {"", "万", "亿", "万", "亿"};

    private ChineseAmount() {}

    /** Returns an amount of 元 in words, half-up to the cent; what has more than 20 digits before the point has no words for them. */
    static String of(BigDecimal yuan) {
        BigInteger cents =
                yuan.setScale(2, RoundingMode.HALF_UP).unscaledValue().abs();
        BigInteger[] split = cents.divideAndRemainder(BigInteger.valueOf(100));
        int jiao = split[1].intValue() / 10;
        int fen = split[1].intValue() % 10;
        StringBuilder words = new StringBuilder(yuan.signum() < 0 && cents.signum() != 0 ? "负" : "");
        if (split[0].signum() != 0 || split[1].signum() == 0) {
            words.append(whole(split[0])).append('元');
        }
        if (jiao == 0 && fen == 0) {
            return words.append('整').toString();
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append('角');
        } else if (split[0].signum() != 0) {
            words.append('零');
        }
        return (fen > 0 ? words.append(DIGITS.charAt(fen)).append('分') : words.append('整')).toString();
    }

    private static String whole(BigInteger number) {
        String digits = number.toString();
        if (digits.length() > 4 * SECTIONS.length) {
            return digits;
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        boolean inSection = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
            } else {
                if (gap && words.length() > 0) {
                    words.append('零');
                }
                gap = false;
                inSection = true;
                words.append(DIGITS.charAt(digit)).append(WITHIN[place % 4]);
            }
            if (place % 4 == 0) {
                // What stands above is so many 亿: 壹万贰仟亿, 壹亿亿.
                if (inSection || place == YI && words.length() > 0) {
                    words.append(SECTIONS[place / 4]);
                }
                inSection = false;
            }
        }
        return words.length() == 0 ? "零" : words.toString();
    }
}
