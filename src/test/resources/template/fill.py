"""Types values into a workbook through LibreOffice, as at the keyboard, and saves it as .xlsx.

usage: python3 fill.py PROFILE WORKBOOK SAVED < lines "sheet <tab> cell <tab> what is typed"
"""

import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def named(name, value):
    given = PropertyValue()
    given.Name = name
    given.Value = value
    return given


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("soffice does not answer")


profile, workbook, saved = (pathlib.Path(each).resolve() for each in sys.argv[1:])
pipe = "platscore" + "".join(c for c in profile.parent.name if c.isalnum())
office = subprocess.Popen(
    ["soffice", "-env:UserInstallation=" + profile.as_uri(), "--headless", "--norestore", "--accept=pipe,name=" + pipe + ";urp;"]
)
context = connect(pipe)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
book = desktop.loadComponentFromURL(workbook.as_uri(), "_blank", 0, (named("Hidden", True),))
for line in sys.stdin.buffer.read().decode("utf-8").splitlines():
    sheet, cell, typed = line.split("\t")
    book.Sheets.getByName(sheet).getCellRangeByName(cell).setFormula(typed)
book.storeToURL(saved.as_uri(), (named("FilterName", "Calc MS Excel 2007 XML"),))
book.close(True)
desktop.terminate()
office.wait(60)
