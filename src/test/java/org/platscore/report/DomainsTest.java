package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Who stands together on 领域分析. */
class DomainsTest {

    @TempDir
    Path folder;

    @Test
    void textsThatCountAsTheSameAreOneDomain() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules("report: {group: domain}\n" + Office.unitRules("领域", """
                        domain: {header: domain, type: text}
                        a: {header: a, type: number}
                        """, """
                        measures:
                          ma: {value: roster.a}
                        rubric:
                          - {id: A, weight: 100, measure: ma, score: {peers: {by: rank, within: domain}}}
                        """))
                .file("units.csv", "编号,名称,domain,a\nP1,n1,A区,1\nP2,n2,Ａ区,2\nP3,n3,,3\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        List<String> domains = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheet("领域分析")) {
                if (row.getCell(1) != null
                        && row.getCell(1).getCellType() == CellType.FORMULA
                        && row.getCell(1).getCellFormula().startsWith("ROWS(")) {
                    domains.add(row.getCell(0).getStringCellValue() + " "
                            + (int) row.getCell(1).getNumericCellValue());
                }
            }
        }
        assertThat(domains).containsExactly("— 1", "Ａ区 2", "全部 3");
    }
}
