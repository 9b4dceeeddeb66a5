"""The sums of the service log in pandas: records once, in the period, not internal; amounts as whole cents.

Arguments: the log.
"""
import sys

import pandas

log = pandas.read_csv(sys.argv[1], dtype=str)
log = log[log["服务日期"].between("2021-01-01", "2022-12-31") & (log["服务类型"] != "内部使用")]
log = log.drop_duplicates("服务编号")
log["cents"] = log["到账金额（元）"].str.replace(".", "", regex=False).astype("int64")
groups = log.groupby("平台编号")
for platform, count, cents, clients in zip(
    groups.size().index, groups.size(), groups["cents"].sum(), groups["统一社会信用代码"].nunique()
):
    print(f"{platform},{count},{cents // 100}.{cents % 100:02d},{clients}")
