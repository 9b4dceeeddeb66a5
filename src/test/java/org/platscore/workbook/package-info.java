/** The workbook as a model: what LibreOffice makes of its formulas, and what is in them. */
@NullMarked
package org.platscore.workbook;

import org.jspecify.annotations.NullMarked;
