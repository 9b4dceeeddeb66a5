/** The blank workbook that subjects fill in and submit, made from the rules. */
@NullMarked
package org.platscore.report.template;

import org.jspecify.annotations.NullMarked;
