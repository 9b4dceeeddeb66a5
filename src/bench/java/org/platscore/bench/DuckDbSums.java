package org.platscore.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The bare query over the same log in DuckDB: records once, in the period, not internal; rows, sum and clients by platform. */
final class DuckDbSums {

    private DuckDbSums() {}

    /** Arguments: the log. Prints platform, rows, sum and clients. */
    public static void main(String[] arguments) throws SQLException {
        String query = """
                SELECT p, count(*), sum(a), count(DISTINCT c) FROM (
                  SELECT "服务编号" r, any_value("平台编号") p, any_value(CAST("到账金额（元）" AS DECIMAL(18, 2))) a,
                         any_value("统一社会信用代码") c
                  FROM read_csv('%s', header = true, all_varchar = true)
                  WHERE CAST("服务日期" AS DATE) BETWEEN DATE '2021-01-01' AND DATE '2022-12-31' AND "服务类型" <> '内部使用'
                  GROUP BY r)
                GROUP BY p ORDER BY p""".formatted(arguments[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                System.out.println(result.getString(1) + "," + result.getLong(2) + ","
                        + result.getBigDecimal(3).toPlainString() + "," + result.getLong(4));
            }
        }
    }
}
