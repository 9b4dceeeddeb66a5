package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;
import tools.jackson.databind.JsonNode;

/** Parts, what minus, limits and scaling took, and rounding add up to the amount, wherever they are written. */
class RewardsAddUpTest {

    private static final List<String> PARTS = List.of("base", "share", "pool");
    private static final List<String> CHANGES = List.of("minus", "limited", "scaled", "rounded");

    @TempDir
    Path folder;

    private Map<String, BigDecimal> amounts = new HashMap<>();

    @BeforeEach
    void aRunWhereEverythingIsTaken() {
        StringBuilder roster = new StringBuilder("id,name,score,income,received\n");
        for (int i = 1; i <= 23; i++) {
            roster.append("P%d,N%d,%d,%d,%d\n".formatted(i, i, 50 + 2 * i, 1_000_003 * i / 7, i % 3 * 10_007));
        }
        Office.Outcome outcome = Office.in(folder)
                .rules("""
                platscore: 1
                title: 奖励
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  platforms:
                    files: platforms.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {header: id, type: text, required: true}
                      name: {header: name, type: text, required: true}
                      score: {header: score, type: number}
                      income: {header: income, type: money, unit: 元}
                      received: {header: received, type: money, unit: 元}
                measures:
                  score: {value: roster.score}
                  income: {unit: 元, value: roster.income}
                  received: {unit: 元, value: roster.received}
                rubric:
                  - {id: A, weight: 100, measure: score, score: {linear: {zero: 0, full: 100}}}
                grades:
                  - {id: good, label: 良好, min: 60}
                  - {id: pass, label: 合格}
                rewards:
                  budget: 250万
                  parts:
                    - {id: base, label: 等次奖励, fixed: {good: 3万}}
                    - {id: share, label: 收入奖励, rate: {of: income, percent: {good: 3.3%}, limit: 9万}}
                    - {id: pool, label: 绩效奖励, pool: {amount: 200万, by: "total / 7"}}
                  minus: [received]
                  limit: 20.5万
                  over_budget: scale
                  unit: 1万
                """)
                .file("platforms.csv", roster.toString())
                .assess();
        outcome.byId().forEach((id, subject) -> {
            JsonNode reward = subject.get("reward");
            BigDecimal sum = BigDecimal.ZERO;
            for (String part : PARTS) {
                sum = sum.add(reward.get("parts").get(part).decimalValue());
            }
            for (String change : CHANGES) {
                sum = sum.add(reward.get(change).decimalValue());
            }
            BigDecimal amount = reward.get("amount").decimalValue();
            assertThat(sum).as("results.json, %s", id).isEqualByComparingTo(amount);
            amounts.put(id, amount);
        });
        assertThat(amounts).hasSize(23);
        BigDecimal all = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all).isEqualByComparingTo("2500000");
    }

    @Test
    void inTheTable() throws IOException {
        List<String> lines = List.of(Files.readString(folder.resolve("out/rewards.csv"), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .split("\r\n"));
        List<String> heads = List.of(lines.get(0).split(",", -1));
        assertThat(heads.subList(4, heads.size() - 1))
                .containsExactly("base", "share", "pool", "minus", "limited", "scaled", "rounded");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 4; i < cells.length - 1; i++) {
                sum = sum.add(new BigDecimal(cells[i]));
            }
            BigDecimal amount = new BigDecimal(cells[cells.length - 1]);
            assertThat(sum).as(line).isEqualByComparingTo(amount);
            assertThat(amount)
                    .as(line)
                    .isEqualByComparingTo(cells[0].equals("合计") ? new BigDecimal("2500000") : amounts.get(cells[0]));
        }
        assertThat(lines).hasSize(25);
    }

    @Test
    void inTheWorkbook() throws IOException {
        int found = 0;
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheet("奖励分配")) {
                BigDecimal amount = row.getLastCellNum() > 12 && row.getCell(1) != null && text(row.getCell(1)) != null
                        ? amounts.get(text(row.getCell(1)))
                        : null;
                if (amount != null) {
                    found++;
                    BigDecimal sum = BigDecimal.ZERO;
                    for (int i = 5; i < 12; i++) {
                        sum = sum.add(BigDecimal.valueOf(row.getCell(i).getNumericCellValue()));
                    }
                    assertThat(sum.setScale(6, RoundingMode.HALF_UP))
                            .as(text(row.getCell(1)))
                            .isEqualByComparingTo(amount);
                    assertThat(BigDecimal.valueOf(row.getCell(12).getNumericCellValue()))
                            .isEqualByComparingTo(amount);
                }
            }
        }
        assertThat(found).isEqualTo(23);
    }

    private static @Nullable String text(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : null;
    }
}
