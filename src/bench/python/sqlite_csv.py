"""The sums of the service log in SQLite (in memory): records once, in the period, not internal; amounts as whole cents.

Arguments: the log.
"""
import csv
import sqlite3
import sys
from decimal import Decimal

base = sqlite3.connect(":memory:")
base.execute("CREATE TABLE log (record TEXT, platform TEXT, code TEXT, day TEXT, kind TEXT, cents INTEGER)")
with open(sys.argv[1], encoding="utf-8", newline="") as log:
    rows = csv.reader(log)
    next(rows)
    base.executemany(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)",
        ((r[0], r[1], r[3], r[5], r[6], int(r[8].replace(".", ""))) for r in rows),
    )
query = """
    SELECT platform, count(*), sum(cents), count(DISTINCT code) FROM (
      SELECT record, platform, cents, code FROM log
      WHERE day BETWEEN '2021-01-01' AND '2022-12-31' AND kind <> '内部使用'
      GROUP BY record HAVING rowid = min(rowid))
    GROUP BY platform ORDER BY platform"""
for platform, count, cents, clients in base.execute(query):
    print(f"{platform},{count},{Decimal(cents) / 100:.2f},{clients}")
