package org.platscore.intake;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How files are read.
 *
 * @param charset of CSV files; null: by byte order mark, else UTF-8, else GB18030
 * @param jobs how many files are read side by side, at least 1; no result depends on it
 */
public record IntakeOptions(@Nullable Charset charset, int jobs) {}
