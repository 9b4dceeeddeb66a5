"""The sums of the service log in plain Python: records once, in the period, not internal; rows, sum and clients by platform.

Arguments: the log.
"""
import csv
import sys
from decimal import Decimal

seen = set()
platforms = {}
with open(sys.argv[1], encoding="utf-8", newline="") as log:
    rows = csv.reader(log)
    next(rows)
    for record, platform, _, code, _, date, kind, _, amount, _ in rows:
        if "2021-01-01" <= date <= "2022-12-31" and kind != "内部使用" and record not in seen:
            seen.add(record)
            tally = platforms.setdefault(platform, [0, Decimal(0), set()])
            tally[0] += 1
            tally[1] += Decimal(amount)
            tally[2].add(code)
for platform, (count, total, clients) in sorted(platforms.items()):
    print(f"{platform},{count},{total},{len(clients)}")
