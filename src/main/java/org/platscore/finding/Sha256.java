package org.platscore.finding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex, by which one state of a file is told from another. */
public final class Sha256 {

    private static final int BRIEF = 12;

    private Sha256() {}

    /** Returns what takes the bytes, piece by piece. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the sum of all bytes that were taken. */
    public static String end(MessageDigest begun) {
        return HexFormat.of().formatHex(begun.digest());
    }

    /** Returns as much of a sum as people are shown; a shorter text as it is. */
    public static String brief(String sum) {
        return sum.substring(0, Math.min(BRIEF, sum.length()));
    }
}
