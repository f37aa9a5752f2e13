"""Reading a list out of a workbook (.xlsx) or a text file (.csv), without evaluating anything.

A file is what its content is, whatever its name says. It is bounded before it is unpacked, since
a small archive may hold a very large sheet.
"""

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from odoo.tools.mimetypes import guess_mimetype

from ..domain.errors import TableError
from ..domain.filetypes import OOXML
from ..domain.tables import Formula, Row
from ..domain.text_tables import decoded, text_rows

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 60
#: What a spreadsheet takes into one cell, and far more than a list of that many rows says.
MOST_CELL = 32_767
MOST_TEXT = 50_000_000
WORKBOOK = f'{OOXML}.spreadsheetml.sheet'
CHUNK = 64 * 1024


@dataclass(frozen=True)
class Sheet:
    """The rows of a file as typed.

    :param name: of the sheet they stand on, '' for a text file
    :param encoding: of a text file, '' for a workbook
    """

    rows: tuple[Row, ...]
    name: str = ''
    encoding: str = ''


def read(content: bytes, sheet: str = '') -> Sheet:
    """Return the rows of a file.

    :param sheet: name of the sheet; '' for the first that says something
    :raises TableError: it is no list, or too large a one
    """
    if not content.strip(b'\0 \r\n\t'):
        raise TableError('table_empty')
    if len(content) > MOST_BYTES:
        raise TableError('table_too_large', {'what': 'bytes', 'most': MOST_BYTES})
    kind = guess_mimetype(content)
    if kind == WORKBOOK or content.startswith(b'PK'):
        found = _read_workbook(content, sheet)
    elif kind.startswith('text/') or kind == 'application/octet-stream':
        text, encoding = decoded(content)
        found = Sheet(tuple(text_rows(text)), encoding=encoding)
    else:
        raise TableError('table_type_refused', {'mimetype': kind})
    _check_size(found.rows)
    return found


def _check_size(rows: tuple[Row, ...]) -> None:
    if len(rows) > MOST_ROWS:
        raise TableError('table_too_large', {'what': 'rows', 'most': MOST_ROWS})
    whole = 0
    for number, row in enumerate(rows, 1):
        for cell in row:
            long = len(cell) if isinstance(cell, str) else 0
            if long > MOST_CELL:
                raise TableError('table_cell_too_long', {'row': number, 'most': MOST_CELL})
            whole += long
    # One text may stand in every cell of a workbook, where it is stored once.
    if whole > MOST_TEXT:
        raise TableError('table_too_large', {'what': 'letters', 'most': MOST_TEXT})


def _read_workbook(content: bytes, name: str) -> Sheet:
    _check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        try:
            sheets = [book[name]] if name in book.sheetnames else book.worksheets
            for sheet in sheets:
                rows = _rows(sheet)
                if any(cell is not None for row in rows for cell in row):
                    return Sheet(rows, name=sheet.title)
        finally:
            book.close()
    except TableError:
        raise
    # A damaged or malicious workbook makes openpyxl raise whatever its parsers meet.
    except (InvalidFileException, Exception) as error:
        raise TableError('table_damaged') from error
    raise TableError('table_empty')


def _check_archive(content: bytes) -> None:
    """Refuse what is no workbook, or unpacks to more than any list needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if 'xl/workbook.xml' not in archive.namelist():
                raise TableError('table_type_refused', {'mimetype': guess_mimetype(content)})
            if sum(one.file_size for one in members) > MOST_UNPACKED:
                raise TableError('table_too_large', {'what': 'bytes', 'most': MOST_UNPACKED})
            for one in members:
                with archive.open(one) as member:
                    _check_part(member)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError) as error:
        raise TableError('table_damaged') from error


def _check_part(member: BinaryIO) -> None:
    """Refuse a part that declares a document type, or says too much in one place.

    A declaration makes a few bytes very many, and no workbook needs one. It is looked for by the
    parser that reads the sheets afterwards, so that no encoding and no comment hides it.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    held = 0

    def declared(*_told):
        raise TableError('table_declares_type')

    def began(*_told):
        nonlocal held
        held = 0

    def said(text):
        nonlocal held
        held += len(text)
        if held > MOST_CELL:
            raise TableError('table_cell_too_long', {'row': 0, 'most': MOST_CELL})

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = parser.EndElementHandler = began
    parser.CharacterDataHandler = said
    try:
        while chunk := member.read(CHUNK):
            parser.Parse(chunk, False)
    except TableError:
        raise
    except (expat.ExpatError, ValueError, LookupError):
        # A picture, or XML in letters the parser does not know: it will not read that either.
        return


def _rows(sheet) -> tuple[Row, ...]:
    """The rows of a sheet, blank ones at the end left out."""
    rows = []
    # The size a sheet claims is not believed: it may be missing, or millions of blank rows.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        rows.append([_value(cell) for cell in row])
        if len(rows) > MOST_ROWS + 1:
            raise TableError('table_too_large', {'what': 'rows', 'most': MOST_ROWS})
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return tuple(rows)


def _value(cell):
    value = cell.value
    if getattr(cell, 'data_type', None) == 'f':
        return Formula(str(getattr(value, 'text', value)))
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    return str(value)
