"""Prints the table of scores row by row, from scores.csv or from the workbook that sample_table.py wrote.

Argument: the file. Numbers are printed alike, whichever way they were written.
"""
import csv
import sys

import openpyxl


def said(value):
    text = "" if value is None else str(value)
    return repr(float(text)) if text.replace(".", "", 1).isdigit() else text


if sys.argv[1].endswith(".xlsx"):
    rows = openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)
else:
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as scores:
        rows = list(csv.reader(scores))
for row in rows:
    print(*map(said, row), sep=",")
