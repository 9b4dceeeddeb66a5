package org.platscore.rules;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Sha256;

/** A rules file's bytes, by which a result tells the rules it was worked out by. Threads may share it. */
public final class RulesBytes {

    private final byte[] bytes;
    private volatile @Nullable String sha256;

    /** @param bytes never change */
    public RulesBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns how many there are. */
    public long size() {
        return bytes.length;
    }

    /** Returns their SHA-256 in hex, worked out when it is first asked for: a small command does without. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            MessageDigest sum = Sha256.begin();
            sum.update(bytes);
            known = Sha256.end(sum);
            sha256 = known;
        }
        return known;
    }
}
