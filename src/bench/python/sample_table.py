"""Reads every file of an assessment folder and writes the table of scores as a workbook, without working anything out.

Arguments: the folder, scores.csv (the table to write), the workbook to write. Prints how many cells were read.
"""
import csv
import sys

import openpyxl
import sample_input

print(sample_input.read(sys.argv[1]), "cells read")
with open(sys.argv[2], encoding="utf-8-sig", newline="") as scores:
    table = list(csv.reader(scores))
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
for row in table:
    sheet.append([float(value) if value.replace(".", "", 1).isdigit() else value for value in row])
book.save(sys.argv[3])
