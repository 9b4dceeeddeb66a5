"""Reads workbooks with openpyxl in read-only mode, nothing else: counts the cells that hold something.

Arguments: a workbook, or a folder of them.
"""
import pathlib
import sys

import openpyxl

path = pathlib.Path(sys.argv[1])
cells = 0
for file in sorted(path.rglob("*.xlsx")) if path.is_dir() else [path]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(value is not None for value in row)
    book.close()
print(cells, "cells")
