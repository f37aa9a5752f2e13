"""Reading back what was written."""

import io

from openpyxl import load_workbook


def read(content):
    """The workbook of a file, as openpyxl reads it."""
    return load_workbook(io.BytesIO(content))


def table(page, heading='STT'):
    """The rows of a sheet from the headings of its columns on, as lists of values."""
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    start = next(at for at, row in enumerate(rows) if row[0] == heading)
    return rows[start:]
