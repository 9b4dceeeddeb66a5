package org.platscore.intake.sheet;

import org.jspecify.annotations.Nullable;

/**
 * One sheet of a file.
 *
 * @param index position in the file, from 0
 * @param name its name; null for a text file, which is one sheet without a name
 * @param hidden whether it is hidden
 */
public record SheetHead(int index, @Nullable String name, boolean hidden) {}
