package org.platscore.assessment;

import java.nio.file.Path;

/**
 * A submitted workbook of a batch.
 *
 * @param path where it lies
 * @param shown how results and findings call it, with {@code /}
 */
public record BatchFile(Path path, String shown) {}
