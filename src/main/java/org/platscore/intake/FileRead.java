package org.platscore.intake;

import org.jspecify.annotations.Nullable;

/**
 * A file that the run looked at.
 *
 * @param input name of the input in the rules; {@code adjustments} for the corrections
 * @param path relative to the assessment folder, NFC, with {@code /}
 * @param sha256 of its bytes in hex; null where it could not be read
 * @param size in bytes
 * @param rows data rows met (a form counts 1)
 * @param accepted rows that passed all checks
 * @param rejected rows left out by a finding
 * @param passedOver rows that {@code where} leaves out
 */
public record FileRead(
        String input,
        String path,
        @Nullable String sha256,
        long size,
        long rows,
        long accepted,
        long rejected,
        long passedOver) {}
