"""Tells all cells of all workbooks below a folder, as values: {workbook: {sheet: [rows]}}.

Arguments: the folder, the JSON file to write. Prints how many cells there are, and a digest of them.
"""
import hashlib
import json
import pathlib
import sys

import openpyxl


def plain(value):
    """Returns a number with the 15 digits that a worksheet keeps (openpyxl writes 16), and an empty text as nothing."""
    if isinstance(value, (int, float)):
        return float(f"{value:.15g}")
    return None if value == "" else value


folder = pathlib.Path(sys.argv[1])
books = {}
count = 0
for file in sorted(folder.rglob("*.xlsx")):
    book = openpyxl.load_workbook(file, data_only=True)
    sheets = books.setdefault(file.relative_to(folder).as_posix(), {})
    for sheet in book.worksheets:
        rows = sheets.setdefault(sheet.title, [])
        for row in sheet.iter_rows(values_only=True):
            row = [plain(value) for value in row]
            while row and row[-1] is None:
                row.pop()
            count += sum(value is not None for value in row)
            rows.append(row)
        while rows and not rows[-1]:
            rows.pop()
text = json.dumps(books, ensure_ascii=False)
pathlib.Path(sys.argv[2]).write_text(text, encoding="utf-8")
print(count, "cells", hashlib.sha256(text.encode("utf-8")).hexdigest())
