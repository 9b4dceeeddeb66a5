package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** Opens what is encrypted with the passwords that the user gave, and with the one that Excel itself uses to protect a book from changes. */
final class Passwords {

    /** More rounds of hashing than Excel may ask for only hold up. */
    private static final int MOST_ROUNDS = 10_000_000;

    private Passwords() {}

    /**
     * Unlocks an encryption.
     *
     * @throws FileFault {@code encrypted-file} if no password fits
     */
    static Decryptor unlock(EncryptionInfo info, List<String> passwords) throws FileFault, GeneralSecurityException {
        if (info.getVerifier() != null && info.getVerifier().getSpinCount() > MOST_ROUNDS) {
            throw FileFault.of("encrypted-file", "encrypted-oddly");
        }
        Decryptor decryptor = info.getDecryptor();
        List<String> tried = new ArrayList<>(passwords);
        tried.add(0, Decryptor.DEFAULT_PASSWORD);
        for (String password : tried) {
            if (decryptor.verifyPassword(password)) {
                return decryptor;
            }
        }
        throw FileFault.of("encrypted-file", passwords.isEmpty() ? "encrypted" : "encrypted-otherwise");
    }

    /** Returns the workbook behind a password. */
    static byte[] decrypted(DirectoryNode root, FileOptions options) throws FileFault, IOException {
        try {
            EncryptionInfo info = new EncryptionInfo(root);
            Decryptor decryptor = unlock(info, options.passwords());
            try (InputStream in = decryptor.getDataStream(root)) {
                return in.readAllBytes();
            }
        } catch (GeneralSecurityException e) {
            throw FileFault.of("encrypted-file", "encrypted-oddly");
        }
    }
}
