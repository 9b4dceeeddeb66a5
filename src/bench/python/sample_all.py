"""Reads every file of an assessment folder and writes all cells of all workbooks, without working anything out.

Arguments: the folder, the cells as sample_cells.py tells them, the folder to write to. Values only: no styles, formulas or charts.
"""
import json
import pathlib
import sys

import openpyxl
import sample_input

print(sample_input.read(sys.argv[1]), "cells read")
target = pathlib.Path(sys.argv[3])
with open(sys.argv[2], encoding="utf-8") as cells:
    books = json.load(cells)
for name, sheets in books.items():
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = target / name
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
