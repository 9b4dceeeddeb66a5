/** What a printed table of an office looks like: pages of tables as data, and how they become a workbook. Knows no subject. */
@NullMarked
package org.platscore.report.sheet;

import org.jspecify.annotations.NullMarked;
