"""Reads every file of an assessment folder and writes the table of results as a workbook, without working anything out.

Arguments: the folder, scores.csv (the table to write), the workbook to write. Prints how many cells were read, then the table.
"""
import csv
import pathlib
import sys
import zipfile

import openpyxl

cells = 0
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if file.suffix not in (".csv", ".xlsx"):
        continue
    # Whatever its name says: one of the sample's files is a text file under a workbook's name.
    if zipfile.is_zipfile(file):
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                cells += sum(value is not None for value in row)
        book.close()
    else:
        data = file.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
        for row in csv.reader(text.splitlines()):
            cells += sum(value != "" for value in row)

with open(sys.argv[2], encoding="utf-8-sig", newline="") as scores:
    table = list(csv.reader(scores))
book = openpyxl.Workbook()
for row in table:
    book.active.append([float(value) if value.replace(".", "", 1).isdigit() else value for value in row])
book.save(sys.argv[3])
print(cells, "cells")
for row in openpyxl.load_workbook(sys.argv[3]).active.iter_rows(values_only=True):
    print(*["" if value is None else value for value in row], sep=",")
